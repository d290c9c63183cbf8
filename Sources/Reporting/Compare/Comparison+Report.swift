import Analysis
import Policy
import Quantities

extension Report {
    /// Scenarios side by side: what one has to choose, the year in which they first differ beside
    /// the whole horizon, who pays, then pictures and each figure by year.
    ///
    /// - Parameters:
    ///   - regions: the names of regions.
    ///   - attribution: why scenarios differ; empty where nobody asked.
    ///   - attributionNote: how keys were put together; nil where each stands alone.
    ///   - ensemble: the same scenarios at many draws; nil where none were asked for;
    ///     with why the first draws of a scenario that have no result have none.
    public init(
        _ comparison: Comparison, regions: RegionTable, attribution: [ResultTable] = [],
        attributionNote: Phrase? = nil,
        ensemble: (Ensemble, reasons: (EnsembleMember) -> [Phrase])? = nil,
        in language: Language
    ) {
        title = Phrase.comparedWith(comparison.baseline.name)
        answer = comparison.answer(ensemble?.0, in: language)
        introduction =
            comparison.results.map { result in
                Phrase { "\(result.name): \(result.policy.scenario.title[$0])" }
            } + (ensemble.map { $0.0.notes($0.1) } ?? [])
        let drawn = ensemble.map { $0.0.comparisonSections(in: language) } ?? []
        let first = Section(
            heading: Phrase.firstYearAndHorizon(comparison.baseline.yearSpan),
            .table(comparison.headTable(comparison.shown(Self.firstFigures))), data: [])
        let whole = Section(
            heading: Phrase.firstYearAndHorizon(comparison.baseline.yearSpan),
            .table(comparison.headTable(comparison.shown(Self.headline))))
        let years = comparison.shown(Self.headline).map { quantity in
            Section(
                heading: quantity.heading,
                .table(Self.yearTable(comparison, quantity)))
        }
        sections =
            [first.at(.firstScreen), whole]
            + (comparison.results.count > 1
                ? [comparison.purseSection(in: language).at(.everywhere)] : [])
            + comparison.cutSections(regions, in: language)
            + drawn.prefix(2).map { $0.at(.everywhere) } + drawn.dropFirst(2)
            + [Self.coverageChart(comparison, language), Self.billChart(comparison, language)]
            + years + comparison.protectionSections(in: language) + comparison.povertySection
            + attribution.map {
                Section(
                    heading: Phrase.whyDifferent, note: attributionNote, .table($0)
                ).at(.everywhere)
            }
        caveats =
            [
                Phrase.coverageDefinition,
                Phrase.doubtful(
                    comparison.baseline.name, EvidenceCounts(comparison.baseline.policy)),
            ] + ScenarioResult.gapNote(comparison.results)
            + (ensemble == nil ? [Phrase.pointValues] : [])
    }

    /// Average coverage of the whole horizon as bars.
    private static func coverageChart(_ comparison: Comparison, _ language: Language) -> Section {
        Section(
            heading: Phrase.coverageAverage,
            .chart(
                bars(comparison, .indicator(.averageCoverage)) {
                    language.numbers.percent($0)
                }, full: 1))
    }

    /// What contributions cost over the whole horizon as bars.
    private static func billChart(_ comparison: Comparison, _ language: Language) -> Section {
        Section(
            heading: Phrase.billOverHorizon,
            .chart(
                bars(comparison, .measure(.publicBill)) { language.money($0) }))
    }

    /// One bar a scenario, for a figure over the whole horizon.
    private static func bars(
        _ comparison: Comparison, _ quantity: Quantity, _ text: (Double) -> String
    ) -> [BarChart.Bar] {
        comparison.results.map { result in
            let value = quantity.value(result.summary, year: nil)
            return BarChart.Bar(label: result.name, value: value, text: text(value))
        }
    }

    /// Years down and scenarios across for one figure.
    private static func yearTable(_ comparison: Comparison, _ quantity: Quantity) -> ResultTable {
        let baseline = comparison.baseline
        let years: [Int?] = Array(baseline.summary.years.indices) + [nil]
        return ResultTable(quantity.name, years) {
            Key("year") { baseline.yearLabel($0) }
            for result in comparison.results {
                Column(figure: result.name, quantity.unit) {
                    quantity.value(result.summary, year: $0)
                }
            }
        }
    }
}

extension Comparison {
    /// Figures that some scenario has; those of a gap only where one exists.
    func shown(_ quantities: [Quantity]) -> [Quantity] {
        let hasGap = results.contains(where: \.hasGap)
        return quantities.filter { quantity in
            guard hasGap || !quantity.needsGap else { return false }
            return results.contains { !quantity.value($0.summary, year: nil).isNaN }
        }
    }

    /// Every alternative in the year in which it first differs, below the baseline in that year;
    /// then all scenarios over the whole horizon.
    func headTable(_ quantities: [Quantity]) -> ResultTable {
        var rows: [(year: Int?, result: ScenarioResult)] = []
        let first = alternatives.map { $0.firstDifference(from: baseline) }
        for year in Set(first.compactMap(\.self)).sorted() {
            rows.append((year, baseline))
            rows += zip(first, alternatives).filter { $0.0 == year }.map { (year, $0.1) }
        }
        rows += results.map { (nil, $0) }
        return ResultTable("overall", rows) {
            Key("year") { $0.result.yearLabel($0.year) }
            Key("scenario", \.result.name)
            for quantity in quantities {
                Column(quantity) { quantity.value($0.result.summary, year: $0.year) }
            }
        }
    }
}
