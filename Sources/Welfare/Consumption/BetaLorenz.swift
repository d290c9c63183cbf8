internal import RealModule

/// The beta Lorenz curve.
///
///     L(p) = p - theta p^gamma (1 - p)^delta,   0 < gamma <= 1, 0 < delta <= 1, theta > 0
///
/// With gamma below 1 the slope is below 0 for the very poorest, so that it is checked from a
/// thousandth on, as the World Bank does; ``validFrom`` says from where on it is one.
///
/// Reference: N. Kakwani, On a class of poverty measures, Econometrica 48 (1980),
/// doi:10.2307/1911106.
public struct BetaLorenz: LorenzCurve, Hashable {
    /// The coefficients, see above.
    public let theta, gamma, delta: Double

    /// The curve of some coefficients.
    public init(theta: Double, gamma: Double, delta: Double) {
        (self.theta, self.gamma, self.delta) = (theta, gamma, delta)
    }

    /// The least squares fit of `ln(p - L)` on `ln p` and `ln(1 - p)` to all groups but the last.
    ///
    /// - Throws: ``LorenzFault/notDetermined``, also where a group has its whole share of people.
    public init(_ shares: GroupedShares) throws(LorenzFault) {
        let points = Array(zip(shares.people, shares.consumption).dropLast())
        let columns = [
            points.map { _ in 1.0 }, points.map { Double.log($0.0) },
            points.map { Double.log(1 - $0.0) },
        ]
        let x = try fittedCoefficients(points.map { .log($0 - $1) }, on: columns)
        self.init(theta: .exp(x[0]), gamma: x[1], delta: x[2])
    }

    /// `theta p^gamma (1 - p)^delta`, how far the curve is below the line of equality.
    private func distance(_ p: Double) -> Double {
        theta * .pow(p, gamma) * .pow(1 - p, delta)
    }

    /// The part of all consumption that the poorest `p` have: `L(p)`.
    public func share(_ p: Double) -> Double { p - distance(p) }

    /// `L'(p)`: consumption at rank `p` over the mean.
    public func slope(_ p: Double) -> Double {
        1 - distance(p) * (gamma / p - delta / (1 - p))
    }

    /// `L''(p)`: positive where the curve is a Lorenz curve.
    public func curvature(_ p: Double) -> Double {
        let (low, high) = (p, 1 - p)
        return distance(p)
            * (gamma * (1 - gamma) / (low * low) + 2 * gamma * delta / (low * high) + delta
                * (1 - delta) / (high * high))
    }

    /// The least `p` at which the curve is checked; it is steep towards 0.
    public static let firstChecked = 0.001

    /// Where `A u^2 + B u + C` is 0, `u = p / (1 - p)`; only with gamma above 1 is it not 0.
    ///
    ///     A = delta (1 - delta),  B = 2 gamma delta,  C = gamma (1 - gamma)
    public var bendsUpFrom: Double? {
        guard theta > 0, delta > 0 else { return nil }
        guard gamma > 1 else { return 0 }
        let (a, b, c) = (delta * (1 - delta), 2 * gamma * delta, gamma * (1 - gamma))
        let discriminant = b * b - 4 * a * c
        guard discriminant >= 0 else { return nil }
        let u = -2 * c / (b + discriminant.squareRoot())
        return u / (1 + u)
    }

    /// Below a half of gamma the severity of the poorest has no bound.
    public var coefficientFault: LorenzFault? {
        gamma > 0.5 && delta > 0 ? nil : .falling(at: 0)
    }

    /// `2 theta B(1 + gamma, 1 + delta)`, B the beta function.
    public var gini: Double {
        2 * theta
            * .exp(
                .logGamma(1 + gamma) + .logGamma(1 + delta) - .logGamma(2 + gamma + delta))
    }
}
