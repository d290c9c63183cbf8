internal import RealModule

/// How many standard errors an interval of a given level reaches to either side.
///
/// The quantile of Student's distribution at (1 + level) / 2. With the angle
/// `theta = atan(t / sqrt(n))` of n degrees of freedom, the probability between -t and t is
///
///     n even:  sin theta (1 + 1/2 cos^2 theta + (1 3)/(2 4) cos^4 theta + ...)
///     n odd:   2/pi (theta + sin theta (cos theta + 2/3 cos^3 theta + ...))
///
/// with n/2 terms; the angle is found by bisection to the last bit.
///
/// Reference: M. Abramowitz and I. Stegun, Handbook of mathematical functions, 1964, 26.7.3-4.
enum StudentQuantile {
    /// The quantile for that many degrees of freedom, at least one.
    ///
    ///     StudentQuantile.twoSided(level: 0.95, freedom: 15)  // 2.131
    ///
    /// - Complexity: O(freedom) for each of 60 halvings.
    static func twoSided(level: Double, freedom: Int) -> Double {
        var (low, high) = (0.0, Double.pi / 2)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if probability(angle: middle, freedom: freedom) < level {
                low = middle
            } else {
                high = middle
            }
        }
        return Double(freedom).squareRoot() * .tan((low + high) / 2)
    }

    /// The probability between -t and t.
    static func probability(angle: Double, freedom: Int) -> Double {
        let (sine, cosine) = (Double.sin(angle), Double.cos(angle))
        let isOdd = freedom % 2 == 1
        var term = isOdd ? cosine : 1
        var sum = freedom == 1 ? 0 : term
        for power in stride(from: isOdd ? 3 : 2, through: freedom - 2, by: 2) {
            term *= cosine * cosine * Double(power - 1) / Double(power)
            sum += term
        }
        return isOdd ? 2 / .pi * (angle + sine * sum) : sine * sum
    }
}
