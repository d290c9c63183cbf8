import Formats
import Quantities

/// Writes result tables as Markdown (the table form of CommonMark's common extension).
///
///     | tahun | dibayar (Rp) |
///     |:---|---:|
///     | 2025 | 1.214.236.800 |
package struct MarkdownWriter: Sendable {
    package let language: Language

    package init(language: Language) {
        self.language = language
    }

    /// The table: a heading row, a rule that sets the alignment, and the rows.
    ///
    /// - Parameters:
    ///   - hasUnits: whether headings name units.
    ///   - isWhole: whether money stands in whole rupiah, as in files; reports are for reading.
    package func text(
        _ table: ResultTable, hasUnits: Bool = true, isWhole: Bool = true
    ) -> String {
        let writer = CellText(
            language: language, scale: isWhole ? .whole : MoneyScale(table))
        let headings = table.columns.map { column in
            let heading = writer.heading(column)
            let unit = hasUnits ? heading.unit : nil
            return heading.name + (unit.map { " (\($0))" } ?? "")
        }
        let rules = table.columns.map { $0.standsRight ? "---:" : ":---" }
        let columns = table.columns.map(writer.cells)
        var lines = [line(headings), "|" + rules.joined(separator: "|") + "|"]
        for row in 0..<table.rowCount { lines.append(line(columns.map { $0[row] })) }
        return lines.joined(separator: "\n")
    }

    private func line(_ cells: [String]) -> String {
        "| " + cells.map(escaped).joined(separator: " | ") + " |"
    }

    /// A cell without what would end it or its row.
    private func escaped(_ cell: String) -> String {
        Self.escaped(cell).replacing("|", with: "\\|")
    }

    /// A text that stands in a document as it is: one line, and nothing of it is a link, a mark of
    /// HTML or code.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in ControlCharacters.flat(text) {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case "\\", "`", "*", "[", "]": escaped += "\\" + String(character)
            default: escaped.append(character)
            }
        }
        return escaped
    }
}

package enum TableFormat: String, Sendable, CaseIterable {
    case table
    case csv
    case json
    case md

    /// The ending of a file in this form; a folder gets no terminal tables but CSV.
    package var fileExtension: String { self == .table ? Self.csv.rawValue : rawValue }

    package func bytes(
        _ table: ResultTable, in language: Language, marks: CSVMarks = .plain
    ) -> [UInt8] {
        switch self {
        case .table, .csv: CSVWriter.bytes(table, marks: marks)
        case .json: JSONWriter.bytes(table)
        case .md: Array((MarkdownWriter(language: language).text(table) + "\n").utf8)
        }
    }

    /// How a folder's description of its tables calls the form.
    func form(_ marks: CSVMarks) -> DataPackage.Form {
        switch self {
        case .table, .csv: .csv(marks)
        case .json: .json
        case .md: .markdown
        }
    }
}
