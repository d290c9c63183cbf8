import Foundation
import Testing

@testable import Formats
@testable import Policy
@testable import Quantities

/// RFC 4180 and what spreadsheets make of it.
@Suite struct CSVReaderTests {
    private func records(_ text: String) throws -> [[String]] {
        var scanner = CSVScanner(SourceText(file: "t.csv", text: text))
        var records: [[String]] = []
        while let record = try scanner.next() { records.append(record.cells.map(\.text)) }
        return records
    }

    @Test("Cells, quotes, doubled quotes, line ends inside quotes, blanks around cells")
    func cells() throws {
        #expect(try records("a,b\n1, 2 \n") == [["a", "b"], ["1", "2"]])
        #expect(
            try records("a\n\"x,y\"\n\"say \"\"hi\"\"\"\n") == [["a"], ["x,y"], ["say \"hi\""]])
        #expect(try records("a,b\n\"1\n2\",3") == [["a", "b"], ["1\n2", "3"]])
        #expect(try records("a,b\n,\n") == [["a", "b"], ["", ""]])
        #expect(try records("a,b,\n1,2,") == [["a", "b", ""], ["1", "2", ""]])
        #expect(try records("\n\na\n\n1\n\n") == [["a"], ["1"]])
        #expect(try records("").isEmpty)
    }

    @Test("Lines of blanks alone are passed over; blanks before a cell are not")
    func blankLines() throws {
        #expect(try records(" \t\na,b\n  \n 1,2\n\t\n   ") == [["a", "b"], ["1", "2"]])
        #expect(try records("  \na;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]])
        #expect(try records("a,b\n ,\n") == [["a", "b"], ["", ""]])
    }

    @Test("The header decides between comma and semicolon")
    func delimiter() throws {
        #expect(try records("a;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]])
        #expect(try records("\"a;b;c\",d\n1,2\n") == [["a;b;c", "d"], ["1", "2"]])
    }

    @Test("Tabs divide columns; a title above the header does not decide")
    func otherDelimiters() throws {
        #expect(try records("a\tb\n1,5\t\n\t2\n") == [["a", "b"], ["1,5", ""], ["", "2"]])
        #expect(
            try records("Tabel 1, Jawa Timur\na;b\n1;2\n")
                == [["Tabel 1, Jawa Timur"], ["a", "b"], ["1", "2"]])
        #expect(try records("a;b\n5\n6\n") == [["a", "b"], ["5"], ["6"]])
    }

    @Test(
        "The line that names the delimiter is no record",
        arguments: ["sep=;", "SEP=;", "\"sep=;\"", " sep=; "])
    func declared(_ line: String) throws {
        #expect(try records(line + "\na;b,c\n1;2\n") == [["a", "b,c"], ["1", "2"]])
        var scanner = CSVScanner(SourceText(file: "t.csv", text: line + "\na;b\n1;2\n"))
        #expect(try scanner.next()?.position.line == 2)
    }

    @Test(
        "Blanks of any kind pad a cell",
        arguments: ["\u{A0}", "\u{202F}", "\u{2009}", "\u{3000}", "\u{200B}", "\u{FEFF}", " \t"])
    func blanks(_ blank: String) throws {
        #expect(
            try records("a,b\n\(blank)61.11\(blank),x\(blank)y\n")
                == [["a", "b"], ["61.11", "x\(blank)y"]])
        #expect(try records("a,b\n\(blank)\n1,2\n") == [["a", "b"], ["1", "2"]])
    }

    @Test("Columns are counted in scalars, whatever their bytes")
    func columns() throws {
        var scanner = CSVScanner(SourceText(file: "t.csv", text: "a,b\né…😀 ,c\n"))
        _ = try scanner.next()
        let row = try #require(try scanner.next())
        #expect(row.cells.map(\.text) == ["é…😀", "c"])
        #expect(row.cells.map(\.position.column) == [1, 6])
    }

    @Test("Titles, numbers of columns, totals, notes and empty rows are no data")
    func around() throws {
        let text = """
            REALISASI BELANJA 2026,,

            Kabupaten Malang
            region,persons,note
            (1),(2),(3)
            35.07,1,x
            ,,
            35.73,2,Jumlah
            Grand Total,3,
            jumlah,3,
            Sumber: BPS, Sakernas, Agustus 2025
            * sementara,,
            """
        let (table, warnings) = try Self.table(text)
        #expect(table.header == ["region", "persons", "note"])
        #expect(table.position.line == 4)
        #expect(table.rows.map { $0.cells[0].text } == ["35.07", "35.73"])
        #expect(warnings.map(\.position.line) == [1, 3, 5, 9, 10, 11, 12])
        #expect(warnings.allSatisfy { $0.severity == .warning })
        #expect(
            warnings[3].message.indonesian == "baris ini dianggap baris jumlah dan tidak dibaca")
        #expect(
            warnings[3].message.english == "this line is taken for a row of totals and not read")
    }

    @Test("A table of one column has no title, and a name of a total inside a text is none")
    func noTitle() throws {
        let (single, none) = try Self.table("laju\n0.1\n0.2\n")
        #expect(single.header == ["laju"])
        #expect(single.rows.count == 2)
        #expect(none.isEmpty)
        let (names, few) = try Self.table("name,n\nTotalindo,1\nJumlahan,2\n(1),3\n")
        #expect(names.rows.count == 3)
        #expect(few.isEmpty)
    }

    @Test(
        "A workbook in place of a table is told as that",
        arguments: [[0x50, 0x4B, 0x03, 0x04, 0x14], [0xD0, 0xCF, 0x11, 0xE0, 0xA1]] as [[UInt8]])
    func workbook(_ bytes: [UInt8]) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(bytes + [0xFF, 0x00]).write(to: folder.appendingPathComponent("t.csv"))
        let session = ReadingSession(files: SourceFiles(root: folder.path))
        #expect(CSVReader(session: session).table("t.csv") == nil)
        let fault = try #require(session.diagnostics.first)
        #expect(
            fault.message.english
                == "'t.csv' is a spreadsheet workbook (.xlsx, .xls, .ods), not text")
        #expect(fault.hint?.indonesian == "buka berkas itu dan simpan lembarnya sebagai CSV UTF-8")
    }

    /// A table of a text with what was said of it.
    private static func table(_ text: String) throws -> (CSVTable, [Diagnostic]) {
        try FixtureFolder.inFolder(["t.csv": text]) { folder in
            let session = ReadingSession(files: SourceFiles(root: folder))
            let table = CSVReader(session: session).table("t.csv")
            return (try #require(table), session.diagnostics)
        }
    }

    @Test("Every cell knows its place, also after a quoted line end")
    func places() throws {
        var scanner = CSVScanner(SourceText(file: "t.csv", text: "a,b\n\"x\ny\", z\nu,v\n"))
        _ = try scanner.next()
        let second = try #require(try scanner.next())
        #expect("\(second.cells[1].position)" == "t.csv:3:5")
        let third = try #require(try scanner.next())
        #expect("\(third.position)" == "t.csv:4:1")
    }

    @Test(
        "A line by its number is the one of all lines",
        arguments: ["", "a", "a\n", "\na\n\né\nb"])
    func lineByNumber(_ text: String) {
        let source = SourceText(file: "t.csv", text: text)
        let lines = source.lines
        #expect((1...lines.count).map { source.line($0) } == lines)
        #expect(source.line(0) == nil && source.line(lines.count + 1) == nil)
    }
}
