import Analysis
import Policy
import Quantities

extension Report {
    /// Scenarios side by side: the headline, differences to the baseline, two pictures, then each
    /// figure by year.
    ///
    /// - Parameters:
    ///   - attribution: why scenarios differ; empty where nobody asked.
    ///   - ensemble: the same scenarios at many draws; nil where none were asked for.
    public init(
        _ comparison: Comparison, attribution: [ResultTable] = [],
        ensemble: (Ensemble, Workspace)? = nil, in language: Language
    ) {
        title = Messages.comparedWith(comparison.baseline.name)
        introduction =
            comparison.results.map { result in
                Phrase { "\(result.name): \(result.policy.scenario.title[$0])" }
            } + [
                Messages.doubtful(
                    comparison.baseline.name, EvidenceCounts(comparison.baseline.policy))
            ] + (ensemble.map { $0.0.notes($0.1) } ?? [Messages.pointValues])
        let drawn = ensemble.map { $0.0.comparisonSections(in: language) } ?? []
        let coverage = Section(
            heading: Messages.coverageAtEnd,
            .chart(
                Self.bars(comparison, .indicator(.coverageOfWorkers)) {
                    language.numbers.percent($0)
                }, full: 1))
        let bill = Section(
            heading: Messages.billOverHorizon,
            .chart(
                Self.bars(comparison, .measure(.publicBill)) {
                    language.numbers.format(ExpectedRupiah($0).rounded())
                }))
        let years = Self.compared(comparison).map { quantity in
            Section(
                heading: Messages.column(quantity.name) ?? Phrase { _ in quantity.name },
                .table(Self.yearTable(comparison, quantity)))
        }
        sections =
            [
                Section(
                    heading: Messages.wholeHorizonHeading, note: Messages.coverageDefinition,
                    .table(Self.overall(comparison))),
                Section(
                    heading: Messages.againstBaseline, .table(Self.differences(comparison))),
            ] + drawn + [coverage, bill] + years
            + comparison.protectionSections(in: language) + comparison.povertySection
            + attribution.map { Section(heading: Messages.whyDifferent, .table($0)) }
    }

    /// Figures that differ or are defined in some scenario.
    private static func compared(_ comparison: Comparison) -> [Quantity] {
        let quantities: [Quantity] = [
            .indicator(.coverageOfWorkers), .measure(.fundedPersonMonths), .measure(.publicBill),
            .measure(.gap), .indicator(.billPerFundedMonth),
        ]
        return quantities.filter { quantity in
            comparison.results.contains { !quantity.value($0.summary, year: nil).isNaN }
        }
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

    /// Scenarios down: the horizon's figures.
    private static func overall(_ comparison: Comparison) -> ResultTable {
        let results = comparison.results
        let quantities: [Quantity] = [
            .indicator(.coverageOfWorkers), .measure(.fundedPersonMonths), .measure(.publicBill),
            .measure(.gap), .indicator(.billPerFundedMonth),
        ]
        return .trusted(
            name: "overall", keys: [("scenario", .text(results.map(\.name)))],
            measures: quantities.map { quantity in
                let values = results.map { quantity.value($0.summary, year: nil) }
                return (quantity.name, quantity.unit, quantity.cells(values))
            })
    }

    /// Scenarios down: waiting months, the bill's difference and ratio to the baseline.
    private static func differences(_ comparison: Comparison) -> ResultTable {
        let results = comparison.results
        let (bill, waiting) = (
            Quantity.measure(.publicBill), Quantity.measure(.waitingPersonMonths)
        )
        let base = bill.value(comparison.baseline.summary, year: nil)
        let bills = results.map { bill.value($0.summary, year: nil) }
        return .trusted(
            name: "differences", keys: [("scenario", .text(results.map(\.name)))],
            measures: [
                (
                    waiting.name, waiting.unit,
                    waiting.cells(results.map { waiting.value($0.summary, year: nil) })
                ),
                ("bill_difference_rp", .rupiah, bill.cells(bills.map { $0 - base })),
                ("bill_ratio", .factor, .number(bills.map { base == 0 ? .nan : $0 / base })),
            ])
    }

    /// Years down and scenarios across for one figure.
    private static func yearTable(_ comparison: Comparison, _ quantity: Quantity) -> ResultTable {
        let baseline = comparison.baseline
        let years: [Int?] = Array(baseline.summary.years.indices) + [nil]
        return .trusted(
            name: quantity.name,
            keys: [("year", .text(years.map { baseline.yearLabel($0) }))],
            measures: comparison.results.map { result in
                let values = years.map { quantity.value(result.summary, year: $0) }
                return (result.name, quantity.unit, quantity.cells(values))
            })
    }
}
