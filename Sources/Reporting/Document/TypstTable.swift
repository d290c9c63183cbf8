import Quantities

/// A result table set by Typst: names to the left, numbers to the right, the heading again on every
/// page, rows of totals in bold.
struct TypstTable {
    private let headings: [String]
    /// By column.
    private let cells: [[String]]
    private let standsRight: [Bool]
    private let isTotal: [Bool]

    /// Points of a character, of the space around a cell, and of a line on an upright page.
    private static let (character, inset, line) = (4.5, 8.0, 470.0)
    /// Texts of more characters share what other columns leave, but get at least so many.
    private static let (long, least) = (22, 16)

    init(
        _ table: ResultTable, in language: Language, scale: MoneyScale, hasUnits: Bool
    ) {
        let writer = CellText(language: language, scale: scale)
        headings = table.columns.map { column in
            let heading = writer.heading(column)
            return heading.name + (hasUnits ? heading.unit.map { " (\($0))" } ?? "" : "")
        }
        cells = table.columns.map { writer.cells($0).map(Self.breakable) }
        standsRight = table.columns.map(\.standsRight)
        isTotal = (0..<table.rowCount).map { row in
            table.keys.contains { key in
                if case .text(let cells) = key.cells { cells[row] == "all" } else { false }
            }
        }
    }

    /// A text in which lines may break behind a slash, as in addresses.
    private static func breakable(_ text: String) -> String {
        text.replacing("/", with: "/\u{200B}")
    }

    /// Whether the columns need a turned page.
    var isWide: Bool {
        let points = cells.indices.map { column in
            isLong(column) ? Self.points(max(word(column), Self.least)) : width(column)
        }
        return points.reduce(0, +) > Self.line
    }

    private static func points(_ characters: Int) -> Double {
        Double(characters) * character + inset
    }

    /// The longest cell, or the longest word of the heading.
    private func width(_ column: Int) -> Double {
        Self.points(max(longest(column), word(column)))
    }

    private func longest(_ column: Int) -> Int { cells[column].map(\.count).max() ?? 0 }

    /// The longest word of a column, where lines break no further.
    private func word(_ column: Int) -> Int {
        (cells[column] + [headings[column]]).flatMap { text in
            text.split { $0 == " " || $0 == "\u{200B}" }.map(\.count)
        }
        .max() ?? 0
    }

    private func isLong(_ column: Int) -> Bool {
        !standsRight[column] && longest(column) > max(Self.long, word(column))
    }

    var source: String {
        let sides = standsRight.map { $0 ? "right" : "left" }
        let widths = cells.indices.map { column in
            isLong(column) ? "\(min(longest(column), 60))fr" : "\(width(column))pt"
        }
        let rows = isTotal.indices.map { row in
            let texts = cells.map { TypstText.string($0[row]) }
            return (isTotal[row] ? texts.map { "strong(\($0))" } : texts).joined(separator: ", ")
        }
        let head = headings.map { "head(\(TypstText.string($0)))" }.joined(separator: ", ")
        return """
            #numbers(
              columns: (\(widths.joined(separator: ", ")),),
              align: (\(sides.joined(separator: ", ")),),
              table.header(\(head)),
            \(rows.map { "  \($0),\n" }.joined()))
            """
    }
}
