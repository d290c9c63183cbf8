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
                (Phrase(id: "Rasio Gini", en: "Gini coefficient"), welfare.gini, four),
                (
                    Phrase(id: "rata-rata konsumsi", en: "mean consumption"), welfare.mean,
                    { numbers.format($0, decimals: 2) }
                ),
            ]
        let people = ResultTable("poverty-sample", rows) {
            Key("quantity") { $0.name[language] }
            Column("value", .word) { $0.text($0.figure.value) }
            Column("standard_error", .word) { $0.text($0.figure.standardError) }
        }
        return Report(
            title: Phrase(id: "Kemiskinan menurut \(path)", en: "Poverty by \(path)"),
            answer: [
                Phrase.povertyFileAnswer(
                    welfare.indices, persons: sample.persons, line: line)
            ],
            introduction: [
                Phrase(
                    "\(sample.households.count) rumah tangga mewakili \(sample.persons) orang;"
                        + " garis \(plain: line) per orang",
                    en: "\(sample.households.count) households stand for \(sample.persons) persons;"
                        + " line \(plain: line) per head"
                ),
                hasDesign
                    ? Phrase(
                        id: "galat baku menurut strata dan PSU (linearisasi Taylor)",
                        en: "standard errors by strata and PSUs (Taylor linearisation)")
                    : Phrase(
                        id: "galat baku dari bobot saja: tanpa kolom 'psu' setiap rumah tangga"
                            + " dianggap ditarik sendiri, sehingga galat sering terlalu kecil",
                        en: "standard errors from weights alone: without a column 'psu' each"
                            + " household counts as drawn by itself, so that errors are often too"
                            + " small"
                    ),
            ] + (welfare.watts.value.isNaN ? [Phrase.noWatts] : []),
            sections: [
                Report.Section(heading: Phrase.poverty, .table(people), data: [table])
            ])
    }
}
