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
