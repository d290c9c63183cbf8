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
        let paid = paidByPurse
        let bearers = policy.purses.indices.map(Bearer.purse) + [.gap]
        return summary.years.enumerated().flatMap { year, number in
            policy.regions.indices.flatMap { region in
                let plans = policy.planMonths(in: policy.regions[region], year: number)
                let first = (year * policy.regions.count + region) * bearers.count
                return bearers.enumerated().map { place, bearer in
                    PurseRow(
                        year: number, region: region, bearer: bearer,
                        opening: ceiling(bearer, region, at: plans.first),
                        closing: ceiling(bearer, region, at: plans.last),
                        paid: paid[first + place])
                }
            }
        }
    }

    /// Whole rupiah by year, region and purse, the gap last: sums of the cost table's entries.
    /// Read several times for a report, so nothing is looked up for an entry.
    var paidByPurse: [Rupiah] {
        let (regions, purses) = (policy.regions.count, policy.purses.count)
        var yearOf = Array(repeating: 0, count: policy.monthCount)
        for (year, window) in policy.yearWindows.enumerated() {
            for month in window { yearOf[month] = year }
        }
        var paid = Array(
            repeating: Rupiah.zero, count: summary.years.count * regions * (purses + 1))
        for entry in costs.entries where entry.bearer.isPublic {
            let place = (yearOf[entry.month] * regions + entry.region) * (purses + 1)
            paid[place + entry.bearer.order(of: purses)] += entry.cost
        }
        return paid
    }

    /// The ceiling as a plan read it; zero for the gap, and where there was no plan.
    private func ceiling(_ bearer: Bearer, _ region: Int, at plan: Month?) -> Rupiah {
        guard case .purse(let purse) = bearer, let plan else { return .zero }
        let parts = policy.ceilingParts(
            policy.purses[purse].id, policy.regions[region], at: plan)
        return ExpectedRupiah(parts.ceiling).rounded()
    }
}
