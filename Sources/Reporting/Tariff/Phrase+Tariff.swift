import Quantities

extension Phrase {
    static func tariffAnswer(_ total: Rupiah, isOnce: Bool) -> Phrase {
        let period = isOnce ? "untuk seluruh masa" : "per orang sebulan"
        return Phrase(
            "Iuran seluruhnya \(total) \(period).",
            en: "Contributions come to \(total)"
                + " \(isOnce ? "for the whole period" : "for a person and month")."
        )
    }

    static func deferred(_ amount: Rupiah) -> Phrase {
        Phrase(
            "\(amount) di antaranya ditunda pembayarannya",
            en: "payment of \(amount) of it is deferred")
    }

    static func meaning(_ mark: EvidenceMark) -> Phrase {
        switch mark {
        case .primary: Phrase(id: "dilihat di naskah resmi", en: "seen in an official text")
        case .secondary: Phrase(id: "dilihat di sumber kedua", en: "seen in a secondary source")
        case .memory:
            Phrase(id: "dari ingatan, belum diperiksa", en: "from memory, not verified")
        case .conflict: Phrase(id: "sumber-sumber berbeda", en: "sources conflict")
        case .derived: Phrase(id: "dihitung dari angka resmi", en: "derived from known numbers")
        case .gap: Phrase(id: "tidak ditemukan sumbernya", en: "no source was found")
        case .assumed: Phrase(id: "asumsi", en: "an assumption")
        }
    }
}
