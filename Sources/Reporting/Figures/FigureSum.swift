import Formats
import Quantities

/// The terms of a figure, one below the other, with the arithmetic of each, and the figure.
///
///     kematian, setelah masa tunggu   1.371,13 orang x (1 - 0,05) x Rp 42.000.000   Rp 54.708.…
///     ...
///     jumlah                                                                        Rp 59.641.…
struct FigureSum {
    struct Term {
        let label: Phrase
        /// How it is reckoned; nil where it is read off the model's months.
        let how: Phrase?
        let value: Double
        let unit: Unit
    }

    /// From the first one on; those that come to nothing are left out.
    private(set) var terms: [Term] = []

    /// Adds a term, unless it is zero or unknown.
    mutating func add(
        _ label: Phrase, _ value: Double, _ unit: Unit, how: Phrase? = nil
    ) {
        guard !value.isNaN, value != 0 else { return }
        terms.append(Term(label: label, how: how, value: value, unit: unit))
    }

    /// Adds what is left between the terms and a figure: rounding to rupiah, or what the terms do
    /// not say because it changes within the year.
    mutating func close(at figure: Double, _ unit: Unit, rest: Phrase) {
        let rest = (figure - terms.reduce(0) { $0 + $1.value }, rest)
        let isRounding = unit == .rupiah && abs(rest.0) <= Double(max(2, terms.count))
        guard abs(rest.0) > 1e-9 * max(1, abs(figure)) else { return }
        add(isRounding ? Phrase.sumRounding : rest.1, rest.0, unit)
    }

    func table(_ result: Double, _ unit: Unit, in language: Language) -> ResultTable {
        let rows = terms + [Term(label: Phrase.sumResult, how: nil, value: result, unit: unit)]
        return ResultTable("sum", rows) {
            Column("term", .word, \.label[language])
            if rows.contains(where: { $0.how != nil }) { Column("how", .word, \.how?[language]) }
            Column("amount", .word) { Self.text($0.value, $0.unit, language) }
        }
    }

    /// The terms and the figure for programs.
    ///
    /// - Parameter language: of the terms.
    func data(_ result: Double, _ unit: Unit, in language: Language) -> ResultTable {
        let rows = terms + [Term(label: Phrase.sumResult, how: nil, value: result, unit: unit)]
        return ResultTable("sum", rows.enumerated()) {
            Key("line") { $0.offset + 1 }
            Column("term", .word, \.element.label[language])
            Column("how", .word, \.element.how?[language])
            Column("amount_factor", .factor, \.element.value)
            Column("unit", .word, \.element.unit.rawValue)
        }
    }

    /// A number with decimals enough to reckon with, and its unit.
    static func text(_ value: Double, _ unit: Unit, _ language: Language) -> String {
        let numbers = language.numbers
        switch unit {
        case .rupiah: return numbers.format(ExpectedRupiah(value).rounded())
        case .share: return numbers.percent(value, decimals: 2)
        case .factor, .perYear: return withUnit(language.plain(value), unit, language)
        default:
            let isWhole = abs(value - value.rounded()) < 5e-7
            let number = numbers.format(value, decimals: isWhole ? 0 : abs(value) < 10 ? 4 : 2)
            return withUnit(number, unit, language)
        }
    }

    /// A number before its unit; money after it.
    static func withUnit(_ number: String, _ unit: Unit, _ language: Language) -> String {
        guard let words = unit.heading?[language], number != "–" else {
            return number
        }
        guard unit.isMoney, words.hasPrefix("Rp") else { return number + " " + words }
        return "Rp " + number + words.dropFirst(2)
    }
}

extension Phrase {
    static func product(_ factors: [(Double, Unit)]) -> Phrase {
        Phrase { language in
            factors.map { FigureSum.text($0.0, $0.1, language) }.joined(separator: " x ")
        }
    }
}
