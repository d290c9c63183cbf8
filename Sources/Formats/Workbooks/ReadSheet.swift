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

    /// The rows that hold anything, in order.
    package var rows: [Int] { Set(cells.keys.map(\.row)).sorted() }

    /// The cells of a row, from left to right.
    package func row(_ row: Int) -> [(column: Int, content: Content)] {
        cells.filter { $0.key.row == row }.map { ($0.key.column, $0.value) }
            .sorted { $0.0 < $1.0 }
    }

    /// Of merged cells the whole range, of another cell none.
    package func merge(at place: CellPlace) -> CellRange? { merged.first { $0.contains(place) } }
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
