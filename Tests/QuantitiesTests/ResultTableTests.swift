import Testing

@testable import Quantities

struct ResultTableTests {
    private typealias Table = ResultTable

    private struct Cost {
        let year: Int
        var region = "35.05"
        var rp: Int64 = 5
    }

    private func table(_ costs: [Cost], names: [String] = []) -> Table {
        Table("cost", costs) {
            Key("year", \.year)
            Key("region", \.region)
            Column("cost", .rupiah) { Rupiah($0.rp) }
            for name in names { Column(name, .person) { Double($0.rp) } }
        }
    }

    @Test("keys come first, measures carry units")
    func columns() {
        let made = Table("cost", [Cost(year: 2026), Cost(year: 2027, rp: 7)]) {
            Column("cost", .rupiah) { Rupiah($0.rp) }
            Key("year", \.year)
            Key("region", \.region)
        }
        #expect(made.columns.map(\.name) == ["year", "region", "cost"])
        #expect(made.columns.map(\.unit) == [nil, nil, .rupiah])
        #expect(
            made.rowCount == 2 && made[column: "cost"]?.cells == .rupiah([Rupiah(5), Rupiah(7)]))
        #expect(made[column: "costs"] == nil)
    }

    @Test("columns are listed if, or for each")
    func listed() {
        let made = table([Cost(year: 2026)], names: ["a", "b"])
        #expect(made.measures.map(\.name) == ["cost", "a", "b"])
        for isShort in [true, false] {
            let table = Table("x", [1, 2]) {
                if isShort { Key("a", \.self) } else { Key("b", \.self) }
                if !isShort { Column("c", .factor) { Double($0) } }
            }
            #expect(table.columns.map(\.name) == (isShort ? ["a"] : ["b", "c"]))
        }
    }

    @Test("what cells hold, and what empty ones do")
    func kinds() {
        let made = Table("x", [1, 2]) {
            Column("text", .word) { $0 == 1 ? "one" : nil }
            Column("number", .factor) { $0 == 1 ? 0.5 : nil }
            Column("count", .factor, \.self)
            Column(figure: "money", .rupiah) { Double($0) / 2 }
            Column(figure: "share", .share) { Double($0) / 2 }
        }
        #expect(made[column: "text"]?.cells == .text(["one", ""]))
        guard case .number(let numbers)? = made[column: "number"]?.cells else {
            Issue.record("no numbers")
            return
        }
        #expect(numbers[0] == 0.5 && numbers[1].isNaN)
        #expect(made[column: "count"]?.cells == .whole([1, 2]))
        #expect(made[column: "money"]?.cells == .rupiah([Rupiah(1), Rupiah(1)]))
        #expect(made[column: "share"]?.cells == .number([0.5, 1]))
    }

    @Test("a key that repeats, or a name, is found")
    func faults() {
        /// The columns below each other, as the program would never list them.
        func fault(_ years: [Int], _ names: [String] = ["year", "cost"]) -> Table.Fault? {
            Table(
                name: "x", keys: [.init(name: names[0], unit: nil, cells: .whole(years))],
                measures: [.init(name: names[1], unit: .factor, cells: .whole(years))]
            ).fault
        }
        #expect(fault([2026, 2027]) == nil)
        #expect(fault([2026, 2027, 2026]) == .duplicateKey(["2026"]))
        #expect(fault([2026], ["year", "year"]) == .duplicateColumn("year"))
        #expect(table([Cost(year: 2026), Cost(year: 2026, region: "35.07")]).fault == nil)
    }

    @Test("a table without keys may repeat its rows; one without rows is a table")
    func keyless() {
        let made = Table("x", [1.0, 1.0]) { Column("people", .person, \.self) }
        #expect(made.rowCount == 2 && made.fault == nil)
        #expect(table([]).rowCount == 0)
    }

    @Test("tables of one shape below each other, renamed, with fewer columns")
    func derived() {
        let tables = [2026, 2027].map { table([Cost(year: $0)], names: ["more"]) }
        let joined = Table.joined(tables, name: "all")
        #expect(joined.name == "all" && joined[column: "year"]?.cells == .whole([2026, 2027]))
        #expect(
            joined.keeping { $0.name != "more" }.columns.map(\.name) == ["year", "region", "cost"])
        #expect(tables[0].named("other").name == "other")
        #expect(Table.joined([], name: "none").rowCount == 0)
    }

    @Test("cells as CSV carries them")
    func texts() {
        #expect(Table.Cells.text(["a"]).text(at: 0) == "a")
        #expect(Table.Cells.whole([-3]).text(at: 0) == "-3")
        #expect(Table.Cells.rupiah([Rupiah(16_800)]).text(at: 0) == "16800")
        #expect(Table.Cells.number([0.5, .nan]).text(at: 0) == "0.5")
        #expect(Table.Cells.number([0.5, .nan]).text(at: 1) == "")
        #expect(Table.Cells.number([1, 2, 3]).count == 3)
    }

    @Test("units end column names, each its own way")
    func units() {
        #expect(Unit.rupiah.columnSuffix == "rp")
        #expect(Unit.personMonth.columnSuffix == "person_months")
        #expect(Unit(rawValue: "Rp/person-month") == .rupiahPerPersonMonth)
        #expect(Unit.allCases.allSatisfy { !$0.columnSuffix.isEmpty })
    }

    @Test("marks that a report must show")
    func marks() {
        let shown = EvidenceMark.allCases.filter(\.mustBeShown)
        #expect(shown == [.memory, .conflict, .gap, .assumed])
        #expect(EvidenceMark(rawValue: "V1") == .primary && EvidenceMark(rawValue: "v1") == nil)
    }
}
