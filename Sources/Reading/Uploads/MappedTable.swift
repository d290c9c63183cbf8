import Analysis
import Formats
import Policy
import Quantities

/// An uploaded table under the names that readers know, with the way back from each of its cells
/// to the one that was sent.
package struct MappedTable: Sendable {
    package let kind: TableKind
    /// As CSV with decimal points.
    package let bytes: [UInt8]
    package let rowCount: Int
    /// Where a table of values is from, for the scenario that names it.
    let source: String
    /// Of the lines below the header: places as sent, and where the cells begin in the line.
    private let lines: [[(place: Position, start: Int)]]

    /// - Parameters:
    ///   - file: as its sender called it.
    ///   - locale: how numbers are written that stand as texts.
    /// - Throws: ``InputFaults`` with every column that is missing and every cell that cannot be
    ///   read.
    package init(
        _ table: UploadedTable, _ mapping: ColumnMapping, of file: String, locale: NumberLocale,
        files: SourceFiles
    ) throws(InputFaults) {
        let session = ReadingSession(files: files)
        let columns = mapping.kind.columns.filter { mapping.places[$0.name] != nil }
        for column in mapping.kind.columns
        where column.isNeeded && mapping.places[column.name] == nil {
            session.fault(
                Position(file: table.name),
                Phrase(
                    "belum ada kolom untuk '\(column.title)'",
                    en: "no column is chosen for '\(column.title)'"))
        }
        let writer = Writer(
            session: session, scalars: ScalarReader(session: session, locale: locale),
            kind: mapping.kind)
        var output = OutputBytes()
        output.append(columns.map(\.name))
        var lines: [[(place: Position, start: Int)]] = []
        for row in table.rows {
            let cells = columns.map { row[mapping.places[$0.name] ?? 0] }
            // Notes below a table, and rows between its parts, have no value.
            let isFilled = zip(columns, cells).contains { $0.isNeeded && $1.content != nil }
            guard isFilled, !cells.contains(where: \.isTotal) else { continue }
            let texts = zip(columns, cells).map { writer.text($1, $0.name) }
            let starts = output.append(texts)
            lines.append(zip(cells, starts).map { ($0.position, $1) })
        }
        if lines.isEmpty { session.fault(Position(file: table.name), Phrase.noRows) }
        guard !session.diagnostics.hasErrors else { throw InputFaults(session.diagnostics) }
        kind = mapping.kind
        bytes = output.bytes
        rowCount = lines.count
        source = table.name == file ? file : "\(file), \(table.name)"
        self.lines = lines
    }

    /// What was said of this table, at the cells that were sent.
    func told(_ diagnostics: [Diagnostic], of path: String) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            let position = diagnostic.position
            guard position.file == path else { return diagnostic }
            let line = position.line - 2
            let place =
                lines.indices.contains(line)
                ? lines[line].last { $0.start <= position.column }?.place
                    ?? lines[line].first?.place
                : nil
            return Diagnostic(
                diagnostic.severity, at: place ?? Position(file: source), diagnostic.message,
                hint: diagnostic.hint)
        }
    }

    /// Writes cells as texts that readers of tables know.
    private struct Writer {
        let session: ReadingSession
        let scalars: ScalarReader
        let kind: TableKind

        func text(_ cell: UploadedTable.Cell, _ column: String) -> String {
            guard let content = cell.content else { return "" }
            if let unit = kind.unit(of: column) { return number(content, cell, unit) }
            switch content {
            case .text(let text): return text.trimmingBlanks
            case .number(let number, _):
                // A spreadsheet program takes 35.70 for a number.
                return column == "region" && number != number.rounded()
                    ? Language.english.numbers.format(number, decimals: 2)
                    : UploadedTable.plain(number)
            case .date(let year, let month, _):
                if column == "year" { return "\(year)" }
                return column == "month" && kind != .monitoring
                    ? "\(month)" : "\(Month(year, month))"
            case .flag, .error, .notComputed:
                session.fault(cell.position, Phrase.unusable(content))
                return ""
            }
        }

        private func number(
            _ content: ReadSheet.Content, _ cell: UploadedTable.Cell, _ unit: Unit
        ) -> String {
            guard !cell.isMerged else {
                session.fault(
                    cell.position,
                    Phrase(
                        id: "sel gabungan: tidak jelas nilai ini milik baris yang mana",
                        en: "merged cells: it is not clear whose row this value belongs to"),
                    hint: Phrase(
                        id: "pisahkan selnya dan isi tiap baris", en: "split them and fill each row"
                    ))
                return ""
            }
            switch content {
            case .number(let number, let isPercentage):
                if isPercentage, !unit.isRelative {
                    session.fault(
                        cell.position,
                        Phrase(
                            "sel ini berformat persen, padahal satuannya \(unit.name)",
                            en: "the cell shows a percentage, but the unit is \(unit.name)"))
                }
                return UploadedTable.plain(number)
            case .text(let text):
                let trimmed = text.trimmingBlanks
                if ["", "-", "–", "—"].contains(trimmed) { return "" }
                return scalars.number(trimmed, unit: unit, at: cell.position)
                    .map(UploadedTable.plain) ?? ""
            default:
                session.fault(cell.position, Phrase.unusable(content))
                return ""
            }
        }
    }
}

extension UploadedTable.Cell {
    /// Whether it says that its row adds up others.
    fileprivate var isTotal: Bool {
        if case .text(let text) = content { FormWords.isTotal(text) } else { false }
    }
}

extension OutputBytes {
    /// Adds a line of CSV.
    ///
    /// - Returns: where each cell begins, counted in characters from 1.
    @discardableResult
    fileprivate mutating func append(_ cells: [String]) -> [Int] {
        var starts: [Int] = []
        var column = 1
        for (place, cell) in cells.enumerated() {
            if place > 0 { append(CSVMarks.plain.delimiter) }
            starts.append(column)
            let before = bytes.count
            appendCell(cell)
            column += String(decoding: bytes[before...], as: UTF8.self).unicodeScalars.count + 1
        }
        append(UInt8(ascii: "\n"))
        return starts
    }
}

extension Phrase {
    fileprivate static func unusable(_ content: ReadSheet.Content) -> Phrase {
        switch content {
        case .error(let error):
            Phrase(id: "sel ini berisi galat \(error)", en: "this cell holds the error \(error)")
        case .notComputed:
            Phrase(id: "rumus di sel ini belum dihitung", en: "the formula is not computed")
        case .date(let year, let month, let day):
            Phrase(
                id: "sel ini berisi tanggal \(day)-\(month)-\(year), bukan angka",
                en: "this cell holds the date \(day)-\(month)-\(year), not a number")
        default:
            Phrase(id: "isi sel ini tidak dapat dipakai", en: "this cell cannot be used")
        }
    }
}
