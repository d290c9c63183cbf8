import Quantities

extension Phrase {
    package static func notARiskClass(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan kelompok risiko", en: "'\(text)' is no risk class")
    }

    package static let riskHint = Phrase(
        id: "1 (sangat rendah) sampai 5 (sangat tinggi)", en: "1 (very low) to 5 (very high)")

    package static func notMoney(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan rupiah bulat yang tidak negatif",
            en: "'\(text)' is not a whole number of rupiah, zero or more")
    }
}
