import Quantities
internal import RealModule

/// Consumption per head in a region, lognormal: `ln y ~ normal(mu, sigma^2)`.
///
/// Two published figures fix it, the share of people below a line and the inequality. What else is
/// published, P1 and P2, then tells how well the shape fits.
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
        scale = StandardNormal.quantile((gini + 1) / 2) * Double.sqrt(2)
        location = .log(line) - scale * StandardNormal.quantile(headcount)
    }

    /// The share of people below a line, P0; 0 for a line that is not above 0.
    ///
    ///     P0 = N((ln(line) - mu) / sigma)
    public func headcount(below line: Double) -> Double {
        guard line > 0 else { return 0 }
        return StandardNormal.cdf((.log(line) - location) / scale)
    }
}
