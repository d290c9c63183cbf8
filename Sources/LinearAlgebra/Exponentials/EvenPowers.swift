#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A matrix with its powers 2, 4, 6 and 8, from which Padé polynomials are put together.
struct EvenPowers {
    /// The matrix whose even powers are kept.
    let base: Matrix
    /// `powers[k]` is the power 2 (k + 1).
    private let powers: [Matrix]

    /// Computes the powers of a square matrix with four products: `A A`, `A2 A2`, `A4 A2`, `A4 A4`.
    init(of base: Matrix) {
        let second = base * base
        let fourth = second * second
        self.init(base: base, powers: [second, fourth, fourth * second, fourth * fourth])
    }

    /// A matrix with its four powers, lowest first, which must belong together.
    private init(base: Matrix, powers: [Matrix]) {
        self.base = base
        self.powers = powers
    }

    /// The powers of `base / 2^halvings`, exact because the factors are powers of two.
    func scaled(by halvings: Int) -> EvenPowers {
        /// `2^(-halvings power)`, what scaling the base makes of a power.
        func factor(_ power: Int) -> Double {
            Double(sign: .plus, exponent: -halvings * power, significand: 1)
        }
        return EvenPowers(
            base: factor(1) * base,
            powers: powers.enumerated().map { factor(2 * ($0 + 1)) * $1 })
    }

    /// `max(|A^p|^(1/p), |A^q|^(1/q))` for the even powers p, q that bound the error of the
    /// approximant of this degree; never more than the 1-norm, and often far less.
    func growth(forDegree degree: Int) -> Double {
        switch degree {
        case 3, 5: max(root(4), root(6))
        case 7, 9: max(root(6), root(8))
        default: min(max(root(6), root(8)), max(root(8), root(10)))
        }
    }

    /// The `power`-th root of the 1-norm of an even power, 4 to 10; the tenth is A4 A6, made here.
    private func root(_ power: Int) -> Double {
        let norm = power == 10 ? (powers[1] * powers[2]).oneNorm : powers[power / 2 - 1].oneNorm
        return pow(norm, 1 / Double(power))
    }

    /// Odd part (without its factor A) and even part of the numerator, degree 9 or less.
    func polynomials(_ degree: Int) -> (odd: Matrix, even: Matrix) {
        let b = Self.coefficients(degree)
        var (odd, even) = (diagonal(b[1]), diagonal(b[0]))
        for k in 1...(degree / 2) {
            odd.add(powers[k - 1], times: b[2 * k + 1])
            even.add(powers[k - 1], times: b[2 * k])
        }
        return (odd, even)
    }

    /// The same for degree 13, with two products fewer.
    func polynomials13() -> (odd: Matrix, even: Matrix) {
        let b = Self.coefficients(13)
        /// `A6 (b[f+12] A6 + b[f+10] A4 + b[f+8] A2) + b[f+6] A6 + b[f+4] A4 + b[f+2] A2 + b[f] I`,
        /// f for `first`.
        func part(_ first: Int) -> Matrix {
            var (high, low) = (diagonal(0), diagonal(b[first]))
            for k in 1...3 {
                high.add(powers[k - 1], times: b[first + 6 + 2 * k])
                low.add(powers[k - 1], times: b[first + 2 * k])
            }
            return powers[2] * high + low
        }
        return (part(1), part(0))
    }

    /// A value times the identity.
    private func diagonal(_ value: Double) -> Matrix {
        .diagonal(Vector(repeating: value, count: base.rows))
    }

    /// Coefficients of the numerator `q_m`, scaled so that the last one is 1; all are exact.
    ///
    ///     b_m = 1,   b_j = b_(j+1) (2m - j) (j + 1) / (m - j)
    static func coefficients(_ degree: Int) -> [Double] {
        var b = [Double](repeating: 1, count: degree + 1)
        for j in (0..<degree).reversed() {
            b[j] = b[j + 1] * Double((2 * degree - j) * (j + 1)) / Double(degree - j)
        }
        return b
    }
}
