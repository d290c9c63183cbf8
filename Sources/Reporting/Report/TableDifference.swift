import Analysis
import Formats
import Quantities

/// Where two tables of one name have other numbers: the rows of one beside those of the other, by
/// their keys.
package struct TableDifference: Sendable {
    /// Numbers of one row, as people read them.
    package struct Row: Sendable {
        /// The keys of the row.
        package let label: String
        package let before: String
        package let after: String
        /// Empty for texts.
        package let difference: String
    }

    /// The rows in which one column differs.
    package struct Part: Sendable {
        package let heading: String
        package let rows: [Row]
    }

    /// As tables are called in files.
    package let name: String
    package let parts: [Part]
    /// How many cells people read alike.
    package let equal: Int
    /// How many rows only one of the tables has.
    package let alone: Int

    package var hasAny: Bool { !parts.isEmpty || alone > 0 }

    /// Aligns two tables by their keys; rows of tables without keys by their places.
    package init(from before: ShownTable, to after: ShownTable, in language: Language) {
        let keys = before.columns.filter { $0.unit == nil }.map(\.name)
        let (first, second) = (before.byKey(keys), after.byKey(keys))
        let shared = first.order.filter { second.rows[$0] != nil }
        alone = first.order.count + second.order.count - 2 * shared.count
        var equal = 0
        var parts: [Part] = []
        for column in before.columns {
            guard let unit = column.unit.map({ Unit(rawValue: $0) ?? .factor }) else { continue }
            var rows: [Row] = []
            for key in shared {
                guard let left = first.rows[key], let right = second.rows[key] else { continue }
                let cells = (left[column.name] ?? nil, right[column.name] ?? nil)
                let writer = DifferenceText(
                    unit: unit == .factor ? Self.unit(of: left) ?? unit : unit, language: language)
                let texts = (writer.cell(cells.0), writer.cell(cells.1))
                guard texts.0 != texts.1 else {
                    equal += 1
                    continue
                }
                rows.append(
                    Row(
                        label: Self.label(left, keys, language), before: texts.0, after: texts.1,
                        difference: writer.between(cells)))
            }
            if !rows.isEmpty {
                parts.append(Part(heading: Self.heading(column, unit, language), rows: rows))
            }
        }
        name = before.name
        (self.parts, self.equal) = (parts, equal)
    }

    /// The unit of a row whose figures have units of their own; nil where it does not tell.
    private static func unit(of row: [String: ShownTable.Cell?]) -> Unit? {
        if let named = (row["unit"] ?? nil)?.text { return Unit(rawValue: named) }
        guard let name = (row["quantity"] ?? nil)?.text else { return nil }
        return quantity(name)?.unit
    }

    private static func quantity(_ name: String) -> Quantity? {
        Quantity.all.first { $0.name == name }
    }

    private static func label(
        _ row: [String: ShownTable.Cell?], _ keys: [String], _ language: Language
    ) -> String {
        keys.compactMap { key -> String? in
            switch row[key] ?? nil {
            case .text(let text):
                (Phrase.cell(text, of: key) ?? quantity(text)?.heading)?[language] ?? text
            case .number(let number): language.numbers.plainDigits(number)
            case nil: nil
            }
        }.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// Of ranges.
    private static let ends = [
        "p05": Phrase(id: "ujung bawah rentang 90 %", en: "low end of the 90 % range"),
        "p50": Phrase(id: "median", en: "median"),
        "p95": Phrase(id: "ujung atas rentang 90 %", en: "high end of the 90 % range"),
        "at_low": Phrase(id: "hasil di nilai rendah", en: "outcome at the low value"),
        "at_base": Phrase(id: "hasil di nilai tengah", en: "outcome at the middle value"),
        "at_high": Phrase(id: "hasil di nilai tinggi", en: "outcome at the high value"),
        "swing": Phrase(id: "lebar perubahan", en: "width of the change"),
    ]

    private static func heading(
        _ column: ShownTable.Column, _ unit: Unit, _ language: Language
    ) -> String {
        let name = (ColumnName.heading(column.name) ?? ends[column.name])?[language] ?? column.name
        return unit.heading.map { "\(name) (\($0[language]))" } ?? name
    }
}

/// Writes cells that are held against each other, and what lies between them.
private struct DifferenceText {
    let unit: Unit
    let language: Language

    func cell(_ cell: ShownTable.Cell?) -> String {
        switch cell {
        case .number(let number) where unit == .share:
            language.numbers.percent(number, decimals: 2)
        case .number(let number): CellText(language: language).number(number, unit)
        case .text(let text): text
        case nil: "–"
        }
    }

    func between(_ cells: (ShownTable.Cell?, ShownTable.Cell?)) -> String {
        guard case .number(let before) = cells.0, case .number(let after) = cells.1 else {
            return ""
        }
        let difference = after - before
        let sign = difference > 0 ? "+" : ""
        if unit == .share {
            let points = language.numbers.format(difference * 100, decimals: 2)
            return "\(sign)\(points) \(Phrase.points[language])"
        }
        return sign + CellText(language: language).number(difference, unit)
    }
}

extension ShownTable {
    fileprivate func byKey(
        _ keys: [String]
    ) -> (order: [[Cell?]], rows: [[Cell?]: [String: Cell?]]) {
        var order: [[Cell?]] = []
        var found: [[Cell?]: [String: Cell?]] = [:]
        for (place, row) in rows.enumerated() {
            let key = keys.isEmpty ? [Cell.number(Double(place))] : keys.map { row[$0] ?? nil }
            if found.updateValue(row, forKey: key) == nil { order.append(key) }
        }
        return (order, found)
    }
}

extension ShownTable.Cell {
    fileprivate var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension NumberLocale {
    /// A key: years have no marks between thousands.
    fileprivate func plainDigits(_ number: Double) -> String {
        Int64(exactly: number).map(String.init) ?? plain(number)
    }
}
