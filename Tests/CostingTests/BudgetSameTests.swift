import Coverage
import Policy
import Quantities
import Testing

@testable import Costing

/// What must stay the same when nothing that matters is changed.
struct BudgetSameTests {
    @Test("G32 a layer that sets nothing changes nothing, to the bit")
    func emptyLayer() throws {
        for seed in UInt64(600)...606 {
            let policy = try RandomBudget.make(seed: seed).policy()
            let scenario = policy.scenario
            let same = scenario.with(layers: scenario.layers + [Layer(name: "empty", settings: [])])
            let one = CostTable(try BudgetRun(policy, pricing: BudgetFixture.pricing))
            let other = CostTable(
                try BudgetRun(same.resolved(), pricing: BudgetFixture.pricing))
            #expect(one.entries.elementsEqual(other.entries), "seed \(seed)")
        }
    }

    @Test("G33 next year's ceilings and quotas change nothing this year, to the bit")
    func laterYears() throws {
        for seed in UInt64(610)...622 {
            var fixture = RandomBudget.make(seed: seed)
            let start = fixture.horizon.lowerBound
            fixture.horizon = start...start.advanced(by: 30)
            let one = try fixture.run()
            let next = Month(start.year + 1, 1)
            fixture.set("purse.ceiling", .number(1e6), from: next)
            fixture.set("quota", .heads(17), from: next)
            let other = try fixture.run()
            for (a, b) in zip(one.projection.segments, other.projection.segments) {
                let months = 0..<(next - start)
                #expect(Array(a.months[months]) == Array(b.months[months]), "seed \(seed)")
            }
            let entries = [one, other].map { run in
                CostTable(run).entries.filter { $0.month < next - start }
            }
            #expect(entries[0] == entries[1], "seed \(seed)")
        }
    }

    @Test("G33 where gaps are only reported, no month looks ahead")
    func laterMonths() throws {
        for seed in UInt64(630)...640 {
            var fixture = RandomBudget.make(seed: seed)
            fixture.set("budget.policy", .word("report"))
            let one = try fixture.run()
            let t = fixture.horizon.count / 2
            fixture.set("rate.lapse", .number(9), from: fixture.horizon.lowerBound.advanced(by: t))
            fixture.set("quota", .heads(3), from: fixture.horizon.lowerBound.advanced(by: t))
            let other = try fixture.run()
            for (a, b) in zip(one.projection.segments, other.projection.segments) {
                #expect(Array(a.months[..<t]) == Array(b.months[..<t]), "seed \(seed)")
            }
        }
    }
}
