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
            var (power, sum) = (Matrix.identity(10), Matrix(rows: 10, columns: 10))
            for _ in 0..<n { (power, sum) = (power * made.probabilities, sum + power) }
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
}
