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

extension SplitNormal {
    /// The expected value of the cut-off distribution.
    ///
    /// In closed form on the identity and the logarithm, by quadrature to about 1e-10 on the
    /// logit, where there is none.
    var mean: Double { reference + moment(1) }

    /// The standard deviation of the cut-off distribution, like the mean.
    var standardDeviation: Double {
        let first = moment(1)
        return max(0, moment(2) - first * first).squareRoot()
    }

    /// The median as a number; moments are taken about it, so that a narrow range far from 0
    /// keeps its digits.
    private var reference: Double { value(0) }

    /// `E[(value - reference)^power]`, power 1 or 2: two atoms and two smooth pieces.
    private func moment(_ power: Int) -> Double {
        let first = standardized(domain.lowerBound, below)
        let last = standardized(domain.upperBound, above)
        var sum = piece(power, below, first, 0) + piece(power, above, 0, last)
        // An atom of probability 0 may lie at infinity.
        let (under, over) = (StandardNormal.cdf(first), StandardNormal.cdf(-last))
        if under > 0 { sum += under * raised(domain.lowerBound - reference, power) }
        if over > 0 { sum += over * raised(domain.upperBound - reference, power) }
        return sum
    }

    private func standardized(_ bound: Double, _ deviation: Double) -> Double {
        (scale.apply(bound) - centre) / deviation
    }

    /// The number, or its square.
    private func raised(_ number: Double, _ power: Int) -> Double {
        power == 1 ? number : number * number
    }

    /// The integral of `(g^-1(centre + s z) - reference)^power` over the density of z in a...b.
    ///
    ///     identity   s^p times the normal's own partial moment
    ///     logarithm  m^p sum_k (+-) e^(k^2 s^2 / 2) (Phi(b - k s) - Phi(a - k s)),  m = e^centre
    ///     logit      Simpson's rule between -9 and 9, beyond which the density is below 1e-18
    private func piece(_ power: Int, _ s: Double, _ a: Double, _ b: Double) -> Double {
        switch scale {
        case .identity:
            return raised(s, power) * Self.normalMoment(power, a, b)
        case .logarithm:
            /// The integral of `e^(k s z)` over the density of z in a...b.
            func part(_ k: Double) -> Double {
                .exp(k * k * s * s / 2) * Self.probability(a - k * s, b - k * s)
            }
            let centred =
                power == 1 ? part(1) - part(0) : part(2) - 2 * part(1) + part(0)
            return raised(reference, power) * centred
        case .logit:
            return Self.simpson(max(a, -9), min(b, 9)) { z in
                raised(scale.invert(centre + s * z) - reference, power)
                    * StandardNormal.density(z)
            }
        }
    }

    /// The probability of a standard normal number between a and b; in the tail in which it is
    /// small.
    private static func probability(_ a: Double, _ b: Double) -> Double {
        a > 0
            ? StandardNormal.cdf(-a) - StandardNormal.cdf(-b)
            : StandardNormal.cdf(b) - StandardNormal.cdf(a)
    }

    /// The integral of `z^power` over the standard normal density in a...b, power 1 or 2.
    ///
    ///     phi(a) - phi(b)   and   Phi(b) - Phi(a) + a phi(a) - b phi(b)
    private static func normalMoment(_ power: Int, _ a: Double, _ b: Double) -> Double {
        let (first, last) = (StandardNormal.density(a), StandardNormal.density(b))
        if power == 1 { return first - last }
        let ends = (a.isFinite ? a * first : 0) - (b.isFinite ? b * last : 0)
        return probability(a, b) + ends
    }

    /// Simpson's rule with 2,000 steps. Zero where the piece has no width.
    private static func simpson(
        _ a: Double, _ b: Double, _ value: (Double) -> Double
    ) -> Double {
        guard a < b else { return 0 }
        let steps = 2000
        let width = (b - a) / Double(steps)
        let inner = (1..<steps).reduce(0.0) {
            $0 + ($1.isMultiple(of: 2) ? 2 : 4) * value(a + Double($1) * width)
        }
        return (value(a) + inner + value(b)) * width / 3
    }
}
