import Quantities
import Testing

struct ResultTableTests {
    private typealias Table = ResultTable

    private func table(_ years: [Int], _ regions: [String], _ costs: [Int64]) throws -> Table {
        try Table(
            name: "cost", keys: [("year", .whole(years)), ("region", .text(regions))],
            measures: [("cost", .rupiah, .rupiah(costs.map { Rupiah($0) }))])
    }

    @Test("keys come first, measures carry units")
    func columns() throws {
        let made = try table([2026, 2027], ["35.05", "35.05"], [5, 7])
        #expect(made.columns.map(\.name) == ["year", "region", "cost"])
        #expect(made.columns.map(\.unit) == [nil, nil, .rupiah])
        #expect(
            made.rowCount == 2 && made[column: "cost"]?.cells == .rupiah([Rupiah(5), Rupiah(7)]))
        #expect(made[column: "costs"] == nil)
    }

    @Test("columns of other lengths are refused")
    func lengths() {
        #expect(throws: Table.Fault.lengthsDiffer(column: "cost", rows: 1, expected: 2)) {
            try table([2026, 2027], ["35.05", "35.05"], [5])
        }
    }

    @Test("a key that repeats is refused")
    func duplicateKey() {
        #expect(throws: Table.Fault.duplicateKey(["2026", "35.05"])) {
            try table([2026, 2027, 2026], ["35.05", "35.05", "35.05"], [1, 2, 3])
        }
    }

    @Test("a name that repeats is refused")
    func duplicateColumn() {
        #expect(throws: Table.Fault.duplicateColumn("year")) {
            try Table(
                name: "x", keys: [("year", .whole([1]))],
                measures: [("year", .person, .number([2]))])
        }
    }

    @Test("a table without keys may repeat its rows; one without rows is a table")
    func keyless() throws {
        let made = try Table(
            name: "x", keys: [], measures: [("people", .person, .number([1, 1]))])
        #expect(made.rowCount == 2)
        #expect(try table([], [], []).rowCount == 0)
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
