internal import RealModule

/// Densities written so that no digits cancel, however large their shapes.
///
///     x^a e^-x / Gamma(a)   = sqrt(a / 2 pi) exp(-d(a) - D(a, x))
///     x^a y^b / B(a, b)     = sqrt(ab / (2 pi n)) exp(d(n) - d(a) - d(b) - D(a, nx) - D(b, ny))
///
/// with `n = a + b`, `y = 1 - x`, d the error of Stirling's formula, and the deviance
/// `D(a, m) = a log(a / m) + m - a`, never negative.
///
/// Reference: C. Loader, Fast and accurate computation of binomial probabilities, 2000.
enum SaddlePoint {
    /// `log Gamma(z + 1) - (z + 1/2) log z + z - log(2 pi) / 2`, z above 0; to about 1e-14.
    static func stirlingError(_ z: Double) -> Double {
        guard z >= 12 else {
            return .logGamma(z + 1) - (z + 0.5) * .log(z) + z - halfLogTwoPi
        }
        // Bernoulli numbers over 2k (2k - 1); the next term is below 1e-17 at z = 12.
        let r = 1 / (z * z)
        let tail = 1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360 - r / 156))
        return (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * tail))) / z
    }

    /// `a log(a / m) + m - a`; `logOver` is `log(a / m)`, which m itself may underflow.
    static func deviance(_ a: Double, _ m: Double, logOver: Double) -> Double {
        let difference = a - m
        guard abs(difference) < 0.1 * (a + m) else { return a * logOver - difference }
        // log(a / m) = 2 atanh(v), v = (a - m) / (a + m).
        let v = difference / (a + m)
        var sum = difference * v
        var term = 2 * a * v
        for k in 1...40 {
            term *= v * v
            let next = sum + term / Double(2 * k + 1)
            if next == sum { break }
            sum = next
        }
        return sum
    }

    /// `log(2 pi) / 2`.
    static let halfLogTwoPi = 0.918_938_533_204_672_741_78
}

/// `log(x^a e^-x / Gamma(a))`: the logarithm of the gamma density times x.
struct GammaTerm: Sendable, Hashable {
    /// The shape a, and what does not change with x.
    let shape: Double
    let logShape: Double
    /// `log(a / 2 pi) / 2 - d(a)`.
    private let constant: Double

    /// The term of a gamma distribution with a shape above 0.
    init(_ shape: Double) {
        self.shape = shape
        logShape = .log(shape)
        constant =
            0.5 * logShape - SaddlePoint.halfLogTwoPi - SaddlePoint.stirlingError(shape)
    }

    /// The term at `x = e^logX`.
    func logValue(_ logX: Double) -> Double {
        constant - SaddlePoint.deviance(shape, .exp(logX), logOver: logShape - logX)
    }
}

/// `log(x^a y^b / B(a, b))`, y = 1 - x: the logarithm of the beta density times x y.
struct BetaTerm: Sendable, Hashable {
    /// The shapes, and what does not change with x.
    let a: Double
    let b: Double
    let logA: Double
    let logB: Double
    /// `log(ab / (2 pi n)) / 2 + d(n) - d(a) - d(b)`.
    private let constant: Double
    /// `log n`, n the sum of the shapes.
    private let logSum: Double

    /// The term of a beta distribution with shapes a and b, both above 0.
    init(_ a: Double, _ b: Double) {
        let stirling =
            SaddlePoint.stirlingError(a + b) - SaddlePoint.stirlingError(a)
            - SaddlePoint.stirlingError(b)
        let (logA, logB, logSum) = (Double.log(a), Double.log(b), Double.log(a + b))
        let constant = 0.5 * (logA + logB - logSum) - SaddlePoint.halfLogTwoPi + stirling
        self.init(a: a, b: b, logA: logA, logB: logB, constant: constant, logSum: logSum)
    }

    private init(
        a: Double, b: Double, logA: Double, logB: Double, constant: Double, logSum: Double
    ) {
        (self.a, self.b, self.logA, self.logB) = (a, b, logA, logB)
        (self.constant, self.logSum) = (constant, logSum)
    }

    /// The term of the distribution of `1 - x`.
    var mirrored: BetaTerm {
        BetaTerm(a: b, b: a, logA: logB, logB: logA, constant: constant, logSum: logSum)
    }

    func logValue(_ place: LogitPlace) -> Double {
        let n = a + b
        return constant
            - SaddlePoint.deviance(a, n * place.x, logOver: logA - logSum - place.logX)
            - SaddlePoint.deviance(b, n * place.y, logOver: logB - logSum - place.logY)
    }

    /// `log B(a, b)`, from the term at `x = a / n`, where both deviances are 0.
    var logFunction: Double {
        let (less, more) = (min(a, b), max(a, b))
        let powers =
            less * (.log(less) - logSum) + more * .log(onePlus: -less / (less + more))
        return powers - constant
    }
}

/// A number of (0, 1) by its logit, with its distances from both ends to full precision.
struct LogitPlace {
    /// The number and its complement, `1 / (1 + e^-t)` and `1 / (1 + e^t)`.
    let x: Double
    /// `1 - x`, not computed from x.
    let y: Double
    /// Their logarithms, finite where they underflow.
    let logX: Double
    let logY: Double

    /// The place whose logit `log(x / y)` is t.
    init(logit t: Double) {
        let small = Double.exp(-abs(t))
        let sum = Double.log(onePlus: small)
        let near = LogitPlace(
            x: small / (1 + small), y: 1 / (1 + small), logX: -abs(t) - sum, logY: -sum)
        self = t < 0 ? near : near.mirrored
    }

    private init(x: Double, y: Double, logX: Double, logY: Double) {
        self.x = x
        self.y = y
        self.logX = logX
        self.logY = logY
    }

    var mirrored: LogitPlace { LogitPlace(x: y, y: x, logX: logY, logY: logX) }
}
