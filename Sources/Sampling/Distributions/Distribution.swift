internal import Quantities
internal import RealModule

/// One uncertain number.
///
/// Made by the static functions: `point`, `uniform`, `triangular`, `pert`, `normal`, `lognormal`,
/// `beta`, `gamma`, `range90`, `empirical`, `discrete`; any of them ``truncated(to:)`` a range.
///
/// Values come by inverse transform: `quantile(u)` of a uniform u, so that a design of any kind
/// drives any distribution, and more of u never gives less of the number. A distribution that
/// exists is a proper one: the makers check every parameter.
public struct Distribution: Sendable, Hashable {
    let law: Law

    /// The families that are computed differently. PERT is a beta; what is drawn from a list, and
    /// a Bernoulli number, are weighted values.
    indirect enum Law: Sendable, Hashable {
        case point(Double)
        case uniform(ClosedRange<Double>)
        case triangular(Triangular)
        /// On the whole line; the deviation is above 0.
        case normal(mean: Double, deviation: Double)
        case lognormal(median: Double, deviation: Double)
        case beta(ScaledBeta)
        case gamma(Gamma)
        /// A 90 % range.
        case split(SplitNormal)
        case weighted(WeightedValues)
        case truncated(Truncated)
    }

    init(_ law: Law) { self.law = law }

    /// The smallest number below or at which the probability is at least u.
    ///
    /// Relative errors: about 1e-15 of the transformed number (the logarithm of a lognormal, the
    /// logit of a share) in all families but beta and gamma, and so PERT; for these `1e-12 +
    /// 1e-14 / shape` with the smaller shape, in the logarithm or the logit. At 0 and 1 the ends of
    /// the range, which may be infinite; not a number outside 0...1.
    public func quantile(_ u: Double) -> Double {
        guard u >= 0, u <= 1 else { return .nan }
        switch law {
        case .point(let value): return value
        case .uniform(let range):
            return min(
                range.lowerBound + (range.upperBound - range.lowerBound) * u, range.upperBound)
        case .triangular(let triangular): return triangular.quantile(u)
        case .normal(let mean, let deviation):
            return mean + deviation * StandardNormal.quantile(u)
        case .lognormal(let median, let deviation):
            return median * .exp(deviation * StandardNormal.quantile(u))
        case .beta(let beta): return beta.quantile(u)
        case .gamma(let gamma): return gamma.quantile(u)
        case .split(let split): return split.quantile(u)
        case .weighted(let weighted): return weighted.quantile(u)
        case .truncated(let truncated): return truncated.quantile(u)
        }
    }

    /// The expected value, in closed form; a logit range and what is truncated by quadrature, to
    /// 1e-10 and 1e-9.
    public var mean: Double {
        switch law {
        case .point(let value): value
        case .uniform(let range): (range.lowerBound + range.upperBound) / 2
        case .triangular(let triangular): triangular.mean
        case .normal(let mean, _): mean
        case .lognormal(let median, let deviation): median * .exp(deviation * deviation / 2)
        case .beta(let beta): beta.mean
        case .gamma(let gamma): gamma.shape * gamma.scale
        case .split(let split): split.mean
        case .weighted(let weighted): weighted.mean
        case .truncated(let truncated): truncated.mean
        }
    }

    /// The root of the expected squared distance from the mean, in closed form like `mean`.
    public var standardDeviation: Double {
        switch law {
        case .point: 0
        case .uniform(let range): (range.upperBound - range.lowerBound) / Double(12).squareRoot()
        case .triangular(let triangular): triangular.standardDeviation
        case .normal(_, let deviation): deviation
        case .lognormal(_, let deviation):
            mean * Double.expMinusOne(deviation * deviation).squareRoot()
        case .beta(let beta): beta.standardDeviation
        case .gamma(let gamma): gamma.shape.squareRoot() * gamma.scale
        case .split(let split): split.standardDeviation
        case .weighted(let weighted): weighted.standardDeviation
        case .truncated(let truncated): truncated.standardDeviation
        }
    }

    /// The number that is as likely to be exceeded as not; of values, the lower of two.
    public var median: Double { quantile(0.5) }

    /// Whether there is one possible value only.
    public var isCertain: Bool {
        switch law {
        case .point: true
        case .weighted(let weighted): weighted.values.count == 1
        default: false
        }
    }
}

extension Distribution {
    /// A number that is known.
    ///
    /// - Throws: `notFinite`.
    public static func point(_ value: Double) throws(DistributionFault) -> Distribution {
        try DistributionFault.requireFinite(.value, value)
        return Distribution(.point(value))
    }

    /// Equally likely anywhere in `low...high`; a point where these are equal.
    ///
    /// - Throws: `notFinite`, `emptyRange`.
    public static func uniform(
        low: Double, high: Double
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requireRange(low, high)
        return Distribution(low == high ? .point(low) : .uniform(low...high))
    }

    /// A density that rises in a straight line from `low` to the mode and falls to `high`.
    ///
    /// The mode may lie on an end; where both ends are equal it is a point.
    ///
    /// - Throws: `notFinite`, `emptyRange`, `outside`.
    public static func triangular(
        low: Double, mode: Double, high: Double
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requireRange(low, high)
        try DistributionFault.requireInside(.mode, mode, low...high)
        return Distribution(
            low == high ? .point(low) : .triangular(Triangular(low: low, mode: mode, high: high)))
    }

    /// A beta distribution over `low...high` by its mode, as in the method PERT.
    ///
    ///     alpha = 1 + lambda (mode - low) / (high - low)
    ///     beta  = 1 + lambda (high - mode) / (high - low)
    ///     mean  = (low + lambda mode + high) / (lambda + 2)
    ///
    /// - Parameter lambda: the weight of the mode, above 0.
    /// - Throws: `notFinite`, `emptyRange`, `outside`, `notPositive`.
    ///
    /// Reference: D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar, Operations Research 7
    /// (1959), doi:10.1287/opre.7.5.646; with any lambda, D. Vose, Risk Analysis, 2008.
    public static func pert(
        low: Double, mode: Double, high: Double, lambda: Double = 4
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requireRange(low, high)
        try DistributionFault.requireInside(.mode, mode, low...high)
        try DistributionFault.requirePositive(.lambda, lambda)
        if low == high { return Distribution(.point(low)) }
        let width = high - low
        return Distribution(
            .beta(
                ScaledBeta(
                    alpha: 1 + lambda * ((mode - low) / width),
                    beta: 1 + lambda * ((high - mode) / width), low: low, high: high)))
    }

    /// The normal distribution; `deviation`, the standard deviation, is above 0.
    ///
    /// - Throws: `notFinite`, `notPositive`.
    public static func normal(
        mean: Double, deviation: Double
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requireFinite(.mean, mean)
        try DistributionFault.requirePositive(.deviation, deviation)
        return Distribution(.normal(mean: mean, deviation: deviation))
    }

    /// A number whose logarithm is normal, by its median and the deviation of the logarithm.
    ///
    /// - Throws: `notFinite`, `notPositive`.
    public static func lognormal(
        median: Double, deviation: Double
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requirePositive(.median, median)
        try DistributionFault.requirePositive(.deviation, deviation)
        return Distribution(.lognormal(median: median, deviation: deviation))
    }

    /// The beta distribution with shapes `alpha` and `beta`, stretched over `low...high`.
    ///
    /// Its density is `x^(alpha - 1) (1 - x)^(beta - 1) / B(alpha, beta)` before stretching; a
    /// point where both ends are equal.
    ///
    /// - Throws: `notFinite`, `notPositive`, `emptyRange`.
    public static func beta(
        alpha: Double, beta: Double, low: Double = 0, high: Double = 1
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requirePositive(.alpha, alpha)
        try DistributionFault.requirePositive(.beta, beta)
        try DistributionFault.requireRange(low, high)
        if low == high { return Distribution(.point(low)) }
        return Distribution(.beta(ScaledBeta(alpha: alpha, beta: beta, low: low, high: high)))
    }

    /// The gamma distribution with mean `shape scale` and variance `shape scale^2`.
    ///
    /// - Throws: `notFinite`, `notPositive`.
    public static func gamma(
        shape: Double, scale: Double
    ) throws(DistributionFault) -> Distribution {
        try DistributionFault.requirePositive(.shape, shape)
        try DistributionFault.requirePositive(.scale, scale)
        return Distribution(.gamma(Gamma(shape: shape, scale: scale)))
    }
}

extension Distribution {
    /// Values that were observed or forecast, each as likely as another.
    ///
    /// A draw is one of the values, never a number between them: with the values in ascending
    /// order, `quantile(u)` is the value in place `ceil(n u)`. A value that occurs twice counts
    /// twice.
    ///
    /// - Throws: `noValues`, `notFinite`.
    public static func empirical(_ values: [Double]) throws(DistributionFault) -> Distribution {
        try discrete(values, weights: [Double](repeating: 1, count: values.count))
    }

    /// One of some values, in proportion to weights that need not sum to 1.
    ///
    /// A value of weight 0 is never drawn. More of u gives a larger value, whatever the order in
    /// which values are given.
    ///
    /// - Throws: `noValues`, `unequalCounts`, `notFinite`, `badWeight`, `noWeight`.
    public static func discrete(
        _ values: [Double], weights: [Double]
    ) throws(DistributionFault) -> Distribution {
        guard !values.isEmpty else { throw .noValues }
        guard values.count == weights.count else {
            throw .unequalCounts(values: values.count, weights: weights.count)
        }
        for value in values { try DistributionFault.requireFinite(.value, value) }
        for (position, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
            throw .badWeight(position: position, weight: weight)
        }
        guard let weighted = WeightedValues(values, weights) else { throw .noWeight }
        return Distribution(.weighted(weighted))
    }
}

/// Values in ascending order with their cumulative probabilities.
///
/// Two lists with the same values and weights are equal, whatever their order was.
struct WeightedValues: Sendable, Hashable {
    let values: [Double]
    /// Probability of this value or a lower one; the last is 1.
    let cumulative: [Double]

    /// Nil where the weights, all finite and none negative, sum to 0.
    init?(_ values: [Double], _ weights: [Double]) {
        // Weights near the largest double would overflow their sum.
        guard let largest = weights.max(), largest > 0 else { return nil }
        let pairs = zip(values, weights).map { ($0, $1 / largest) }.filter { $0.1 > 0 }
            .sorted { $0.0 < $1.0 }
        var sum = 0.0
        let sums = pairs.map { pair in
            sum += pair.1
            return sum
        }
        self.values = pairs.map(\.0)
        cumulative = sums.map { $0 / sum }
    }

    /// The first value whose cumulative probability is u or more, by bisection.
    func quantile(_ u: Double) -> Double {
        var (first, last) = (0, values.count - 1)
        while first < last {
            let middle = (first + last) / 2
            if cumulative[middle] >= u { last = middle } else { first = middle + 1 }
        }
        return values[first]
    }

    var mean: Double { expectation { $0 } }

    /// `sqrt(sum_i p_i (v_i - mean)^2)`, of the values as a whole population.
    var standardDeviation: Double {
        let mean = mean
        return expectation { ($0 - mean) * ($0 - mean) }.squareRoot()
    }

    /// `sum_i p_i term(v_i)`, each p the step of the cumulative probability.
    private func expectation(_ term: (Double) -> Double) -> Double {
        var below = 0.0
        return zip(values, cumulative).reduce(0) { sum, pair in
            defer { below = pair.1 }
            return sum + (pair.1 - below) * term(pair.0)
        }
    }
}
