import Testing

@testable import LindungFiles

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

    @Test("Every cell knows its place, also after a quoted line end")
    func places() throws {
        var scanner = CSVScanner(SourceText(file: "t.csv", text: "a,b\n\"x\ny\", z\nu,v\n"))
        _ = try scanner.next()
        let second = try #require(try scanner.next())
        #expect("\(second.cells[1].position)" == "t.csv:3:5")
        let third = try #require(try scanner.next())
        #expect("\(third.position)" == "t.csv:4:1")
    }
}
