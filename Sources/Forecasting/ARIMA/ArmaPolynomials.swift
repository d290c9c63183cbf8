internal import RealModule

/// The two polynomials of a seasonal ARMA model, multiplied out, from numbers that may be anything.
///
/// Each block of terms is reached through partial autocorrelations `sin(u)`, so that every u gives
/// a stationary and invertible model, and all of these are reached; with a radius above 1, those
/// whose roots lie outside a circle of it. A sine reaches the border of these models at a finite u,
/// where its slope is 0, so that a search ends there as it ends inside. Coefficients follow `w[t] =
/// sum phi[j] w[t-j] + e[t] + sum theta[j] e[t-j]`, with `phi[j]` at place j - 1 and `theta[j]` at
/// place j, `theta[0] = 1`.
///
/// Reference: R. H. Jones, Maximum likelihood fitting of ARMA models to time series with missing
/// observations, Technometrics 22 (1980), doi:10.2307/1268324.
struct ArmaPolynomials {
    let order: ARIMAOrder
    let period: Int
    /// The length of the state: `max(p + mP, q + mQ + 1)`.
    let size: Int
    private(set) var phi: [Double]
    private(set) var theta: [Double]
    /// The lags at which coefficients may differ from 0, 1 the nearest.
    let phiLags: [Int]
    let thetaLags: [Int]
    /// Coefficients by block: p, P, q, Q, as the model is written.
    private(set) var terms: [Double]
    private var work: [Double]

    /// No root lies inside the circle of this radius.
    private let radius: Double

    init(_ order: ARIMAOrder, period: Int, radius: Double) {
        self.order = order
        self.radius = radius
        self.period = period
        let reach = order.p + period * order.seasonalP
        size = max(reach, order.q + period * order.seasonalQ + 1)
        phi = [Double](repeating: 0, count: size + 1)
        theta = phi
        terms = [Double](repeating: 0, count: order.termCount)
        work = [Double](repeating: 0, count: max(1, order.termCount))
        phiLags = Self.lags(order.p, order.seasonalP, period)
        thetaLags = Self.lags(order.q, order.seasonalQ, period)
    }

    private static func lags(_ near: Int, _ far: Int, _ period: Int) -> [Int] {
        var result: Set<Int> = []
        for k in 0...far {
            for j in 0...near { result.insert(k * period + j) }
        }
        return result.subtracting([0]).sorted()
    }

    /// Autoregressive reach `p + mP`.
    var autoregressiveReach: Int { order.p + period * order.seasonalP }

    /// Sets the coefficients from free numbers: p, P, q, Q of them.
    mutating func set(_ free: UnsafeBufferPointer<Double>) {
        var start = 0
        for (count, sign, lag) in [
            (order.p, 1.0, 1), (order.seasonalP, 1, period),
            (order.q, -1, 1), (order.seasonalQ, -1, period),
        ] where count > 0 {
            block(free, start..<start + count)
            let shrinkage = 1 / Double.pow(radius, lag)
            var factor = sign
            for place in start..<start + count {
                factor *= shrinkage
                terms[place] *= factor
            }
            start += count
        }
        expand()
    }

    /// Sets the coefficients of a block by the recursion of Durbin and Levinson.
    private mutating func block(_ free: UnsafeBufferPointer<Double>, _ range: Range<Int>) {
        let start = range.lowerBound
        for k in 0..<range.count {
            let partial = Double.sin(free[start + k])
            for j in 0..<k { work[j] = terms[start + j] - partial * terms[start + k - 1 - j] }
            for j in 0..<k { terms[start + j] = work[j] }
            terms[start + k] = partial
        }
    }

    /// Multiplies the blocks out.
    private mutating func expand() {
        for lag in phiLags { phi[lag - 1] = 0 }
        for lag in thetaLags { theta[lag] = 0 }
        theta[0] = 1
        let (p, far) = (order.p, order.seasonalP)
        for k in 0...far {
            let seasonal = k == 0 ? -1 : terms[p + k - 1]
            for j in 0...p where k + j > 0 {
                let near = j == 0 ? -1 : terms[j - 1]
                phi[k * period + j - 1] -= seasonal * near
            }
        }
        let (q, base) = (order.q, p + far)
        for k in 0...order.seasonalQ {
            let seasonal = k == 0 ? 1 : terms[base + q + k - 1]
            for j in 0...q where k + j > 0 {
                theta[k * period + j] += seasonal * (j == 0 ? 1 : terms[base + j - 1])
            }
        }
    }
}
