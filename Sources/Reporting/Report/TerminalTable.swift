import Formats
import Foundation
import Quantities

/// Sets a result table for a terminal: columns aligned, rules above and below.
///
/// A table wider than the window is set in blocks, each of which repeats the key columns.
///
///     ──────────────────────
///     tahun  tagihan  dibayar
///               (Rp)     (Rp)
///     ──────────────────────
///     2025    16.800   16.800
///     ──────────────────────
package struct TerminalTable: Sendable {
    /// A column as it will stand: heading lines, cells, width.
    private struct Column {
        /// Lines of the heading, units last; as many in every column.
        let heading: [String]
        let cells: [String]
        let isRight: Bool
        let isKey: Bool
        let width: Int

        /// A column as wide as its widest line.
        init(_ heading: [String], _ cells: [String], isRight: Bool, isKey: Bool) {
            self.heading = heading
            self.cells = cells
            self.isRight = isRight
            self.isKey = isKey
            width = (heading + cells).map(\.count).max() ?? 0
        }
    }

    private static let gap = 2

    /// Keys first.
    private let columns: [Column]
    /// Rows without headings.
    private let rowCount: Int
    private let style: TerminalStyle
    /// Rows labelled `total`, `all` or `needs`, set in bold below a rule.
    private let totals: Set<Int>
    private let isBrief: Bool

    /// - Parameters:
    ///   - hasUnits: whether units stand below the headings.
    ///   - isWhole: whether money stands in whole rupiah, however large it is.
    ///   - isBrief: whether the rules at its upper and lower end are left out.
    package init(
        _ table: ResultTable, in language: Language, style: TerminalStyle = TerminalStyle(),
        hasUnits: Bool = true, isWhole: Bool = false, isBrief: Bool = false
    ) {
        self.isBrief = isBrief
        let writer = CellText(
            language: language, scale: isWhole ? .whole : MoneyScale(table))
        let headings = table.columns.map(writer.heading)
        let hasUnits = hasUnits && headings.contains { $0.unit != nil }
        let cells = Self.fitted(
            table.columns.map(writer.cells), headings.prefix(table.keys.count).map(\.name),
            style.width)
        let names = zip(headings, cells).map { heading, cells in
            Self.wrapped(heading.name, to: max(12, cells.map(\.count).max() ?? 0))
        }
        let depth = names.map(\.count).max() ?? 1
        columns = table.columns.indices.map { index in
            let blank = Array(repeating: "", count: depth - names[index].count)
            let units = hasUnits ? [headings[index].unit.map { "(\($0))" } ?? ""] : []
            return Column(
                blank + names[index] + units, cells[index],
                isRight: table.columns[index].standsRight, isKey: index < table.keys.count)
        }
        rowCount = table.rowCount
        self.style = style
        totals = Set(
            (0..<table.rowCount).filter { row in
                let label = table.columns.first?.cells.text(at: row)
                return ["total", "all", "needs"].contains(label)
            })
    }

    /// Cells cut so that any column fits beside the key columns, which stand first.
    private static func fitted(
        _ cells: [[String]], _ keys: [String], _ limit: Int?
    ) -> [[String]] {
        guard let limit else { return cells }
        let used = zip(keys, cells).reduce(0) { used, key in
            used + gap + max(key.0.count, key.1.map(\.count).max() ?? 0)
        }
        let room = max(20, limit - used)
        return cells.map { column in
            column.map { $0.count > room ? $0.prefix(room - 1) + "…" : $0 }
        }
    }

    package var text: String {
        blocks.map(lines).map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    /// Columns that fit beside each other, keys in every block.
    private var blocks: [[Column]] {
        guard let limit = style.width else { return [columns] }
        let keys = columns.filter(\.isKey)
        let start = keys.reduce(0) { $0 + $1.width + Self.gap }
        var blocks: [[Column]] = []
        var used = 0
        for column in columns where !column.isKey {
            if blocks.isEmpty || used + column.width + Self.gap > limit + Self.gap {
                blocks.append(keys)
                used = start
            }
            blocks[blocks.count - 1].append(column)
            used += column.width + Self.gap
        }
        return blocks.isEmpty ? [keys] : blocks
    }

    private func lines(_ block: [Column]) -> [String] {
        let width = block.reduce(-Self.gap) { $0 + $1.width + Self.gap }
        let rule = style.faint(String(repeating: "─", count: max(width, 0)))
        let depth = block.first?.heading.count ?? 0
        var lines = isBrief ? [] : [rule]
        for part in 0..<depth {
            let text = line(block) { $0.heading[part] }
            lines.append(style.bold(text))
        }
        lines.append(rule)
        for row in 0..<rowCount {
            if totals.contains(row), row > 0, !totals.contains(row - 1) { lines.append(rule) }
            let text = line(block) { $0.cells[row] }
            lines.append(totals.contains(row) ? style.bold(text) : text)
        }
        if !isBrief { lines.append(rule) }
        return lines
    }

    /// A line of a block, without blanks at its end.
    private func line(_ block: [Column], _ cell: (Column) -> String) -> String {
        let cells = block.map { Self.padded(cell($0), to: $0.width, right: $0.isRight) }
        let joined = cells.joined(separator: String(repeating: " ", count: Self.gap))
        return String(joined.reversed().drop { $0 == " " }.reversed())
    }

    /// A text in lines of at most that many characters, broken between words.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    /// A text with blanks up to a width, before it or after it.
    static func padded(_ text: String, to width: Int, right: Bool) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return right ? blanks + text : text + blanks
    }
}

package struct TerminalStyle: Sendable, Equatable {
    /// Columns of text that fit; nil where there is no limit, as in a file.
    package let width: Int?
    package let isColoured: Bool

    /// - Parameters:
    ///   - width: nil for no limit.
    ///   - isColoured: false for text that may be kept.
    package init(width: Int? = nil, isColoured: Bool = false) {
        self.width = width
        self.isColoured = isColoured
    }

    /// The style of a stream: its window's width, colour only on a terminal and without `NO_COLOR`
    /// (no-color.org).
    package static func of(
        _ descriptor: Int32,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> TerminalStyle {
        guard isatty(descriptor) == 1 else {
            return TerminalStyle(width: environment["COLUMNS"].flatMap { Int($0) })
        }
        var size = winsize()
        let known = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isPlain =
            !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return TerminalStyle(width: known ? Int(size.ws_col) : 80, isColoured: !isPlain)
    }

    /// Codes that ``wrapped(_:_:)`` writes.
    private static let codes = ["0", "1", "2", "36"].map { "\u{1B}[\($0)m" }

    /// A text for a terminal, in which control characters are shown and not obeyed, but for the
    /// codes of weights and colours.
    package static func shown(_ text: String) -> String {
        guard ControlCharacters.hasAny(text) else { return text }
        let parts = text.split(separator: "\u{1B}", omittingEmptySubsequences: false)
        let rest = parts.dropFirst().map { part -> String in
            let code = codes.first { ("\u{1B}" + part).hasPrefix($0) } ?? "\u{1B}"
            let own = code.count > 1 ? code : "\\u{1b}"
            return own + ControlCharacters.shown(String(part.dropFirst(code.count - 1)))
        }
        return ControlCharacters.shown(String(parts[0])) + rest.joined()
    }

    /// A heading above a table.
    package func heading(_ text: String) -> String { bold(text) }

    func bold(_ text: String) -> String { wrapped(text, "1") }
    func faint(_ text: String) -> String { wrapped(text, "2") }
    func cyan(_ text: String) -> String { wrapped(text, "36") }

    private func wrapped(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
