import Policy
import Quantities

/// Who pays more, who less, and who was pushed off which purse.
extension Messages {
    /// Above purses side by side.
    static func whoPays(_ baseline: String, _ years: String, _ unit: Phrase) -> Phrase {
        Phrase(
            id: "Siapa membayar, \(years): '\(baseline)', lalu selisihnya (\(unit.indonesian))",
            en: "Who pays, \(years): '\(baseline)', then differences (\(unit.english))")
    }

    /// Heading of the sum of purses and gap.
    static let sumOfNeeds = Phrase(id: "kebutuhan iuran", en: "contributions needed")

    /// A purse pays for a segment for which it paid nothing before.
    static func nowPays(
        _ purse: String, _ segment: String, _ amount: Rupiah, _ language: Language
    ) -> String {
        let money = language.money(Double(amount.amount))
        return language == .indonesian
            ? "\(purse) kini membayar \(segment) (\(money))"
            : "\(purse) now pays for \(segment) (\(money))"
    }

    /// A segment that another purse, or nobody, pays for now.
    static func pushedOff(
        _ segment: String, _ from: String, _ to: [(name: String, amount: Rupiah)],
        _ language: Language
    ) -> String {
        let sum = language.money(to.reduce(0) { $0 + Double($1.amount.amount) })
        let parts = to.map { part in
            to.count > 1
                ? "\(part.name) (\(language.money(Double(part.amount.amount))))" : part.name
        }
        let list = together(parts, language)
        return language == .indonesian
            ? "\(segment) (\(sum)) pindah dari \(from) ke \(list)"
            : "\(segment) (\(sum)) moved from \(from) to \(list)"
    }
}
