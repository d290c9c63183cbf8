/// A triangular density over `low...high`, with `low <= mode <= high` and `low < high`.
struct Triangular: Sendable, Hashable {
    /// Nothing lies below.
    let low: Double
    let mode: Double
    /// Nothing lies above.
    let high: Double

    /// The number below which the probability is u.
    ///
    /// `low + sqrt(u (high - low) (mode - low))` up to the mode, its mirror image above.
    func quantile(_ u: Double) -> Double {
        let width = high - low
        if u * width <= mode - low {
            return low + (u * width * (mode - low)).squareRoot()
        }
        return high - ((1 - u) * width * (high - mode)).squareRoot()
    }

    var mean: Double { low / 3 + mode / 3 + high / 3 }

    /// `sqrt((l^2 + h^2 + lh) / 18)` of the distances l, h of the mode from the ends.
    var standardDeviation: Double {
        let (below, above) = (mode - low, high - mode)
        return ((below * below + above * above + below * above) / 18).squareRoot()
    }
}
