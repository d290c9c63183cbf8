import Coverage
import Forecasting
import LinearAlgebra
import Testing

@testable import Analysis

/// The moves that calibration learns are those of the projection, added up over waiting months.
@Suite struct MonitoredMovesTests {
    private static let groups = [[0], [1, 2, 3], [4, 5, 6], [7], [8, 9]]

    @Test("Five statuses move as the sums of ten do", arguments: [true, false], [true, false])
    func lumped(_ waits: Bool, _ restarts: Bool) throws {
        let values = [0.06, 0.1, 0.25, 0.45, 0.3, 0.08]
        var rates = TransitionRates()
        for (rate, value) in zip(MonitoredMoves.rates, values) {
            rates[keyPath: rate.path] = value
        }
        rates.movedAway = 0.04
        (rates.waits, rates.waitingRestarts) = (waits, restarts)
        let whole = try TransitionOperator(rates).probabilities
        let sums = MonitoredMoves.model.family
            .transition(values + [0.04], over: 1.0 / 12).probabilities
        for (row, origin) in Self.groups.enumerated() {
            for (column, group) in Self.groups.enumerated() {
                for status in origin {
                    let moved = group.reduce(0) { $0 + whole[status, $1] }
                    #expect(abs(moved - sums[row, column]) < 1e-14, "\(status) to \(group)")
                }
            }
        }
    }

    @Test("Every rate that has a key moves somebody")
    func complete() {
        #expect(MonitoredMoves.rates.map(\.key.path).first == "rate.self_enrolment")
        #expect(MonitoredMoves.rates.map(\.key.path).last == "rate.graduation")
        #expect(MonitoredMoves.model.family.directions.count == 7)
        #expect(MonitoredMoves.start.count == MonitoredMoves.model.parameters)
    }
}
