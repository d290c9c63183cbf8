internal import Quantities
internal import RealModule

/// A beta distribution, `x^(alpha - 1) (1 - x)^(beta - 1)` up to a factor, x in 0...1, stretched
/// over `low...high`.
struct ScaledBeta: Sendable, Hashable {
    let low: Double
    /// The upper end; above the lower one.
    let high: Double
    private let term: BetaTerm

    /// Shapes above 0 and ends in order; whoever makes one has checked them.
    init(alpha: Double, beta: Double, low: Double = 0, high: Double = 1) {
        self.low = low
        self.high = high
        term = BetaTerm(alpha, beta)
    }

    /// The number below which the probability is u; measured from the nearer end of the range, so
    /// that neither end loses digits.
    func quantile(_ u: Double) -> Double {
        if u == 0 || u == 1 { return u == 0 ? low : high }
        let place = LogitPlace(logit: logitQuantile(u))
        let value = place.x < 0.5 ? low + (high - low) * place.x : high - (high - low) * place.y
        return min(max(value, low), high)
    }

    /// `low + (high - low) alpha / (alpha + beta)`.
    var mean: Double { low + (high - low) * (term.a / (term.a + term.b)) }

    /// `(high - low) sqrt(alpha beta / ((alpha + beta)^2 (alpha + beta + 1)))`.
    var standardDeviation: Double {
        let sum = term.a + term.b
        let variance = (term.a / sum) * (term.b / sum) / (sum + 1)
        return (high - low) * variance.squareRoot()
    }

    /// The logit of the quantile over 0...1, for 0 < u < 1.
    ///
    /// The density of the logit is log-concave at all shapes, and the smaller tail is solved.
    /// Cost grows with the root of the larger shape.
    func logitQuantile(_ u: Double) -> Double {
        u <= 0.5 ? term.lowerLogit(u) : -term.mirrored.lowerLogit(1 - u)
    }
}

extension BetaTerm {
    /// The logit of the quantile, for u up to 0.5.
    ///
    /// The place and its tail are kept as logarithms, so that a quantile near 0 or 1 has all its
    /// digits where the number itself would have none.
    func lowerLogit(_ u: Double) -> Double {
        let logU = Double.log(u)
        return ConcaveRoot.find(from: approximation(u) ?? (logU + logA + logFunction) / a) { t in
            let place = LogitPlace(logit: t)
            let density = logValue(place)
            let tail = IncompleteBeta.logLower(self, place, density)
            return (tail - logU, .exp(density - tail), a * place.y - b * place.x)
        }
    }

    /// The approximation of Abramowitz and Stegun, 26.5.22, for shapes above 1. Others begin at
    /// the bound `I(x) <= (x / (1 - x))^a / (a B(a, b))`.
    private func approximation(_ u: Double) -> Double? {
        guard min(a, b) > 1 else { return nil }
        let (p, q) = (1 / (2 * a - 1), 1 / (2 * b - 1))
        let z = -StandardNormal.quantile(u)
        let lambda = (z * z - 3) / 6
        let h = 2 / (p + q)
        let root = z * (h + lambda).squareRoot() / h
        let w = root - (q - p) * (lambda + 5.0 / 6 - 2 / (3 * h))
        return w.isFinite && abs(w) < 20 ? logA - logB - 2 * w : nil
    }
}

/// The logarithm of the regularized incomplete beta function I(x; a, b).
///
/// `density` is the term's value at the place.
///
/// Reference: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction).
enum IncompleteBeta {
    /// `log I(x; a, b)`, by the continued fraction on the side of the mean where it is quick: in
    /// about the root of the larger shape terms.
    static func logLower(_ term: BetaTerm, _ place: LogitPlace, _ density: Double) -> Double {
        let (a, b) = (term.a, term.b)
        // At small shapes I is small well above the mean, and 1 - (1 - I) would lose it.
        let mean = (a + 1) / (a + b + 2)
        if place.x < (min(a, b) < 1 ? max(mean, 0.9) : mean) {
            return density - term.logA + .log(fraction(a, b, place.x))
        }
        let upper = Double.exp(density - term.logB) * fraction(b, a, place.y)
        return upper < 1 ? .log(onePlus: -upper) : -.infinity
    }

    /// `1/(1+ d1/(1+ d2/(1+ ...)))` by the method of Lentz.
    ///
    ///     d1 = -(a + b) x / (a + 1)
    ///     d(2m)     = m (b - m) x / ((a + 2m - 1) (a + 2m))
    ///     d(2m + 1) = -(a + m) (a + b + m) x / ((a + 2m) (a + 2m + 1))
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        var c = 1.0
        var d = 1 / (1 - (a + b) * x / (a + 1))
        var value = d
        var m = 0.0
        var factor = 0.0
        repeat {
            m += 1
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / (1 + even * d)
            c = 1 + even / c
            value *= c * d
            d = 1 / (1 + odd * d)
            c = 1 + odd / c
            factor = c * d
            value *= factor
        } while abs(factor - 1) > 3e-16 && m < 1e7
        return value
    }
}
