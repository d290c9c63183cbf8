import Formats
import Quantities

/// A table as somebody sent it: headings of any name, and the rows below them.
package struct UploadedTable: Sendable {
    struct Cell: Sendable {
        let content: ReadSheet.Content?
        let position: Position
        /// Whether it belongs to merged cells whose content stands in another one.
        let isMerged: Bool
    }

    /// More cells than a table has that people send.
    package static let mostCells = 300_000

    /// The sheet; of a CSV the file.
    package let name: String
    package let header: [String]
    /// Each as wide as the header.
    let rows: [[Cell]]

    package var rowCount: Int { rows.count }

    /// The first rows as they stand, to be recognized by whoever sent them.
    package func sample(_ count: Int) -> [[String]] {
        rows.prefix(count).map { $0.map { $0.content.map(Self.text) ?? "" } }
    }

    /// How a cell is shown.
    static func text(_ content: ReadSheet.Content) -> String {
        switch content {
        case .text(let text): text
        case .number(let number, let isPercentage):
            isPercentage ? Language.english.plain(number * 100) + " %" : plain(number)
        case .date(let year, let month, let day): "\(day)-\(month)-\(year)"
        case .flag(let flag): "\(flag)"
        case .error(let error): error
        case .notComputed: "="
        }
    }

    /// All digits of a number, whole ones without a point.
    static func plain(_ number: Double) -> String {
        Int64(exactly: number).map { "\($0)" } ?? "\(number)"
    }
}

extension Workspace {
    /// The tables of a file: of a workbook one for each sheet that has one, of a CSV itself.
    ///
    /// - Throws: ``InputFaults`` where it cannot be read, holds no table or too much.
    package func uploadedTables(of file: String) throws(InputFaults) -> [UploadedTable] {
        let isWorkbook = Self.isArchive(file, files)
        // Of a text its marks tell before anything is made of it.
        if !isWorkbook, let bytes = try? files.bytes(file),
            bytes.count(where: { [0x2C, 0x3B, 0x09, 0x0A].contains($0) }) > UploadedTable.mostCells
        {
            throw InputFaults.tooManyCells(file)
        }
        let tables = try isWorkbook ? workbookTables(file) : [csvTable(file)]
        guard !tables.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: file),
                    Phrase(
                        id: "tidak ada lembar yang berisi tabel dengan judul kolom",
                        en: "no sheet holds a table with headings"),
                    hint: Phrase(
                        id: "tulis judul kolom dalam satu baris di atas isinya",
                        en: "write the headings in one row above the rest"))
            ])
        }
        guard tables.reduce(0, { $0 + $1.rows.count * $1.header.count }) <= UploadedTable.mostCells
        else { throw InputFaults.tooManyCells(file) }
        return tables
    }

    /// Whether a file is a workbook: those begin as archives do.
    package static func isArchive(_ file: String, _ files: SourceFiles) -> Bool {
        guard let bytes = try? files.bytes(file) else { return false }
        return bytes.starts(with: [0x50, 0x4B]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    private func workbookTables(_ file: String) throws(InputFaults) -> [UploadedTable] {
        try sheets(of: file).filter { !$0.isHidden }.compactMap { UploadedTable($0, of: file) }
    }

    private func csvTable(_ file: String) throws(InputFaults) -> UploadedTable {
        let session = ReadingSession(files: files)
        guard let table = CSVReader(session: session).table(file) else {
            throw InputFaults(session.diagnostics)
        }
        return UploadedTable(
            name: file, header: table.header,
            rows: table.rows.map { row in
                row.cells.map { cell in
                    UploadedTable.Cell(
                        content: cell.text.isEmpty ? nil : .text(cell.text),
                        position: cell.position, isMerged: false)
                }
            })
    }
}

extension UploadedTable {
    /// Below so many rows nobody begins a table.
    private static let headingRows = 30

    /// The table of a sheet: its headings are the first row with the most texts; nil where no row
    /// has two.
    fileprivate init?(_ sheet: ReadSheet, of file: String) {
        let lines = sheet.lines
        func texts(_ line: ReadSheet.Line) -> Int {
            line.cells.count { if case .text = $0.content { true } else { false } }
        }
        var best: (place: Int, count: Int)?
        for (place, line) in lines.prefix(Self.headingRows).enumerated()
        where texts(line) > max(best?.count ?? 1, 1) {
            best = (place, texts(line))
        }
        guard let best else { return nil }
        let columns = lines[best.place].cells
        let merged = Dictionary(
            sheet.merged.flatMap { range in
                (range.first.row...min(range.last.row, range.first.row + 2000)).map {
                    ($0, [range])
                }
            }, uniquingKeysWith: +)
        name = sheet.name
        header = columns.map { Self.text($0.content).trimmingBlanks }
        rows = lines.dropFirst(best.place + 1).map { line in
            columns.map { column in
                let place = CellPlace(line.row, column.column)
                let range = merged[line.row]?.first { $0.contains(place) }
                let own = range?.first ?? place
                return Cell(
                    content: sheet.cells[own],
                    position: FormReader.position(file, sheet, place), isMerged: own != place)
            }
        }
    }
}

extension InputFaults {
    fileprivate static func tooManyCells(_ file: String) -> InputFaults {
        InputFaults([
            Diagnostic(
                at: Position(file: file),
                Phrase(
                    "tabelnya lebih dari \(UploadedTable.mostCells) sel",
                    en: "its tables have more than \(UploadedTable.mostCells) cells"),
                hint: Phrase(
                    id: "kirim baris daerah dan tahun yang diperlukan saja",
                    en: "send the rows of the regions and years that are needed"))
        ])
    }
}
