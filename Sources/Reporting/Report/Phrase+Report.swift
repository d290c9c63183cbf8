import Quantities

extension Phrase {
    static func million(_ number: String) -> Phrase {
        Phrase(id: "\(number) juta", en: "\(number) million")
    }

    static func timeLeft(_ time: String) -> Phrase {
        Phrase(id: "sisa \(time)", en: "\(time) left")
    }

    static let warningsHeading = Phrase(id: "Yang perlu diperiksa", en: "To be looked at")

    static let caveats = Phrase(id: "Catatan", en: "Notes")

    static let fullReport = Phrase(
        id: "Selengkapnya: --full; tabel, gambar dan report.md: --out <folder>.",
        en: "The rest: --full; tables, pictures and report.md: --out <folder>.")

    static func madeBy(_ command: String) -> Phrase {
        Phrase(id: "Perintah: \(command)", en: "Command: \(command)")
    }
}
