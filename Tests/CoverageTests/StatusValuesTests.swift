import LinearAlgebra
import Policy
import Quantities
import Testing
import _TestSupport

@testable import Coverage

/// Values run backwards against people run forwards.
struct StatusValuesTests {
    /// A random scenario without quotas.
    private func scenario(_ seed: UInt64) -> PlainScenario {
        var plain = RandomScenario.make(seed: seed)
        for segment in plain.cells.indices {
            for region in plain.cells[segment].indices {
                plain.cells[segment][region].quota = PlainSteps(.heads(0))
            }
        }
        return plain
    }

    /// Cost vectors, every third of them the same in all years.
    private func costs(_ count: Int, _ plain: PlainScenario, _ draws: inout SeededDraws) -> [Matrix]
    {
        let years = plain.horizon.upperBound.year - plain.horizon.lowerBound.year + 1
        return (0..<count).map { cost in
            Matrix(rows: cost % 3 == 0 ? 1 : years, columns: Status.count) { _, _ in
                draws.chance(0.2) ? 0 : draws.real(-2_000...20_000)
            }
        }
    }

    /// What the people of a projected region cost.
    private func forward(
        _ projection: SegmentProjection, _ cost: Matrix, _ plain: PlainScenario, region: Int
    ) -> Double {
        zip(plain.horizon, projection.months).reduce(0) { total, month in
            let year = month.0.year - plain.horizon.lowerBound.year
            return Status.allCases.reduce(total) {
                $0 + cost[cost.rows == 1 ? 0 : year, $1.rawValue]
                    * month.1.exposure([$1], region: region)
            }
        }
    }

    /// Cohorts, ageing, entrants, dated rates, both routes and several regions are drawn.
    @Test("values backwards equal people forwards", arguments: UInt64(1)...40)
    func equalsForward(seed: UInt64) throws {
        let plain = scenario(seed)
        var draws = SeededDraws(seed + 5_000)
        let policy = try plain.resolved()
        for segment in plain.cells.indices {
            let model = try SegmentModel(policy, plain.segment(segment))
            let costs = costs(1 + Int(seed % 19), plain, &draws)
            let values = try StatusValues(model, costs: costs)
            let uncut = QuotaCut(months: plain.monthCount, regions: plain.regions.count)
            let projection = model.projected(cut: uncut)
            let totals = values.totals()
            #expect(values.costCount == costs.count && totals.count == costs.count)
            for (position, cost) in costs.enumerated() {
                var sum = (found: 0.0, expected: 0.0, size: 0.0)
                for region in plain.regions.indices {
                    let expected = forward(projection, cost, plain, region: region)
                    let found = values.total(cost: position, region: region)
                    let size = forward(
                        projection, absolute(cost), plain, region: region)
                    #expect(
                        abs(found - expected) <= 1e-10 * size, "seed \(seed) cost \(position)")
                    sum = (sum.found + found, sum.expected + expected, sum.size + size)
                }
                #expect(abs(totals[position] - sum.expected) <= 1e-10 * sum.size, "seed \(seed)")
            }
        }
    }

    private func absolute(_ cost: Matrix) -> Matrix {
        Matrix(rows: cost.rows, columns: cost.columns) { abs(cost[$0, $1]) }
    }

    @Test("regions with the same rates share values, others have their own")
    func sharedRegions() throws {
        var plain = try #require(
            (UInt64(4)...400).lazy.map(scenario).first { $0.regions.count == 3 })
        plain.cells[0][1] = plain.cells[0][0]
        plain.cells[0][1].workers *= 2
        plain.cells[0][2].rates = PlainSteps(PlainRates(lapse: 3, death: 0.3))
        let model = try SegmentModel(plain.resolved(), plain.segment(0))
        var draws = SeededDraws(6_000)
        let values = try StatusValues(model, costs: costs(1, plain, &draws))
        for status in Status.allCases {
            let found = (0..<3).map {
                values.value(cost: 0, region: $0, cohort: 0, status: status)
            }
            #expect(found[0] == found[1], "\(status)")
        }
        let months = 0..<plain.monthCount
        #expect(
            months.allSatisfy { month in
                values.entrantValue(cost: 0, region: 0, month: month)
                    == values.entrantValue(cost: 0, region: 1, month: month)
            })
        #expect(
            values.entrantValue(cost: 0, region: 0, month: 0)
                != values.entrantValue(cost: 0, region: 2, month: 0))
    }

    @Test("where every month costs one, values are months")
    func lastMonth() throws {
        let plain = scenario(11)
        let model = try SegmentModel(plain.resolved(), plain.segment(0))
        let one = Matrix(rows: 1, columns: Status.count, repeating: 1)
        let values = try StatusValues(model, costs: [one])
        let last = values.entrantValue(cost: 0, region: 0, month: plain.monthCount - 1)
        #expect(isNear(last, 1, 1e-14))
        for status in Status.allCases {
            let months = values.value(cost: 0, region: 0, cohort: 0, status: status)
            #expect(months > 0 && months <= Double(plain.monthCount) * (1 + 1e-12), "\(status)")
        }
    }

    @Test("a quota is refused with its segment, month and region")
    func quota() throws {
        var plain = scenario(21)
        let last = plain.regions.count - 1
        plain.cells[0][last].quota = PlainSteps(steps: [(0, .heads(0)), (4, .heads(10))])
        plain.cells[0][last].fundedMonths = PlainSteps(12)
        plain.cells[0][last].fundingStart = PlainSteps(1)
        let model = try SegmentModel(plain.resolved(), plain.segment(0))
        #expect(throws: QuotaFound(segment: plain.segment(0), month: 4, region: last)) {
            try StatusValues(model, costs: [])
        }
    }

    /// Somebody funds the unprotected although there is no quota, which releases them again.
    @Test("a table of probabilities is run backwards as well")
    func table() throws {
        func entry(_ from: String, _ to: String, _ probability: Double) -> TransitionProbability {
            TransitionProbability(
                segment: nil, region: nil, from: from, to: to, probability: probability,
                provenance: .test)
        }
        let held = Status.allCases.dropFirst().map { entry($0.symbol, $0.symbol, 0.99) }
        let dying = Status.allCases.dropFirst().map { entry($0.symbol, "death", 0.01) }
        let moving = [("U", 0.7), ("S0", 0.1), ("F1", 0.05), ("E", 0.1), ("death", 0.05)]
        let plain = scenario(31)
        let scenario = plain.scenario()
        let tabled = Scenario(
            name: scenario.name, title: scenario.title, file: scenario.file,
            regions: scenario.regions, horizon: scenario.horizon, segments: scenario.segments,
            fundingSources: scenario.fundingSources, cohorts: scenario.cohorts,
            transitions: held + dying + moving.map { entry("U", $0.0, $0.1) },
            layers: scenario.layers)
        let model = try SegmentModel(tabled.resolved(), plain.segment(0))
        var draws = SeededDraws(7_000)
        let costs = costs(3, plain, &draws)
        let values = try StatusValues(model, costs: costs)
        let uncut = QuotaCut(months: plain.monthCount, regions: plain.regions.count)
        let projection = model.projected(cut: uncut)
        #expect(projection.months[3].released[0] > 0)
        for (position, cost) in costs.enumerated() {
            let expected = forward(projection, cost, plain, region: 0)
            let size = forward(projection, absolute(cost), plain, region: 0)
            let found = values.total(cost: position, region: 0)
            #expect(abs(found - expected) <= 1e-10 * size, "cost \(position)")
        }
    }
}
