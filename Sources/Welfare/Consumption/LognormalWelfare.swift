import Quantities
internal import RealModule

/// Consumption per head in a region, lognormal: `ln y ~ normal(mu, sigma^2)`.
///
/// Two published figures fix it, such as the share of people below a line and the inequality. What
/// else is published, P1 and P2, then tells how well the shape fits.
public struct LognormalWelfare: Sendable, Hashable {
    /// The mean of `ln y`, y in rupiah per person-month.
    public let location: Double
    /// The standard deviation of `ln y`, above 0.
    public let scale: Double

    /// A distribution of given location and scale.
    public init(location: Double, scale: Double) {
        self.location = location
        self.scale = scale
    }

    /// The distribution with a share of people below a line and a Gini coefficient.
    ///
    ///     sigma = sqrt(2) z((G + 1) / 2),   mu = ln(line) - sigma z(P0),   z the normal quantile
    ///
    /// - Parameters:
    ///   - headcount: P0, above 0 and below 1.
    ///   - line: rupiah per person-month, above 0.
    ///   - gini: above 0 and below 1.
    public init(headcount: Double, line: Double, gini: Double) {
        scale = Self.scale(gini: gini)
        location = .log(line) - scale * StandardNormal.quantile(headcount)
    }

    /// The distribution with a mean and a Gini coefficient.
    public init(mean: Double, gini: Double) {
        scale = Self.scale(gini: gini)
        location = .log(mean) - scale * scale / 2
    }

    /// The sigma of a Gini coefficient: `sqrt(2) z((G + 1) / 2)`.
    private static func scale(gini: Double) -> Double {
        StandardNormal.quantile((gini + 1) / 2) * Double.sqrt(2)
    }

    /// `exp(mu + sigma^2 / 2)`, rupiah per person-month.
    public var mean: Double { .exp(location + scale * scale / 2) }

    /// `2 N(sigma / sqrt(2)) - 1`.
    public var gini: Double { 2 * StandardNormal.cdf(scale / Double.sqrt(2)) - 1 }

    /// The share of people below a line, P0; 0 for a line that is not above 0.
    ///
    ///     P0 = N((ln(line) - mu) / sigma)
    public func headcount(below line: Double) -> Double {
        guard line > 0 else { return 0 }
        return StandardNormal.cdf((.log(line) - location) / scale)
    }

    /// The consumption below which a share of people lives, rupiah per person-month: 0 for a share
    /// of 0, infinite for 1.
    ///
    ///     exp(mu + sigma z(share))
    public func quantile(_ share: Double) -> Double {
        guard share > 0 else { return 0 }
        guard share < 1 else { return .infinity }
        return .exp(location + scale * StandardNormal.quantile(share))
    }

    /// All indices of a line above 0, out of partial moments.
    ///
    ///     t     = (ln z - mu) / sigma
    ///     P1    = N(t) - m1 N(t - sigma)
    ///     P2    = N(t) - 2 m1 N(t - sigma) + m2 N(t - 2 sigma)
    ///     m_k   = exp(k (mu - ln z) + (k sigma)^2 / 2), the k-th moment over z^k
    ///     Watts = sigma (t N(t) + n(t)), n the normal density
    public func indices(below line: Double) -> PovertyIndices {
        let t = (.log(line) - location) / scale
        /// `m_k N(t - k sigma)`: the mean of `(y / z)^k`, those above the line counting as zero.
        func part(_ k: Double) -> Double {
            .exp(k * scale * (k * scale / 2 - t)) * StandardNormal.cdf(t - k * scale)
        }
        let (all, first, second) = (part(0), part(1), part(2))
        return PovertyIndices(
            headcount: all, gap: all - first, severity: all - 2 * first + second,
            watts: scale * (t * all + StandardNormal.density(t)))
    }

    /// Everybody's consumption times a factor; inequality stays.
    public func growing(by factor: Double) -> LognormalWelfare {
        LognormalWelfare(location: location + .log(factor), scale: scale)
    }
}

/// Why a share of poor people and a mean fix no lognormal distribution.
public enum LognormalFault: Error, Sendable, Hashable {
    /// No inequality gives that share below the line with that mean: with few poor the mean must
    /// lie above the line.
    case noSolution(headcount: Double, meanOverLine: Double)
    /// Two Gini coefficients do; which one holds must be said. It happens where more than half are
    /// poor and the mean lies below the line.
    case twoSolutions(ginis: [Double])
}

extension LognormalWelfare {
    /// The distribution with a share of people below a line and a mean.
    ///
    ///     P0 = N(q),  mean = exp(ln z - sigma q + sigma^2 / 2)
    ///     sigma^2 / 2 - q sigma - ln(mean / z) = 0,   sigma = q +- sqrt(q^2 + 2 ln(mean / z))
    ///
    /// Where the mean is above the line exactly one of both is above 0.
    ///
    /// - Parameters:
    ///   - headcount: P0, above 0 and below 1.
    ///   - line: rupiah per person-month, above 0.
    ///   - mean: in the same money, above 0.
    /// - Throws: ``LognormalFault`` where no sigma or two of them answer.
    public init(headcount: Double, line: Double, mean: Double) throws(LognormalFault) {
        let q = StandardNormal.quantile(headcount)
        let ratio = mean / line
        let discriminant = q * q + 2 * .log(ratio)
        let root = discriminant.squareRoot()
        // The product of both roots is -2 ln(mean / z), which keeps the digits of the small one.
        let large = q < 0 ? q - root : q + root
        let roots = [large, -2 * .log(ratio) / large].filter { $0 > 0 }
        guard discriminant >= 0, let sigma = roots.first else {
            throw .noSolution(headcount: headcount, meanOverLine: ratio)
        }
        guard roots.count == 1 || roots[0] == roots[1] else {
            throw .twoSolutions(
                ginis: roots.map { LognormalWelfare(location: 0, scale: $0).gini }.sorted())
        }
        self.init(location: .log(line) - sigma * q, scale: sigma)
    }
}
