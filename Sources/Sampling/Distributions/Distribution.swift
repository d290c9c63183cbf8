internal import Quantities
internal import RealModule

/// One uncertain number.
///
/// Made by the static functions: `point`, `uniform`, `triangular`, `pert`, `normal`, `lognormal`,
/// `beta`, `gamma`, `range90`, `empirical`, `discrete`.
///
/// Values come by inverse transform: `quantile(u)` of a uniform u, so that a design of any kind
/// drives any distribution, and more of u never gives less of the number. A distribution that
/// exists is a proper one: the makers check every parameter.
public struct Distribution: Sendable, Hashable {
    let law: Law

    /// The families that are computed differently. PERT is a beta; what is drawn from a list, and
    /// a Bernoulli number, are weighted values.
    enum Law: Sendable, Hashable {
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
        }
    }

    /// The expected value, in closed form; a logit range by quadrature, to 1e-10.
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
