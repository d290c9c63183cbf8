internal import Quantities
internal import RealModule

/// A gamma distribution, `x^(shape - 1) e^(-x / scale)` up to a factor, x above 0.
struct Gamma: Sendable, Hashable {
    /// What numbers are multiplied with; it enters no iteration.
    let scale: Double
    private let term: GammaTerm

    /// Shape and scale above 0; whoever makes one has checked them.
    init(shape: Double, scale: Double) {
        self.scale = scale
        term = GammaTerm(shape)
    }

    /// The exponent, plus 1, of x in the density; mean over scale.
    var shape: Double { term.shape }

    /// The number below which the probability is u; 0 and infinity at the ends of u.
    func quantile(_ u: Double) -> Double {
        if u == 0 || u == 1 { return u == 0 ? 0 : .infinity }
        return scale * .exp(logQuantile(u))
    }

    /// The logarithm of the quantile at scale 1, for 0 < u < 1.
    ///
    /// The density of `log x` is log-concave at every shape, and the smaller tail is solved, so
    /// that the method converges from the starts below. The result keeps its digits where the
    /// quantile itself underflows: at shape 0.001 the median is 1e-301. Cost grows with the root
    /// of the shape up to 1e10, where the cube root is normal to all digits.
    func logQuantile(_ u: Double) -> Double {
        if shape > 1e10, let limit = approximation(u) { return limit }
        if u <= 0.5 {
            // P(x) <= x^a / Gamma(a + 1), with equality in the limit of small x.
            let logU = Double.log(u)
            let bound = (logU + .logGamma(shape + 1)) / shape
            if bound < -40 { return bound }
            return ConcaveRoot.find(from: approximation(u) ?? bound) { y in
                let density = term.logValue(y)
                let tail = IncompleteGamma.logLower(term, logX: y, density)
                return (tail - logU, .exp(density - tail), shape - .exp(y))
            }
        }
        // Q(x) <= e^-x at shapes up to 1.
        let logQ = Double.log(1 - u)
        return ConcaveRoot.find(from: approximation(u) ?? .log(-logQ)) { y in
            let density = term.logValue(y)
            let tail = IncompleteGamma.logUpper(term, logX: y, density)
            return (tail - logQ, -.exp(density - tail), shape - .exp(y))
        }
    }

    /// The approximation of Wilson and Hilferty, by which the cube root is normal; nil where it
    /// is poor.
    ///
    /// Reference: E. B. Wilson and M. M. Hilferty, PNAS 17 (1931), doi:10.1073/pnas.17.12.684.
    private func approximation(_ u: Double) -> Double? {
        let spread = 1 / (9 * shape)
        let root = 1 - spread + StandardNormal.quantile(u) * spread.squareRoot()
        return shape > 1 && root > 0.2 ? term.logShape + 3 * .log(root) : nil
    }
}

/// The logarithms of the regularized incomplete gamma functions P and Q = 1 - P.
///
/// `density` is the term's value at x.
///
/// Reference: NIST Digital Library of Mathematical Functions, 8.7.1 (series), 8.9.2 (continued
/// fraction).
enum IncompleteGamma {
    /// `log P(a, x)`, by the series up to `a + 1`, where P is not near 1.
    static func logLower(_ term: GammaTerm, logX: Double, _ density: Double) -> Double {
        let (a, x) = (term.shape, Double.exp(logX))
        if x < a + 1 { return density - term.logShape + .log(series(a, x)) }
        return .log(onePlus: -.exp(density) * fraction(a, x))
    }

    /// `log Q(a, x)`, by the continued fraction where it converges.
    static func logUpper(_ term: GammaTerm, logX: Double, _ density: Double) -> Double {
        let (a, x) = (term.shape, Double.exp(logX))
        // At small shapes Q is small long before x reaches a + 1, and 1 - P would lose it.
        if x >= (a < 1 ? 0.5 : a + 1) { return density + .log(fraction(a, x)) }
        let lower = Double.exp(density - term.logShape) * series(a, x)
        return lower < 1 ? .log(onePlus: -lower) : -.infinity
    }

    /// `1 + x/(a+1) + x^2/((a+1)(a+2)) + ...`, in about `6 sqrt(a)` terms at most.
    private static func series(_ a: Double, _ x: Double) -> Double {
        var (sum, term, divisor) = (1.0, 1.0, a)
        while term > sum * 1e-17 {
            divisor += 1
            term *= x / divisor
            sum += term
        }
        return sum
    }

    /// `1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- ...)))` by the method of Lentz.
    private static func fraction(_ a: Double, _ x: Double) -> Double {
        var b = x + 1 - a
        var c = Double.infinity
        var d = 1 / b
        var value = d
        var k = 0.0
        var factor = 0.0
        repeat {
            k += 1
            let numerator = -k * (k - a)
            b += 2
            d = 1 / (numerator * d + b)
            c = b + numerator / c
            factor = c * d
            value *= factor
        } while abs(factor - 1) > 3e-16 && k < 1e7
        return value
    }
}
