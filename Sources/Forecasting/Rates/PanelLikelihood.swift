public import LinearAlgebra
internal import Optimization
internal import RealModule

/// Where a person was seen at two times.
public struct PanelTransition: Sendable, Hashable {
    /// States, by index.
    public var from: Int, to: Int
    /// Years between the two sights, above 0.
    public var elapsed: Double
    /// Whether the arrival in `to` is known to the moment, as deaths are.
    public var isExact: Bool

    /// A transition that was seen.
    public init(from: Int, to: Int, elapsed: Double, isExact: Bool = false) {
        (self.from, self.to, self.elapsed, self.isExact) = (from, to, elapsed, isExact)
    }
}

/// The likelihood of rates where people are seen now and then.
///
///     l = sum of log P(dt)[from, to]
///     exact arrival in d:  log sum over k, k != d, of P(dt)[from, k] Q[k, d]
///
/// Reference: J. Kalbfleisch and J. Lawless, The analysis of panel data under a Markov assumption,
/// Journal of the American Statistical Association 80 (1985), doi:10.1080/01621459.1985.10478195.
public struct PanelLikelihood: Sendable {
    /// The generators considered.
    public let family: GeneratorFamily
    /// Transitions of one kind and elapsed time, with how many there are.
    private let groups: [(elapsed: Double, members: [(transition: PanelTransition, count: Double)])]

    /// - Throws: ``FitFault/outOfRange(step:)`` for a transition without a positive time or
    ///   with a state outside of the family, by its position.
    public init(_ family: GeneratorFamily, _ transitions: [PanelTransition]) throws(FitFault) {
        self.family = family
        let known = 0..<family.states
        for (position, seen) in transitions.enumerated() {
            guard seen.elapsed > 0, seen.elapsed.isFinite, known.contains(seen.from),
                known.contains(seen.to)
            else { throw .outOfRange(step: position) }
        }
        var counts: [Double: [PanelTransition: Double]] = [:]
        for seen in transitions { counts[seen.elapsed, default: [:]][seen, default: 0] += 1 }
        groups = counts.sorted { $0.key < $1.key }.map { elapsed, members in
            let sorted = members.sorted {
                ($0.key.from, $0.key.to, $0.key.isExact ? 1 : 0)
                    < ($1.key.from, $1.key.to, $1.key.isExact ? 1 : 0)
            }
            return (elapsed, sorted.map { (transition: $0.key, count: $0.value) })
        }
    }

    /// The log-likelihood and its derivatives in the logarithms of the rates.
    public func value(_ logRates: [Double]) -> (value: Double, slopes: [Double]) {
        let rates = logRates.map { Double.exp($0) }
        let room = TransitionSlopes(family)
        let count = family.states
        var total = 0.0
        var slopes = [Double](repeating: 0, count: rates.count)
        for group in groups {
            room.set(rates, over: group.elapsed)
            for (seen, weight) in group.members {
                let row = seen.from * count
                var share = seen.isExact ? 0 : room.values[0][row + seen.to]
                var change = [Double](repeating: 0, count: rates.count)
                for rate in rates.indices {
                    let direction = family.directions[rate]
                    guard seen.isExact else {
                        change[rate] = room.values[rate + 1][row + seen.to]
                        continue
                    }
                    for state in 0..<count where state != seen.to {
                        let arrival = rates[rate] * direction[state, seen.to]
                        share += room.values[0][row + state] * arrival
                        change[rate] += room.values[0][row + state] * arrival
                    }
                }
                if seen.isExact { addPaths(to: &change, seen, rates, room) }
                total += weight * Double.log(share)
                for rate in rates.indices { slopes[rate] += weight * change[rate] / share }
            }
        }
        return (total, slopes)
    }

    /// Adds what an exact arrival gains where the states before it become likelier.
    private func addPaths(
        to change: inout [Double], _ seen: PanelTransition, _ rates: [Double],
        _ room: TransitionSlopes
    ) {
        for state in 0..<family.states where state != seen.to {
            var arrival = 0.0
            for (rate, direction) in zip(rates, family.directions) {
                arrival += rate * direction[state, seen.to]
            }
            for rate in rates.indices {
                let slope = room.values[rate + 1][seen.from * family.states + state]
                change[rate] += slope * arrival
            }
        }
    }

    /// The rates of the greatest likelihood.
    ///
    /// - Parameter start: rates to begin with, all above 0.
    /// - Throws: ``FitFault/notConverged`` where the search does not end, or where the data do not
    ///   determine the rates.
    public func fitted(from start: [Double]) throws(FitFault) -> FittedRates {
        let search = QuasiNewton(tolerance: 1e-14, maximumSteps: 500)
        let found = search.minimum(from: start.map { Double.log($0) }) { point, gradient in
            let (value, slopes) = value(Array(point))
            if let gradient { for axis in slopes.indices { gradient[axis] = -slopes[axis] } }
            return value.isFinite ? -value : .infinity
        }
        guard found.hasConverged, found.value.isFinite else { throw .notConverged }
        let information = information(at: found.point)
        do {
            let covariance = try CholeskyFactorization(information)
                .solve(.identity(start.count))
            return FittedRates(
                logRates: found.point, covariance: covariance, logLikelihood: -found.value)
        } catch {
            throw .notConverged
        }
    }

    /// Minus the second derivatives, by central differences of the first.
    private func information(at point: [Double]) -> Matrix {
        let reach = 1e-5
        let columns = point.indices.map { axis in
            var probe = point
            probe[axis] += reach
            let above = value(probe).slopes
            probe[axis] -= 2 * reach
            let below = value(probe).slopes
            return zip(above, below).map { ($1 - $0) / (2 * reach) }
        }
        return Matrix(rows: point.count, columns: point.count) {
            (columns[$1][$0] + columns[$0][$1]) / 2
        }
    }
}

/// Rates with what is not known of them.
public struct FittedRates: Sendable, Equatable {
    /// Logarithms of the rates.
    public var logRates: [Double]
    /// Covariances of the logarithms.
    public var covariance: Matrix
    /// The log-likelihood there.
    public var logLikelihood: Double

    /// Events per year at risk.
    public var rates: [Double] { logRates.map { Double.exp($0) } }
    /// Standard errors of the logarithms.
    public var standardErrors: [Double] {
        logRates.indices.map { Double.sqrt(covariance[$0, $0]) }
    }
}
