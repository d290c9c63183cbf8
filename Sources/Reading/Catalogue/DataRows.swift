import Formats
import Quantities

/// A shipped table that is not named by a scenario, read as carefully as those that are.
///
/// Numbers have decimal points, as everywhere in the data folder; an empty cell means that nothing
/// was found. Only the rows that are asked for are judged, but each of their cells is.
struct DataTable {
    struct Columns {
        /// Which together name a row; the first is the one that is asked for.
        let key: [String]
        let numbers: [(name: String, range: ClosedRange<Double>)]
        /// Columns of texts.
        var texts: [String] = []
        /// A column, and those of the lower and upper end of its range.
        var ranges: [(value: String, low: String, high: String)] = []
    }

    let session: ReadingSession
    private let table: CSVTable
    private let columns: Columns

    /// Reads a table of the data folder.
    ///
    /// - Throws: ``InputFaults`` where it is missing, is no table or lacks a column.
    init(_ file: String, _ columns: Columns, in workspace: Workspace) throws(InputFaults) {
        session = ReadingSession(files: workspace.files)
        let reader = CSVReader(session: session)
        let names = columns.key + columns.numbers.map(\.name) + columns.texts
        guard let table = reader.table(workspace.data.file(file)), reader.has(names, table) else {
            throw InputFaults(session.diagnostics)
        }
        self.table = table
        self.columns = columns
    }

    /// The rows whose first key is a text, in the order of the file.
    ///
    /// - Throws: ``InputFaults`` with each of their cells that is not what its column holds, and
    ///   each row that stands twice.
    func rows(of member: String) throws(InputFaults) -> DataRows {
        try rows { $0 == member }
    }

    /// The rows whose first key is one of some texts.
    ///
    /// - Throws: as ``rows(of:)`` does.
    func rows(of members: Set<String>) throws(InputFaults) -> DataRows {
        try rows { members.contains($0) }
    }

    /// The rows of a region and of those inside it.
    ///
    /// - Throws: as ``rows(of:)`` does.
    func rows(within region: RegionCode) throws(InputFaults) -> DataRows {
        try rows { code in RegionCode(code).map { region.contains($0) } ?? false }
    }

    /// The rows whose first key is one that is asked for.
    private func rows(_ isAsked: (String) -> Bool) throws(InputFaults) -> DataRows {
        let first = table.index(of: columns.key[0]) ?? 0
        let rows = table.rows.filter { isAsked($0.cells[first].text) }.map { row in
            DataRows.Row(
                cells: Dictionary(zip(table.header, row.cells), uniquingKeysWith: { $1 }))
        }
        var seen: [[String]: Int] = [:]
        for row in rows {
            let name = columns.key.map { row[$0] }
            let cell = row.cells[columns.key[0]]
            if let cell, let line = seen.updateValue(cell.position.line, forKey: name) {
                session.fault(
                    cell.position, Phrase.rowTwice(name.filter { !$0.isEmpty }),
                    hint: Phrase.firstWritten(line))
            }
            check(row)
        }
        try stop()
        return DataRows(rows: rows)
    }

    /// - Throws: ``InputFaults`` where anything was noted.
    func stop() throws(InputFaults) {
        if session.diagnostics.hasErrors { throw InputFaults(session.diagnostics) }
    }

    /// Notes the cells of a row that are not what their columns hold.
    private func check(_ row: DataRows.Row) {
        for (name, range) in columns.numbers {
            guard let cell = row.cells[name], !cell.text.isEmpty else { continue }
            do throws(NumberTextFault) {
                let number = try parseDouble(cell.text, locale: .english)
                guard !range.contains(number) else { continue }
                session.fault(cell.position, Phrase.outOfRange(name, number, range))
            } catch {
                if let comma = try? parseNumber(cell.text, locale: .indonesian) {
                    session.fault(
                        cell.position,
                        Phrase(
                            id: "'\(cell.text)' memakai koma; tabel di folder data memakai titik"
                                + " desimal",
                            en: "'\(cell.text)' has a comma; tables of the data folder have decimal"
                                + " points"
                        ),
                        hint: Phrase.didYouMean("\(comma)"))
                    continue
                }
                session.fault(
                    cell.position, Phrase.number(error),
                    hint: Phrase.numberHint(error, .english, nil))
            }
        }
        for (name, low, high) in columns.ranges {
            guard let cell = row.cells[name], let value = row.number(name),
                let low = row.number(low), let high = row.number(high),
                !(low <= value && value <= high)
            else { continue }
            session.fault(
                cell.position,
                Phrase(
                    "nilai \(plain: value) tidak terletak di antara ujung rentangnya,"
                        + " \(plain: low) dan \(plain: high)",
                    en: "value \(plain: value) does not lie between the ends of its range,"
                        + " \(plain: low) and \(plain: high)"
                ))
        }
    }
}

/// The rows of a shipped table that speak of one region, or of those inside it.
struct DataRows {
    struct Row {
        let cells: [String: CSVCell]

        /// The text in a column that ``DataTable/Columns`` names, so that the table has it.
        subscript(column: String) -> String {
            guard let cell = cells[column] else {
                preconditionFailure("column '\(column)' is read but not asked for")
            }
            return cell.text
        }

        /// The number in a column; nil for an empty cell, and for one that was told as a fault.
        func number(_ column: String) -> Double? {
            try? parseDouble(self[column], locale: .english)
        }
    }

    /// In the order of the file.
    let rows: [Row]

    /// The row of a member in a column; nil where there is none.
    func first(_ column: String, _ member: String) -> Row? {
        rows.first { $0[column] == member }
    }

    func of(_ column: String, _ member: String) -> [Row] { rows.filter { $0[column] == member } }

    /// The members of a column that have a number above zero in some row.
    func members(_ column: String, with number: String) -> Set<String> {
        Set(rows.filter { ($0.number(number) ?? 0) > 0 }.map { $0[column] })
    }
}
