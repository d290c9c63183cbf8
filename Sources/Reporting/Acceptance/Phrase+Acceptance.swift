import Analysis
import Quantities

extension Phrase {
    /// Whether a document is final, and how much it waits for.
    package static func standing(_ standings: [InputStanding], isFinal: Bool) -> Phrase {
        let (count, waiting) = (standings.inputCount, standings.waitingCount)
        if isFinal {
            return Phrase(
                "Final: semua \(count) masukan yang diasumsikan, dipinjam atau kedaluwarsa sudah"
                    + " diterima.",
                en: "Final: all \(count) inputs that are assumed, borrowed or stale have been"
                    + " accepted.")
        }
        return Phrase(
            "Draf: \(waiting) dari \(count) masukan yang diasumsikan, dipinjam atau kedaluwarsa"
                + " menunggu diterima.",
            en: "Draft: \(waiting) of \(count) inputs that are assumed, borrowed or stale wait to"
                + " be accepted.")
    }

    /// What keeps a report from being final, scenario by scenario, and how to go on.
    package static func notFinal(_ standings: [InputStanding]) -> Phrase {
        let waiting = standings.filter { !$0.waiting.isEmpty }
        let lists = waiting.map { standing in
            Phrase { language in
                let inputs = standing.waiting.map { entry in
                    let lapsed =
                        entry.lapsed == nil
                        ? "" : ", " + Phrase(id: "berubah", en: "changed")[language]
                    return "\(entry.input.key) (\(entry.input.reasonText[language])\(lapsed))"
                }
                return "\(standing.file): " + inputs.joined(separator: ", ")
            }
        }
        let word = Phrase(id: "petunjuk", en: "hint")
        let count = standings.waitingCount
        let file = waiting.first?.file ?? ""
        let hint = Phrase(
            id: "lihat: lindung accept \(file); terima: lindung accept \(file) MASUKAN... --name"
                + " \"NAMA, JABATAN\"",
            en: "see: lindung accept \(file); accept: lindung accept \(file) INPUT... --name"
                + " \"NAME, OFFICE\"")
        return Phrase { language in
            ([
                Phrase(
                    "laporan belum final: \(count) masukan menunggu diterima",
                    en: "the report is not final: \(count) inputs wait to be accepted")[language]
            ] + lists.map { "  " + $0[language] } + ["  \(word[language]): \(hint[language])"])
            .joined(separator: "\n")
        }
    }

    /// What `accept` has done, or what there is to do.
    package static func accepted(
        _ count: Int, by name: String, _ standing: InputStanding
    ) -> Phrase {
        let waiting = standing.waiting.count
        return Phrase(
            "\(count) masukan '\(standing.name)' diterima atas nama \(name); \(waiting) masih"
                + " menunggu.",
            en: "\(count) inputs of '\(standing.name)' accepted in the name of \(name); \(waiting)"
                + " still wait.")
    }

    package static func waiting(_ standing: InputStanding) -> Phrase {
        let (count, waiting) = (standing.entries.count, standing.waiting.count)
        return Phrase(
            "\(waiting) dari \(count) masukan '\(standing.name)' yang diasumsikan, dipinjam atau"
                + " kedaluwarsa menunggu diterima.",
            en: "\(waiting) of \(count) inputs of '\(standing.name)' that are assumed, borrowed or"
                + " stale wait to be accepted.")
    }
}
