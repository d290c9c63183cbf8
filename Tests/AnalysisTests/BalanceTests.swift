import Costing
import Policy
import Quantities
import Testing
import _TestSupport

@testable import Analysis

/// Needs are what purses pay and what nobody pays, to the rupiah, whatever the scenario.
@Suite struct BalanceTests {
    /// The standard scenario with random quotas, ceilings, shares and ways of cutting.
    private static func random(_ seed: UInt64) throws -> ScenarioResult {
        var draws = SeededDraws(seed)
        var settings = AnalysisFixture.standard
        let policies = ["report", "cap-heads", "cap-months"]
        for segment in ["petani", "ojek"] {
            settings += [
                AnalysisFixture.set("quota", .heads(draws.real(0...600)), member: segment),
                AnalysisFixture.set("base", .number(draws.real(1e6...3e6)), member: segment),
                AnalysisFixture.set(
                    "budget.policy", .word(policies[draws.whole(0...2)]), member: segment),
            ]
        }
        // Parts of a bill that add up to all of it and more, or the scenario is refused.
        let part = draws.real(0.1...1)
        for (purse, share) in [("apbd", part), ("csr", draws.real((1 - part)...1))] {
            settings += [
                AnalysisFixture.set("purse.ceiling", .number(draws.real(0...6e7)), member: purse),
                AnalysisFixture.set("purse.share", .number(share), member: purse),
            ]
        }
        return try AnalysisFixture(settings: settings).result()
    }

    private static func money(_ table: ResultTable, _ column: String) -> [Rupiah] {
        guard case .rupiah(let values)? = table[column: column]?.cells else { return [] }
        return values
    }

    @Test("Every row adds up, and segments add up to what purses.csv says", arguments: 1...40)
    func addsUp(seed: UInt64) throws {
        let result = try Self.random(seed)
        let table = result.balanceTable
        #expect(
            table.columns.map(\.name)
                == ["year", "region", "segment", "needs_rp", "apbd_rp", "csr_rp", "gap_rp"])
        #expect(table.rowCount == 2 * 2 * 2)
        let columns = ["needs_rp", "apbd_rp", "csr_rp", "gap_rp"].map { Self.money(table, $0) }
        for row in 0..<table.rowCount {
            #expect(columns[0][row] == columns[1][row] + columns[2][row] + columns[3][row])
        }
        let rows = result.balanceRows
        for purse in result.purseRows {
            let cells = rows.filter { $0.year == purse.year && $0.region == purse.region }
            let sum = cells.reduce(Rupiah.zero) { sum, row in
                guard case .purse(let position) = purse.bearer else { return sum + row.gap }
                return sum + row.paid[position]
            }
            #expect(sum == purse.paid)
        }
    }

    @Test("Random scenarios have cells that are paid by two purses, and cells with a gap")
    func reach() throws {
        let rows = try (1...40).flatMap { try Self.random($0).balanceRows }
        #expect(rows.contains { row in row.paid.allSatisfy { $0 > .zero } && row.gap > .zero })
        #expect(rows.contains { row in row.gap == .zero && row.needs > .zero })
    }

    @Test("Scenarios stand below each other, and a purse that one lacks paid nothing in it")
    func compared() throws {
        let results = [try Self.random(1), try AnalysisFixture(name: "lain").result()]
        let table = try Comparison(results, baseline: "dasar").balanceTable
        guard case .text(let names)? = table[column: "scenario"]?.cells else {
            Issue.record("no scenarios")
            return
        }
        #expect(names == Array(repeating: "dasar", count: 8) + Array(repeating: "lain", count: 8))
        let expected = results.flatMap { Self.money($0.balanceTable, "csr_rp") }
        #expect(Self.money(table, "csr_rp") == expected)
    }
}
