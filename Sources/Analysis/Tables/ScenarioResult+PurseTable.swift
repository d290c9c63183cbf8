import Costing
import Policy
import Quantities

extension ScenarioResult {
    /// What each purse could pay and paid, by year and region.
    ///
    /// Keys: `year`, `region`, `purse`; a row `gap` closes each region. Measures: the ceiling at
    /// the start of the year (murni), at its end (after perubahan), paid, left, and what no purse
    /// paid. No sum of `paid_rp` holds the gap; in every year and region both sum to the public
    /// bill.
    ///
    /// Left may be negative: where perubahan cuts a ceiling below what was spent before it.
    ///
    ///     column             unit   content
    ///     year                      budget year
    ///     region                    Kemendagri code
    ///     purse                     identifier, or gap
    ///     ceiling_murni_rp   Rp     as read in the first plan of the year
    ///     ceiling_final_rp   Rp     as read in the last plan of the year
    ///     paid_rp            Rp     sum of the cost table's entries; 0 for the gap
    ///     left_rp            Rp     ceiling_final_rp - paid_rp; 0 for the gap
    ///     gap_rp             Rp     what no purse paid; 0 for purses
    package var purseTable: ResultTable {
        ResultTable("purses", purseRows) {
            Key("year", \.year)
            Key("region") { policy.regions[$0.region].code }
            Key("purse") { costs.name(of: $0.bearer) }
            Column("ceiling_murni_rp", .rupiah, \.opening)
            Column("ceiling_final_rp", .rupiah, \.closing)
            Column("paid_rp", .rupiah) { $0.bearer == .gap ? .zero : $0.paid }
            // The gap has no ceiling, so nothing is left of it.
            Column("left_rp", .rupiah) { $0.bearer == .gap ? .zero : $0.closing - $0.paid }
            Column("gap_rp", .rupiah) { $0.bearer == .gap ? $0.paid : .zero }
        }
    }

    package struct PurseRow: Sendable, Equatable {
        package let year: Int
        package let region: Int
        package let bearer: Bearer
        /// The ceiling in the first plan of the year; zero for the gap.
        package let opening: Rupiah
        /// The ceiling in the last plan of the year; zero for the gap.
        package let closing: Rupiah
        /// What the purse paid; of the gap what nobody did.
        package let paid: Rupiah
    }

    /// All purses and the gap, for each year and region. Year by year, region by region, purses by
    /// rank and the gap last; a purse that paid nothing has a row too.
    package var purseRows: [PurseRow] {
        let bearers = policy.purses.indices.map(Bearer.purse) + [.gap]
        return summary.years.enumerated().flatMap { year, number in
            policy.regions.indices.flatMap { region in
                let plans = policy.planMonths(in: policy.regions[region], year: number)
                return bearers.enumerated().map { place, bearer in
                    PurseRow(
                        year: number, region: region, bearer: bearer,
                        opening: ceiling(bearer, region, at: plans.first),
                        closing: ceiling(bearer, region, at: plans.last),
                        paid: costs.paid(year: year, region: region, purse: place))
                }
            }
        }
    }

    /// The ceiling as a plan read it; zero for the gap, and where there was no plan.
    private func ceiling(_ bearer: Bearer, _ region: Int, at plan: Month?) -> Rupiah {
        guard case .purse(let purse) = bearer, let plan else { return .zero }
        let parts = inputs.rules.ceilingParts(
            purse, region: region, month: plan - policy.horizon.lowerBound)
        return ExpectedRupiah(parts.ceiling).rounded()
    }
}
