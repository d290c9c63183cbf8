internal import RealModule

/// A Lorenz curve in closed form: the poorest p have the share L(p) of all consumption.
///
///     L'(p) = y(p) / mean, the consumption of whoever stands at p over the mean
public protocol LorenzCurve: Sendable {
    /// The curve's value, slope and curvature at p, above 0 and below 1.
    func share(_ p: Double) -> Double
    /// `L'(p)`.
    func slope(_ p: Double) -> Double
    /// `L''(p)`.
    func curvature(_ p: Double) -> Double
    /// `1 - 2` times the area below the curve.
    var gini: Double { get }
    /// Where the curve begins to be checked: a form may be wrong for the very poorest and still
    /// serve.
    static var firstChecked: Double { get }
    /// The p from which on `L'' >= 0` at the low end; nil where it never is.
    var bendsUpFrom: Double? { get }
    /// What else must hold, of the coefficients; nil where it does.
    var coefficientFault: LorenzFault? { get }
}

/// Why a fitted curve is no Lorenz curve.
public enum LorenzFault: Error, Sendable, Hashable {
    /// The rows leave the coefficients open, such as equal shares for all.
    case notDetermined
    /// The curve has no value at some p.
    case undefined(at: Double)
    /// It falls: somebody would have less than nothing.
    case falling(at: Double)
    /// It bends down: the poorer would have more.
    case bendingDown(at: Double)
    /// It ends at another number than 1.
    case ends(at: Double)
    /// The poor of the line stand where the curve does not hold: it does from `valid` on.
    case poorBelow(valid: Double, headcount: Double)
}

extension LorenzCurve {
    /// Whether it is a Lorenz curve: `L' >= 0` and `L'' >= 0` at a thousand places, and what else
    /// its coefficients must keep; nil where it is.
    ///
    /// Reference: G. Datt, Computational tools for poverty measurement and analysis, IFPRI
    /// discussion paper 50 (1998), table 2; the World Bank's wbpip checks the same.
    public var fault: LorenzFault? {
        if let coefficientFault { return coefficientFault }
        let places = [Self.firstChecked] + (1...999).map { Double($0) / 1000 }
        for p in places where p >= Self.firstChecked {
            let (share, slope, curvature) = (share(p), slope(p), curvature(p))
            guard share.isFinite, slope.isFinite, curvature.isFinite else {
                return .undefined(at: p)
            }
            if slope < 0 { return .falling(at: p) }
            if curvature < 0 { return .bendingDown(at: p) }
        }
        return nil
    }

    /// The share of people below a line that is `ratio` times the mean: `L'(p) = ratio`.
    ///
    /// By halving, because the slope of a Lorenz curve rises; to the last digit.
    public func headcount(_ ratio: Double) -> Double { place(ofSlope: ratio, from: 0) }

    /// The p above `start` at which the slope, which rises from there on, reaches a value.
    func place(ofSlope value: Double, from start: Double) -> Double {
        var (low, high) = (start, 1.0)
        while true {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { return middle }
            if slope(middle) < value { low = middle } else { high = middle }
        }
    }

    /// All indices of a line, with the mean in the same money, both above 0.
    ///
    ///     P0 = H,  P1 = H - (mean / z) L(H),  P2 = integral of (1 - (mean / z) L'(p))^2, p <= H
    ///     Watts = integral of ln(z / (mean L'(p))), p0 <= p <= H
    ///
    /// p0 is where L' rises above 0, ``validFrom``: Watts leaves out the poorest, for whom the form
    /// has less than nothing and who have no logarithm, where P1 and P2 count them as the form has
    /// them. The integrals are those of Takahasi and Mori, which bear that the integrand has no
    /// bound at p0 (Watts) or at 0 (P2 of a beta curve).
    public func indices(mean: Double, line: Double) -> PovertyIndices {
        let relative = mean / line
        let poor = headcount(line / mean)
        return PovertyIndices(
            headcount: poor, gap: poor - relative * share(poor),
            severity: doubleExponentialIntegral(0, poor) { p in
                let gap = 1 - relative * slope(p)
                return gap * gap
            },
            watts: doubleExponentialIntegral(headcount(0), poor) { p in
                -.log(max(relative * slope(p), .leastNormalMagnitude))
            })
    }
}
