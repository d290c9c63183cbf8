/// One cell of a CSV file with its place.
struct CSVCell {
    /// Without quotes and without blanks around it.
    let text: String
    let position: Position
}

/// A row of a CSV file; as many cells as the header has columns.
struct CSVRow {
    let position: Position
    let cells: [CSVCell]
}

/// A CSV file: a header and rows.
struct CSVTable {
    let file: String
    /// The header's place.
    let position: Position
    let header: [String]
    let rows: [CSVRow]

    /// Where a column stands; nil where the table has none of that name.
    func index(of column: String) -> Int? { header.firstIndex(of: column) }
}

/// Reads CSV files after RFC 4180, with `,` or `;` between cells, noting every fault.
///
/// Written here because a ragged row, an open quote and the line of each cell must be known to
/// name the place of a fault.
struct CSVReader {
    let session: ReadingSession

    /// Reads a table; nil where it cannot be used. Each file is read once in a session.
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

    private func headerIsSound(_ header: CSVRow) -> Bool {
        var seen: Set<String> = []
        for cell in header.cells where !cell.text.isEmpty && !seen.insert(cell.text).inserted {
            session.fault(cell.position, Messages.duplicateColumn(cell.text))
            return false
        }
        return true
    }

    private func noteRagged(_ row: CSVRow, _ expected: Int, isLast: Bool) {
        let count = row.cells.count
        let hint =
            count > expected
            ? Messages.tooManyCells : isLast ? Messages.truncated : Messages.tooFewCells
        session.fault(row.position, Messages.ragged(count, expected: expected), hint: hint)
    }
}

extension CSVRow {
    fileprivate func isLast(of rows: ArraySlice<CSVRow>) -> Bool {
        rows.last?.position == position
    }
}
