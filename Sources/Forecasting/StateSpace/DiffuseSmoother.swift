/// Expected states given all observations, with the variance of what they add up to.
///
/// Backwards from the last step, with the terms that the diffuse start needs up to the second
/// order of one over infinity.
///
/// Reference: J. Durbin and S. J. Koopman, Time Series Analysis by State Space Methods, 2nd ed.
/// 2012, section 5.3; S. J. Koopman, Exact initial Kalman filtering and smoothing for nonstationary
/// time series models, JASA 92 (1997), doi:10.2307/2965434.
struct DiffuseSmoother {
    private let system: StructuralSystem
    private var weights: [[Double]]
    private var moments: [[Double]]

    /// A step of the filter: what it knew before it, and what it saw.
    struct Record {
        var state: [Double]
        var finite: [Double]
        var infinite: [Double]
        var step: DiffuseFilter.Step
    }

    /// The states at a step, and the variance of level plus season.
    struct Smoothed {
        var state: [Double]
        var variance: Double
    }

    init(_ system: StructuralSystem) {
        self.system = system
        let zeros = [Double](repeating: 0, count: system.order)
        weights = [zeros, zeros]
        let square = [Double](repeating: 0, count: system.order * system.order)
        moments = [square, square, square]
    }

    /// Smooths the steps of a filter, the first record first.
    static func run(_ system: StructuralSystem, _ records: [Record]) -> [Smoothed] {
        var smoother = DiffuseSmoother(system)
        return Array(records.reversed().map { smoother.take($0) }.reversed())
    }

    /// Goes back over one step.
    private mutating func take(_ record: Record) -> Smoothed {
        for k in weights.indices { system.retreat(&weights[k], stride: 1) }
        for k in moments.indices { system.retreatCovariance(&moments[k]) }
        let step = record.step
        if !step.innovation.isNaN {
            if step.infinite > 0 {
                learnDiffuse(record)
            } else if step.finite > 0 {
                let gain = column(record.finite).map { $0 / step.finite }
                for k in weights.indices { project(k, gain) }
                addObserved(&weights[0], step.innovation / step.finite)
                for k in moments.indices { moments[k] = sandwich(moments[k], gain, gain) }
                addObservedSquare(&moments[0], 1 / step.finite)
            }
        }
        return smoothed(record)
    }

    private mutating func learnDiffuse(_ record: Record) {
        let step = record.step
        let m = column(record.finite)
        let first = column(record.infinite).map { $0 / step.infinite }
        let second = zip(m, first).map { ($0 - $1 * step.finite) / step.infinite }
        let along = zip(second, weights[0]).reduce(0) { $0 + $1.0 * $1.1 }
        for k in weights.indices { project(k, first) }
        addObserved(&weights[1], step.innovation / step.infinite - along)
        let (n0, n1, n2) = (moments[0], moments[1], moments[2])
        moments[0] = sandwich(n0, first, first)
        moments[1] = sandwich(n1, first, first)
        addCross(&moments[1], n0, first, second)
        addObservedSquare(&moments[1], 1 / step.infinite)
        moments[2] = sandwich(n2, first, first)
        addCross(&moments[2], n1, first, second)
        addObservedSquare(
            &moments[2],
            quadratic(n0, second, second) - step.finite / (step.infinite * step.infinite))
    }

    private func smoothed(_ record: Record) -> Smoothed {
        let order = system.order
        var state = record.state
        for row in 0..<order {
            for k in 0..<order {
                state[row] += record.finite[row + k * order] * weights[0][k]
                state[row] += record.infinite[row + k * order] * weights[1][k]
            }
        }
        let (m, w) = (column(record.finite), column(record.infinite))
        let variance =
            observe(m) - quadratic(moments[0], m, m) - 2 * quadratic(moments[1], m, w)
            - quadratic(moments[2], w, w)
        return Smoothed(state: state, variance: max(0, variance))
    }

    /// `r <- r - Z' (g . r)`.
    private mutating func project(_ k: Int, _ gain: [Double]) {
        let along = zip(gain, weights[k]).reduce(0) { $0 + $1.0 * $1.1 }
        addObserved(&weights[k], -along)
    }

    private func addObserved(_ r: inout [Double], _ factor: Double) {
        r[0] += factor
        if system.period > 1 { r[system.seasonPlace] += factor }
    }

    private var observedStates: [Int] { system.period > 1 ? [0, system.seasonPlace] : [0] }

    private func addObservedSquare(_ n: inout [Double], _ factor: Double) {
        for row in observedStates {
            for column in observedStates { n[row + column * system.order] += factor }
        }
    }

    /// `(I - Z' a') N (I - b Z)`.
    private func sandwich(_ n: [Double], _ a: [Double], _ b: [Double]) -> [Double] {
        let (left, right) = (product(n, b), product(n, a))
        let both = zip(a, left).reduce(0) { $0 + $1.0 * $1.1 }
        var result = n
        for state in observedStates {
            for k in 0..<system.order {
                result[k + state * system.order] -= left[k]
                result[state + k * system.order] -= right[k]
            }
        }
        addObservedSquare(&result, both)
        return result
    }

    /// Adds `-(I - Z' a') N b Z` and its transpose.
    private func addCross(_ target: inout [Double], _ n: [Double], _ a: [Double], _ b: [Double]) {
        let along = product(n, b)
        let both = zip(a, along).reduce(0) { $0 + $1.0 * $1.1 }
        for state in observedStates {
            for k in 0..<system.order {
                target[k + state * system.order] -= along[k]
                target[state + k * system.order] -= along[k]
            }
        }
        addObservedSquare(&target, 2 * both)
    }

    private func product(_ n: [Double], _ x: [Double]) -> [Double] {
        let order = system.order
        return (0..<order).map { row in
            (0..<order).reduce(0) { $0 + n[row + $1 * order] * x[$1] }
        }
    }

    private func quadratic(_ n: [Double], _ a: [Double], _ b: [Double]) -> Double {
        zip(a, product(n, b)).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func column(_ p: [Double]) -> [Double] {
        var m = [Double](repeating: 0, count: system.order)
        system.observeCovariance(p, into: &m)
        return m
    }

    private func observe(_ x: [Double]) -> Double {
        observedStates.reduce(0) { $0 + x[$1] }
    }
}
