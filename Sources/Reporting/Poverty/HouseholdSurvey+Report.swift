import Analysis
import Quantities
import Welfare

extension HouseholdSurvey {
    /// A row for each figure, with its standard error.
    public var table: ResultTable {
        let welfare = SampleWelfare(sample, line: line)
        let rows =
            zip(["poverty_p0", "poverty_p1", "poverty_p2"], welfare.poverty).map { ($0, $1) }
            + [("watts", welfare.watts), ("gini", welfare.gini), ("mean", welfare.mean)]
        return .trusted(
            name: "poverty-sample", keys: [("quantity", .text(rows.map(\.0)))],
            measures: [
                ("value", .factor, .number(rows.map(\.1.value))),
                ("standard_error", .factor, .number(rows.map(\.1.standardError))),
            ])
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
        let welfare = SampleWelfare(sample, line: line)
        let numbers = language.numbers
        /// What it is, the estimate, and its standard error in the same form.
        func row(_ name: Phrase, _ figure: SampleEstimate, _ text: (Double) -> String) -> [String] {
            [name[language], text(figure.value), text(figure.standardError)]
        }
        let percent = { numbers.percent($0, decimals: 3) }
        let four = { numbers.format($0, decimals: 4) }
        let rows =
            zip(["P0", "P1", "P2"], welfare.poverty).map { name, figure in
                row(Phrase { _ in name }, figure, percent)
            } + [
                row(Phrase { _ in "Watts" }, welfare.watts, four),
                row(Phrase.giniWord, welfare.gini, four),
                row(Phrase.meanWord, welfare.mean) { numbers.format($0, decimals: 2) },
            ]
        let people = ResultTable.trusted(
            name: "poverty-sample", keys: [("quantity", .text(rows.map { $0[0] }))],
            measures: [
                ("value", .word, .text(rows.map { $0[1] })),
                ("standard_error", .word, .text(rows.map { $0[2] })),
            ])
        return Report(
            title: Phrase.sampleTitle(path),
            answer: [
                Phrase.povertyFileAnswer(
                    headcount: welfare.poverty[0].value, gap: welfare.poverty[1].value,
                    severity: welfare.poverty[2].value, persons: sample.persons, line: line)
            ],
            introduction: [
                Phrase.sampleSize(sample.households.count, sample.persons, line),
                hasDesign ? Phrase.designUsed : Phrase.weightsOnly,
            ],
            sections: [
                Report.Section(heading: Phrase.poverty, .table(people), data: [table])
            ])
    }
}
