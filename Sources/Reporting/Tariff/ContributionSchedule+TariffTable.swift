import Costing
import Policy
import Quantities

extension ContributionSchedule {
    /// The contributions as a table: a row for each programme or package, the last one `total`.
    ///
    /// Columns: `programme`, `contribution_rp` without what the state adds, `legal_reference`
    /// (every regulation used), `mark` (how well the least known value is known); where the law
    /// puts a part on the worker (JHT, JP) also `employer_rp` and `worker_rp`, which sum to the
    /// contribution.
    ///
    /// - Parameter language: of the references; nil, and so English, for programs.
    package func table(in language: Language?) -> ResultTable {
        let text = SettingText(language: language)
        let hasParts = rows.contains { $0.workerShare > .zero }
        /// An amount of each row, and the sum, whose row is nil.
        func amount(_ part: @escaping (Contribution) -> Rupiah) -> (Contribution?) -> Rupiah {
            { row in row.map(part) ?? rows.map(part).reduce(.zero, +) }
        }
        return ResultTable("tariff", rows.map(Optional.some) + [nil]) {
            Key("programme") {
                $0?.programmes.map(\.rawValue).joined(separator: "+") ?? "total"
            }
            Column("contribution_rp", .rupiah, amount(\.owed))
            if hasParts {
                Column("employer_rp", .rupiah, amount(\.payerShare))
                Column("worker_rp", .rupiah, amount(\.workerShare))
            }
            Column("legal_reference", .word) { $0?.legalReference(text) }
            Column("mark", .word) { ($0?.mark ?? mark).rawValue }
        }
    }

    package var answer: Phrase {
        Phrase.tariffAnswer(
            rows.reduce(.zero) { $0 + $1.owed }, isOnce: rows.contains { $0.period == .contract })
    }

    /// What a reader should know beside the table; nothing where the table says all.
    package var notes: [Phrase] {
        var notes: [Phrase] = []
        let state = rows.reduce(Rupiah.zero) { $0 + $1.stateShare }
        if state > .zero {
            notes.append(
                Phrase(
                    "negara menambah \(state) sebulan untuk JKP; tidak termasuk di sini",
                    en: "the state adds \(state) a month for JKP; it is not counted here"))
        }
        let deferred = rows.reduce(Rupiah.zero) { $0 + $1.deferred }
        if deferred > .zero { notes.append(Phrase.deferred(deferred)) }
        if rows.contains(where: { $0.period == .contract }) {
            notes.append(
                Phrase(
                    id: "dibayar sekali untuk seluruh kontrak, bukan per bulan",
                    en: "paid once for the whole contract, not each month"))
        }
        if mark.mustBeShown {
            notes.append(
                Phrase(
                    id: "tanda \(Phrase.code(mark).indonesian): \(Phrase.meaning(mark).indonesian)",
                    en: "mark \(mark.rawValue): \(Phrase.meaning(mark).english)"))
        }
        return notes
    }
}

extension Contribution {
    /// The regulations that the amount rests on, each once, in order of use.
    fileprivate func legalReference(_ text: SettingText) -> String {
        var seen: [Phrase] = []
        for item in basis {
            if let legal = item.legal, !seen.contains(legal) { seen.append(legal) }
        }
        return seen.map(text.said).joined(separator: "; ")
    }
}
