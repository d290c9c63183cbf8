import Foundation
import Quantities
import Store

extension RecordedRun {
    /// What it is called: `Pertanyaan 12`.
    var shownName: Phrase {
        Phrase("Pertanyaan \(digits: Int(id))", en: "Question \(digits: Int(id))")
    }

    var askKind: AskKind? { AskKind(rawValue: kind) }

    var fields: FormFields { FormFields(encoded: form) }

    /// What it is about: a file, a region.
    var subject: String {
        fields[AskField.Name.file.rawValue] ?? fields[AskField.Name.region.rawValue] ?? ""
    }

    /// The answer in one line.
    var sentence: String {
        String(answer.split(separator: "\n").first ?? "")
    }

    /// How many seconds it has taken so far, or took; nil before it began.
    var seconds: Int? {
        guard let start = try? Date(began, strategy: .iso8601) else { return nil }
        let end = (try? Date(ended, strategy: .iso8601)) ?? Date()
        return max(0, Int(end.timeIntervalSince(start)))
    }

    /// A moment as this computer's clock shows it: `2026-11-29 14.05`.
    static func local(_ moment: String, in language: Language) -> String {
        guard let date = try? Date(moment, strategy: .iso8601) else { return "–" }
        let parts = Calendar(identifier: .gregorian).dateComponents(
            in: .current, from: date)
        func padded(_ number: Int?) -> String {
            let text = String(number ?? 0)
            return text.count < 2 ? "0" + text : text
        }
        let mark = language == .indonesian ? "." : ":"
        return "\(parts.year ?? 0)-\(padded(parts.month))-\(padded(parts.day)) "
            + "\(padded(parts.hour))\(mark)\(padded(parts.minute))"
    }
}

extension RecordedRun.State {
    var name: Phrase {
        switch self {
        case .waiting: Phrase(id: "menunggu giliran", en: "waiting for its turn")
        case .running: Phrase(id: "sedang dihitung", en: "being computed")
        case .done: Phrase(id: "terjawab", en: "answered")
        case .failed: Phrase(id: "tidak dapat dihitung", en: "cannot be computed")
        case .stopped: Phrase(id: "dihentikan", en: "stopped")
        case .broken: Phrase(id: "terputus", en: "broken off")
        }
    }
}
