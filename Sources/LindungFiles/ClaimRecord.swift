import Analysis
import Policy
import Quantities

/// Published claims of JKM, beside which the model is set: `protection/claim_record.csv`.
public struct ClaimRecord: Sendable {
    /// Whose claims they are.
    enum Members: String, Sendable, CaseIterable {
        /// Members who are no wage earners.
        case bpu
        /// All of them.
        case all
    }

    /// A published year.
    struct Figure: Sendable, Equatable {
        /// JKM claims over contributions.
        let ratio: Double
        /// Deaths of 1,000 members, at most; NaN where they do not follow.
        let deaths: Double
    }

    /// By members and year.
    private let figures: [Members: [Int: Figure]]

    /// Where the table stands in the data folder.
    public static let file = "protection/claim_record.csv"

    /// Reads the shipped table.
    ///
    /// - Throws: ``InputFaults`` where it is missing or holds no figure.
    public init(_ workspace: Workspace) throws(InputFaults) {
        let file = Self.file
        var figures: [Members: [Int: Figure]] = [:]
        let table = try DataTable(
            file,
            .init(
                key: ["members", "year"],
                numbers: [("claim_ratio_jkm_share", 0...100), ("deaths_per_thousand", 0...1000)]),
            in: workspace)
        for members in Members.allCases {
            for row in try table.rows(of: members.rawValue).rows {
                guard let year = Int(row["year"]), let ratio = row.number("claim_ratio_jkm_share")
                else { continue }
                figures[members, default: [:]][year] = Figure(
                    ratio: ratio, deaths: row.number("deaths_per_thousand") ?? .nan)
            }
            if figures[members] == nil {
                throw InputFaults([
                    Diagnostic(at: Position(file: workspace.data.file(file)), Messages.noRows)
                ])
            }
        }
        self.figures = figures
    }

    /// What the model says of some members in a year; NaN without contributions or members.
    ///
    ///     ratio   jkm_benefit / jkm_contribution
    ///     deaths  protected_deaths / protected person-months x 12,000
    ///
    /// Members of BPU are segments that are registered as such when the year begins.
    func modelled(_ members: Members, _ result: ScenarioResult, year: Int) -> Figure {
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
        /// A sum over the members.
        func sum(_ measure: Measure) -> Double { sums[measure] ?? 0 }
        let months =
            sum(.fundedPersonMonths) + sum(.selfPersonMonths) + sum(.employerPersonMonths)
        return Figure(
            ratio: sum(.jkmContribution) > 0 ? sum(.jkmBenefit) / sum(.jkmContribution) : .nan,
            deaths: months > 0 ? sum(.protectedDeaths) / months * 12_000 : .nan)
    }

    /// What a ratio and a death rate are made of.
    private static let measures: [Measure] = [
        .jkmBenefit, .jkmContribution, .protectedDeaths, .fundedPersonMonths, .selfPersonMonths,
        .employerPersonMonths,
    ]

    /// Record and model side by side, by year.
    ///
    /// Key: `year`, published or in the horizon. Measures: claim ratios of JKM of BPU and of all,
    /// deaths of 1,000 members of BPU, each as published and as modelled.
    public func table(_ result: ScenarioResult) -> ResultTable {
        let years = result.summary.years
        let published = figures.values.flatMap(\.keys)
        let all = Set(years + published).sorted()
        /// The published figure of each year.
        func record(_ members: Members, _ value: (Figure) -> Double) -> ResultTable.Cells {
            .number(all.map { figures[members]?[$0].map(value) ?? .nan })
        }
        /// The modelled figure of each year.
        func model(_ members: Members, _ value: (Figure) -> Double) -> ResultTable.Cells {
            .number(
                all.map { year in
                    years.firstIndex(of: year).map { value(modelled(members, result, year: $0)) }
                        ?? .nan
                })
        }
        return .trusted(
            name: "claims", keys: [("year", .whole(all))],
            measures: [
                ("bpu_claims_published_share", .share, record(.bpu, \.ratio)),
                ("bpu_claims_modelled_share", .share, model(.bpu, \.ratio)),
                ("all_claims_published_share", .share, record(.all, \.ratio)),
                ("all_claims_modelled_share", .share, model(.all, \.ratio)),
                ("bpu_deaths_published_factor", .factor, record(.bpu, \.deaths)),
                ("bpu_deaths_modelled_factor", .factor, model(.bpu, \.deaths)),
            ])
    }

    /// The table under its heading, with what may be read into it.
    func section(_ result: ScenarioResult) -> Report.Section {
        Report.Section(
            heading: Messages.besideTheRecord, note: Messages.recordNote, .table(table(result)),
            data: [])
    }
}
