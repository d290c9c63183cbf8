import Policy
import Quantities

/// The rows of a shipped table that speak of one region.
struct DataRows {
    /// One row's cells by column.
    struct Row {
        /// Texts by the name of their column.
        let cells: [String: String]

        /// The text in a column, empty where the table has no such column.
        subscript(column: String) -> String { cells[column] ?? "" }

        /// The number in a column; nil for an empty cell.
        func number(_ column: String) -> Double? { Double(self[column]) }
    }

    /// In the order of the file; empty where the table or its column is missing.
    let rows: [Row]

    /// - Parameter column: the one that names the region; rows without a match are left out.
    init(_ file: String, in workspace: Workspace, where column: String, is region: String) {
        let session = ReadingSession(files: workspace.files)
        let path = workspace.data.file(file)
        guard let table = CSVReader(session: session).table(path),
            let place = table.index(of: column)
        else {
            rows = []
            return
        }
        rows = table.rows.filter { $0.cells[place].text == region }.map { row in
            Row(
                cells: Dictionary(
                    zip(table.header, row.cells.map(\.text)), uniquingKeysWith: { $1 }))
        }
    }

    /// The row of a member in a column; nil where there is none.
    func first(_ column: String, _ member: String) -> Row? {
        rows.first { $0[column] == member }
    }
}
