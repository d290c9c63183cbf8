internal import RealModule

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
