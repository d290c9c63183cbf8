import Analysis
import Quantities
import Welfare

extension PovertyChange {
    /// A row for each index, in shares of people.
    public var table: ResultTable {
        let rows = PovertyIndex.allCases.map {
            PovertyComponents(
                $0, from: (first.welfare, first.line), to: (second.welfare, second.line))
        }
        /// A column of one component, as a share of people, with a row for each index.
        func column(
            _ name: String, _ value: (PovertyComponents) -> Double
        ) -> (String, Unit, ResultTable.Cells) {
            ("poverty_\(name)_share", .share, .number(rows.map(value)))
        }
        return .trusted(
            name: "poverty-components",
            keys: [("index", .text(PovertyIndex.allCases.map { $0.rawValue.uppercased() }))],
            measures: [
                column("before", \.before), column("after", \.after),
                column("change") { $0.after - $0.before },
                column("growth", \.growth), column("redistribution", \.redistribution),
                column("residual", \.residual), column("shapley_growth", \.shapleyGrowth),
                column("shapley_redistribution", \.shapleyRedistribution),
            ])
    }

    /// The mean over the line in each year.
    private var ratios: (Double, Double) {
        (first.welfare.mean / first.line, second.welfare.mean / second.line)
    }

    /// How the headcount changed, and by what.
    private var answer: Phrase {
        let parts = PovertyComponents(
            .headcount, from: (first.welfare, first.line), to: (second.welfare, second.line))
        return Phrase.povertyChangeAnswer(
            first.name, (first.year, second.year), headcount: (parts.before, parts.after),
            growth: parts.shapleyGrowth, redistribution: parts.shapleyRedistribution)
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
        let table = table
        /// The table with some of its measures, for people; names without their ending.
        func part(_ names: [String]) -> ResultTable {
            .trusted(
                name: table.name, keys: table.keys.map { ($0.name, $0.cells) },
                measures: table.measures.filter { column in
                    names.contains { column.name == "poverty_\($0)_share" }
                }.map { ($0.name, $0.unit ?? .factor, $0.cells) })
        }
        return Report(
            title: Phrase.changeOf(first.name, first.code.code, first.year, second.year),
            answer: [answer],
            introduction: [
                Phrase.changeInputs(first, second, ratios),
                Phrase.changeExplained(isBorrowed: second.giniFrom != nil),
            ],
            sections: [
                Report.Section(
                    heading: Phrase.shapleyHeading,
                    .table(
                        part([
                            "before", "after", "change", "shapley_growth",
                            "shapley_redistribution",
                        ])), data: [table]),
                Report.Section(
                    heading: Phrase.dattHeading,
                    .table(part(["change", "growth", "redistribution", "residual"])), data: []),
            ])
    }
}
