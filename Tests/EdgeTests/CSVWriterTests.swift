import Quantities
import Testing

@testable import Formats

/// CSV after RFC 4180.
@Suite struct CSVWriterTests {
    private static let rows: [(segment: String, count: Int, cost: Int64, share: Double)] = [
        ("petani, nelayan", 1, 16_800, 0.1), ("kata \"itu\"", -2, 0, .nan), (" tepi", 0, -5, 1e-7),
        ("dua\nbaris", Int.min, .max, 12),
    ]

    static let table = ResultTable("contoh", rows) {
        Key("segment", \.segment)
        Column("count", .month, \.count)
        Column("cost_rp", .rupiah) { Rupiah($0.cost) }
        Column("share", .share, \.share)
    }

    @Test func quotesOnlyWhereNeeded() throws {
        #expect(
            CSVWriter.text(Self.table) == """
                segment,count,cost_rp,share
                "petani, nelayan",1,16800,0.1
                "kata ""itu""\",-2,0,
                " tepi",0,-5,1e-07
                "dua
                baris",-9223372036854775808,9223372036854775807,12

                """)
    }

    @Test func numbersReadBackAsTheyWere() throws {
        let numbers = [0.1 + 0.2, 1.0 / 3, 5e-324, 1.7976931348623157e308, -0.0, 123_456_789.125]
        let table = ResultTable("n", numbers.enumerated()) {
            Key("row", \.offset)
            Column("value", .factor, \.element)
        }
        let cells = CSVWriter.text(table).split(separator: "\n").dropFirst().map {
            Double($0.split(separator: ",")[1])
        }
        #expect(cells == numbers)
    }

    @Test func aTableWithoutRowsHasItsHeader() throws {
        let table = ResultTable("n", [String]()) { Key("a", \.self) }
        #expect(CSVWriter.text(table) == "a\n")
    }

    /// The reader of this package gets back what the writer wrote.
    @Test func readsBack() throws {
        var scanner = CSVScanner(SourceText(file: "x.csv", text: CSVWriter.text(Self.table)))
        var rows: [[String]] = []
        while let row = try scanner.next() { rows.append(row.cells.map(\.text)) }
        #expect(rows.count == 5)
        #expect(rows[2][0] == "kata \"itu\"")
        #expect(rows[4][0] == "dua\nbaris")
    }

    /// Texts that a spreadsheet would run, and some that it would not.
    static let formulas = [
        "=cmd|' /C calc'!A0", "+62 812", "-1+2", "@SUM(A1)", "\tx", "'=x", "''=x", "=", "+", "-a",
        "=1;2", "=\"a\"", "'", "'a", "a=b", "-", "-5", "+3", "-0.25", "1e-07", "-1e+20", "", " =x",
    ]

    @Test(arguments: [CSVMarks.plain, .indonesian])
    func formulasAreTextsAndReadBack(_ marks: CSVMarks) throws {
        let table = ResultTable("n", Self.formulas.enumerated()) {
            Key("row", \.offset)
            Column("text", .word, \.element)
            Column("other", .word, \.element)
        }
        let text = String(decoding: CSVWriter.bytes(table, marks: marks), as: UTF8.self)
        var scanner = CSVScanner(SourceText(file: "x.csv", text: text))
        var rows: [[String]] = []
        while let row = try scanner.next() { rows.append(row.cells.map(\.text)) }
        #expect(rows.dropFirst().map { $0[1] } == Self.formulas)
        #expect(rows.dropFirst().map { $0[2] } == Self.formulas)
    }

    @Test func numbersAreNoFormulas() throws {
        let rows = ["-5", "+3", "-0,25", "-", "-5 orang", "=5"]
        let table = ResultTable("n", zip(rows, [-1, -0.5, 2, 3, 4, 5])) {
            Key("row", \.0)
            Column("value", .factor, \.1)
        }
        #expect(
            CSVWriter.text(table)
                == "row,value\n-5,-1\n+3,-0.5\n\"-0,25\",2\n-,3\n'-5 orang,4\n'=5,5\n")
    }

    @Test func marksForIndonesianSpreadsheets() throws {
        let rows: [(text: String, cost: Int64, share: Double, factor: Double)] = [
            ("a;b", 16_800, 0.5, 1e-7), ("a,b", -1, 1.234, -12.345), ("35.74", 0, .nan, 1.5e300),
        ]
        let table = ResultTable("n", rows) {
            Key("teks", \.text)
            Column("cost_rp", .rupiah) { Rupiah($0.cost) }
            Column("share", .share, \.share)
            Column("factor", .factor, \.factor)
        }
        #expect(
            String(decoding: CSVWriter.bytes(table, marks: .indonesian), as: UTF8.self) == """
                teks;cost_rp;share;factor
                "a;b";16800;0,5;1e-07
                a,b;-1;1,2340;-12,3450
                35.74;0;;1,5e+300

                """)
    }

    /// What is written with decimal commas has one meaning for the program itself.
    @Test func decimalCommasReadBack() throws {
        for number in [0.1, 1.234, 12.345, 123.456, 0.123, 1234.567, 99.9999, -1.005] {
            let table = ResultTable("n", [number]) {
                Key("row") { _ in 1 }
                Column("value", .factor, \.self)
            }
            let text = String(decoding: CSVWriter.bytes(table, marks: .indonesian), as: UTF8.self)
            let cell = text.split(separator: "\n")[1].split(separator: ";")[1]
            #expect(try parseNumber(cell).value == number, "\(cell)")
        }
    }

    @Test func controlCharactersAreShown() throws {
        let table = ResultTable("n", ["\u{1B}]0;x\u{7}", "\u{9B}31m", "\u{202E}abc"]) {
            Key("a", \.self)
        }
        #expect(CSVWriter.text(table) == "a\n\\u{1b}]0;x\\u{7}\n\\u{9b}31m\n\\u{202e}abc\n")
    }
}
