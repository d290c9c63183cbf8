import Policy
import Quantities
import Testing
import _TestSupport

@testable import Coverage

/// Laws of whole projections, on random scenarios.
struct ProjectionTests {
    @Test(
        "people are conserved, nobody is negative, no quota is passed", arguments: [500, 620, 741])
    func balance(first: UInt64) throws {
        for seed in first...first + 9 {
            let plain = RandomScenario.make(seed: seed)
            let projection = try plain.resolved().projected()
            #expect(projection.worstImbalance < 1e-9, "seed \(seed)")
            for segment in projection.segments {
                for (month, record) in segment.months.enumerated() {
                    let next =
                        month + 1 < segment.months.count
                        ? Array(segment.months[month + 1].start) : segment.closing
                    for region in plain.regions.indices {
                        let cells = (region * 10)..<(region * 10 + 10)
                        let before = record.start[cells].reduce(0, +) + record.entrants[region]
                        let left = record.exits[(region * 4)..<(region * 4 + 4)].reduce(0, +)
                        let after = next[cells].reduce(0, +) + left
                        #expect(abs(after - before) <= 1e-9 * before, "seed \(seed) \(month)")
                        let funded = record.exposed[region * 10 + 1...region * 10 + 3].reduce(0, +)
                        #expect(
                            funded <= record.quota[region] * (1 + 1e-12) + 1e-9, "seed \(seed)")
                    }
                    #expect(record.start.allSatisfy { $0 >= 0 }, "seed \(seed) month \(month)")
                    #expect(record.exposed.allSatisfy { $0 >= 0 }, "seed \(seed) month \(month)")
                    #expect(record.exits.allSatisfy { $0 >= 0 }, "seed \(seed) month \(month)")
                }
            }
        }
    }

    @Test("permuting regions permutes results")
    func permutation() throws {
        for seed in UInt64(800)...811 {
            let plain = RandomScenario.make(seed: seed)
            let count = plain.regions.count
            var permuted = plain
            permuted.regions = Array(plain.regions.reversed())
            permuted.cells = plain.cells.map { Array($0.reversed()) }
            let one = try plain.resolved().projected()
            let other = try permuted.resolved().projected()
            for (left, right) in zip(one.segments, other.segments) {
                for (month, pair) in zip(left.months, right.months).enumerated() {
                    for region in 0..<count {
                        let mirror = count - 1 - region
                        let a = pair.0.exposed[region * 10..<region * 10 + 10]
                        let b = pair.1.exposed[mirror * 10..<mirror * 10 + 10]
                        let worst = zip(a, b).map { abs($0 - $1) / max(1, $0) }.max() ?? 0
                        #expect(worst < 1e-12, "seed \(seed) month \(month)")
                    }
                }
            }
        }
    }

    @Test("a segment and a region alone give what they give among others")
    func alone() throws {
        for seed in UInt64(900)...909 {
            let plain = RandomScenario.make(seed: seed)
            let all = try plain.resolved().projected()
            let (s, r) = (plain.cells.count - 1, plain.regions.count - 1)
            var one = plain
            one.regions = [plain.regions[r]]
            one.cells = [[plain.cells[s][r]]]
            let alone = try one.resolved().projected().segments[0]
            for (month, record) in alone.months.enumerated() {
                let found = all.segments[s].months[month].exposed[r * 10..<r * 10 + 10]
                let worst = zip(found, record.exposed).map { abs($0 - $1) / max(1, $0) }.max() ?? 0
                #expect(worst < 1e-12, "seed \(seed) month \(month)")
            }
        }
    }

    @Test("cohorts that die alike and do not age give the sums of one band")
    func cohortsSumToOneBand() throws {
        for seed in UInt64(1_000)...1_005 {
            var draws = SeededDraws(seed)
            var plain = RandomScenario.make(seed: seed)
            plain.cohorts = []
            plain.horizon = Month(2026, 1)...Month(2026, 12)
            for s in plain.cells.indices {
                for r in plain.cells[s].indices {
                    let one = PlainRates(selfEnrolment: 0.3, lapse: 2, death: 0.02)
                    plain.cells[s][r].rates = PlainSteps(one)
                }
            }
            plain.limitSteps(to: 12)
            var banded = plain
            banded.cohorts = PlainCohort.bands(
                stock: draws.shares(6), entrants: draws.shares(6),
                deaths: Array(repeating: 0.02, count: 6))
            let single = try plain.resolved().projected().segments[0]
            let many = try banded.resolved().projected().segments[0]
            for (a, b) in zip(single.months, many.months) {
                let worst = zip(a.exposed, b.exposed).map { abs($0 - $1) / max(1, $0) }.max() ?? 0
                #expect(worst < 1e-10, "seed \(seed)")
            }
        }
    }

    @Test("G32 zero change: a projection repeated is the same to the bit")
    func repeated() throws {
        let plain = RandomScenario.make(seed: 4_242)
        let one = try plain.resolved().projected()
        let other = try plain.resolved().projected()
        for (a, b) in zip(one.segments, other.segments) {
            #expect(a.months == b.months)
            #expect(a.closing == b.closing)
        }
    }

    /// Not so where members go on paying themselves: they are missing from the eligible later.
    @Test("a higher quota never funds fewer person-months where no one pays for himself")
    func monotoneInQuota() throws {
        for seed in UInt64(1_100)...1_109 {
            var plain = RandomScenario.make(seed: seed)
            plain.cells[0][0].retention = PlainSteps(0)
            let rates = PlainRates(employerEnrolment: 0.2, employerLoss: 1, death: 0.02)
            plain.cells[0][0].rates = PlainSteps(rates)
            var last = -1.0
            for heads in stride(from: 0.0, through: 1.0, by: 0.2) {
                plain.cells[0][0].quota = PlainSteps(.heads(heads * plain.cells[0][0].workers))
                plain.cells[0][0].refill = PlainSteps(true)
                let months = try plain.resolved().projected().segments[0].months
                let total = months.reduce(0) {
                    $0 + $1.exposure(Status.publiclyFunded, region: 0)
                }
                #expect(total >= last - 1e-6, "seed \(seed) heads \(heads)")
                last = total
            }
        }
    }
}

extension PlainScenario {
    /// Drops steps that begin after so many months.
    mutating func limitSteps(to months: Int) {
        func cut<Value>(_ steps: PlainSteps<Value>) -> PlainSteps<Value> {
            PlainSteps(steps: steps.steps.filter { $0.from < months })
        }
        for s in cells.indices {
            for r in cells[s].indices {
                let cell = cells[s][r]
                cells[s][r].quota = cut(cell.quota)
                cells[s][r].fundedMonths = cut(cell.fundedMonths)
                cells[s][r].fundingStart = cut(cell.fundingStart)
                cells[s][r].refill = cut(cell.refill)
                cells[s][r].retention = cut(cell.retention)
                cells[s][r].eligibleShare = cut(cell.eligibleShare)
                cells[s][r].restarts = cut(cell.restarts)
                cells[s][r].entrants = cut(cell.entrants)
                cells[s][r].load = cut(cell.load)
            }
        }
    }
}
