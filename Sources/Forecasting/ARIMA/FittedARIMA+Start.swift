internal import LinearAlgebra
internal import RealModule

extension FittedARIMA {
    /// The logarithm of the likelihood at the fitted coefficients where the filter starts from
    /// values before the series that are normal about 0, with a variance in units of the noise's.
    ///
    /// R's `arima` starts so, with 1e6, and reports this; `logLikelihood` is its limit, in which a
    /// series far from 0 loses nothing. The first observations, one for each step that differences
    /// use up, are conditioned upon. Nil for a series with gaps.
    public func logLikelihood(startVariance: Double) -> Double? {
        guard series.isComplete else { return nil }
        let lost = order.lostSteps(period: series.period)
        let values = series.values.enumerated().map { step, value in
            value - explained(step)
        }
        let before = [Double](repeating: 0, count: lost)
        let pulses = (0..<lost).map { place in
            order.differenced(
                (0..<lost + values.count).map { $0 == place ? 1 : 0 }, period: series.period)
        }
        let likelihood = ArmaLikelihood(
            order, period: series.period, radius: radius, missing: [], regressors: pulses,
            series: order.differenced(before + values, period: series.period))
        free.withUnsafeBufferPointer { likelihood.polynomials.set($0) }
        guard likelihood.filter() != nil,
            let all = Self.prior(likelihood, steps: values.count, startVariance),
            let first = Self.prior(likelihood, steps: lost, startVariance)
        else { return nil }
        let count = Double(values.count - lost)
        let scale = (all.squares - first.squares) / count
        return -0.5 * (count * (.log(2 * .pi * scale) + 1) + all.logs - first.logs)
    }

    /// What constant and effects add to a step.
    private func explained(_ step: Int) -> Double {
        let hasDrift = order.d + order.seasonalD > 0
        let constant = (constant?.value ?? 0) * (hasDrift ? Double(step + 1) : 1)
        return zip(effects, interventions).reduce(constant) {
            $0 + $1.0.value * $1.1.value(at: step)
        }
    }

    /// Squares and the logarithm of the determinant of the first steps, with the values before the
    /// series integrated out.
    private static func prior(
        _ likelihood: ArmaLikelihood, steps: Int, _ variance: Double
    ) -> (squares: Double, logs: Double)? {
        let last = likelihood.columns - 1
        func product(_ a: Int, _ b: Int) -> Double {
            (0..<steps).reduce(0) {
                $0 + likelihood.filtered[a * likelihood.count + $1]
                    * likelihood.filtered[b * likelihood.count + $1]
            }
        }
        let logs = (0..<steps).reduce(0.0) { $0 + .log(likelihood.variances[$1]) }
        guard last > 0 else { return (product(last, last), logs) }
        let system = Matrix(rows: last, columns: last) {
            product($0, $1) + ($0 == $1 ? 1 / variance : 0)
        }
        guard let factor = try? CholeskyFactorization(system) else { return nil }
        let right = Vector((0..<last).map { product($0, last) })
        let determinant = (0..<last).reduce(Double(last) * .log(variance)) {
            $0 + 2 * .log(factor.lower[$1, $1])
        }
        return (product(last, last) - right.dot(factor.solve(right)), logs + determinant)
    }
}
