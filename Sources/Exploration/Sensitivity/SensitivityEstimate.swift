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

/// An index with its standard error, interval, verdict and the rows that it stands on.
///
///     low, high = value -+ t standardError
///
/// with t the ``StudentQuantile`` of the level; shares of a Sobol design have the interval of
/// ``SobolSupport``, which reaches further to one side where few rows carry them.
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
    /// In how many rows of the design something moved that the index counts.
    public let rows: Int

    /// An index with the same distance to either end.
    ///
    /// - Parameters:
    ///   - multiplier: standard errors to either side.
    ///   - base: base points or repetitions of the design, of which a larger one is a doubling.
    ///   - rows: in how many of them the index's input moved the output.
    init(value: Double, standardError: Double, multiplier: Double, base: Int, rows: Int) {
        let half = multiplier * standardError
        self.init(
            value: value, shift: 0, spread: half * half, standardError: standardError, base: base,
            rows: rows)
    }

    /// An index whose interval is `value + shift -+ sqrt(shift^2 + spread)`.
    ///
    /// - Parameters:
    ///   - shift: how far the middle of the interval lies from the estimate.
    ///   - spread: the square of half the width without it.
    init(
        value: Double, shift: Double, spread: Double, standardError: Double, base: Int, rows: Int
    ) {
        let half = (shift * shift + spread).squareRoot()
        self.value = value
        self.standardError = standardError
        self.rows = rows
        low = value + shift - half
        high = value + shift + half
        verdict = Self.verdict(value, shift: shift, spread: spread, base: base)
    }

    /// A share whose ends are known otherwise: no row carries it, or none carries the rest.
    init(share value: Double, low: Double, high: Double, base: Int, rows: Int) {
        self.value = value
        (self.low, self.high) = (low, high)
        self.rows = rows
        standardError = 0
        verdict = low > 0 ? .distinct : .undecided(tellsAt: nil)
    }

    /// The index of an input that moved nothing in any row.
    static let unmoved = SensitivityEstimate(
        value: 0, shift: 0, spread: 0, standardError: 0, base: 1, rows: 0)

    /// An index that rests on too few rows for its scatter to be known: it may be any share.
    ///
    /// - Parameters:
    ///   - rows: in how many the input moved the output.
    ///   - larger: the base that would have enough rows; nil where none has.
    init(openShare value: Double, rows: Int, larger: Int?) {
        self.value = value
        (low, high) = (0, 1)
        // No share between 0 and 1 scatters more.
        standardError = 0.5
        verdict = .undecided(tellsAt: larger)
        self.rows = rows
    }

    /// A distance between distributions, which is above 0 for an input that does nothing too.
    ///
    /// - Parameters:
    ///   - half: of the interval, within 0 and 1.
    ///   - excess: over what an input that does nothing shows on the average.
    ///   - scatter: how far above that hardly any such input comes; falls as one over the root of
    ///     the rows.
    init(
        distance value: Double, half: Double, standardError: Double, excess: Double,
        scatter: Double, rows: Int
    ) {
        self.value = value
        low = max(0, value - half)
        high = min(1, value + half)
        self.standardError = standardError
        self.rows = rows
        verdict =
            value == 0 && scatter == 0
            ? .zero
            : Self.verdict(
                max(0, excess), shift: 0, spread: scatter * scatter, base: rows)
    }

    /// The distance to an end falls as one over the square root of the base, or faster, and the
    /// shift as one over the base:
    ///
    ///     tellsAt = base 2^m, smallest with |value| beyond the interval of that base
    private static func verdict(
        _ value: Double, shift: Double, spread: Double, base: Int
    ) -> SensitivityVerdict {
        if value == 0 && spread == 0 && shift == 0 { return .zero }
        let sign = value < 0 ? -1.0 : 1
        let size = abs(value)
        var (larger, shift, spread) = (base, sign * shift, spread)
        /// Whether the near end lies on the value's side of zero.
        func isTold() -> Bool { size + shift > (shift * shift + spread).squareRoot() }
        if isTold() { return .distinct }
        while larger <= SensitivityVerdict.largestBase / 2 {
            larger *= 2
            shift /= 2
            spread /= 2
            if isTold() { return .undecided(tellsAt: larger) }
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
