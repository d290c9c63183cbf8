import Analysis
import Quantities
import Welfare

extension HouseholdSurvey {
    /// A row for each figure, with its standard error.
    package var table: ResultTable {
        let welfare = SampleWelfare(sample, line: line)
        let rows = zip(
            ["poverty_p0", "poverty_p1", "poverty_p2", "watts", "gini", "mean"],
            welfare.poverty + [welfare.watts, welfare.gini, welfare.mean]
        ).map { (quantity: $0, figure: $1) }
        return ResultTable("poverty-sample", rows) {
            Key("quantity", \.quantity)
            Column("value", .factor, \.figure.value)
            Column("standard_error", .factor, \.figure.standardError)
        }
    }

    /// The report for people.
    package func report(in language: Language) -> Report {
        let welfare = SampleWelfare(sample, line: line)
        let numbers = language.numbers
        typealias Row = (name: Phrase, figure: SampleEstimate, text: (Double) -> String)
        let percent = { numbers.percent($0, decimals: 3) }
        let four = { numbers.format($0, decimals: 4) }
        let rows: [Row] =
            zip(["P0", "P1", "P2"], welfare.poverty).map { name, figure in
                (Phrase { _ in name }, figure, percent)
            } + [
                (Phrase { _ in "Watts" }, welfare.watts, four),
                (Phrase.giniWord, welfare.gini, four),
                (Phrase.meanWord, welfare.mean, { numbers.format($0, decimals: 2) }),
            ]
        let people = ResultTable("poverty-sample", rows) {
            Key("quantity") { $0.name[language] }
            Column("value", .word) { $0.text($0.figure.value) }
            Column("standard_error", .word) { $0.text($0.figure.standardError) }
        }
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
