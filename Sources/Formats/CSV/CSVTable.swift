import Quantities

/// The bytes of a table and where its cells stand in them.
///
/// A class, shared by all rows: of most tables few cells are looked at, and only those become text.
final class CSVText {
    /// Where a cell stands: without blanks around it, but with the quotes.
    struct Extent {
        let start: Int
        let end: Int
        let isQuoted: Bool
    }

    let file: String
    /// UTF-8, known to be sound.
    let bytes: [UInt8]
    /// Row by row.
    var cells: [Extent] = []

    init(_ source: SourceText) {
        file = source.file
        bytes = Array(source.text.utf8)
    }
}

package struct CSVCell {
    fileprivate let row: CSVRow
    private let extent: CSVText.Extent

    fileprivate init(_ row: CSVRow, _ column: Int) {
        self.row = row
        extent = row.source.cells[row.first + column]
    }

    /// Whether it holds nothing, blanks and quotes aside.
    package var isEmpty: Bool { extent.end - extent.start <= (extent.isQuoted ? 2 : 0) }

    /// Without quotes and without blanks around it.
    package var text: String {
        let bytes = row.source.bytes
        guard extent.isQuoted else {
            return FormulaText.bare(
                String(decoding: bytes[extent.start..<extent.end], as: UTF8.self))
        }
        let inside = String(decoding: bytes[extent.start + 1..<extent.end - 1], as: UTF8.self)
        return FormulaText.bare(inside.replacing("\"\"", with: "\""))
    }

    package var position: Position { row.position(of: extent.start) }
}

/// A row of a CSV file; as many cells as the header has columns.
package struct CSVRow {
    fileprivate let source: CSVText
    /// The first of its bytes.
    fileprivate let start: Int
    fileprivate let line: Int
    /// Where its cells stand among all.
    fileprivate let first: Int
    fileprivate let count: Int

    /// A row of the cells of a text from one of them on.
    init(of source: CSVText, start: Int, line: Int, first: Int) {
        self.source = source
        self.start = start
        self.line = line
        self.first = first
        count = source.cells.count - first
    }

    package var position: Position { Position(file: source.file, line: line, column: 1) }

    /// The position of a byte of the row. Columns are counted in scalars, of which one may have
    /// several bytes.
    func position(of byte: Int) -> Position {
        var (line, column) = (line, 1)
        for byte in source.bytes[start..<byte] {
            if byte == UInt8(ascii: "\n") {
                (line, column) = (line + 1, 1)
            } else if !byte.isContinuation {
                column += 1
            }
        }
        return Position(file: source.file, line: line, column: column)
    }

    /// In the order of the header.
    package var cells: Cells { Cells(row: self) }

    /// The cells of a row, each made when it is asked for.
    package struct Cells: RandomAccessCollection {
        fileprivate let row: CSVRow

        package var startIndex: Int { 0 }
        package var endIndex: Int { row.count }
        package subscript(column: Int) -> CSVCell {
            precondition(column >= 0 && column < row.count, "no column \(column)")
            return CSVCell(row, column)
        }
    }
}

extension UInt8 {
    /// Whether it continues a scalar of UTF-8 that began before it.
    var isContinuation: Bool { self & 0xC0 == 0x80 }
}

/// A CSV file: a header and rows.
///
/// All cells are texts: `35.10` keeps its zero, and what a number means is left to its reader.
package struct CSVTable {
    package let file: String
    package let position: Position
    /// Column names as written; empty for columns without a name.
    package let header: [String]
    package let names: [CSVCell]
    /// Without the header, in the order of the file.
    package let rows: [CSVRow]

    /// A header with the rows below it.
    init(file: String, header: CSVRow, rows: [CSVRow]) {
        (self.file, position, names) = (file, header.position, Array(header.cells))
        self.header = names.map(\.text)
        self.rows = rows
    }

    /// Where a column stands; nil where the table has none of that name.
    package func index(of column: String) -> Int? { header.firstIndex(of: column) }
}

/// Reads CSV files after RFC 4180, with `,`, `;` or tabs between cells, noting every fault.
///
/// What people and spreadsheets put around a table is known for what it is and not read as rows:
/// see ``CSVTrim``.
///
/// Written here because a ragged row, an open quote and the line of each cell must be known to
/// name the place of a fault.
///
/// A package for CSV would have to give raw rows, ragged ones included, and the place of each cell;
/// the ones at hand fill ragged rows up, accept an open quote at the end of the file, and forget
/// places.
package struct CSVReader {
    /// Where faults are noted and tables kept.
    package let session: ReadingSession

    package init(session: ReadingSession) {
        self.session = session
    }

    /// Reads a table; nil where it cannot be used. Each file is read once in a session.
    ///
    /// - Parameters:
    ///   - path: as its author named it, seen from the root of the session's files.
    ///   - place: the entry that names the table, where a missing file is told.
    package func table(_ path: String, namedAt place: Position? = nil) -> CSVTable? {
        if let known = session.tables[path] { return known }
        let table = session.source(path, namedAt: place).flatMap(parse)
        session.tables[path] = .some(table)
        return table
    }

    /// Whether a table has all columns that are needed; the first missing one is noted.
    package func has(_ columns: [String], _ table: CSVTable) -> Bool {
        guard let missing = columns.first(where: { table.index(of: $0) == nil }) else {
            return true
        }
        noteMissing(missing, of: table)
        return false
    }

    func noteMissing(_ column: String, of table: CSVTable) {
        let near = TableColumnName.likest(to: column, in: table)
        session.fault(
            table.position, Phrase.noColumn(column, file: table.file),
            hint: near.map { Phrase.renameColumn($0.text, to: column) }
                ?? Phrase.columns(table.header))
    }

    /// Cuts a text into rows as wide as the header; nil where that cannot be done.
    ///
    /// Of many ragged rows ten are told: they usually have one cause.
    ///
    /// Faults: broken quotes; no record at all; two columns of one name; rows wider or narrower
    /// than the header. A table with any of them is not used: cells might stand under the wrong
    /// column. Rows that are no data are passed over with a warning.
    private func parse(_ source: SourceText) -> CSVTable? {
        var scanner = CSVScanner(source)
        var records: [CSVRow] = []
        do {
            while let record = try scanner.next() { records.append(record) }
        } catch {
            session.fault(error.position, Phrase.csv(error), hint: Phrase.csvHint(error))
            return nil
        }
        let trim = CSVTrim(records)
        guard let header = trim.header else {
            session.fault(Position(file: source.file), Phrase.emptyFile)
            return nil
        }
        for row in trim.passedOver { session.warn(row.position, Phrase.passedOver(row.kind)) }
        guard headerIsSound(header) else { return nil }
        let (rows, count) = (trim.rows, header.cells.count)
        let ragged = rows.filter { $0.cells.count != count }
        for row in ragged.prefix(10) {
            noteRagged(row, count, isLast: rows.last?.position == row.position)
        }
        guard ragged.isEmpty else { return nil }
        return CSVTable(file: source.file, header: header, rows: rows)
    }

    /// Whether no two columns share a name.
    private func headerIsSound(_ header: CSVRow) -> Bool {
        var seen: Set<String> = []
        for cell in header.cells where !cell.text.isEmpty && !seen.insert(cell.text).inserted {
            session.fault(cell.position, Phrase.duplicateColumn(cell.text))
            return false
        }
        return true
    }

    /// The row with the decimal comma that divided a number in quotes; nil where it is not certain
    /// which comma that was.
    private func rejoined(_ row: CSVRow, _ expected: Int) -> String? {
        let cells = row.cells.map(\.text)
        func isDigits(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }
        let cuts = cells.indices.dropLast().filter { place in
            let whole = cells[place].hasPrefix("-") ? cells[place].dropFirst() : cells[place][...]
            return isDigits(String(whole)) && isDigits(cells[place + 1])
        }
        guard cells.count == expected + 1, cuts.count == 1, let cut = cuts.first,
            !cells.contains(where: { $0.contains(",") || $0.contains("\"") })
        else { return nil }
        let number = "\"\(cells[cut]),\(cells[cut + 1])\""
        return (cells[..<cut] + [number] + cells[(cut + 2)...]).joined(separator: ",")
    }

    private func noteRagged(_ row: CSVRow, _ expected: Int, isLast: Bool) {
        let count = row.cells.count
        let hint =
            count > expected
            ? Phrase.tooManyCells(rejoined(row, expected))
            : isLast
                ? Phrase(
                    id: "ini baris terakhir: berkas mungkin terpotong",
                    en: "this is the last row: the file may have been cut off")
                : Phrase(
                    id: "isi kolom yang kurang; nilai kosong tetap butuh tanda pemisah",
                    en: "fill in the columns that are missing; an empty value still needs its"
                        + " separator"
                )
        session.fault(
            row.position,
            Phrase(
                id: "baris ini berisi \(count) kolom, padahal judul tabel berisi \(expected)",
                en: "this row has \(count) columns, but the header has \(expected)"), hint: hint)
    }
}
