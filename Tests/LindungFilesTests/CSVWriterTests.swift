import Quantities
import Testing

@testable import LindungFiles

/// CSV after RFC 4180.
@Suite struct CSVWriterTests {
    static func table() throws -> ResultTable {
        try ResultTable(
            name: "contoh",
            keys: [("segment", .text(["petani, nelayan", "kata \"itu\"", " tepi", "dua\nbaris"]))],
            measures: [
                ("count", .month, .whole([1, -2, 0, Int.min])),
                (
                    "cost_rp", .rupiah,
                    .rupiah([Rupiah(16_800), .zero, Rupiah(-5), Rupiah(.max)])
                ),
                ("share", .share, .number([0.1, .nan, 1e-7, 12])),
            ])
    }

    @Test func quotesOnlyWhereNeeded() throws {
        #expect(
            CSVWriter.text(try Self.table()) == """
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
        let table = try ResultTable(
            name: "n", keys: [("row", .whole(Array(numbers.indices)))],
            measures: [("value", .factor, .number(numbers))])
        let cells = CSVWriter.text(table).split(separator: "\n").dropFirst().map {
            Double($0.split(separator: ",")[1])
        }
        #expect(cells == numbers)
    }

    @Test func aTableWithoutRowsHasItsHeader() throws {
        let table = try ResultTable(name: "n", keys: [("a", .text([]))], measures: [])
        #expect(CSVWriter.text(table) == "a\n")
    }

    /// The reader of this package gets back what the writer wrote.
    @Test func readsBack() throws {
        let table = try Self.table()
        var scanner = CSVScanner(SourceText(file: "x.csv", text: CSVWriter.text(table)))
        var rows: [[String]] = []
        while let row = try scanner.next() { rows.append(row.cells.map(\.text)) }
        #expect(rows.count == 5)
        #expect(rows[2][0] == "kata \"itu\"")
        #expect(rows[4][0] == "dua\nbaris")
    }
}
