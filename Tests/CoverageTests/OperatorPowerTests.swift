import LinearAlgebra
import Testing
import _TestSupport

@testable import Coverage

/// Powers of one operator against the monthly loop, where decisions and rates are constant.
struct OperatorPowerTests {
    /// A cell whose quota never binds after month 0: no refill, and the opening funded as quota.
    private func constantCell(_ draws: inout SeededDraws) -> PlainCell {
        var cell = PlainCell()
        cell.workers = draws.real(100...90_000)
        cell.waits = draws.chance(0.5)
        (cell.openingFunded, cell.openingSelf, cell.openingEmployer) = (0.3, 0.1, 0.05)
        (cell.openingLapsed, cell.openingLapsedVested) = (0.1, 0.02)
        cell.quota = PlainSteps(.heads(0.3 * cell.workers))
        cell.refill = PlainSteps(false)
        cell.restarts = PlainSteps(draws.chance(0.5))
        cell.rates = PlainSteps(
            PlainRates(
                selfEnrolment: draws.real(0...1), employerEnrolment: draws.real(0...1),
                employerLoss: draws.real(0...3), lapse: draws.real(0...8),
                returning: draws.real(0...3), graduation: draws.real(0...2),
                death: draws.real(0...0.05), movedAway: draws.real(0...0.2)))
        return cell
    }

    @Test("stock after n months is x P^n; person-months are x (I + P + ... + P^(n-1))")
    func powerEqualsMonthlyLoop() throws {
        for seed in UInt64(1)...12 {
            var draws = SeededDraws(seed)
            let cell = constantCell(&draws)
            let n = draws.whole(1...60)
            let plain = PlainScenario.single(cell, months: n)
            let segment = try plain.resolved().projected().segments[0]
            let made = try TransitionOperator(
                cell.rates.at(0).transitionRates(cell.waits, cell.restarts.at(0)))
            let opening = Matrix(rows: 1, columns: 10) { segment.months[0].start[$1] }
            let (power, sum) = made.probabilities.powerWithSum(n)
            let closing = opening * power
            let personMonths = opening * sum
            for status in 0..<10 {
                let monthly = segment.months.reduce(0) { $0 + $1.exposed[status] }
                let size = 1e-10 * cell.workers
                #expect(abs(closing[0, status] - segment.closing[status]) < size, "seed \(seed)")
                #expect(abs(personMonths[0, status] - monthly) < size * Double(n), "seed \(seed)")
            }
        }
    }

    @Test("the block matrix [[P, I], [0, I]] to the n gives the same sums")
    func blockPower() throws {
        var draws = SeededDraws(77)
        let rates = constantCell(&draws).rates.at(0).transitionRates(true, true)
        let p = try TransitionOperator(rates).probabilities
        let block = Matrix(rows: 20, columns: 20) { row, column in
            switch (row < 10, column < 10) {
            case (true, true): p[row, column]
            case (true, false): column - 10 == row ? 1 : 0
            case (false, true): 0
            case (false, false): row == column ? 1 : 0
            }
        }
        for n in [1, 2, 7, 12, 60] {
            let power = block.power(n)
            let (straight, sum) = p.powerWithSum(n)
            let upper = Matrix(rows: 10, columns: 10) { power[$0, $1] }
            let right = Matrix(rows: 10, columns: 10) { power[$0, $1 + 10] }
            #expect((upper - straight).maximumAbsolute < 1e-12, "n \(n)")
            #expect((right - sum).maximumAbsolute < 1e-10, "n \(n)")
        }
    }
}
