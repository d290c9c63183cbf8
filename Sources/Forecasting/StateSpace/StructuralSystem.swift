/// The moves of a structural model: level, slope and seasonal states by the step.
///
///     y[t] = level[t] + season[t] + irregular        level[t+1] = level[t] + slope[t] + noise
///     slope[t+1] = slope[t] + noise                  season[t+1] = -(last period - 1) + noise
///
/// States lie in this order: level, slope, the seasons from the present one backwards.
struct StructuralSystem: Sendable, Equatable {
    let hasSlope: Bool
    /// Steps of a season; 1 where nothing recurs.
    let period: Int

    /// Variances of the irregular, the level, then of slope and season as far as there are.
    var variances: [Double]

    var seasonPlace: Int { hasSlope ? 2 : 1 }
    var order: Int { seasonPlace + period - 1 }
    static func varianceCount(hasSlope: Bool, period: Int) -> Int {
        2 + (hasSlope ? 1 : 0) + (period > 1 ? 1 : 0)
    }

    var irregular: Double { variances[0] }

    /// Adds the variances of the states' own noise to a covariance.
    func addNoise(_ p: UnsafeMutablePointer<Double>) {
        p[0] += variances[1]
        if hasSlope { p[order + 1] += variances[2] }
        if period > 1 { p[seasonPlace * (order + 1)] += variances[variances.count - 1] }
    }

    /// `x <- T x` for the vector of states that lie `stride` apart.
    func advance(_ x: UnsafeMutablePointer<Double>, stride: Int) {
        if hasSlope { x[0] += x[stride] }
        guard period > 1 else { return }
        let first = seasonPlace
        var sum = 0.0
        for k in first..<order { sum += x[k * stride] }
        var k = order - 1
        while k > first {
            x[k * stride] = x[(k - 1) * stride]
            k -= 1
        }
        x[first * stride] = -sum
    }

    /// `x <- T' x`.
    func retreat(_ x: UnsafeMutablePointer<Double>, stride: Int) {
        if hasSlope { x[stride] += x[0] }
        guard period > 1 else { return }
        let first = seasonPlace
        let lead = x[first * stride]
        for k in first..<order - 1 { x[k * stride] = x[(k + 1) * stride] - lead }
        x[(order - 1) * stride] = -lead
    }

    /// `Z x`: what is observed of a state.
    func observe(_ x: UnsafePointer<Double>) -> Double {
        period > 1 ? x[0] + x[seasonPlace] : x[0]
    }

    /// `P <- T P T'` for a covariance of the states.
    func advanceCovariance(_ p: UnsafeMutablePointer<Double>) {
        for column in 0..<order { advance(p + column * order, stride: 1) }
        for row in 0..<order { advance(p + row, stride: order) }
    }

    /// `N <- T' N T`.
    func retreatCovariance(_ n: UnsafeMutablePointer<Double>) {
        for column in 0..<order { retreat(n + column * order, stride: 1) }
        for row in 0..<order { retreat(n + row, stride: order) }
    }

    /// `M <- P Z'`: a column of the covariance, or the sum of two.
    func observeCovariance(
        _ p: UnsafePointer<Double>, into m: UnsafeMutablePointer<Double>
    ) {
        for row in 0..<order { m[row] = p[row] }
        guard period > 1 else { return }
        for row in 0..<order { m[row] += p[row + seasonPlace * order] }
    }
}
