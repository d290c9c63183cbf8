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

    init(of base: Matrix) {
        let second = base * base
        let fourth = second * second
        self.init(base: base, powers: [second, fourth, fourth * second, fourth * fourth])
    }

    private init(base: Matrix, powers: [Matrix]) {
        self.base = base
        self.powers = powers
    }

    /// The powers of `base / 2^halvings`, exact because the factors are powers of two.
    func scaled(by halvings: Int) -> EvenPowers {
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
