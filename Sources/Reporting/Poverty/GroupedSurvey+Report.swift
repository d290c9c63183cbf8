import Analysis
import Formats
import Quantities
import Welfare

extension GroupedSurvey {
    /// A row for each form.
    package var table: ResultTable { table(in: nil) }

    /// The forms for people in their language; for programs, where nil, with how well they fit.
    private func table(in language: Language?) -> ResultTable {
        let rows = fit.candidates.map { candidate in
            let curve = candidate.fault == nil ? candidate.curve : nil
            return (
                candidate: candidate, curve: curve, indices: curve?.indices(mean: mean, line: line)
            )
        }
        return ResultTable("poverty-grouped", rows) {
            Key("form") { row in
                language.map { Phrase.form(row.candidate.form)[$0] } ?? row.candidate.form.rawValue
            }
            Column("poverty_p0_share", .share, \.indices?.headcount)
            Column("poverty_p1_share", .share, \.indices?.gap)
            Column("poverty_p2_share", .share, \.indices?.severity)
            Column("watts", .factor, \.indices?.watts)
            Column("gini", .factor, \.curve?.gini)
            if language == nil {
                Column("squared_errors", .factor, \.candidate.squaredErrors)
                Column("is_chosen", .word) { $0.candidate.form == fit.form ? "yes" : "no" }
            }
        }
    }

    /// The report for people.
    package func report(in language: Language) -> Report {
        Report(
            title: Phrase.groupedTitle(path), answer: answer,
            introduction: [
                Phrase.groupedInputs(mean: mean, line: line), Phrase.chosenForm(fit.form),
            ]
                + fit.candidates.compactMap { candidate in
                    candidate.fault.map { Phrase.formRefused(candidate.form, $0) }
                } + endNotes,
            sections: [
                Report.Section(heading: Phrase.poverty, .table(table(in: language)), data: [table])
            ])
    }

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
