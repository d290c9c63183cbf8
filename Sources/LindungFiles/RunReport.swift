import Analysis
import Policy
import Quantities

extension Report {
    /// What one scenario comes to: years, segments, purses, and a picture of coverage; then how
    /// well its inputs are known.
    ///
    /// - Parameters:
    ///   - regions: the names of regions.
    ///   - record: published claims, to set those of the model beside.
    ///   - stage: the budget stage that it hangs under, in words.
    ///   - ensemble: the same scenario at many draws; nil where none were asked for.
    public init(
        _ result: ScenarioResult, regions: RegionTable, record: ClaimRecord, stage: Phrase? = nil,
        ensemble: (Ensemble, Workspace)? = nil, in language: Language
    ) {
        let scenario = result.policy.scenario
        title = Phrase { "\(scenario.title[$0]) (\(scenario.name))" }
        introduction =
            [Messages.about(scenario)] + [stage].compactMap(\.self)
            + (ensemble.map { $0.0.notes($0.1) } ?? [])
        let drawn = ensemble.map { [$0.0.yearSection(in: language)] } ?? []
        let poverty = ensemble.map { $0.0.povertySection(in: language) } ?? []
        let marks = Messages.marksExplained(ensemble == nil ? Messages.pointValues : nil)
        let protection = result.protectionSections(in: language) + [record.section(result)]
        let years = Section(
            heading: Messages.byYear, note: Messages.coverageDefinition,
            .table(result.yearReport(Self.yearly(result))))
        sections =
            [years] + drawn + [
                Section(
                    heading: Messages.coverageOfWorkers,
                    .chart(Self.coverageBars(result, language), full: 1)),
                Section(
                    heading: Messages.bySegment, note: Messages.wholeHorizon,
                    .table(result.segmentReport(Self.bySegment, in: language))),
                Section(
                    heading: Messages.balance, note: Messages.balanceNote,
                    .table(result.purseReport(in: language))),
            ] + result.cutSection(in: language) + result.overlapSection + protection
            + result.povertySection + poverty
            + Self.fiscal(result, regions, language) + [
                Section(
                    heading: Messages.dataMarks, note: marks,
                    .table(result.policy.shortEvidenceTable))
            ]
    }

    /// What contributions take of the budget, where a budget is known.
    private static func fiscal(
        _ result: ScenarioResult, _ regions: RegionTable, _ language: Language
    ) -> [Section] {
        let table = result.fiscalReport(in: language) {
            regions.name(of: result.policy.regions[$0])
        }
        return table.map {
            [Section(heading: Messages.fiscalTests, note: Messages.fiscalNote, .table($0))]
        } ?? []
    }

    /// The figures that a planner asks for first.
    static let headline: [Quantity] = [
        .indicator(.coverageOfWorkers), .indicator(.coverageOfEmployed),
        .measure(.fundedAtEnd), .measure(.fundedPersonMonths), .measure(.publicBill),
        .measure(.gap), .indicator(.billPerFundedMonth),
    ]

    /// The figures that make sense for a segment; its share of employed persons is not known.
    private static let bySegment: [Quantity] = [
        .indicator(.coverageOfWorkers), .measure(.fundedAtEnd), .measure(.fundedPersonMonths),
        .measure(.publicBill), .measure(.gap), .indicator(.billPerFundedMonth),
    ]

    /// The headline without ratios that no year has.
    private static func yearly(_ result: ScenarioResult) -> [Quantity] {
        headline.filter { quantity in
            guard case .indicator = quantity else { return true }
            return result.summary.years.indices.contains {
                !quantity.value(result.summary, year: $0).isNaN
            }
        }
    }

    /// One bar a year, of all modelled workers.
    private static func coverageBars(
        _ result: ScenarioResult, _ language: Language
    ) -> [BarChart.Bar] {
        result.summary.years.indices.map { year in
            let share = Indicator.coverageOfWorkers.value(result.summary, year: year)
            return BarChart.Bar(
                label: result.yearLabel(year), value: share,
                text: language.numbers.percent(share))
        }
    }
}
