/// The variance of a stationary ARMA process and the first gain of its Kalman filter.
///
/// The autoregression's own autocovariances come from its partial autocorrelations, forwards by the
/// recursion of Levinson; those of the process are their products with the moving average.
final class Autocovariance {
    private let size: Int
    private var steps: [Double]
    private var plain: [Double]
    private var full: [Double]
    private var weights: [Double]
    private var response: [Double]

    init(size: Int) {
        self.size = size
        steps = [Double](repeating: 0, count: (size + 1) * (size + 1))
        plain = [Double](repeating: 0, count: 2 * size + 2)
        full = [Double](repeating: 0, count: size + 1)
        weights = full
        response = full
    }

    /// Sets `gain` to `T P Z'` for the stationary covariance P; returns the variance `Z P Z'`, nil
    /// where the process has none.
    func start(_ model: ArmaPolynomials, gain: UnsafeMutablePointer<Double>) -> Double? {
        let reach = model.autoregressiveReach
        guard setPlain(model, reach) else { return nil }
        setFull(model, reach)
        setResponse(model, reach)
        for place in 0..<size {
            var sum = 0.0
            for lag in model.phiLags where lag > place {
                sum += model.phi[lag - 1] * full[lag - 1 - place]
            }
            for lag in model.thetaLags where lag > place {
                sum += model.theta[lag] * response[lag - 1 - place]
            }
            gain[place] = sum
        }
        return full[0]
    }

    /// Autocovariances of `u[t] = sum phi[j] u[t-j] + e[t]`.
    private func setPlain(_ model: ArmaPolynomials, _ reach: Int) -> Bool {
        let width = size + 1
        let farthest = reach + (model.thetaLags.last ?? 0)
        return steps.withUnsafeMutableBufferPointer { steps in
            plain.withUnsafeMutableBufferPointer { plain in
                // Row k of `steps` holds the autoregression of order k, its last one partial.
                for place in 0..<reach { steps[reach * width + place] = model.phi[place] }
                var order = reach
                var variance = 1.0
                while order > 0 {
                    let row = order * width
                    let partial = steps[row + order - 1]
                    let rest = 1 - partial * partial
                    guard rest > 0 else { return false }
                    let scale = 1 / rest
                    variance *= scale
                    for place in 0..<order - 1 {
                        steps[row - width + place] =
                            (steps[row + place] + partial * steps[row + order - 2 - place]) * scale
                    }
                    order -= 1
                }
                guard variance.isFinite else { return false }
                plain[0] = variance
                var error = variance
                for lag in 1..<reach + 1 {
                    let row = lag * width
                    let partial = steps[row + lag - 1]
                    var sum = partial * error
                    for place in 0..<lag - 1 {
                        sum += steps[row - width + place] * plain[lag - 1 - place]
                    }
                    plain[lag] = sum
                    error *= 1 - partial * partial
                }
                if reach < farthest {
                    for lag in reach + 1...farthest {
                        var sum = 0.0
                        for back in model.phiLags { sum += model.phi[back - 1] * plain[lag - back] }
                        plain[lag] = sum
                    }
                }
                return true
            }
        }
    }

    /// Autocovariances of the process up to the reach of the autoregression.
    private func setFull(_ model: ArmaPolynomials, _ reach: Int) {
        let last = model.thetaLags.last ?? 0
        for lag in 0...last {
            var sum = 0.0
            for place in 0...last - lag { sum += model.theta[place] * model.theta[place + lag] }
            weights[lag] = sum
        }
        for lag in 0...max(0, reach) {
            var sum = weights[0] * plain[lag]
            if last > 0 {
                for other in 1...last {
                    sum += weights[other] * (plain[lag + other] + plain[abs(lag - other)])
                }
            }
            full[lag] = sum
        }
    }

    /// What a unit of noise does to the process after each step.
    private func setResponse(_ model: ArmaPolynomials, _ reach: Int) {
        let last = model.thetaLags.last ?? 0
        for step in 0...max(0, last) {
            var sum = model.theta[step]
            for lag in model.phiLags where lag <= step {
                sum += model.phi[lag - 1] * response[step - lag]
            }
            response[step] = sum
        }
    }
}
