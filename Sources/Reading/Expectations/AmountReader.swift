import Formats
import Policy
import Quantities

/// Takes a number of a statement apart: `Rp 5 miliar`, `1200 orang`, `80 persen`.
///
/// What is left is read as every other number of a file is.
struct AmountReader {
    let session: ReadingSession
    let context: SettingContext
    let text: StatementText

    /// The number without words behind it, and how many times it counts; nil with a fault where
    /// the words do not fit.
    ///
    /// - Parameters:
    ///   - unit: what is counted in; nil accepts any.
    ///   - subject: what is counted, for messages.
    ///   - takesPercent: whether a percentage may stand for something else than the unit.
    func amount(
        _ range: Range<Int>, in unit: Unit?, of subject: Phrase, example: Phrase,
        takesPercent: Bool = false
    ) -> (text: String, size: Double)? {
        var words = text.words[range].map(\.text)
        let tail = unitBehind(words)
        if let tail { words.removeLast(tail.count) }
        if words.count > 1, ["persen", "percent"].contains(words[words.count - 1].lowercased()) {
            words[words.count - 1] = "%"
        }
        var size = 1.0
        if words.count > 1, let last = words.last?.lowercased(),
            let factor = StatementWords.sizes[last]
        {
            size = factor
            words.removeLast()
        }
        let number = words.joined(separator: " ")
        guard fits(number, tail?.unit, unit, takesPercent) else {
            let written = text.text(range)
            session.fault(
                text.position(range.lowerBound),
                Phrase(
                    "'\(written)' tidak cocok: satuan '\(subject)' adalah \(name(of: unit))",
                    en: "'\(written)' does not fit: '\(subject)' is counted in \(name(of: unit))"),
                hint: Phrase.forExample(example))
            return nil
        }
        return (number, size)
    }

    /// The unit that the last words name, and how many they are.
    private func unitBehind(_ words: [String]) -> (unit: Unit, count: Int)? {
        var best: (unit: Unit, count: Int)?
        for (unit, texts) in StatementWords.units {
            for known in texts {
                let parts = known.split(separator: " ").map(String.init)
                let last = words.suffix(parts.count).map { $0.lowercased() }
                if last == parts, words.count > parts.count, parts.count > best?.count ?? 0 {
                    best = (unit, parts.count)
                }
            }
        }
        return best
    }

    private func fits(_ number: String, _ named: Unit?, _ unit: Unit?, _ takesPercent: Bool) -> Bool
    {
        guard let unit else { return true }
        if number.hasSuffix("%") { return unit.isRelative || takesPercent }
        if namesRupiah(number), !unit.isMoney { return false }
        guard let named else { return true }
        switch named {
        case .rupiah: return unit.isMoney
        case .monthsPerYear: return [.month, .monthsPerYear].contains(unit)
        default: return named == unit
        }
    }

    private func name(of unit: Unit?) -> Phrase { unit?.name ?? Phrase(same: "") }
}
