/// Halley's method for the number at which the tail of a log-concave density has a given
/// probability.
///
/// With g the logarithm of the tail less that of the probability, g is monotone and concave, so
/// that from a place where it is negative each step ends between there and the root; from the
/// other side one step crosses over. No bracket is needed, and each step has three times the
/// digits of the one before.
enum ConcaveRoot {
    /// The logarithm of a tail less that of the wanted probability, with its derivative and the
    /// derivative of the logarithm of the density.
    typealias Tail = (value: Double, slope: Double, bend: Double)

    /// The root, to the rounding of g.
    ///
    /// - Parameters:
    ///   - start: where to begin; best where g is negative.
    ///   - evaluate: the tail there.
    static func find(from start: Double, _ evaluate: (Double) -> Tail) -> Double {
        var t = start
        var last = Double.infinity
        for _ in 0..<200 {
            let (value, slope, bend) = evaluate(t)
            let step = value / slope
            // g'' / g' of a logarithm of a tail, at most 0 either way.
            let correction = 1 - step * (bend - slope) / 2
            let taken = correction > 0.5 && correction < 2 ? step / correction : step
            // Where steps stop shrinking, rounding has taken over.
            guard taken.isFinite, abs(taken) < last || abs(value) > 1e-7 else { break }
            t -= taken
            last = abs(taken)
            if abs(value) < 1e-6 { break }
        }
        return t
    }
}
