import Analysis
import Quantities

/// Writes the cells of a result table for people: thousands marked, shares in percent.
///
/// Units stand in headings; only a percentage carries its mark.
struct CellText {
    /// Whose words and number marks are used.
    let language: Language
    /// Of amounts of money.
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

    /// The cells of a column.
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

    /// A name that the catalogue lacks, such as a scenario's, as it is.
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
