#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Small problems with known answers, put to the installed BLAS and LAPACK.
///
/// Some builds are wrong on some processors; a wrong library must not cost a wrong budget.
public struct SmokeCheck: Sendable, Equatable {
    /// What is asked, and what the answer must be.
    public enum Problem: Sendable, Hashable, CaseIterable {
        /// Products in eight shapes; a plain loop.
        case product
        /// A diagonally dominant system of order 100 with a known solution.
        case solve
        /// The matrix min(i, j), whose factor is all ones.
        case cholesky
        /// Second differences, with eigenvalues `4 sin^2(k pi / 2(n + 1))`.
        case symmetricEigen
        /// A cyclic shift, whose eigenvalues lie on the unit circle.
        case generalEigen
    }

    /// The worst absolute error of each problem; all answers are of order 1.
    public let worstErrors: [Problem: Double]

    /// The largest error that passes: some hundred times what rounding gives.
    public static let tolerance = 1e-12

    /// Runs all problems, in some milliseconds.
    ///
    /// - Throws: `wrongAnswer` for the first problem whose error exceeds the tolerance, and what
    ///   a factorization throws.
    public static func run() throws(LinearAlgebraError) -> SmokeCheck {
        var errors: [Problem: Double] = [:]
        for problem in Problem.allCases {
            let error = try worstError(of: problem)
            guard error <= tolerance else {
                throw .wrongAnswer(problem, error: error, tolerance: tolerance)
            }
            errors[problem] = error
        }
        return SmokeCheck(worstErrors: errors)
    }

    /// The largest error of a problem with a known answer.
    private static func worstError(of problem: Problem) throws(LinearAlgebraError) -> Double {
        switch problem {
        case .product: productError()
        case .solve: try solveError()
        case .cholesky: try choleskyError()
        case .symmetricEigen: try symmetricEigenError()
        case .generalEigen: try generalEigenError()
        }
    }

    private static func productError() -> Double {
        let shapes = [
            (1, 1, 1), (2, 3, 4), (16, 16, 16), (17, 33, 5), (64, 64, 64), (38, 96, 96),
            (101, 7, 31), (3, 150, 40),
        ]
        return shapes.map { m, k, n in
            let a = sample(m, k)
            let b = sample(k, n)
            let loop = Matrix(rows: m, columns: n) { row, column in
                (0..<k).reduce(0) { $0 + a[row, $1] * b[$1, column] }
            }
            return (a * b - loop).maximumAbsolute
        }.max() ?? 0
    }

    private static func solveError() throws(LinearAlgebraError) -> Double {
        var a = sample(100, 100)
        a.addToDiagonal(100)
        let x = Vector((0..<100).map { Double($0 % 7) - 3 })
        return (try LUFactorization(a).solve(a * x) - x).maximumAbsolute
    }

    private static func choleskyError() throws(LinearAlgebraError) -> Double {
        let a = Matrix(rows: 60, columns: 60) { Double(min($0, $1) + 1) }
        let ones = Matrix(rows: 60, columns: 60) { $0 >= $1 ? 1 : 0 }
        return (try CholeskyFactorization(a).lower - ones).maximumAbsolute
    }

    private static func symmetricEigenError() throws(LinearAlgebraError) -> Double {
        let a = Matrix(rows: 50, columns: 50) { $0 == $1 ? 2 : (abs($0 - $1) == 1 ? -1 : 0) }
        let expected = Vector(
            (1...50).map { k in
                let half = sin(Double(k) * Double.pi / 102)
                return 4 * half * half
            })
        return (try SymmetricEigen(a).values - expected).maximumAbsolute
    }

    /// Error of the moduli of a rotation, which are all 1.
    private static func generalEigenError() throws(LinearAlgebraError) -> Double {
        let shift = Matrix(rows: 12, columns: 12) { $1 == ($0 + 1) % 12 ? 1 : 0 }
        return try GeneralEigen(shift).values.map { abs($0.modulus - 1) }.max() ?? 0
    }

    /// Entries between -1/2 and 1/2 without a pattern that a wrong kernel could hide in.
    private static func sample(_ rows: Int, _ columns: Int) -> Matrix {
        Matrix(rows: rows, columns: columns) { row, column in
            Double((row * 7919 + column * 104_729 + row * column * 31) % 997) / 997 - 0.5
        }
    }
}

extension BLASConfiguration {
    /// Puts problems with known answers to the installed library; see `SmokeCheck`.
    @discardableResult
    public static func smokeCheck() throws(LinearAlgebraError) -> SmokeCheck {
        try SmokeCheck.run()
    }
}
