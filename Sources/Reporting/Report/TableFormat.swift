import Formats
import Quantities

/// The forms in which a result table is given.
public enum TableFormat: String, Sendable, CaseIterable {
    /// For reading in a terminal.
    case table
    /// For programs and spreadsheets.
    case csv
    /// For programs, with types and units.
    case json
    /// Markdown.
    case md

    /// The ending of a file in this form; a folder gets no terminal tables but CSV.
    public var fileExtension: String { self == .table ? Self.csv.rawValue : rawValue }

    /// The table as a file's content.
    public func bytes(
        _ table: ResultTable, in language: Language, marks: CSVMarks = .plain
    ) -> [UInt8] {
        switch self {
        case .table, .csv: CSVWriter.bytes(table, marks: marks)
        case .json: JSONWriter.bytes(table)
        case .md: Array((MarkdownWriter(language: language).text(table) + "\n").utf8)
        }
    }
}
