import Analysis
import Costing
import Policy
import Quantities
import Testing

@testable import Reporting

/// The document that is handed over, as a source of Typst.
@Suite struct ReportDocumentTests {
    private static func result() throws -> ScenarioResult {
        try RegionFixture.result(
            "35.07",
            levers: """
                  quota.petani: { values: { 2027-01: 12000, 2028-01: 0 } }
                  budget.policy: report
                """)
    }

    @Test("Budget lines add up to what purses pay, by quarter and by year")
    func budgetLines() throws {
        let result = try Self.result()
        let table = result.budgetLineTable(in: .indonesian)
        var paid: [Int: [Int64]] = [:]
        for entry in result.costs.entries {
            guard case .purse = entry.bearer else { continue }
            let month = result.costs.month(of: entry)
            paid[month.year, default: [0, 0, 0, 0]][(month.monthOfYear - 1) / 3] +=
                entry.cost.amount
        }
        try #require(paid[2027]?.contains { $0 > 0 } == true)
        guard case .whole(let years) = table.keys[0].cells,
            case .text(let accounts) = table.keys[1].cells
        else { return #expect(Bool(false), "no keys") }
        for (year, quarters) in paid where quarters.contains(where: { $0 != 0 }) {
            let rows = years.indices.filter { years[$0] == year }
            for quarter in 0..<4 {
                guard case .rupiah(let cells) = table.measures[quarter].cells else { continue }
                let total = rows.filter { accounts[$0] == "all" }.map { cells[$0].amount }
                let parts = rows.filter { accounts[$0] != "all" }.map { cells[$0].amount }
                #expect(total == [quarters[quarter]])
                #expect(parts.reduce(0, +) == quarters[quarter])
            }
        }
        #expect(accounts.contains("5.1.02.02.02.0006"))
    }

    @Test("Texts of the outside are no markup, and cannot end a string")
    func texts() {
        #expect(TypstText.string("a \"b\" \\ #c") == "\"a \\\"b\\\" \\\\ #c\"")
        #expect(TypstText.inline("*x* #y[") == "#\"*x* #y[\";")
        #expect(!TypstText.string("a\u{1B}\nb").contains("\n"))
    }

    @Test("Money of a table is that of the terminal's, totals are bold, wide tables are turned")
    func tables() {
        let rows: [(String, Int64)] = [("2025", 16_800), ("all", 1_234_567)]
        let table = ResultTable("x", rows) {
            Key("year", \.0)
            Column("paid_rp", .rupiah) { Rupiah($0.1) }
        }
        let set = TypstTable(table, in: .indonesian, scale: .whole, hasUnits: true)
        #expect(set.source.contains("\"2025\", \"16.800\","))
        #expect(set.source.contains("strong(\"semua\"), strong(\"1.234.567\")"))
        #expect(!set.isWide)
        let wide = ResultTable("x", [Int64(99_999_999_999)]) {
            Key("year") { _ in "2025" }
            for place in 0..<8 { Column("m\(place)_rp", .rupiah) { Rupiah($0) } }
        }
        #expect(TypstTable(wide, in: .indonesian, scale: .whole, hasUnits: true).isWide)
    }

    @Test("What is taken for true is listed with its least and greatest value, mark and source")
    func inputs() throws {
        let policy = try Self.result().policy
        let table = policy.inputTable(in: .indonesian)
        let columns = ["parameter", "value", "mark"].compactMap { name in
            table.columns.first { $0.name == name }.flatMap { column -> [String]? in
                if case .text(let cells) = column.cells { cells } else { nil }
            }
        }
        try #require(columns.count == 3)
        let place = try #require(columns[0].firstIndex(of: "workers"))
        let settings = policy.segments.compactMap { segment in
            policy.settings(
                Parameters.workers.definition, member: segment.id.name, region: policy.regions[0]
            )?.steps.first
        }
        let numbers = settings.compactMap(\.value.number).sorted()
        let ends = [numbers[0], numbers[numbers.count - 1]].map {
            Language.indonesian.numbers.format($0, decimals: 0)
        }
        try #require(ends[0] != ends[1])
        #expect(columns[1][place] == "\(ends[0]) – \(ends[1]) orang")
        let marks = settings.compactMap(\.provenance.mark)
        #expect(columns[2][place] == EvidenceMark.weakest(of: marks).rawValue)
    }
}
