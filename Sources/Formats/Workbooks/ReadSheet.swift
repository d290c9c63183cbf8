/// A sheet of a workbook that was read.
package struct ReadSheet: Sendable {
    /// What stands in a cell.
    package enum Content: Hashable, Sendable {
        case text(String)
        /// A number; whether it is shown as a percentage.
        case number(Double, isPercentage: Bool)
        /// A number that is shown as a date.
        case date(year: Int, month: Int, day: Int)
        case flag(Bool)
        /// What a formula came to where it has no value: `#N/A`.
        case error(String)
        /// A formula that no program has computed.
        case notComputed
    }

    package let name: String
    package let isHidden: Bool
    /// Cells that hold anything.
    package internal(set) var cells: [CellPlace: Content] = [:]
    /// Merged cells; what they hold stands in the first.
    package internal(set) var merged: [CellRange] = []

    /// A row with its cells from left to right.
    package struct Line: Sendable {
        package let row: Int
        package let cells: [(column: Int, content: Content)]
    }

    /// The rows that hold anything, in order.
    ///
    /// - Complexity: O(n log n) in the number of cells.
    package var lines: [Line] {
        Dictionary(grouping: cells, by: \.key.row).sorted { $0.key < $1.key }.map { row, cells in
            Line(
                row: row,
                cells: cells.map { ($0.key.column, $0.value) }.sorted { $0.0 < $1.0 })
        }
    }
}

/// Why a workbook cannot be read.
package enum WorkbookFault: Error, Equatable, Sendable {
    /// No archive, or one without the parts of a workbook.
    case notAWorkbook
    /// An older or encrypted file of a spreadsheet program.
    case olderOrLocked
    /// An archive or a part of it that is damaged.
    case damaged(part: String)
    /// A part declares a document type, which may define entities without end.
    case declaresEntities(part: String)
    /// Inflated, it is larger than any workbook that people fill in.
    case tooLarge
}
