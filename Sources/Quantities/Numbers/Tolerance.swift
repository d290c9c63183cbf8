/// How far two figures may be apart and still count as one: the last bits of a sum are no result.
///
/// Whatever decides by comparing computed figures asks here: whether an outcome moves at all,
/// whether a rule or a target is met at its very limit, which policies are equal, what a whole
/// person is.
///
///     slack(size) = 1e-10 x size, with 1 <= size <= 5e9
///
/// Results of different processors agree to 1e-10, so that none of them decides otherwise, and no
/// input is known to a hundred times that. The slack never reaches a whole rupiah or person,
/// however large the sums, and figures below one count as parts of one: shares of a whole, traces
/// of a person.
public enum Tolerance {
    /// The one tolerance, relative to the larger of the figures that are compared.
    public static let relative = 1e-10

    /// Sizes beyond which the slack grows no further: half a unit.
    private static let largest = 0.5 / relative

    /// How far figures of a size may be apart.
    public static func slack(_ size: Double) -> Double {
        relative * min(max(1, abs(size)), largest)
    }

    /// How far figures may be apart whose largest is the largest of these; missing ones are passed
    /// over.
    public static func slack(of figures: some Sequence<Double>) -> Double {
        slack(figures.reduce(0) { $1.isFinite ? max($0, abs($1)) : $0 })
    }
}

extension Double {
    /// Whether two figures differ by their last bits at most.
    public func isAbout(_ other: Double) -> Bool {
        self == other || abs(self - other) <= Tolerance.slack(max(abs(self), abs(other)))
    }

    /// Whether a figure lies at a limit or above it.
    public func reaches(_ limit: Double) -> Bool { self >= limit || isAbout(limit) }

    /// Whether a figure lies above a limit, and not at it.
    public func exceeds(_ limit: Double) -> Bool { self > limit && !isAbout(limit) }

    /// The whole number that differs from this one by last bits at most, else this number.
    public var settled: Double {
        let whole = rounded()
        return isAbout(whole) ? whole : self
    }
}

extension Sequence<Double> {
    /// Whether all figures are one but for their last bits; missing ones are passed over.
    public var isConstant: Bool {
        let known = filter { !$0.isNaN }
        guard let low = known.min(), let high = known.max() else { return true }
        return low.isAbout(high)
    }
}
