import Coverage
import Policy
import Quantities
import Testing

@testable import Costing

/// Budgets of stands-still scenarios, whose bills can be worked out by hand.
struct BudgetRunTests {
    private func farmers(
        _ policy: String, ceiling: Double, heads: Double = 1_000
    ) -> BudgetFixture {
        var fixture = BudgetFixture.still([("petani", heads)])
        fixture.set("budget.policy", .word(policy))
        fixture.set("purse.ceiling", .number(ceiling))
        return fixture
    }

    @Test("without a region nobody is paid for")
    func noRegion() throws {
        var fixture = farmers("report", ceiling: 1)
        fixture.regions = []
        #expect(CostTable(try fixture.run()).entries.isEmpty)
    }

    @Test("report keeps the quota and shows the gap")
    func report() throws {
        let run = try farmers("report", ceiling: 100_000_000).run()
        let table = CostTable(run)
        #expect(isNear(run.funded(), Array(repeating: 1_000, count: 12)))
        #expect(table.cost(.purse(0)) == 100_000_000)
        #expect(table.cost(.gap) == 101_600_000)
    }

    @Test("cap-heads funds the most heads that the ceiling pays")
    func capHeads() throws {
        let run = try farmers("cap-heads", ceiling: 100_000_000).run()
        let table = CostTable(run)
        #expect(isNear(run.funded(), Array(repeating: 496, count: 12)))
        #expect(table.cost(.purse(0)) == 496 * 16_800 * 12)
        #expect(table.cost(.gap) == 0)
        let factors = run.projection.segments[0].cut.factors
        #expect(isNear(factors, Array(repeating: 0.496, count: 12), 1e-12))
    }

    @Test("cap-months funds the most months that the ceiling pays whole")
    func capMonths() throws {
        let run = try farmers("cap-months", ceiling: 100_000_000).run()
        let table = CostTable(run)
        let expected = (0..<12).map { $0 < 5 ? 1_000.0 : 0 }
        #expect(isNear(run.funded(), expected))
        #expect(table.cost(.purse(0)) == 5 * 16_800_000)
        #expect(table.cost(.gap) == 0)
        #expect(run.projection.segments[0].cut.factors == (0..<12).map { $0 < 5 ? 1.0 : 0 })
    }

    @Test(
        "a ceiling that pays the bill exactly cuts nothing", arguments: ["cap-heads", "cap-months"])
    func exactCeiling(policy: String) throws {
        for heads in [1, 7, 333, 5_000, 98_000, 400_000, 900_000.0] {
            var fixture = farmers(policy, ceiling: heads * 16_800 * 12, heads: heads)
            fixture.set("rate.death", .number(0.004))
            fixture.set("rate.moved_away", .number(0.013))
            fixture.set("rate.graduation", .number(0.07))
            fixture.set("entrants", .perMonth(1_000))
            let run = try fixture.run()
            #expect(run.projection.segments[0].cut.factors == Array(repeating: 1, count: 12))
            #expect(CostTable(run).cost(.gap) == 0)
            #expect(CostTable(run).cost(.purse(0)) == Int64(heads) * 16_800 * 12)
            // One rupiah less pays less.
            fixture.set("purse.ceiling", .number(heads * 16_800 * 12 - 1))
            let short = try fixture.run()
            #expect(short.projection.segments[0].cut.factors.contains { $0 < 1 })
            #expect(CostTable(short).cost(.gap) == 0)
        }
    }

    @Test("perubahan: what is left of the revised ceiling pays what is left of the year")
    func perubahan() throws {
        let cases: [(ceiling: Double, heads: Double)] = [
            (151_200_000, 1_000), (120_000_000, 880), (100_800_000, 500), (80_000_000, 87),
            (75_600_000, 0), (10_000_000, 0),
        ]
        for (ceiling, heads) in cases {
            var fixture = farmers("cap-heads", ceiling: 100_800_000)
            fixture.set("purse.ceiling", .number(ceiling), from: Month(2026, 10))
            let run = try fixture.run()
            let expected = (0..<12).map { $0 < 9 ? 500 : heads }
            #expect(isNear(run.funded(), expected), "ceiling \(ceiling)")
            #expect(CostTable(run).cost(.gap) == 0)
        }
    }

    @Test("perubahan by months: more money funds the months that it pays")
    func perubahanMonths() throws {
        for (ceiling, months) in [(84e6, [0, 0, 0]), (100.8e6, [1, 0, 0]), (300e6, [1, 1, 1])] {
            var fixture = farmers("cap-months", ceiling: 84_000_000)
            fixture.set("purse.ceiling", .number(ceiling), from: Month(2026, 10))
            let expected = [1, 1, 1, 1, 1, 0, 0, 0, 0] + months
            let funded = try fixture.run().funded()
            #expect(isNear(funded, expected.map { Double($0) * 1_000 }), "ceiling \(ceiling)")
        }
    }

    @Test("each region plans in its own perubahan month")
    func revisionMonths() throws {
        var fixture = farmers("cap-heads", ceiling: 100_800_000)
        fixture.regions = ["35.05", "35.74"]
        fixture.set("budget.revision_month", nil, "35.05", .number(7))
        fixture.set("purse.ceiling", .number(151_200_000), from: Month(2026, 7))
        let run = try fixture.run()
        // July to December: 151.2m - 50.4m; October to December: 151.2m - 75.6m.
        #expect(isNear(run.funded(region: 0), (0..<12).map { $0 < 6 ? 500 : 1_000 }))
        #expect(isNear(run.funded(region: 1), (0..<12).map { $0 < 9 ? 500 : 1_000 }))
        #expect(CostTable(run).cost { $0.region == 0 } == 151_200_000)
        #expect(CostTable(run).cost { $0.region == 1 } == 126_000_000)
    }

    @Test("a year's ceiling pays that year alone")
    func years() throws {
        var fixture = farmers("cap-months", ceiling: 84_000_000)
        fixture.horizon = Month(2026, 1)...Month(2028, 6)
        fixture.set("purse.ceiling", .number(168_000_000), from: Month(2027, 1))
        fixture.set("purse.ceiling", .number(33_600_000), from: Month(2028, 1))
        let expected = (0..<30).map { month in
            let paid = [5, 10, 2][month / 12]
            return month % 12 < paid ? 1_000.0 : 0
        }
        #expect(isNear(try fixture.run().funded(), expected))
    }

    @Test("where the ceiling is short, the lowest priority is cut first")
    func priority() throws {
        for policy in ["cap-heads", "cap-months", "report"] {
            var fixture = BudgetFixture.still([("rt-rw", 300), ("petani", 500), ("ojek", 200)])
            fixture.set("budget.policy", .word(policy))
            // Pays 300 whole and half of 500.
            fixture.set("purse.ceiling", .number(550 * 16_800 * 12))
            let run = try fixture.run()
            let table = CostTable(run)
            let paid = (0..<3).map { s in
                table.cost { $0.segment == s && $0.bearer == .purse(0) } / 16_800
            }
            #expect(paid == [3_600, 3_000, 0], "\(policy)")
            let gap = table.cost(.gap) / 16_800
            #expect(gap == (policy == "report" ? 3_000 + 2_400 : 0), "\(policy)")
        }
    }

    @Test("each segment is cut by its own policy")
    func mixedPolicies() throws {
        var fixture = BudgetFixture.still([("rt-rw", 300), ("petani", 500), ("ojek", 200)])
        fixture.set("budget.policy", "petani", .word("cap-months"))
        fixture.set("purse.ceiling", .number(16_800 * (3_600 + 1_999)))
        let run = try fixture.run()
        #expect(isNear(run.funded(0), Array(repeating: 300, count: 12)))
        #expect(isNear(run.funded(1), (0..<12).map { $0 < 3 ? 500 : 0 }))
        // The last segment reports its gap and gets what three whole months left.
        #expect(isNear(run.funded(2), Array(repeating: 200, count: 12)))
        let table = CostTable(run)
        #expect(table.cost { $0.segment == 2 && $0.bearer == .purse(0) } == 499 * 16_800)
        #expect(table.cost(.gap) == (2_400 - 499) * 16_800)
    }

    @Test("the horizon may begin in mid-year and end in mid-year")
    func partialYears() throws {
        var fixture = farmers("cap-heads", ceiling: 50_400_000)
        fixture.horizon = Month(2026, 8)...Month(2027, 3)
        let run = try fixture.run()
        // 50.4m over five months, then over three.
        #expect(isNear(run.funded(), [600, 600, 600, 600, 600, 1_000, 1_000, 1_000]))
    }

    @Test("without any ceiling everything is a gap, or nothing is funded")
    func nothing() throws {
        var fixture = farmers("report", ceiling: 0)
        #expect(try fixture.table().cost(.gap) == 201_600_000)
        for policy in ["cap-heads", "cap-months"] {
            fixture.set("budget.policy", .word(policy))
            let run = try fixture.run()
            #expect(isNear(run.funded(), Array(repeating: 0, count: 12)))
            #expect(CostTable(run).entries.isEmpty)
        }
    }
}
