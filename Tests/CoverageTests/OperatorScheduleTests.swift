import Policy
import Quantities
import Testing

@testable import Coverage

struct OperatorScheduleTests {
    private func schedule(_ plain: PlainScenario) throws -> OperatorSchedule {
        try OperatorSchedule(plain.resolved(), plain.segment(0))
    }

    @Test("neighbours with the same operator advance together")
    func blocks() {
        let blocks = OperatorSchedule.blocks(of: [0, 0, 1, 1, 1, 0])
        #expect(blocks.map(\.lanes) == [0..<2, 2..<5, 5..<6])
        #expect(blocks.map(\.position) == [0, 1, 0])
        #expect(OperatorSchedule.blocks(of: []).isEmpty)
    }

    @Test("an operator is made once for each set of rates")
    func operatorsAreShared() throws {
        var cell = PlainCell()
        cell.workers = 10
        let (calm, stormy) = (PlainRates(lapse: 1), PlainRates(lapse: 4))
        cell.rates = PlainSteps(steps: [(0, calm), (3, stormy), (6, calm)])
        let schedule = try schedule(.single(cell, months: 9))
        #expect(schedule.operators.count == 2)
        #expect(schedule.blocks.count == 9)
        #expect(schedule.blocks.map { $0[0].position } == [0, 0, 0, 1, 1, 1, 0, 0, 0])
    }

    @Test("regions with rates of their own have operators of their own")
    func regionsDiffer() throws {
        var (one, other) = (PlainCell(), PlainCell())
        (one.workers, other.workers) = (10, 10)
        other.rates = PlainSteps(PlainRates(lapse: 2))
        var plain = PlainScenario.single(one, months: 4)
        plain.regions = ["35.05", "35.74"].compactMap { RegionCode($0) }
        plain.cells = [[one, other]]
        let schedule = try schedule(plain)
        #expect(schedule.operators.count == 2)
        #expect(schedule.blocks[0].map(\.lanes) == [0..<1, 1..<2])
    }

    @Test("the load factor multiplies the cohort's death rate")
    func loadFactor() throws {
        var cell = PlainCell()
        cell.workers = 10
        cell.load = PlainSteps(steps: [(0, 1), (2, 3)])
        cell.rates = PlainSteps(PlainRates(death: 0.5))
        let bands = PlainCohort.bands(
            stock: Array(repeating: 1.0 / 6, count: 6), entrants: [1, 0, 0, 0, 0, 0],
            deaths: Array(repeating: 0.012, count: 6))
        for (cohorts, rate) in [([], 0.5), (bands, 0.012)] {
            let schedule = try schedule(.single(cell, months: 4, cohorts: cohorts))
            var rates = PlainRates()
            for (month, load) in [(0, 1.0), (2, 3.0)] {
                rates.death = rate * load
                let made = schedule.operators[schedule.blocks[month][0].position]
                #expect(isNear(made.exits[0, 0], rates.monthlyShare(rates.death), 1e-15))
            }
        }
    }

    @Test("a rate that makes no operator is a fault that names it")
    func refused() throws {
        var cell = PlainCell()
        cell.workers = 10
        let bands = PlainCohort.bands(
            stock: Array(repeating: 1.0 / 6, count: 6), entrants: [1, 0, 0, 0, 0, 0],
            deaths: Array(repeating: -0.5, count: 6))
        let region = try #require(RegionCode("35.74"))
        let fault = CoverageFault.inLane(
            segment: SegmentID("segment-0"), region: region,
            .invalidRate(key: "rate.death", value: -0.5))
        #expect(throws: fault) {
            try schedule(.single(cell, months: 2, cohorts: bands))
        }
    }
}
