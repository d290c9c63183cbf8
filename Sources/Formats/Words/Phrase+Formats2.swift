import Quantities

extension Phrase {
    /// A risk class other than the five.
    package static func notARiskClass(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan kelompok risiko", en: "'\(text)' is no risk class")
    }

    /// The five risk classes.
    package static let riskHint = Phrase(
        id: "1 (sangat rendah) sampai 5 (sangat tinggi)", en: "1 (very low) to 5 (very high)")

    /// A number that is no whole, non-negative amount.
    package static func notMoney(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan rupiah bulat yang tidak negatif",
            en: "'\(text)' is not a whole number of rupiah, zero or more")
    }
}
