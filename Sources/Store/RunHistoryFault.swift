import Formats
import Quantities

/// Why the history of runs cannot be used.
enum RunHistoryFault {
    case locked
    case notAHistory
    case damaged

    /// What is told of it, at its file.
    static func faults(_ path: String, _ fault: RunHistoryFault) -> InputFaults {
        let message: Phrase =
            switch fault {
            case .locked:
                Phrase(
                    id: "riwayat ini sedang dipakai lindung-app yang lain",
                    en: "another lindung-app is using this history")
            case .notAHistory:
                Phrase(
                    id: "berkas ini bukan riwayat pertanyaan",
                    en: "this file is no history of questions")
            case .damaged:
                Phrase(id: "riwayat ini rusak", en: "this history is damaged")
            }
        return InputFaults([
            Diagnostic(
                at: Position(file: path), message,
                hint: Phrase(
                    id: "hentikan yang lain, atau pakai folder lain: lindung-app --runs FOLDER",
                    en: "stop the other one, or use another folder: lindung-app --runs FOLDER"))
        ])
    }
}
