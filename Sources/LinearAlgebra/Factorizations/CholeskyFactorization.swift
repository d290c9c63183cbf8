internal import CLAPACKE

/// The factorization `A = L L'` of a symmetric positive definite matrix.
///
/// Half the work of an LU factorization, and a test of definiteness: it exists exactly when A
/// is positive definite. Order n costs `1/3 n^3` operations to make.
///
/// Reference: Golub and Van Loan, Matrix Computations, 4th ed., section 4.2; LAPACK dpotrf.
public struct CholeskyFactorization: Sendable {
    /// The lower triangular factor L, zeros above its diagonal.
    public let lower: Matrix
    private let oneNorm: Double

    /// Factorizes a symmetric matrix; only its lower triangle enters the result.
    ///
    /// - Throws: `notSquare`, `notFinite`, `notSymmetric`, `notPositiveDefinite` with the row at
    ///   which definiteness ends.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.requireFinite()
        try matrix.requireSymmetric()
        SingleThread.require()
        var factor = matrix
        let info = LAPACKE_dpotrf(
            LAPACK_COL_MAJOR, LAPACK.letter("L"), Int32(matrix.rows), &factor.elements,
            matrix.stride)
        if let failure = LAPACK.failure(info) { throw .notPositiveDefinite(pivot: failure - 1) }
        self.lower = Matrix(rows: matrix.rows, columns: matrix.rows) { row, column in
            row >= column ? factor[row, column] : 0
        }
        self.oneNorm = matrix.oneNorm
    }

    /// Order of the matrix.
    public var order: Int { lower.rows }

    /// The solution of `A X = B`, one column for each column of `b` (n x k).
    public func solve(_ b: Matrix) -> Matrix {
        precondition(b.rows == order, "system of \(lower.shape) with right side \(b.shape)")
        SingleThread.require()
        var result = b
        let info = LAPACKE_dpotrs(
            LAPACK_COL_MAJOR, LAPACK.letter("L"), Int32(order), Int32(b.columns), lower.elements,
            lower.stride, &result.elements, b.stride)
        LAPACK.requireSuccess(info)
        return result
    }

    /// The solution of `A x = b`.
    public func solve(_ b: Vector) -> Vector { solve(Matrix(b)).column(0) }

    /// The determinant, the squared product of the diagonal of L.
    public var determinant: Double {
        let root = (0..<order).reduce(1) { $0 * lower[$1, $1] }
        return root * root
    }

    /// An estimate of `1 / (|A|_1 |A^-1|_1)`.
    public var reciprocalCondition: Double {
        guard order > 0 else { return 1 }
        SingleThread.require()
        var result = 0.0
        let info = LAPACKE_dpocon(
            LAPACK_COL_MAJOR, LAPACK.letter("L"), Int32(order), lower.elements, lower.stride,
            oneNorm, &result)
        LAPACK.requireSuccess(info)
        return result
    }
}
