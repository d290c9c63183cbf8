import Quantities

/// In what the money of a table is shown to people: `Rp juta`, with one decimal.
///
/// One scale for the whole table, so that its columns and rows can be compared at a glance; the
/// largest amount decides. Files for programs have whole rupiah.
struct MoneyScale: Equatable {
    /// What amounts are divided by; 1 for whole rupiah.
    let divisor: Double
    /// The size in words; nil for whole rupiah.
    let word: Phrase?

    /// Whole rupiah.
    static let whole = MoneyScale(largest: 0)

    /// The largest size in which an amount still has three digits before the decimal mark.
    init(largest: Double) {
        let size = Self.sizes.first { abs(largest) >= $0.0 * 100 }
        divisor = size?.0 ?? 1
        word = size?.1
    }

    /// The scale of a table's amounts; prices, such as rupiah for a person-month, have none.
    init(_ table: ResultTable) {
        let amounts = table.measures.filter { Self.scales($0.unit) }.flatMap { column -> [Double] in
            switch column.cells {
            case .rupiah(let cells): cells.map { Double($0.amount) }
            case .number(let cells): cells.filter(\.isFinite)
            case .text, .whole: []
            }
        }
        self.init(largest: amounts.map(abs).max() ?? 0)
    }

    /// From the largest down.
    private static let sizes: [(Double, Phrase)] = [
        (1e12, Phrase.trillion), (1e9, Phrase.billion), (1e6, Phrase.million),
    ]

    /// Whether numbers of a unit are amounts.
    static func scales(_ unit: Unit?) -> Bool { unit == .rupiah || unit == .rupiahPerYear }

    /// An amount in the scale, without its unit.
    func text(_ rupiah: Double, _ language: Language) -> String {
        language.numbers.format(rupiah / divisor, decimals: word == nil ? 0 : 1)
    }

    /// A difference in the scale, with its sign.
    func signed(_ rupiah: Double, _ language: Language) -> String {
        let text = text(rupiah, language)
        return rupiah > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
    }

    /// `Rp` as `Rp juta`.
    func heading(_ unit: Phrase) -> Phrase {
        guard let word else { return unit }
        return Phrase { "Rp \(word[$0])" + unit[$0].dropFirst(2) }
    }
}
