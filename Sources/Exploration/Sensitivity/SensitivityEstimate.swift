internal import RealModule

/// Whether an index tells its input from one that does nothing.
///
/// Data, not words: what it says to a reader is made where results are shown.
public enum SensitivityVerdict: Sendable, Equatable {
    /// The interval excludes zero.
    case distinct
    /// The interval includes zero. A design of `tellsAt` base points or repetitions would
    /// exclude it, if the index is what it now seems; nil where even ``largestBase`` would not.
    case undecided(tellsAt: Int?)
    /// Exactly zero in every row: the input moves nothing.
    case zero

    /// The largest design that is ever proposed.
    public static let largestBase = 1 << 24

    /// The base that would decide; nil where none would, or it is decided.
    public var decidingBase: Int? {
        guard case .undecided(let base) = self else { return nil }
        return base
    }
}

/// An index with its standard error, interval and verdict.
///
///     low, high = value -+ t standardError
///
/// with t the ``StudentQuantile`` of the level.
public struct SensitivityEstimate: Sendable, Equatable {
    /// The index as it was estimated.
    public let value: Double
    /// Lower end of the interval; may lie below zero although the index itself cannot.
    public let low: Double
    /// Upper end of the interval; a share of variance cannot exceed 1, but its interval can.
    public let high: Double
    /// How far the estimate would be off in designs of other seeds, as a standard deviation.
    public let standardError: Double
    /// Whether the input is told from one that does nothing.
    public let verdict: SensitivityVerdict

    /// - Parameters:
    ///   - multiplier: standard errors to either side.
    ///   - base: base points or repetitions of the design, of which a larger one is a doubling.
    init(value: Double, standardError: Double, multiplier: Double, base: Int) {
        let half = multiplier * standardError
        self.value = value
        self.standardError = standardError
        low = value - half
        high = value + half
        verdict = Self.verdict(value, half: half, base: base)
    }

    /// An index that rests on too few rows for its scatter to be known: it may be any share.
    ///
    /// - Parameters:
    ///   - rows: how many rows carry the variance.
    ///   - needed: how many would do.
    init(share value: Double, rows: Double, needed: Double, base: Int) {
        self.value = value
        (low, high) = (0, 1)
        // No share between 0 and 1 scatters more.
        standardError = 0.5
        var larger = base
        while rows * Double(larger) < needed * Double(base),
            larger <= SensitivityVerdict.largestBase / 2
        {
            larger *= 2
        }
        verdict = .undecided(
            tellsAt: rows * Double(larger) < needed * Double(base) ? nil : larger)
    }

    /// Half a width falls as one over the square root of the base, or faster:
    ///
    ///     tellsAt = base 2^m, smallest with |value| > half / sqrt(2^m)
    private static func verdict(_ value: Double, half: Double, base: Int) -> SensitivityVerdict {
        if value == 0 && half == 0 { return .zero }
        if abs(value) > half { return .distinct }
        var larger = base
        var square = half * half
        while larger <= SensitivityVerdict.largestBase / 2 {
            larger *= 2
            square /= 2
            if value * value > square { return .undecided(tellsAt: larger) }
        }
        return .undecided(tellsAt: nil)
    }
}

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
