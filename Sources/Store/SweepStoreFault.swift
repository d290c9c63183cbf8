import Formats
import Quantities

/// Why a store of results cannot be used.
///
/// A store is never mended by guessing and never overwritten unasked: hours of computing may lie in
/// it. The words say what it is and what would help.
package struct SweepStoreFault: Error, Sendable {
    enum Reason: Sendable {
        case locked
        /// The file is none.
        case notAStore
        /// It was written in a format of that number.
        case otherFormat(Int)
        /// SQLite cannot read it, or what it holds as a whole does not fit its digests.
        case damaged
        /// It rests on something else: what it was made of, what was asked for, and how many rows
        /// it has.
        case other(SweepHeader, SweepHeader, rows: Int)
    }

    let path: String
    let reason: Reason

    init(path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    package var diagnostic: Diagnostic {
        let (message, hint): (Phrase, Phrase) =
            switch reason {
            case .locked:
                (
                    Phrase(
                        id: "proses lain sedang menulis sapuan di folder ini",
                        en: "another process is writing a sweep in this folder"),
                    Phrase(
                        id: "tunggu sampai selesai, atau pakai --out lain",
                        en: "wait until it is done, or use another --out")
                )
            case .notAStore:
                (
                    Phrase(
                        id: "berkas ini bukan simpanan sapuan",
                        en: "this file is not a store of a sweep"),
                    Phrase(
                        id: "pakai --out lain, atau pindahkan berkas ini",
                        en: "use another --out, or move this file away")
                )
            case .otherFormat(let number):
                (
                    Phrase(
                        id: "simpanan ini berformat \(number), program ini hanya mengenal format "
                            + "\(StoreFile.format)",
                        en: "this store has format \(number); this program knows format "
                            + "\(StoreFile.format) only"), Phrase.otherFolder
                )
            case .damaged:
                (Phrase(id: "simpanan ini rusak", en: "this store is damaged"), Phrase.otherFolder)
            case .other(let found, let asked, let rows):
                (
                    Phrase.otherStore(found.differences(asked)),
                    Phrase(
                        id: "pakai --out lain, atau --start-over untuk membuang \(rows) hasil di "
                            + "sini",
                        en: "use another --out, or --start-over to discard the \(rows) results "
                            + "here")
                )
            }
        return Diagnostic(at: Position(file: path), message, hint: hint)
    }
}
