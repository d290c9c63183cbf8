#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The matrix exponential by scaling, a Padé approximant and squaring.
///
///     e^A = (r_m(A / 2^s))^(2^s),   r_m = q_m(-x)^-1 q_m(x)
///
/// The degree m is one of 3, 5, 7, 9, 13, and m and s are chosen so that the result is the exact
/// exponential of a matrix within rounding of A. The choice looks at the norms of powers of A
/// instead of the norm of A, which spares needless scaling (and its loss of digits) where A is
/// far from normal, such as [[1, 1e6], [0, -1]].
///
/// References: N. J. Higham, The scaling and squaring method for the matrix exponential
/// revisited, SIAM J. Matrix Anal. Appl. 26 (2005), doi:10.1137/04061101X; A. H. Al-Mohy and
/// N. J. Higham, A new scaling and squaring algorithm for the matrix exponential, SIAM J. Matrix
/// Anal. Appl. 31 (2009), doi:10.1137/09074721X, algorithm 5.1.
enum PadeExponential {
    /// Largest norm (of powers) at which the approximant of each degree is accurate to rounding.
    private static let bounds: [(degree: Int, bound: Double)] = [
        (3, 1.495585217958292e-2), (5, 2.539398330063230e-1), (7, 9.504178996162932e-1),
        (9, 2.097847961257068),
    ]
    /// The bound for degree 13, which keeps the denominator well conditioned.
    private static let bound13 = 4.25

    /// The exponential of a square matrix of finite numbers.
    ///
    /// - Throws: `exponentialOverflow` where a power of the matrix overflows.
    static func exponential(of a: Matrix) throws(LinearAlgebraError) -> Matrix {
        let powers = EvenPowers(of: a)
        for (degree, bound) in bounds
        where powers.growth(forDegree: degree) <= bound && extraScaling(a, degree) == 0 {
            return try quotient(of: a, powers.polynomials(degree))
        }
        guard let scaling = scaling(of: a, powers) else {
            throw .exponentialOverflow(oneNorm: a.oneNorm)
        }
        let scaled = powers.scaled(by: scaling)
        var result = try quotient(of: scaled.base, scaled.polynomials13())
        for _ in 0..<scaling { result = result * result }
        return result
    }

    /// The number of halvings for degree 13; nil when a power has overflowed.
    private static func scaling(of a: Matrix, _ powers: EvenPowers) -> Int? {
        let growth = powers.growth(forDegree: 13)
        guard growth.isFinite else { return nil }
        let first = growth > bound13 ? Int(log2(growth / bound13).rounded(.up)) : 0
        return first + extraScaling(Double(sign: .plus, exponent: -first, significand: 1) * a, 13)
    }

    /// More halvings that rounding in the approximant's evaluation asks for.
    ///
    ///     max(0, ceil(log2(c_m | |A|^(2m+1) |_1 / (|A|_1 u)) / 2m)),  1/c_m = C(2m, m) (2m+1)!
    private static func extraScaling(_ a: Matrix, _ degree: Int) -> Int {
        let norm = a.oneNorm
        guard norm > 0 else { return 0 }
        let absolute = Matrix(rows: a.rows, columns: a.columns, columnMajor: a.elements.map(abs))
        var row = Vector(repeating: 1, count: a.rows)
        var logarithm = -log2(norm)
        for _ in 0..<(2 * degree + 1) {
            row = row * absolute
            let size = row.maximumAbsolute
            guard size > 0 else { return 0 }
            logarithm += log2(size)
            row = (1 / size) * row
        }
        logarithm -= log2(inverseLeadingError(degree))
        return max(0, Int(((logarithm + 53) / Double(2 * degree)).rounded(.up)))
    }

    /// `C(2m, m) (2m+1)!`.
    private static func inverseLeadingError(_ degree: Int) -> Double {
        let binomial = (1...degree).reduce(1.0) { $0 * Double(degree + $1) / Double($1) }
        return (1...(2 * degree + 1)).reduce(binomial) { $0 * Double($1) }
    }

    /// `(V - A U)^-1 (V + A U)` for the even polynomials U and V.
    private static func quotient(
        of a: Matrix, _ parts: (odd: Matrix, even: Matrix)
    ) throws(LinearAlgebraError) -> Matrix {
        let odd = a * parts.odd
        return try LUFactorization(parts.even - odd).solve(parts.even + odd)
    }
}

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
