import Formats
import Policy
import Quantities

/// A value as text with what is needed to set it beside others.
struct ValueText: Hashable {
    /// Without its unit.
    let value: String
    /// Where the value is a number.
    let number: Double?
    /// Of the value.
    let unit: Unit
}

extension SettingText {
    /// A value with its unit: `4.098 orang`, `0,85 (85 %)`, `bulan ke-10`.
    func withUnit(_ text: ValueText) -> String {
        let (value, language) = (text.value, language ?? .english)
        switch text.unit {
        case .share:
            return text.number.map { "\(value) (\(number($0 * 100)) %)" } ?? value
        case .percent: return value + " %"
        case .monthOfYear: return Phrase.monthOfYear(value)[language]
        case .riskClass: return Phrase.riskClass(value)[language]
        default: return value + (text.unit.heading.map { " " + $0[language] } ?? "")
        }
    }

    /// Several values: the one that all are, the lowest and the highest number of one unit, or
    /// the different ones after each other.
    func span(_ texts: [ValueText], hasUnit: Bool = true) -> String {
        guard let first = texts.first else { return "" }
        if texts.allSatisfy({ $0 == first }) { return hasUnit ? withUnit(first) : first.value }
        let numbers = texts.compactMap(\.number)
        if numbers.count == texts.count, texts.allSatisfy({ $0.unit == first.unit }),
            let low = numbers.min(), let high = numbers.max()
        {
            let range = range(low, high, isMoney: first.unit.isMoney)
            guard hasUnit else { return range }
            return withUnit(ValueText(value: range, number: nil, unit: first.unit))
        }
        let different = Set(texts.map(withUnit)).sorted()
        return different.prefix(3).joined(separator: " / ") + (different.count > 3 ? " / …" : "")
    }

    /// The lowest and the highest number; large money in millions, since neither is a value alone.
    private func range(_ low: Double, _ high: Double, isMoney: Bool) -> String {
        let language = language ?? .english
        guard isMoney, high >= 1e7 else { return "\(number(low)) – \(number(high))" }
        let ends = [low, high].map { language.numbers.format($0 / 1e6, decimals: 1) }
        return Phrase.million(ends.joined(separator: " – "))[language]
    }
}
