import Costing
import Coverage
import Policy
import Quantities
import Testing

@testable import Analysis

@Suite struct ResultTablesTests {
    private func money(_ table: ResultTable, _ column: String) -> [Rupiah] {
        guard case .rupiah(let values)? = table[column: column]?.cells else { return [] }
        return values
    }

    @Test("Money adds up over regions, segments, purses and months in whole rupiah")
    func sums() throws {
        let result = try AnalysisFixture().result()
        let total = money(result.yearlyTable(), "public_bill_rp").reduce(.zero, +)
        for grouping in [Grouping.region, .segment] {
            let parts = money(result.yearlyTable(by: grouping), "public_bill_rp")
            #expect(parts.reduce(.zero, +) == total)
        }
        let paid = money(result.purseTable, "paid_rp").reduce(.zero, +)
        let gap = money(result.purseTable, "gap_rp").reduce(.zero, +)
        #expect(paid + gap == total)
        #expect(paid.expected.amount == result.summary.overall(.paid))
        let entries = result.costs.entries.filter { $0.bearer.isPublic }
        #expect(entries.reduce(Rupiah.zero) { $0 + $1.cost } == total)
        #expect(total > .zero)
    }

    @Test("Needs equal purses and gap in every year and region, and no purse passes its ceiling")
    func balance() throws {
        let result = try AnalysisFixture(
            settings: AnalysisFixture.standard + [AnalysisFixture.set("quota", .heads(700))]
        ).result()
        #expect(result.summary.overall(.gap) > 0)
        for (year, number) in result.summary.years.enumerated() {
            for region in result.policy.regions.indices {
                let rows = result.purseRows.filter { $0.year == number && $0.region == region }
                let paid = rows.reduce(Rupiah.zero) { $0 + $1.paid }
                let need = result.summary.total(.publicBill, year: year, region: region)
                #expect(paid.expected.amount == need)
                #expect(rows.allSatisfy { $0.bearer == .gap || $0.paid <= $0.closing })
            }
        }
    }

    @Test("What no purse paid stands in a column of its own, and no sum of payments holds it")
    func gapApart() throws {
        let result = try AnalysisFixture(
            settings: AnalysisFixture.standard + [AnalysisFixture.set("quota", .heads(700))]
        ).result()
        let table = result.purseTable
        let (paid, gap) = (money(table, "paid_rp"), money(table, "gap_rp"))
        #expect(paid.reduce(Rupiah.zero, +).expected.amount == result.summary.overall(.paid))
        #expect(gap.reduce(Rupiah.zero, +).expected.amount == result.summary.overall(.gap))
        #expect(zip(paid, gap).allSatisfy { $0 == .zero || $1 == .zero })
        #expect(result.summary.overall(.gap) > 0)
    }

    @Test("People of regions and segments add to the tables of either")
    func people() throws {
        let result = try AnalysisFixture().result()
        let people = result.peopleTable
        func rows(_ table: ResultTable, _ name: String) -> [Double] {
            guard case .number(let values)? = table[column: name]?.cells else { return [] }
            return values
        }
        let (years, regions, segments) = (2, 2, 2)
        #expect(people.rowCount == years * regions * segments)
        #expect(people.keys.map(\.name) == ["year", "region", "segment"])
        for column in people.measures {
            let cells = rows(people, column.name)
            let byRegion = rows(result.yearlyTable(by: .region), column.name)
            let bySegment = rows(result.yearlyTable(by: .segment), column.name)
            for year in 0..<years {
                for place in 0..<2 {
                    let first = year * 4
                    let inRegion = cells[first + place * 2] + cells[first + place * 2 + 1]
                    let inSegment = cells[first + place] + cells[first + place + 2]
                    #expect(abs(inRegion - byRegion[year * 2 + place]) < 1e-6)
                    #expect(abs(inSegment - bySegment[year * 2 + place]) < 1e-6)
                }
            }
        }
        #expect(rows(people, "workers_end_persons").reduce(0, +) > 0)
    }

    @Test("Ceilings are those that the first and the last plan of a year read")
    func ceilings() throws {
        let later = [
            AnalysisFixture.set("purse.ceiling", .number(40_000_000), from: Month(2026, 10)),
            AnalysisFixture.set("purse.ceiling", .number(70_000_000), from: Month(2026, 11)),
        ]
        let result = try AnalysisFixture().with("perubahan", later).result()
        let rows = result.purseRows.filter { $0.year == 2026 && $0.bearer != .gap }
        #expect(rows.count == 4)
        #expect(rows.allSatisfy { $0.opening == Rupiah(25_000_000) })
        #expect(rows.allSatisfy { $0.closing == Rupiah(40_000_000) })
    }

    @Test("A ratio names its denominator and is empty without one")
    func coverage() throws {
        let result = try AnalysisFixture().result()
        let ratio = result.summary.coverage(.protectedAtEnd, of: .employed, year: 1)
        let covered = result.summary.total(.protectedAtEnd, year: 1)
        #expect(ratio.value == covered / 10_000)
        let unknown = try AnalysisFixture(
            settings: AnalysisFixture.standard
                + [AnalysisFixture.set("denominator.employed", .number(0))]
        ).result()
        #expect(unknown.summary.coverage(.protectedAtEnd, of: .employed, year: 1).value == nil)
        let segment = result.summary.coverage(
            .protectedAtEnd, of: .employed, year: 1, segment: 0)
        #expect(segment.value == nil)
    }

    @Test("Stocks and flows of a month close: stock, entrants and leavers make the next stock")
    func stocks() throws {
        let result = try AnalysisFixture().result()
        let (stocks, flows) = (result.stockTable, result.flowTable)
        let cells = AnalysisFixture.regions.count * 2
        func sum(_ table: ResultTable, _ columns: [String], _ rows: Range<Int>) -> Double {
            columns.reduce(0) { sum, name in
                guard case .number(let values)? = table[column: name]?.cells else { return sum }
                return sum + values[rows].reduce(0, +)
            }
        }
        let statuses = Status.allCases.map { $0.symbol + "_persons" }
        let exits = ExitCause.allCases.map { "exit_" + $0.symbol + "_persons" }
        for month in 0..<23 {
            let rows = month * cells..<(month + 1) * cells
            let next = (month + 1) * cells..<(month + 2) * cells
            let balance =
                sum(stocks, statuses, rows) + sum(flows, ["entrants_persons"], rows)
                - sum(flows, exits, rows)
            #expect(abs(balance - sum(stocks, statuses, next)) < 1e-6)
        }
    }
}
