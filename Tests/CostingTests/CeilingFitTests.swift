import Coverage
import Policy
import Quantities
import Testing
import _TestSupport

@testable import Costing

/// Cuts and payments against a plain second implementation that tries every count.
struct CeilingFitTests {
    @Test("cuts and payments equal the plain budget", arguments: UInt64(1)...40)
    func equalsPlainBudget(seed: UInt64) throws {
        let fixture = RandomBudget.make(seed: seed)
        let run = try fixture.run()
        let charges = try fixture.charges()
        let months = run.projection.policy.monthCount
        for region in fixture.regions.indices {
            var plain = try PlainBudget(fixture, region: region)
            plain.run()
            for segment in fixture.segments.indices {
                let cut = run.projection.segments[segment].cut
                let factors = (0..<months).map { cut[$0, region] }
                #expect(
                    isNear(factors, plain.factors[segment], 1e-12),
                    "seed \(seed) region \(region) segment \(segment)")
            }
            var paid = plain.paid.map { $0.map { _ in 0.0 } }
            for charge in charges where charge.region == region && charge.bearer.isPublic {
                if case .purse(let purse) = charge.bearer {
                    paid[charge.month][purse] += charge.amount
                } else {
                    paid[charge.month][fixture.purses.count] += charge.amount
                }
            }
            for (month, pair) in zip(paid, plain.paid).enumerated() {
                #expect(isNear(pair.0, pair.1, 0.01), "seed \(seed) \(region) month \(month)")
            }
        }
    }

    @Test("the plain budget does cut: by heads, by months, and to nothing")
    func randomBudgetsBind() throws {
        var kept: [(window: Int, count: Int, of: Int)] = []
        for seed in UInt64(1)...40 {
            var plain = try PlainBudget(RandomBudget.make(seed: seed), region: 0)
            plain.run()
            kept += plain.kept.flatMap { $0 }
        }
        #expect(kept.count > 15)
        #expect(kept.contains { $0.count == 0 } && kept.contains { $0.count > 0 && $0.of > 12 })
    }

    @Test("one head more, or one month more, would not fit", arguments: UInt64(1)...12)
    func largestThatFits(seed: UInt64) throws {
        var draws = SeededDraws(seed)
        let heads = Double(draws.whole(50...5_000))
        let byMonths = draws.chance(0.4)
        let ceiling = (draws.real(0.05...0.6) * heads * 16_800 * 12).rounded()
        var fixture = BudgetFixture.still([("petani", heads)])
        fixture.set("workers", .number(heads * 1.05))
        fixture.set("rate.moved_away", .number(draws.real(0...0.5)))
        fixture.set("rate.graduation", .number(draws.real(0...0.5)))
        fixture.set("entrants", .perMonth(heads * draws.real(0...0.01)))
        fixture.set("budget.policy", .word(byMonths ? "cap-months" : "cap-heads"))
        fixture.set("purse.ceiling", .number(ceiling))
        // One window: the revision has passed when the horizon begins.
        fixture.horizon = Month(2026, 3)...Month(2026, 12)
        fixture.set("budget.revision_month", .number(2))
        let run = try fixture.run()
        let policy = try fixture.policy()
        func bill(_ count: Double) throws -> Double {
            var cut = QuotaReduction(months: 10, regions: 1)
            for month in 0..<10 {
                cut[month, 0] = byMonths ? (Double(month) < count ? 1 : 0) : count / heads
            }
            return try policy.projected(cuts: [cut]).segments[0].months.reduce(0) {
                $0 + 16_800 * $1.exposure(Status.publiclyFunded, region: 0)
            }
        }
        let factors = run.projection.segments[0].cut.factors
        let count = byMonths ? factors.reduce(0, +) : (factors[0] * heads).rounded()
        #expect(factors.contains { $0 < 1 }, "seed \(seed)")
        #expect(try bill(count) <= ceiling + 1e-3, "seed \(seed)")
        #expect(try bill(count + 1) > ceiling, "seed \(seed)")
    }

    @Test("bisection finds the last count that fits")
    func bisection() {
        for high in 1...40 {
            for last in 0..<high {
                var search = Bisection(
                    world: 0, isByMonths: false, low: 0, high: high, steps: high)
                var probes = 0
                while search.isOpen {
                    search.narrow(fits: search.middle <= last)
                    probes += 1
                }
                #expect(search.low == last && probes <= 6)
            }
        }
    }

    @Test("a heads cut multiplies every month of the window by one factor")
    func commonFactor() throws {
        var fixture = BudgetFixture.still([("petani", 100)])
        fixture.set("quota", "petani", nil, .heads(200), from: Month(2026, 5))
        fixture.set("budget.policy", .word("cap-heads"))
        fixture.set("budget.revision_month", .number(12))
        // Of 4 x 100 + 8 x 200 = 2,000 person-months, 700 are paid.
        fixture.set("purse.ceiling", .number(700 * 16_800))
        let run = try fixture.run()
        // 70 of at most 200 heads; December is planned again with what is left.
        let expected = (0..<12).map { $0 < 4 ? 35.0 : 70 }
        #expect(isNear(run.funded(), expected))
        #expect(CostTable(run).cost(.purse(0)) == 700 * 16_800)
    }

    @Test("a share quota is cut by the same rule")
    func shareQuota() throws {
        var fixture = BudgetFixture.still([])
        fixture.segments = ["petani"]
        fixture.set("workers", .number(1_000))
        fixture.set("quota", .share(0.5))
        fixture.set("budget.policy", .word("cap-heads"))
        fixture.set("purse.ceiling", .number(123 * 16_800 * 12 + 5))
        #expect(isNear(try fixture.run().funded(), Array(repeating: 123, count: 12)))
    }
}
