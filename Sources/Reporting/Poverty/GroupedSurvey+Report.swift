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
                Column("valid_from_share", .share, \.candidate.validFrom)
                Column("squared_errors", .factor, \.candidate.squaredErrors)
                Column("is_chosen", .word) { $0.candidate.form == fit.form ? "yes" : "no" }
            }
        }
    }

    package func report(in language: Language) -> Report {
        Report(
            title: Phrase(
                id: "Kemiskinan menurut tabel kelompok \(path)",
                en: "Poverty by the grouped table \(path)"), answer: answer,
            introduction: introduction,
            sections: [
                Report.Section(heading: Phrase.poverty, .table(table(in: language)), data: [table])
            ])
    }

    /// What the figures rest on: mean, line, form, and where each form holds.
    var introduction: [Phrase] {
        [
            Phrase(
                "rata-rata \(plain: mean), garis \(plain: line) per orang",
                en: "mean \(plain: mean), line \(plain: line) per head"),
            Phrase(
                "dipakai: \(Phrase.form(fit.form)), dengan galat terkecil di antara yang"
                    + " miskin",
                en: "used: \(Phrase.form(fit.form)), whose error among the poor is the smallest"
            ),
        ] + validity + endNotes
    }

    /// Why a form is refused, or from which p on it holds and whether the poor of the line are
    /// there.
    private var validity: [Phrase] {
        fit.candidates.compactMap { candidate in
            if let fault = candidate.fault {
                let reason = Phrase.lorenz(fault, validFrom: candidate.validFrom)
                return Phrase(
                    "\(Phrase.form(candidate.form)) ditolak: \(reason)",
                    en: "\(Phrase.form(candidate.form)) is refused: \(reason)")
            }
            return candidate.curve.map {
                Phrase.validity(candidate.form, $0, headcount: $0.headcount(line / mean))
            }
        }
    }

    private var answer: [Phrase] {
        [
            Phrase.povertyFileAnswer(
                fit.curve.indices(mean: mean, line: line), persons: nil, line: line)
        ]
    }

    /// Rows that were passed over. A quadratic that ends below 1 is used, as by the World Bank, and
    /// said so.
    private var endNotes: [Phrase] {
        let passed =
            emptyGroups > 0
            ? [
                Phrase(
                    id: "\(emptyGroups) kelompok tanpa penduduk dan tanpa konsumsi dilewati",
                    en: "groups of nobody passed over: \(emptyGroups)")
            ] : []
        guard let curve = fit.curve as? QuadraticLorenz, curve.a + curve.c < 1 else {
            return passed
        }
        return passed + [
            Phrase(
                "kurvanya berakhir pada \(curve.a + curve.c, decimals: 3), bukan 1: untuk yang"
                    + " miskin tidak berpengaruh, rasio Gini sedikit terpengaruh",
                en: "the curve ends at \(curve.a + curve.c, decimals: 3) and not at 1: of no effect"
                    + " on the poor, of a small one on the Gini coefficient"
            )
        ]
    }
}
