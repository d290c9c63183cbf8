import Policy
import Quantities

/// Published claims of JKM, beside which the model is set: `protection/claim_record.csv`.
package struct ClaimRecord: Sendable {
    package enum Members: String, Sendable, CaseIterable {
        /// Those who are no wage earners, or all.
        case bpu, all
    }

    package struct Figure: Sendable, Equatable {
        package let ratio: Double
        /// Deaths of 1,000 members, at most; NaN where they do not follow.
        package let deaths: Double

        package init(ratio: Double, deaths: Double) {
            self.ratio = ratio
            self.deaths = deaths
        }
    }

    /// By members and year.
    private let figures: [Members: [Int: Figure]]

    package init(_ figures: [Members: [Int: Figure]]) {
        self.figures = figures
    }

    /// What the model says of some members in a year; NaN without contributions or members.
    ///
    ///     ratio   jkm_benefit / jkm_contribution
    ///     deaths  protected_deaths / protected person-months x 12,000
    ///
    /// Members of BPU are segments that are registered as such when the year begins.
    package func modelled(_ members: Members, _ result: ScenarioResult, year: Int) -> Figure {
        let (policy, summary) = (result.policy, result.summary)
        let month = max(Month(summary.years[year], 1), policy.horizon.lowerBound)
        var sums: [Measure: Double] = [:]
        for (segment, entry) in policy.segments.enumerated() {
            for (region, code) in policy.regions.enumerated() {
                let route = policy.timeline(Parameters.route, entry.id, code)[month]
                guard members == .all || route == .bpu else { continue }
                for measure in Self.measures {
                    sums[measure, default: 0] += summary[measure, year, region, segment]
                }
            }
        }
        func sum(_ measure: Measure) -> Double { sums[measure] ?? 0 }
        let months =
            sum(.fundedPersonMonths) + sum(.selfPersonMonths) + sum(.employerPersonMonths)
        return Figure(
            ratio: sum(.jkmContribution) > 0 ? sum(.jkmBenefit) / sum(.jkmContribution) : .nan,
            deaths: months > 0 ? sum(.protectedDeaths) / months * 12_000 : .nan)
    }

    private static let measures: [Measure] = [
        .jkmBenefit, .jkmContribution, .protectedDeaths, .fundedPersonMonths, .selfPersonMonths,
        .employerPersonMonths,
    ]

    /// Record and model side by side, by year.
    ///
    /// Key: `year`, published or in the horizon. Measures: claim ratios of JKM of BPU and of all,
    /// deaths of 1,000 members of BPU, each as published and as modelled.
    package func table(_ result: ScenarioResult) -> ResultTable {
        let years = result.summary.years
        let published = figures.values.flatMap(\.keys)
        func record(_ members: Members, _ year: Int) -> Figure? { figures[members]?[year] }
        func model(_ members: Members, _ year: Int) -> Figure? {
            years.firstIndex(of: year).map { modelled(members, result, year: $0) }
        }
        return ResultTable("claims", Set(years + published).sorted()) {
            Key("year", \.self)
            Column("bpu_claims_published_share", .share) { record(.bpu, $0)?.ratio }
            Column("bpu_claims_modelled_share", .share) { model(.bpu, $0)?.ratio }
            Column("all_claims_published_share", .share) { record(.all, $0)?.ratio }
            Column("all_claims_modelled_share", .share) { model(.all, $0)?.ratio }
            Column("bpu_deaths_published_factor", .factor) { record(.bpu, $0)?.deaths }
            Column("bpu_deaths_modelled_factor", .factor) { model(.bpu, $0)?.deaths }
        }
    }
}
