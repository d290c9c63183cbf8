import LinearAlgebra
internal import RealModule

/// The general quadratic Lorenz curve.
///
///     L (1 - L) = a (p^2 - L) + b L (p - 1) + c (p - L)
///     L(p) = -(b p + e + sqrt(m p^2 + n p + e^2)) / 2
///     e = -(a + b + c + 1),  m = b^2 - 4 a,  n = 2 b e - 4 c
///
/// Reference: J. A. Villasenor and B. C. Arnold, Elliptical Lorenz curves, Journal of Econometrics
/// 40 (1989), doi:10.1016/0304-4076(89)90089-4.
public struct QuadraticLorenz: LorenzCurve, Hashable {
    /// The coefficients of the regression.
    public let a, b, c: Double
    private let e, m, n: Double

    /// How far below 1 the curve may end, as in the World Bank's wbpip: it ends at the smaller of
    /// 1 and a + c.
    static let leastEnd = 0.9

    /// The curve of some coefficients.
    public init(a: Double, b: Double, c: Double) {
        (self.a, self.b, self.c) = (a, b, c)
        e = -(a + b + c + 1)
        m = b * b - 4 * a
        n = 2 * b * e - 4 * c
    }

    /// The least squares fit to all groups but the last, where both sides are 0.
    ///
    /// - Throws: ``LorenzFault/notDetermined``.
    public init(_ shares: GroupedShares) throws(LorenzFault) {
        let points = Array(zip(shares.people, shares.consumption).dropLast())
        let columns = [
            points.map { $0 * $0 - $1 }, points.map { $1 * ($0 - 1) }, points.map { $0 - $1 },
        ]
        let x = try fittedCoefficients(points.map { $1 * (1 - $1) }, on: columns)
        self.init(a: x[0], b: x[1], c: x[2])
    }

    private func radicand(_ p: Double) -> Double { (m * p + n) * p + e * e }

    /// The part of all consumption that the poorest `p` have: `L(p)`.
    public func share(_ p: Double) -> Double { -(b * p + e + radicand(p).squareRoot()) / 2 }

    /// `L'(p)`: consumption at rank `p` over the mean.
    public func slope(_ p: Double) -> Double {
        -b / 2 - (2 * m * p + n) / (4 * radicand(p).squareRoot())
    }

    /// `L''(p)`: positive where the curve is a Lorenz curve.
    public func curvature(_ p: Double) -> Double {
        let root = radicand(p).squareRoot()
        return (n * n - 4 * m * e * e) / (8 * root * root * root)
    }

    /// The least `p` at which the curve is checked.
    public static let firstChecked = 0.0

    /// L'' has one sign everywhere: that of `n^2 - 4 m e^2`.
    public var bendsUpFrom: Double? { n * n >= 4 * m * e * e ? 0 : nil }

    /// `L(0) = 0` needs `e <= 0`; `L(1) = min(1, a + c)`.
    public var coefficientFault: LorenzFault? {
        if e > 0 { return .undefined(at: 0) }
        return a + c < Self.leastEnd ? .ends(at: a + c) : nil
    }

    /// By the integral of the root; an arc sine where m is below 0, a logarithm where above.
    ///
    ///     1 + b / 2 + e + [(2 m p + n) R / (4 m) + (4 m e^2 - n^2) / (8 m) J], p from 0 to 1
    ///     R = sqrt(m p^2 + n p + e^2),  J the integral of 1 / R
    public var gini: Double {
        guard abs(m) > 1e-9 else {
            return 1 - 2 * doubleExponentialIntegral(0, 1, share)
        }
        func integral(_ p: Double) -> Double {
            let root = radicand(p).squareRoot()
            let inner =
                m < 0
                ? -Double.asin((2 * m * p + n) / (n * n - 4 * m * e * e).squareRoot())
                    / (-m).squareRoot()
                : .log(abs(2 * m.squareRoot() * root + 2 * m * p + n)) / m.squareRoot()
            return (2 * m * p + n) * root / (4 * m) + (4 * m * e * e - n * n) / (8 * m) * inner
        }
        return 1 + b / 2 + e + integral(1) - integral(0)
    }
}

/// The x that minimises `|y - A x|`, A by columns.
///
/// - Throws: ``LorenzFault/notDetermined`` where the columns depend on each other.
func fittedCoefficients(
    _ response: [Double], on columns: [[Double]]
) throws(LorenzFault) -> [Double] {
    do {
        let design = Matrix(rows: response.count, columns: columns.count) { columns[$1][$0] }
        return Array(try LeastSquaresFit(Vector(response), on: design).coefficients)
    } catch {
        throw .notDetermined
    }
}
