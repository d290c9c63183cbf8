import Analysis
import Formats
import Quantities
import Welfare

extension GroupedSurvey {
    /// A row for each form.
    public var table: ResultTable {
        let rows = fit.candidates
        let indices = rows.map { $0.fault == nil ? $0.curve?.indices(mean: mean, line: line) : nil }
        /// A share of people by form; empty for a form that does not fit.
        func column(
            _ name: String, _ value: (PovertyIndices) -> Double
        ) -> (String, Unit, ResultTable.Cells) {
            (name, .share, .number(indices.map { $0.map(value) ?? .nan }))
        }
        return .trusted(
            name: "poverty-grouped", keys: [("form", .text(rows.map(\.form.rawValue)))],
            measures: [
                column("poverty_p0_share", \.headcount), column("poverty_p1_share", \.gap),
                column("poverty_p2_share", \.severity),
                ("watts", .factor, .number(indices.map { $0?.watts ?? .nan })),
                (
                    "gini", .factor,
                    .number(rows.map { $0.fault == nil ? $0.curve?.gini ?? .nan : .nan })
                ),
                ("squared_errors", .factor, .number(rows.map(\.squaredErrors))),
                ("is_chosen", .word, .text(rows.map { $0.form == fit.form ? "yes" : "no" })),
            ])
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
        let table = table
        let people = ResultTable.trusted(
            name: table.name,
            keys: [("form", .text(fit.candidates.map { Phrase.form($0.form)[language] }))],
            measures: table.measures.filter { !["squared_errors", "is_chosen"].contains($0.name) }
                .map { ($0.name, $0.unit ?? .factor, $0.cells) })
        return Report(
            title: Phrase.groupedTitle(path), answer: answer,
            introduction: [
                Phrase.groupedInputs(mean: mean, line: line), Phrase.chosenForm(fit.form),
            ]
                + fit.candidates.compactMap { candidate in
                    candidate.fault.map { Phrase.formRefused(candidate.form, $0) }
                } + endNotes,
            sections: [
                Report.Section(heading: Phrase.poverty, .table(people), data: [table])
            ])
    }

    /// How many are poor by the form that is used.
    private var answer: [Phrase] {
        let indices = fit.curve.indices(mean: mean, line: line)
        return [
            Phrase.povertyFileAnswer(
                headcount: indices.headcount, gap: indices.gap, severity: indices.severity,
                persons: nil, line: line)
        ]
    }

    /// Rows that were passed over. A quadratic that ends below 1 is used, as by the World Bank, and
    /// said so.
    private var endNotes: [Phrase] {
        let passed = emptyGroups > 0 ? [Phrase.emptyGroups(emptyGroups)] : []
        guard let curve = fit.curve as? QuadraticLorenz, curve.a + curve.c < 1 else {
            return passed
        }
        return passed + [Phrase.endsBelowOne(curve.a + curve.c)]
    }
}
