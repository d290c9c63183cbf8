internal import RealModule

/// The exact Gaussian likelihood of an ARMA model for a series with regressors.
///
/// The gain of the Kalman filter is the same for the series and for each regressor, so all are
/// filtered together and the coefficients of the regressors follow by least squares. The covariance
/// of the state changes by one outer product a step, which the recursions of Morf, Sidhu and
/// Kailath carry as a vector: a step costs a multiple of the state's length, not of its square.
///
/// A missing observation is a regressor of its own, 1 at its step, that is integrated out instead
/// of estimated: with the determinant of its block this is the likelihood of what was observed, and
/// its coefficient is what the missing observation is expected to be. Steps of a forecast are
/// missing observations too.
///
/// References: M. Morf, G. S. Sidhu and T. Kailath, Some new algorithms for recursive estimation in
/// constant, linear, discrete-time systems, IEEE Trans. Automatic Control 19 (1974),
/// doi:10.1109/TAC.1974.1100576; V. Gomez, A. Maravall and D. Pena, Missing observations in ARIMA
/// models: skipping approach versus additive outlier approach, J. Econometrics 88 (1999),
/// doi:10.1016/S0304-4076(98)00036-0.
final class ArmaLikelihood {
    var polynomials: ArmaPolynomials
    /// Steps after differences.
    let count: Int
    /// Columns: the missing steps, then the regressors, then the series, each `count` long.
    let columns: Int
    let gaps: Int
    private let data: UnsafeMutablePointer<Double>
    /// The columns after the filter, divided by the deviation of their step.
    let filtered: UnsafeMutablePointer<Double>
    /// The variance of each step's innovation, relative to the noise.
    let variances: UnsafeMutablePointer<Double>
    private let states: UnsafeMutablePointer<Double>
    private let autocovariance: Autocovariance
    private let gain: UnsafeMutablePointer<Double>
    private let change: UnsafeMutablePointer<Double>
    private var least: LeastSquares

    /// - Parameters:
    ///   - radius: the circle that holds no root of the model.
    ///   - missing: columns of missing steps, after differences.
    ///   - regressors: the others, after differences.
    ///   - series: the series after differences, with something in place of what is missing.
    init(
        _ order: ARIMAOrder, period: Int, radius: Double = 1, missing: [[Double]],
        regressors: [[Double]], series: [Double]
    ) {
        polynomials = ArmaPolynomials(order, period: period, radius: radius)
        let all = missing + regressors + [series]
        (count, columns, gaps) = (series.count, all.count, missing.count)
        data = .allocate(capacity: columns * count)
        filtered = .allocate(capacity: columns * count)
        variances = .allocate(capacity: count)
        let size = polynomials.size + 1
        states = .allocate(capacity: columns * size)
        gain = .allocate(capacity: size)
        change = .allocate(capacity: size)
        for (number, column) in all.enumerated() {
            for step in 0..<count { data[number * count + step] = column[step] }
        }
        filtered.initialize(repeating: 0, count: columns * count)
        variances.initialize(repeating: 1, count: count)
        states.initialize(repeating: 0, count: columns * size)
        gain.initialize(repeating: 0, count: size)
        change.initialize(repeating: 0, count: size)
        autocovariance = Autocovariance(size: polynomials.size)
        least = LeastSquares(columns: columns)
    }

    deinit {
        data.deallocate()
        filtered.deallocate()
        variances.deallocate()
        states.deallocate()
        gain.deallocate()
        change.deallocate()
    }

    /// What was taken off the series already: multiples of the first regressor.
    var constant = 0.0

    /// Observations that the likelihood counts.
    var observed: Int { count - gaps }

    /// Twice the negative log likelihood, with the best coefficients and variance.
    func deviance(_ free: UnsafeBufferPointer<Double>) -> Double {
        polynomials.set(free)
        guard let logVariances = filter() else { return .infinity }
        guard let fit = least.solve(filtered, count: count, gaps: gaps) else { return .infinity }
        let steps = Double(observed)
        let scale = max(fit.squares / steps, Self.floor)
        return steps * (.log(2 * .pi * scale) + 1) + logVariances + fit.logDeterminant
    }

    /// A perfect fit has no likelihood; the variance is taken as this at least.
    private static let floor = 0x1p-200

    /// The logarithm of the sum of squares from `skipped` steps on, as if nothing had been before.
    func conditional(_ free: UnsafeBufferPointer<Double>) -> Double {
        polynomials.set(free)
        let skipped = polynomials.autoregressiveReach
        for column in 0..<columns { filterConditionally(column * count, skipped) }
        guard let fit = least.solve(filtered, count: count, gaps: gaps), fit.squares > 0 else {
            return .infinity
        }
        return Double(count - skipped) * .log(fit.squares)
    }

    private func filterConditionally(_ start: Int, _ skipped: Int) {
        let (x, v) = (data + start, filtered + start)
        let (phi, theta) = (polynomials.phi, polynomials.theta)
        for step in 0..<min(skipped, count) { v[step] = 0 }
        guard skipped < count else { return }
        for step in skipped..<count {
            var value = x[step]
            for lag in polynomials.phiLags { value -= phi[lag - 1] * x[step - lag] }
            for lag in polynomials.thetaLags where lag <= step {
                value -= theta[lag] * v[step - lag]
            }
            v[step] = value
        }
    }

    /// Filters all columns with the present polynomials; returns `sum log F`, nil where the process
    /// has no variance or one too large for the arithmetic.
    func filter() -> Double? {
        guard let variance = autocovariance.start(polynomials, gain: gain),
            variance < Self.widest
        else { return nil }
        let size = polynomials.size
        for place in 0..<columns * (size + 1) { states[place] = 0 }
        for place in 0..<size { change[place] = gain[place] }
        (gain[size], change[size]) = (0, 0)
        return polynomials.phi.withUnsafeBufferPointer {
            run(phi: $0.baseAddress.unsafelyUnwrapped, size, variance)
        }
    }

    /// The largest variance of a process, in parts of the noise's, that leaves digits for the
    /// filter: three roots at 1.01 make it.
    private static let widest = 1e7

    private func run(phi: UnsafePointer<Double>, _ size: Int, _ start: Double) -> Double? {
        var (variance, weight) = (start, -1 / start)
        var quiet = 0
        var (product, logs) = (1.0, 0.0)
        for step in 0..<count {
            variances[step] = variance
            product *= variance
            if product > 1e200 || product < 1e-200 {
                logs += .log(product)
                product = 1
            }
            let root = 1 / variance.squareRoot()
            for column in 0..<columns {
                let state = states + column * (size + 1)
                let innovation = data[column * count + step] - state[0]
                filtered[column * count + step] = innovation * root
                Self.advance(state, phi, gain, size, innovation / variance)
            }
            // The gain is steady when nothing has changed for as long as the state reaches.
            if quiet > size { continue }
            let lead = change[0]
            let decrease = weight * lead * lead
            quiet = abs(decrease) > 1e-15 * variance ? 0 : quiet + 1
            let next = variance + decrease
            // The variance falls towards the noise's and not below; further down is rounding.
            guard next > 1 - 1e-6 else { return nil }
            if next <= 1 + min(1e-8, 1e-13 * start) {
                settle(phi, size)
                (variance, quiet) = (1, size + 1)
                continue
            }
            Self.turn(change, gain, phi, size, weight * lead, lead / next)
            weight *= next / variance
            variance = next
        }
        return logs + .log(product)
    }

    /// The gain once innovations are the noise itself.
    private func settle(_ phi: UnsafePointer<Double>, _ size: Int) {
        for place in 0..<size {
            gain[place] = phi[place] + (place + 1 < size ? polynomials.theta[place + 1] : 0)
        }
    }

    /// `a <- T a + K v / F`.
    @inline(__always)
    private static func advance(
        _ state: UnsafeMutablePointer<Double>, _ phi: UnsafePointer<Double>,
        _ gain: UnsafeMutablePointer<Double>, _ size: Int, _ innovation: Double
    ) {
        let lead = state[0]
        for place in 0..<size {
            state[place] = phi[place] * lead + state[place + 1] + gain[place] * innovation
        }
    }

    /// Brings the gain and the vector whose outer product changes the covariance a step on.
    @inline(__always)
    private static func turn(
        _ change: UnsafeMutablePointer<Double>, _ gain: UnsafeMutablePointer<Double>,
        _ phi: UnsafePointer<Double>, _ size: Int, _ weight: Double, _ back: Double
    ) {
        let lead = change[0]
        for place in 0..<size {
            let moved = phi[place] * lead + change[place + 1]
            let next = gain[place] + moved * weight
            gain[place] = next
            change[place] = moved - next * back
        }
    }

    /// Coefficients and their covariance, without the scale of the noise, as the last filter left
    /// them: missing steps first, then regressors.
    func estimates() -> (coefficients: [Double], covariance: [Double], squares: Double)? {
        least.estimates(filtered, count: count)
    }
}
