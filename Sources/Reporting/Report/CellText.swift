import Analysis
import Exploration
import Formats
import Policy
import Quantities

/// Writes the cells of a result table for people: thousands marked, shares in percent.
///
/// Units stand in headings; only a percentage carries its mark.
struct CellText {
    let language: Language
    var scale = MoneyScale.whole

    /// The heading of a column: what it is, and its unit where it has one to show.
    func heading(_ column: ResultTable.Column) -> (name: String, unit: String?) {
        let label = ColumnName.heading(column.name)?[language] ?? plainName(column)
        if Self.isPoints(column) { return (label, Phrase.points[language]) }
        return (label, column.unit.flatMap { unit($0)?[language] })
    }

    /// A unit as it stands in a heading, in the scale of amounts.
    func unit(_ unit: Unit) -> Phrase? {
        let heading = unit.heading
        return MoneyScale.scales(unit) ? heading.map(scale.heading) : heading
    }

    /// Whether a column holds differences of shares: percentage points, not percent.
    private static func isPoints(_ column: ResultTable.Column) -> Bool {
        guard case .number = column.cells, column.unit == .share else { return false }
        return differences.contains(column.name)
    }

    /// Columns of shares that are differences of shares.
    private static let differences: Set<String> = [
        "poverty_p1_error_share", "poverty_p2_error_share", "poverty_change_share",
        "poverty_growth_share", "poverty_redistribution_share", "poverty_residual_share",
        "poverty_shapley_growth_share", "poverty_shapley_redistribution_share",
    ]

    func cells(_ column: ResultTable.Column) -> [String] {
        switch column.cells {
        case .text(let cells): cells.map { Phrase.cell($0, of: column.name)?[language] ?? $0 }
        case .whole(let cells): cells.map { whole($0, column) }
        case .rupiah(let cells): cells.map { scale.text(Double($0.amount), language) }
        case .number(let cells) where MoneyScale.scales(column.unit):
            cells.map { scale.text($0, language) }
        case .number(let cells) where Self.isPoints(column):
            cells.map { language.numbers.format($0 * 100, decimals: 2) }
        case .number(let cells) where column.name.hasPrefix("poverty_"):
            // Two decimals, as BPS publishes them; P2 would be nothing with one.
            cells.map { $0.isNaN ? "–" : language.numbers.percent($0, decimals: 2) }
        case .number(let cells): cells.map { number($0, column.unit ?? .factor) }
        }
    }

    /// A number with as many decimals as its unit deserves.
    func number(_ value: Double, _ unit: Unit) -> String {
        guard !value.isNaN else { return "–" }
        return switch unit {
        case .share: language.numbers.percent(value)
        case .percent: language.numbers.format(value, decimals: 1) + " %"
        case .perYear: language.numbers.format(value, decimals: 4)
        case .factor: language.numbers.format(value, decimals: 3)
        default: language.numbers.format(value)
        }
    }

    /// Years and other labels have no thousands marks.
    private func whole(_ value: Int, _ column: ResultTable.Column) -> String {
        column.unit == nil ? String(value) : language.numbers.format(Int64(value))
    }

    private func plainName(_ column: ResultTable.Column) -> String {
        guard let unit = column.unit, column.name.hasSuffix("_" + unit.columnSuffix) else {
            return column.name
        }
        let name = column.name.dropLast(unit.columnSuffix.count + 1)
        return String(name.replacing("_", with: " "))
    }
}

extension ResultTable.Column {
    /// Whether the cells stand to the right: numbers do, words do not, and texts of a measure do
    /// where all of them are numbers with a sign or a unit's mark.
    var standsRight: Bool {
        guard case .text(let cells) = cells else { return true }
        guard let unit, unit != .word, !cells.isEmpty else { return false }
        return cells.allSatisfy { $0.allSatisfy { "0123456789.,+-–% ".contains($0) } }
    }
}

/// Writes what many draws come to as one text: `1,23 miliar (1,10 – 1,40)`, the median before the
/// 90 % range.
///
/// The three numbers have one scale and equally many decimals, so that they can be compared at a
/// glance. The median stands for the figure, not the mean: it always lies inside the range.
struct IntervalText {
    let language: Language
    /// Whether figures are differences, so that those of shares are percentage points.
    var isDifference = false

    /// The text of a figure; a dash where no draw has it, the median alone where all draws agree.
    func text(_ summary: StreamedSummary, _ unit: Unit) -> String {
        guard summary.count > 0 else { return "–" }
        let ends = [summary.quantile(0.05), summary.quantile(0.95)]
        let median = summary.quantile(0.5)
        guard !summary.minimum.isAbout(summary.maximum) else {
            if unit == .share, isDifference { return Phrase.points(median, language) }
            if unit == .rupiah {
                return String(language.money(median).replacing("Rp ", with: ""))
            }
            return CellText(language: language).number(median, unit)
        }
        let size = max(ends[0].magnitude, ends[1].magnitude, median.magnitude)
        let scale = Scale(size, unit, isDifference: isDifference)
        let decimals = scale.decimals(size, between: ends)
        func number(_ value: Double) -> String {
            language.numbers.format(value / scale.divisor, decimals: decimals)
        }
        let middle = number(median) + scale.suffix(language)
        return "\(middle) (\(number(ends[0])) – \(number(ends[1])))"
    }

    /// What numbers are divided by before they are written.
    private struct Scale {
        /// One for numbers that are written as they are.
        let divisor: Double
        let word: Phrase?

        /// Shares in percent; money in thousands of millions and so on.
        init(_ size: Double, _ unit: Unit, isDifference: Bool) {
            if unit == .share {
                (divisor, word) = (
                    0.01, isDifference ? Phrase.points : Phrase(id: "%", en: "%")
                )
            } else if unit.isMoney, let step = Self.steps.first(where: { size >= $0.0 }) {
                (divisor, word) = (step.0, step.1)
            } else {
                (divisor, word) = (1, nil)
            }
        }

        /// From the largest down; the first that a figure reaches is its scale.
        private static let steps: [(Double, Phrase)] = [
            (1e12, Phrase.trillion), (1e9, Phrase.billion), (1e6, Phrase.million),
        ]

        /// One for shares, two for large money; three more where the range is that narrow.
        func decimals(_ size: Double, between ends: [Double]) -> Int {
            guard word != nil else { return unitDecimals(size) }
            let usual = divisor == 0.01 ? 1 : size / divisor < 100 ? 2 : 1
            let width = (ends[1] - ends[0]) / divisor
            return usual + [0.1, 0.01, 0.001].count { width < $0 }
        }

        /// Counts have none; small numbers such as factors have three.
        private func unitDecimals(_ size: Double) -> Int { size < 10 ? 3 : size < 1000 ? 1 : 0 }

        /// The word with a blank before it, nothing where there is none.
        func suffix(_ language: Language) -> String { word.map { " " + $0[language] } ?? "" }
    }
}

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

    func signed(_ rupiah: Double, _ language: Language) -> String {
        let text = text(rupiah, language)
        return rupiah > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
    }

    func heading(_ unit: Phrase) -> Phrase {
        guard let word else { return unit }
        return Phrase { "Rp \(word[$0])" + unit[$0].dropFirst(2) }
    }
}

/// A value as text with what is needed to set it beside others.
struct ValueText: Hashable {
    /// Without its unit.
    let value: String
    let number: Double?
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
