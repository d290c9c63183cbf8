import Quantities

extension Phrase {
    /// A number of rupiah in millions: `50,8 juta`.
    static func million(_ number: String) -> Phrase {
        Phrase(id: "\(number) juta", en: "\(number) million")
    }

    /// A thousand thousand millions.
    static let trillion = Phrase.trillion

    /// A thousand millions.
    static let billion = Phrase.billion

    /// A thousand thousands.
    static let millionWord = Phrase.million

    /// Beside a progress bar.
    static func timeLeft(_ time: String) -> Phrase {
        Phrase(id: "sisa \(time)", en: "\(time) left")
    }

    /// Above the warnings in `report.md`.
    static let warningsHeading = Phrase(id: "Yang perlu diperiksa", en: "To be looked at")

    /// Above what has to be known to read the numbers rightly.
    static let caveats = Phrase(id: "Catatan", en: "Notes")

    /// Below a first screen.
    static let fullReport = Phrase(
        id: "Selengkapnya: --full; tabel, gambar dan report.md: --out <folder>.",
        en: "The rest: --full; tables, pictures and report.md: --out <folder>.")

    /// The last line of a report: the command that made it.
    static func madeBy(_ command: String) -> Phrase {
        Phrase(id: "Perintah: \(command)", en: "Command: \(command)")
    }
}
