internal import Quantities
internal import RealModule

extension Distribution {
    /// A 90 % range: 5 % lie below `low`, 5 % above `high`, and half below the median.
    ///
    /// With g the logarithm, the logit or the identity, `g(value)` is normal in two pieces, one
    /// deviation below the median and one above, cut off at the ends of the domain:
    ///
    ///     value = g^-1(g(median) + s z),   z standard normal,
    ///     s = (g(median) - g(low)) / 1.645 below,  (g(high) - g(median)) / 1.645 above
    ///
    /// What would lie outside the domain lies on its end, so that `0.4 .. 1` can be said of a
    /// share. The scale is
    /// - the logarithm where the domain begins at 0 or more, `low > 0`, and does not end at 1;
    /// - the logit where the domain begins at 0 or more, ends at 1, `low > 0` and `high < 1`;
    /// - the identity elsewhere.
    ///
    /// - Parameters:
    ///   - median: strictly between low and high; when absent, the middle on the scale.
    ///   - domain: what a value may be; its ends may be infinite.
    /// - Returns: a point where low, median and high are equal.
    /// - Throws: `notFinite`, `emptyRange`, `outside`.
    ///
    /// Reference: K. F. Wallis, The two-piece normal, binormal, or double Gaussian distribution,
    /// Statistical Science 29 (2014), doi:10.1214/13-STS417; here each piece has half the weight,
    /// so that the central value is the median and not the mode.
    public static func range90(
        low: Double, high: Double, median: Double? = nil,
        domain: ClosedRange<Double> = -.infinity ... .infinity
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requireRange(low, high)
        try DistributionFault.requireInside(.low, low, domain)
        try DistributionFault.requireInside(.high, high, domain)
        if low == high, (median ?? low) == low { return Distribution(.point(low)) }
        if let median, !(median > low && median < high) {
            throw .outside(.median, median, range: low...high, isOpen: true)
        }
        return Distribution(
            .split(SplitNormal(low: low, high: high, median: median, domain: domain)))
    }
}

/// A normal distribution of two pieces on a transformed scale, cut off at the domain's ends.
struct SplitNormal: Sendable, Hashable {
    let scale: ValueScale
    let domain: ClosedRange<Double>
    let centre: Double
    /// The deviations below and above the median, on the transformed scale.
    let below: Double
    /// The deviation above the median.
    let above: Double

    /// The 95 % quantile of the standard normal.
    static let ninetyFive = 1.644_853_626_951_472_714_9

    /// The arguments have been checked: `low < median < high`, all in the domain.
    init(low: Double, high: Double, median: Double?, domain: ClosedRange<Double>) {
        scale = ValueScale(low: low, high: high, domain: domain)
        self.domain = domain
        let (first, last) = (scale.apply(low), scale.apply(high))
        centre = median.map(scale.apply) ?? first / 2 + last / 2
        below = (centre - first) / Self.ninetyFive
        above = (last - centre) / Self.ninetyFive
    }

    /// The number below or at which the probability is u.
    func quantile(_ u: Double) -> Double { value(StandardNormal.quantile(u)) }

    func value(_ z: Double) -> Double {
        let inner = scale.invert(centre + (z < 0 ? below : above) * z)
        return min(max(inner, domain.lowerBound), domain.upperBound)
    }
}

/// The scale on which a range is symmetric, or has its two normal pieces.
enum ValueScale: Sendable, Hashable {
    /// The number itself: for what may be negative, or reach its bound.
    case identity
    /// For amounts and rates above zero.
    case logarithm
    /// For shares whose range keeps off 0 and 1.
    case logit

    init(low: Double, high: Double, domain: ClosedRange<Double>) {
        let isPositive = domain.lowerBound >= 0 && low > 0
        if isPositive, domain.upperBound != 1 {
            self = .logarithm
        } else if isPositive, domain.upperBound == 1, high < 1 {
            self = .logit
        } else {
            self = .identity
        }
    }

    /// A number on this scale; infinite at the ends of what the scale can take.
    func apply(_ value: Double) -> Double {
        switch self {
        case .identity: value
        case .logarithm: .log(value)
        case .logit: .log(value) - .log(onePlus: -value)
        }
    }

    func invert(_ value: Double) -> Double {
        switch self {
        case .identity: value
        case .logarithm: .exp(value)
        case .logit: 1 / (1 + .exp(-value))
        }
    }
}
