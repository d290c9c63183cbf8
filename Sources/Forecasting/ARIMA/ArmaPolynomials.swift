internal import RealModule

/// The two polynomials of a seasonal ARMA model, multiplied out, from numbers that may be anything.
///
/// Each block of terms is reached through partial autocorrelations `tanh(u)`, so that every u gives
/// a stationary and invertible model. Coefficients follow `w[t] = sum phi[j] w[t-j] + e[t] + sum
/// theta[j] e[t-j]`, with `phi[j]` at place j - 1 and `theta[j]` at place j, `theta[0] = 1`.
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

    init(_ order: ARIMAOrder, period: Int) {
        self.order = order
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
        for (count, sign) in [
            (order.p, 1.0), (order.seasonalP, 1), (order.q, -1), (order.seasonalQ, -1),
        ] {
            block(free, start..<start + count, sign)
            start += count
        }
        expand()
    }

    /// Sets the coefficients of a block by the recursion of Durbin and Levinson.
    private mutating func block(
        _ free: UnsafeBufferPointer<Double>, _ range: Range<Int>, _ sign: Double
    ) {
        let start = range.lowerBound
        for k in 0..<range.count {
            let partial = Double.tanh(free[start + k])
            for j in 0..<k { work[j] = terms[start + j] - partial * terms[start + k - 1 - j] }
            for j in 0..<k { terms[start + j] = work[j] }
            terms[start + k] = partial
        }
        if sign < 0 {
            for place in range { terms[place] = -terms[place] }
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

    /// Whether all roots of both polynomials lie outside the circle of the given radius above 1.
    func hasRoots(beyond radius: Double) -> Bool {
        var power = 1.0
        var near: [Double] = []
        var far: [Double] = []
        for lag in 1...max(1, size) {
            power *= radius
            near.append(phi[lag - 1] * power)
            far.append(lag < size ? -theta[lag] * power : 0)
        }
        return Self.isStationary(near) && Self.isStationary(far)
    }

    /// Whether the partial autocorrelations of an autoregression all lie inside (-1, 1).
    private static func isStationary(_ coefficients: [Double]) -> Bool {
        var phi = coefficients
        while let last = phi.popLast() {
            guard abs(last) < 1 else { return false }
            let scale = 1 / (1 - last * last)
            phi = (0..<phi.count).map { (phi[$0] + last * phi[phi.count - 1 - $0]) * scale }
        }
        return true
    }
}
