/// One cell of a CSV file with its place.
struct CSVCell {
    /// Without quotes and without blanks around it.
    let text: String
    /// Where the cell begins, with its quote.
    let position: Position
}

/// A row of a CSV file; as many cells as the header has columns.
struct CSVRow {
    /// Where the row begins.
    let position: Position
    /// In the order of the header.
    let cells: [CSVCell]
}

/// A CSV file: a header and rows.
///
/// All cells are texts: `35.10` keeps its zero, and what a number means is left to its reader.
struct CSVTable {
    /// The file, as its reader would name it.
    let file: String
    /// The header's place.
    let position: Position
    /// Column names as written; empty for columns without a name.
    let header: [String]
    /// Without the header, in the order of the file.
    let rows: [CSVRow]

    /// Where a column stands; nil where the table has none of that name.
    func index(of column: String) -> Int? { header.firstIndex(of: column) }
}

/// Reads CSV files after RFC 4180, with `,` or `;` between cells, noting every fault.
///
/// Written here because a ragged row, an open quote and the line of each cell must be known to
/// name the place of a fault.
///
/// A package for CSV would have to give raw rows, ragged ones included, and the place of each cell;
/// the ones at hand fill ragged rows up, accept an open quote at the end of the file, and forget
/// places.
struct CSVReader {
    /// Where faults are noted and tables kept.
    let session: ReadingSession

    /// Reads a table; nil where it cannot be used. Each file is read once in a session.
    ///
    /// - Parameters:
    ///   - path: as its author named it, seen from the root of the session's files.
    ///   - place: the entry that names the table, where a missing file is told.
    func table(_ path: String, namedAt place: Position? = nil) -> CSVTable? {
        if let known = session.tables[path] { return known }
        let table = session.source(path, namedAt: place).flatMap(parse)
        session.tables[path] = .some(table)
        return table
    }

    /// Whether a table has all columns that are needed; the first missing one is noted.
    func has(_ columns: [String], _ table: CSVTable) -> Bool {
        guard let missing = columns.first(where: { table.index(of: $0) == nil }) else {
            return true
        }
        session.fault(
            table.position, Messages.noColumn(missing, file: table.file),
            hint: Messages.columns(table.header))
        return false
    }

    /// Cuts a text into rows as wide as the header; nil where that cannot be done.
    ///
    /// Of many ragged rows ten are told: they usually have one cause.
    ///
    /// Faults: broken quotes; no record at all; two columns of one name; rows wider or narrower
    /// than the header. A table with any of them is not used: cells might stand under the wrong
    /// column.
    private func parse(_ source: SourceText) -> CSVTable? {
        var scanner = CSVScanner(source)
        var records: [CSVRow] = []
        do {
            while let record = try scanner.next() { records.append(record) }
        } catch {
            session.fault(error.position, Messages.csv(error), hint: Messages.csvHint(error))
            return nil
        }
        guard let header = records.first else {
            session.fault(Position(file: source.file), Messages.emptyFile)
            return nil
        }
        let names = header.cells.map(\.text)
        guard headerIsSound(header) else { return nil }
        let rows = records.dropFirst()
        let ragged = rows.filter { $0.cells.count != names.count }
        for row in ragged.prefix(10) { noteRagged(row, names.count, isLast: row.isLast(of: rows)) }
        guard ragged.isEmpty else { return nil }
        return CSVTable(
            file: source.file, position: header.position, header: names, rows: Array(rows))
    }

    /// Whether no two columns share a name.
    private func headerIsSound(_ header: CSVRow) -> Bool {
        var seen: Set<String> = []
        for cell in header.cells where !cell.text.isEmpty && !seen.insert(cell.text).inserted {
            session.fault(cell.position, Messages.duplicateColumn(cell.text))
            return false
        }
        return true
    }

    /// Tells how wide the row is and what is the likely cause.
    private func noteRagged(_ row: CSVRow, _ expected: Int, isLast: Bool) {
        let count = row.cells.count
        let hint =
            count > expected
            ? Messages.tooManyCells : isLast ? Messages.truncated : Messages.tooFewCells
        session.fault(row.position, Messages.ragged(count, expected: expected), hint: hint)
    }
}

extension CSVRow {
    /// Whether nothing follows the row.
    fileprivate func isLast(of rows: ArraySlice<CSVRow>) -> Bool {
        rows.last?.position == position
    }
}
