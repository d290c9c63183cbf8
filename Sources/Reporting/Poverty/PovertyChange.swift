import Analysis
import Quantities
import Welfare

extension PovertyChange {
    /// A row for each index, in shares of people.
    package var table: ResultTable {
        let rows = PovertyIndex.allCases.map { index in
            let parts = PovertyComponents(
                index, from: (first.welfare, first.line), to: (second.welfare, second.line))
            return (index: index, parts: parts)
        }
        return ResultTable("poverty-components", rows) {
            Key("index", \.index.name)
            Column("poverty_before_share", .share, \.parts.before)
            Column("poverty_after_share", .share, \.parts.after)
            Column("poverty_change_share", .share) { $0.parts.after - $0.parts.before }
            Column("poverty_growth_share", .share, \.parts.growth)
            Column("poverty_redistribution_share", .share, \.parts.redistribution)
            Column("poverty_residual_share", .share, \.parts.residual)
            Column("poverty_shapley_growth_share", .share, \.parts.shapleyGrowth)
            Column("poverty_shapley_redistribution_share", .share, \.parts.shapleyRedistribution)
        }
    }

    /// The mean over the line in each year.
    private var ratios: (Double, Double) {
        (first.welfare.mean / first.line, second.welfare.mean / second.line)
    }

    private var answer: Phrase {
        let parts = PovertyComponents(
            .headcount, from: (first.welfare, first.line), to: (second.welfare, second.line))
        return Phrase.povertyChangeAnswer(
            first.name, (first.year, second.year), headcount: (parts.before, parts.after),
            growth: parts.shapleyGrowth, redistribution: parts.shapleyRedistribution)
    }

    package func report(in language: Language) -> Report {
        let table = table
        /// The table with some of its measures; names without their beginning and end.
        func part(_ names: [String]) -> ResultTable {
            let shown = ["index"] + names.map { "poverty_\($0)_share" }
            return table.keeping { shown.contains($0.name) }
        }
        return Report(
            title: Phrase(
                id: "Perubahan kemiskinan \(first.name) (\(first.code.code)),"
                    + " \(first.year)–\(second.year)",
                en: "Change of poverty in \(first.name) (\(first.code.code)),"
                    + " \(first.year)–\(second.year)"
            ),
            answer: [answer],
            introduction: [
                Phrase.changeInputs(first, second, ratios),
                Phrase.changeExplained(isBorrowed: second.giniFrom != nil),
            ],
            sections: [
                Report.Section(
                    heading: Phrase(
                        id: "Shapley: pertumbuhan dan pemerataan persis sama dengan perubahan",
                        en: "Shapley: growth and redistribution add to the change exactly"),
                    .table(
                        part([
                            "before", "after", "change", "shapley_growth",
                            "shapley_redistribution",
                        ])), data: [table]),
                Report.Section(
                    heading: Phrase(
                        id: "Datt-Ravallion: tahun pertama sebagai acuan, dengan sisa",
                        en: "Datt-Ravallion: the first year as reference, with a residual"),
                    .table(part(["change", "growth", "redistribution", "residual"])), data: []),
            ])
    }
}
