import Analysis
import Policy
import Quantities

extension InputStanding {
    /// What has to be accepted, input by input: value, mark, why, source and its date, and who has
    /// accepted it when.
    package func table(in language: Language) -> ResultTable {
        ResultTable("acceptance", entries) {
            Key("input", \.input.key)
            Column("meaning", .word) { $0.input.definition.meaning[language] }
            Column("value", .word) { $0.input.valueText(in: language) }
            Column("mark", .word) { $0.input.mark?.rawValue ?? "–" }
            Column("doubt", .word) { $0.input.reasonText[language] }
            Column("source", .word) { $0.input.sourceText[language] }
            Column("as_of", .word) { $0.input.dateText }
            Column("accepted", .word) { $0.text[language] }
        }
    }
}

extension InputStanding {
    /// The table beside one of the inputs themselves.
    func shortTable(in language: Language) -> ResultTable {
        table(in: language).keeping { !["source", "value"].contains($0.name) }
    }
}

extension InputStanding.Entry {
    /// By whom and when it was accepted, or that it waits.
    package var text: Phrase {
        if let acceptance {
            let reason = acceptance.reason.isEmpty ? "" : ": " + acceptance.reason
            return Phrase(same: "\("\(acceptance.name), \(acceptance.date)\(reason)")")
        }
        guard let lapsed else { return Phrase(id: "menunggu", en: "waits") }
        return Phrase(
            id: "menunggu: berubah sejak diterima \(lapsed.name), \(lapsed.date)",
            en: "waits: changed since \(lapsed.name) accepted it on \(lapsed.date)")
    }
}

extension DoubtfulInput {
    /// The value of its doubtful cells, or the least and the greatest.
    package func valueText(in language: Language) -> String {
        let text = SettingText(language: language)
        return text.span(
            cells.map {
                ValueText(
                    value: text.text($0.value), number: $0.value.number,
                    unit: text.unit($0.value, of: definition))
            })
    }

    package var reasonText: Phrase {
        Phrase { language in reasons.map { $0.name[language] }.joined(separator: ", ") }
    }

    /// The commonest source, and how many others there are.
    package var sourceText: Phrase {
        Phrase { language in
            ResolvedPolicy.commonest(cells.compactMap(\.provenance.source), language)
        }
    }

    /// The oldest and the newest date of its sources; a dash where none has one.
    package var dateText: String {
        let dates = Set(
            cells.compactMap { cell in
                cell.provenance.date?.text ?? cell.provenance.forecast.map { "\($0.last)" }
            }
        ).sorted()
        guard let first = dates.first, let last = dates.last else { return "–" }
        return first == last ? first : "\(first) – \(last)"
    }
}

extension DoubtfulInput.Reason {
    package var name: Phrase {
        switch self {
        case .assumed: Phrase(id: "asumsi", en: "assumed")
        case .borrowed: Phrase(id: "dipinjam", en: "borrowed")
        case .stale: Phrase(id: "kedaluwarsa", en: "stale")
        }
    }
}

extension [Acceptance] {
    /// The file beside a scenario, in the order of the catalogue.
    package var table: ResultTable {
        ResultTable("accepted", self) {
            Key("input", \.input)
            Column("value", .word, \.value)
            Column("digest", .word, \.digest)
            Column("mark", .word, \.mark)
            Column("name", .word, \.name)
            Column("date", .word, \.date)
            Column("reason", .word, \.reason)
        }
    }
}
