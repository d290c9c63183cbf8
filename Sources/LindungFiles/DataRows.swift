import Policy
import Quantities

/// The rows of a shipped table that speak of one region, or of those inside it.
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
        self.init(file, in: workspace, where: column) { $0 == region }
    }

    /// The rows of a region and of those inside it.
    init(_ file: String, in workspace: Workspace, where column: String, within region: RegionCode) {
        self.init(file, in: workspace, where: column) { code in
            RegionCode(code).map { region.contains($0) } ?? false
        }
    }

    /// The rows whose cell in a column is one that is asked for.
    private init(
        _ file: String, in workspace: Workspace, where column: String,
        _ isAsked: (String) -> Bool
    ) {
        let session = ReadingSession(files: workspace.files)
        let path = workspace.data.file(file)
        guard let table = CSVReader(session: session).table(path),
            let place = table.index(of: column)
        else {
            rows = []
            return
        }
        rows = table.rows.filter { isAsked($0.cells[place].text) }.map { row in
            Row(
                cells: Dictionary(
                    zip(table.header, row.cells.map(\.text)), uniquingKeysWith: { $1 }))
        }
    }

    /// The row of a member in a column; nil where there is none.
    func first(_ column: String, _ member: String) -> Row? {
        rows.first { $0[column] == member }
    }

    /// The rows of a member in a column.
    func of(_ column: String, _ member: String) -> [Row] { rows.filter { $0[column] == member } }

    /// The members of a column that have a number above zero in some row.
    func members(_ column: String, with number: String) -> Set<String> {
        Set(rows.filter { ($0.number(number) ?? 0) > 0 }.map { $0[column] })
    }
}
