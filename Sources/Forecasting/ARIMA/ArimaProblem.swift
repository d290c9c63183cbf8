internal import Optimization
internal import RealModule

/// A series with its differences, as models of several orders are fitted to it.
struct ArimaProblem: Sendable {
    let series: TimeSeries
    let interventions: [Intervention]
    let differences: ARIMAOrder
    /// The step of the series at which the problem begins: its first observation.
    let origin: Int
    /// Missing steps, counted from the origin.
    let missing: [Int]
    /// The observations from the origin to the last one, gaps filled with the one before.
    let filled: [Double]
    /// Missing steps after the last observation.
    let trailing: Int

    /// Steps from the first observation to the last.
    var length: Int { filled.count }
    /// The last observation, which stands for the steps after it in differences.
    var last: Double { filled.last ?? 0 }

    init(_ series: TimeSeries, _ d: Int, _ seasonalD: Int, interventions: [Intervention]) {
        self.series = series
        self.interventions = interventions
        differences = ARIMAOrder(0, d, 0, seasonal: (0, seasonalD, 0))
        origin = series.values.firstIndex { !$0.isNaN } ?? series.count
        var filled = Array(series.values.dropFirst(origin))
        while filled.last?.isNaN ?? false { filled.removeLast() }
        trailing = series.count - origin - filled.count
        missing = filled.indices.filter { filled[$0].isNaN }
        for place in missing { filled[place] = filled[place - 1] }
        self.filled = filled
    }

    /// The number of observations.
    var observedCount: Int { filled.count - missing.count }

    /// The observations from the first to the last, gaps joined by lines.
    var joined: [Double] {
        var result = filled
        var step = 1
        while step < result.count {
            guard missing.contains(step) else {
                step += 1
                continue
            }
            var end = step
            while missing.contains(end) { end += 1 }
            let rise = (result[end] - result[step - 1]) / Double(end - step + 1)
            for place in step..<end { result[place] = result[place - 1] + rise }
            step = end
        }
        return result
    }

    /// A model with its coefficients: all that a forecast needs.
    struct Solution: Sendable {
        var order: ARIMAOrder
        var hasConstant: Bool
        /// The circle that holds no root, and the free numbers of the polynomials outside it.
        var radius: Double
        var free: [Double]
        var deviance: Double
        /// Coefficients estimated, the variance apart.
        var parameters: Int
        var observed: Int

        /// Twice the parameters more than the deviance, corrected for a short series; infinite
        /// where there are too few observations for the correction.
        var correctedCriterion: Double {
            let count = Double(parameters + 1)
            let rest = Double(observed) - count - 1
            return rest > 0 ? deviance + 2 * count + 2 * count * (count + 1) / rest : .infinity
        }
    }

    /// Steps of the differenced series that were observed.
    func observed(_ order: ARIMAOrder) -> Int {
        observedCount - order.lostSteps(period: series.period)
    }

    /// The likelihood of an order, over the steps up to the last observation and `ahead` more.
    func likelihood(
        _ order: ARIMAOrder, hasConstant: Bool, radius: Double = 1, ahead: Int = 0
    ) -> ArmaLikelihood {
        let length = filled.count + ahead
        func differenced(_ value: (Int) -> Double) -> [Double] {
            order.differenced((0..<length).map(value), period: series.period)
        }
        let gaps = (missing + Array(filled.count..<length)).map { step in
            differenced { $0 == step ? 1 : 0 }
        }
        var regressors: [[Double]] = []
        if hasConstant {
            let hasDrift = order.d + order.seasonalD > 0
            regressors.append(differenced { hasDrift ? Double($0 + origin + 1) : 1 })
        }
        for effect in interventions {
            regressors.append(differenced { effect.value(at: $0 + origin) })
        }
        var observations = differenced { $0 < filled.count ? filled[$0] : last }
        // What the constant explains is taken off first, so that squares do not cancel.
        var constant = 0.0
        if hasConstant {
            let steps = zip(observations, regressors[0])
            constant = steps.reduce(0) { $0 + $1.0 / $1.1 } / Double(observations.count)
            for (step, unit) in regressors[0].enumerated() { observations[step] -= constant * unit }
        }
        let result = ArmaLikelihood(
            order, period: series.period, radius: radius, missing: gaps, regressors: regressors,
            series: observations)
        result.constant = constant
        return result
    }

    /// The model of greatest likelihood of an order.
    ///
    /// - Parameters:
    ///   - precision: the share of the deviance by which the last step lowered it.
    ///   - given: where the search begins, if that is known.
    ///   - radius: the circle that roots are kept out of; they may come to lie on it.
    func solve(
        _ order: ARIMAOrder, hasConstant: Bool, precision: Double, from given: [Double]? = nil,
        radius: Double = 1
    ) throws(FitFault) -> Solution {
        let parameters = order.termCount + interventions.count + (hasConstant ? 1 : 0)
        let observed = observed(order)
        if observed < parameters + 2 {
            let more = parameters + 2 - observed
            let have = observedCount
            throw .tooShort(needed: have + more, have: have)
        }
        let likelihood = likelihood(order, hasConstant: hasConstant, radius: radius)
        let zeros = [Double](repeating: 0, count: order.termCount)
        let plain = zeros.withUnsafeBufferPointer { likelihood.deviance($0) }
        guard plain.isFinite else { throw .notConverged }
        if isExplained(likelihood) { throw .constant }
        var solution = Solution(
            order: order, hasConstant: hasConstant, radius: radius, free: zeros, deviance: plain,
            parameters: parameters, observed: observed)
        if zeros.isEmpty { return solution }
        var starts = given.map { [$0] } ?? Self.starts(likelihood, zeros)
        // While orders are searched the best start is enough; a model by itself is tried from all.
        if precision > 1e-9 { starts = Array(starts.prefix(1)) }
        for start in starts {
            let found = QuasiNewton(tolerance: precision, maximumSteps: 200)
                .minimum(
                    from: start,
                    of: Self.sloped(precision, start.count) { likelihood.deviance($0) })
            if found.value < solution.deviance {
                (solution.free, solution.deviance) = (found.point, found.value)
            }
        }
        return solution
    }

    /// Whether regressors alone leave nothing of the differenced series.
    private func isExplained(_ likelihood: ArmaLikelihood) -> Bool {
        guard let fit = likelihood.estimates() else { return false }
        let size = filled.reduce(0) { max($0, abs($1)) }
        return fit.squares <= Double(likelihood.count) * size * size * 1e-26
    }

    /// Where searches begin, the likeliest first: no terms at all, and the least conditional sum of
    /// squares, kept off the border a little and more.
    private static func starts(_ likelihood: ArmaLikelihood, _ zeros: [Double]) -> [[Double]] {
        let conditional = QuasiNewton(tolerance: 1e-5, maximumSteps: 60)
            .minimum(
                from: zeros,
                of: sloped(1e-5, zeros.count) { likelihood.conditional($0) })
        guard conditional.value.isFinite else { return [zeros] }
        let inside = [0.9, 0.999].map { share in
            conditional.point.map { Double.asin(share * Double.sin($0)) }
        }
        let known = (inside + [zeros]).map { start in
            (start, start.withUnsafeBufferPointer { likelihood.deviance($0) })
        }
        return known.sorted { $0.1 < $1.1 }.map(\.0)
    }

    /// A function with its gradient: by differences to one side, or to both where a precision
    /// beyond 1e-9 is asked for.
    ///
    /// A gradient that promises less than the precision is answered as 0, so that a search ends
    /// there instead of following rounding errors.
    private static func sloped(
        _ precision: Double, _ count: Int,
        _ function: @escaping (UnsafeBufferPointer<Double>) -> Double
    ) -> (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>?) -> Double {
        let isFine = precision < 1e-9
        let reach = isFine ? 0x1p-17 : 0x1p-20
        var probe = [Double](repeating: 0, count: count)
        return { point, gradient in
            let value = function(point)
            guard let gradient, value.isFinite else { return value }
            for axis in point.indices { probe[axis] = point[axis] }
            var steepest = 0.0
            for axis in point.indices {
                probe[axis] = point[axis] + reach
                let above = probe.withUnsafeBufferPointer(function)
                var slope = (above - value) / reach
                if isFine {
                    probe[axis] = point[axis] - reach
                    slope = (above - probe.withUnsafeBufferPointer(function)) / (2 * reach)
                }
                probe[axis] = point[axis]
                gradient[axis] = slope.isFinite ? slope : 0
                steepest = max(steepest, abs(gradient[axis]))
            }
            if steepest * steepest < precision * max(1, abs(value)) {
                for axis in gradient.indices { gradient[axis] = 0 }
            }
            return value
        }
    }
}
