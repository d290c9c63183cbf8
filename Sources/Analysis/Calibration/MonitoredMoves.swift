import Coverage
import Forecasting
import LinearAlgebra
import Policy

/// The moves of the model between the statuses that monitoring tells apart.
package enum MonitoredMoves {
    /// The rates that can be learnt, in the order of the parameters; leaving comes after them and
    /// has no key of its own, retention comes last.
    static var rates: [(key: ParameterDefinition, path: WritableKeyPath<TransitionRates, Double>)] {
        zip(
            Parameters.rates,
            [
                \.selfEnrolment, \.employerEnrolment, \.employerLoss, \.lapse, \.returning,
                \.graduation,
            ] as [WritableKeyPath<TransitionRates, Double>]
        ).map { ($0.definition, $1) }
    }

    /// Where a search begins: rates, leaving, retention.
    static let start = [0.1, 0.1, 0.1, 0.3, 0.2, 0.1, 0.05, 0.3]

    /// Sums over the months of waiting, the arrival state among those who pay themselves.
    private static let groups: [[Int]] =
        [
            [Status.unprotected], Status.publiclyFunded, Status.selfPaid, [.employer],
            [.lapsed, .lapsedVested],
        ].enumerated().map { index, statuses in
            statuses.map(\.rawValue)
                + (index == MonitoredStatus.selfPaying.rawValue ? [Status.allCases.count] : [])
        }

    /// What a rate of 1 moves between groups; nil where the statuses of a group differ, so that
    /// their sum would not move as one.
    package static func direction(
        _ path: WritableKeyPath<TransitionRates, Double>
    ) -> Matrix? {
        var rates = TransitionRates()
        rates[keyPath: path] = 1
        let generator = rates.generator
        func flow(_ status: Int, _ group: [Int]) -> Double {
            group.reduce(0) { $0 + generator[status, $1] }
        }
        let isAlike = groups.allSatisfy { origin in
            groups.allSatisfy { group in
                origin.allSatisfy { flow($0, group) == flow(origin[0], group) }
            }
        }
        guard isAlike else { return nil }
        return Matrix(rows: groups.count, columns: groups.count) {
            flow(groups[$0][0], groups[$1])
        }
    }

    /// The model of counts.
    static var model: CountModel {
        let moves = rates.compactMap { direction($0.path) }
        let leaving = -1 * Matrix.identity(groups.count)
        return CountModel(
            family: GeneratorFamily(moves + [leaving]),
            entry: MonitoredStatus.unprotected.rawValue, funded: MonitoredStatus.funded.rawValue,
            drawnFrom: (MonitoredStatus.unprotected.rawValue, MonitoredStatus.lapsed.rawValue),
            kept: MonitoredStatus.selfPaying.rawValue, dropped: MonitoredStatus.lapsed.rawValue)
    }
}

extension ExitCause {
    /// The key of its rate.
    package var rate: ParameterDefinition { Parameters.exits[rawValue].definition }

    /// Whether a scenario takes the rate as it is: its cohorts bring deaths and ages of their own,
    /// and a load multiplies deaths.
    package var isTakenAsItIs: Bool { self == .outOfLabourForce || self == .movedAway }
}
