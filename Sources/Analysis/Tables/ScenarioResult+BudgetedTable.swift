import Costing
import Policy
import Quantities

/// Whether a region's purses hold what its contributions need in a year.
package enum BudgetStanding: String, Sendable, CaseIterable {
    /// Every rupiah is there.
    case whole
    case part
    /// Contributions are asked for, and no purse pays any.
    case nothing
    /// No contribution is asked of public money.
    case notAsked = "not_asked"
}

/// What a region needs, has and pays in one year.
///
///     need = paid + gap
package struct BudgetedRow: Sendable, Equatable {
    package let year: Int
    /// A position among the policy's regions.
    package let region: Int
    /// Person-months that are asked for, and those of them that are paid.
    package let asked: Double, funded: Double
    /// The contributions of all that is asked for.
    package let need: Rupiah
    /// The ceilings of all purses in the last plan of the year.
    package let ceiling: Rupiah
    package let paid: Rupiah
    /// The weakest mark among the region's ceilings; nil where none has one.
    package let ceilingMark: EvidenceMark?
    /// Person-months asked for by quotas that somebody published, and that are no assumption.
    package let published: Double

    package var gap: Rupiah { need - paid }

    package var standing: BudgetStanding {
        if need == .zero { return .notAsked }
        return gap == .zero ? .whole : paid == .zero ? .nothing : .part
    }
}

extension ScenarioResult {
    /// Who has budgeted and who has not: every year and region, in order.
    package var budgetedRows: [BudgetedRow] {
        let purses = purseRows
        let bearers = policy.purses.count + 1
        return summary.years.indices.flatMap { year in
            policy.regions.indices.map { region in
                let first = (year * policy.regions.count + region) * bearers
                return budgetedRow(year, region, purses[first..<first + bearers])
            }
        }
    }

    /// - Parameters:
    ///   - year: a position in the summary's years.
    ///   - rows: the region's purses and the gap in that year.
    private func budgetedRow(
        _ year: Int, _ region: Int, _ rows: ArraySlice<PurseRow>
    ) -> BudgetedRow {
        let own = rows.filter { $0.bearer != .gap }
        let month = min(Month(summary.years[year], 12), policy.horizon.upperBound)
        /// The mark of a cell at the end of the year; a step that nobody wrote stands at line 0.
        func mark(_ definition: ParameterDefinition, _ member: String) -> EvidenceMark? {
            let place = policy.settings(definition, member: member, region: policy.regions[region])?
                .step(at: month)?.provenance
            return place.flatMap { $0.line > 0 ? $0.mark : nil }
        }
        let asked = policy.segments.indices.map { segment in
            [Measure.fundedPersonMonths, .gapPersonMonths].map {
                summary.total($0, year: year, region: region, segment: segment)
            }
        }
        let published = zip(policy.segments, asked).reduce(0) { sum, part in
            let mark = mark(Parameters.quota.definition, part.0.id.name)
            return sum + (mark?.mustBeShown == false ? part.1[0] + part.1[1] : 0)
        }
        let marks = policy.purses.compactMap { mark(Parameters.ceiling.definition, $0.id.name) }
        return BudgetedRow(
            year: summary.years[year], region: region,
            asked: asked.reduce(0) { $0 + $1[0] + $1[1] },
            funded: asked.reduce(0) { $0 + $1[0] },
            need: rows.reduce(.zero) { $0 + $1.paid },
            ceiling: own.reduce(.zero) { $0 + $1.closing },
            paid: own.reduce(.zero) { $0 + $1.paid },
            ceilingMark: marks.isEmpty ? nil : .weakest(of: marks), published: published)
    }

    /// Who has budgeted and who has not, to be watched over a year.
    ///
    /// Keys: `year`, `region`. Measures: person-months asked for and paid, what all of them need,
    /// the ceilings of all purses, what they pay, the gap, paid / need, whether that is `whole`,
    /// `part`, `nothing` or `not_asked`; and how well it is known: the weakest mark of a ceiling,
    /// and which share of what is asked rests on published counts. A region whose ceiling is an
    /// assumption has not been seen to budget.
    package var budgetedTable: ResultTable {
        ResultTable("budgeted", budgetedRows) {
            Key("year", \.year)
            Key("region") { policy.regions[$0.region].code }
            Column("asked_person_months", .personMonth, \.asked)
            Column("funded_person_months", .personMonth, \.funded)
            Column("public_bill_rp", .rupiah, \.need)
            Column("ceiling_final_rp", .rupiah, \.ceiling)
            Column("paid_rp", .rupiah, \.paid)
            Column("gap_rp", .rupiah, \.gap)
            Column("paid_share", .share) {
                $0.need > .zero ? Double($0.paid.amount) / Double($0.need.amount) : nil
            }
            Column("budgeted", .word, \.standing.rawValue)
            Column("ceiling_mark", .word, \.ceilingMark?.rawValue)
            Column("published_share", .share) { $0.asked > 0 ? $0.published / $0.asked : nil }
        }
    }
}
