import Quantities
import _TestSupport

/// A random scenario: what a seed makes of every lever and rate that the model has.
struct RandomScenario {
    private var draws: SeededDraws

    static func make(seed: UInt64) -> PlainScenario {
        var maker = RandomScenario(draws: SeededDraws(seed))
        return maker.scenario()
    }

    private mutating func scenario() -> PlainScenario {
        let codes = ["35.74", "35.05", "62.01", "61.12"].compactMap { RegionCode($0) }
        let regions = codes.shuffled(using: &draws).prefix(draws.whole(1...3)).sorted()
        let months = draws.whole(8...30)
        let start = Month(2026, draws.whole(1...12))
        let cohorts = draws.chance(0.5) ? self.cohorts() : []
        let segments = draws.whole(1...2)
        let cells = (0..<segments).map { _ in regions.map { _ in cell(months) } }
        return PlainScenario(
            regions: regions, horizon: start...start.advanced(by: months - 1), cohorts: cohorts,
            cells: cells)
    }

    private mutating func cohorts() -> [PlainCohort] {
        let order = Array(0..<6).shuffled(using: &draws)
        let deaths = (0..<6).map { _ in draws.real(0...0.03) }
        return PlainCohort.bands(
            stock: draws.shares(6), entrants: draws.shares(6), deaths: deaths, order: order)
    }

    private mutating func cell(_ months: Int) -> PlainCell {
        var cell = PlainCell()
        cell.waits = draws.chance(0.7)
        cell.workers = draws.real(10...50_000)
        let opening = draws.shares(7)
        cell.openingFunded = draws.chance(0.3) ? 0 : opening[0]
        cell.openingSelf = opening[1]
        cell.openingEmployer = opening[2]
        cell.openingLapsed = opening[3]
        cell.openingLapsedVested = opening[4]
        cell.refill = steps(months) { $0.chance(0.5) }
        cell.retention = steps(months) { $0.chance(0.3) ? 0 : $0.real(0...1) }
        cell.eligibleShare = steps(months) { $0.chance(0.3) ? 1 : $0.real(0...1) }
        cell.restarts = steps(months) { $0.chance(0.5) }
        cell.load = steps(months) { $0.real(0.5...3) }
        let workers = cell.workers
        cell.quota = steps(months) { draws in
            draws.chance(0.5) ? .heads(draws.real(0...1.2) * workers) : .share(draws.real(0...1))
        }
        cell.entrants = steps(months) { draws in
            draws.chance(0.5)
                ? .perMonth(draws.real(0...0.02) * workers) : .perYearOfOpening(draws.real(0...0.3))
        }
        cell.rates = steps(months) { RandomScenario.rates(&$0) }
        setFunding(&cell, months)
        return cell
    }

    /// Length and start of the funded part of a year change together, so that it ends by December.
    private mutating func setFunding(_ cell: inout PlainCell, _ months: Int) {
        let windows = steps(months) { draws in
            let length = draws.chance(0.4) ? 12 : draws.whole(0...11)
            return (length: length, start: draws.whole(1...min(12, 13 - length)))
        }
        cell.fundedMonths = PlainSteps(steps: windows.steps.map { ($0.from, $0.value.length) })
        cell.fundingStart = PlainSteps(steps: windows.steps.map { ($0.from, $0.value.start) })
    }

    private static func rates(_ draws: inout SeededDraws) -> PlainRates {
        func rate(_ most: Double) -> Double { draws.chance(0.25) ? 0 : draws.real(0...most) }
        var rates = PlainRates()
        rates.selfEnrolment = rate(0.4)
        rates.employerEnrolment = rate(0.6)
        rates.employerLoss = rate(2)
        rates.lapse = rate(8)
        rates.returning = rate(3)
        rates.graduation = rate(1)
        rates.death = rate(0.05)
        rates.outOfLabourForce = rate(0.2)
        rates.movedAway = rate(0.1)
        rates.ageLimit = rate(0.1)
        return rates
    }

    /// One to three steps, the first at month 0.
    private mutating func steps<Value>(
        _ months: Int, _ value: (inout SeededDraws) -> Value
    ) -> PlainSteps<Value> {
        var starts: Set<Int> = [0]
        for _ in 0..<draws.whole(0...2) { starts.insert(draws.whole(1...months - 1)) }
        return PlainSteps(steps: starts.sorted().map { (from: $0, value: value(&draws)) })
    }
}
