internal import CLAPACKE

/// The factorization `P A = L U` of a square matrix, with row exchanges for stability.
///
/// Making one can fail; solving with it cannot. There is no inverse: `solve` is both faster and
/// more accurate. Order n costs `2/3 n^3` operations to make and `2 n^2` per right-hand side.
///
/// Reference: Golub and Van Loan, Matrix Computations, 4th ed., section 3.4; LAPACK dgetrf.
public struct LUFactorization: Sendable {
    /// L below the diagonal (ones on it are not stored) and U on and above it.
    private let factors: Matrix
    /// `exchanges[k]` is the row, from 1, that was exchanged with row k + 1.
    private let exchanges: [Int32]
    private let oneNorm: Double

    /// Factorizes a square matrix.
    ///
    /// - Parameter minimumReciprocalCondition: Refuses a matrix that is closer than this to a
    ///   singular one; 0 refuses only an exactly zero pivot.
    /// - Throws: `notSquare`, `notFinite`, `singular` with the pivot, `illConditioned`.
    public init(
        _ matrix: Matrix, minimumReciprocalCondition: Double = 0
    ) throws(LinearAlgebraError) {
        try matrix.requireSquare()
        try matrix.requireFinite()
        SingleThread.require()
        var factors = matrix
        var exchanges = [Int32](repeating: 0, count: matrix.rows)
        let order = Int32(matrix.rows)
        let info = LAPACKE_dgetrf(
            LAPACK_COL_MAJOR, order, order, &factors.elements, matrix.stride, &exchanges)
        if let failure = LAPACK.failure(info) { throw .singular(pivot: failure - 1) }
        self.factors = factors
        self.exchanges = exchanges
        self.oneNorm = matrix.oneNorm
        if minimumReciprocalCondition > 0 && !(reciprocalCondition >= minimumReciprocalCondition) {
            throw .illConditioned(reciprocalCondition: reciprocalCondition)
        }
    }

    /// Order of the matrix.
    public var order: Int { factors.rows }

    /// The solution of `A X = B`, one column for each column of `b` (n x k).
    public func solve(_ b: Matrix) -> Matrix { solve(b, side: "N") }

    /// The solution of `A x = b`.
    public func solve(_ b: Vector) -> Vector { solve(Matrix(b)).column(0) }

    /// The solution of `x A = b` for row vectors, which is that of `A' x = b`.
    public func solveTransposed(_ b: Vector) -> Vector { solve(Matrix(b), side: "T").column(0) }

    /// Solves with the factors; a right side of another height traps.
    ///
    /// - Parameter side: `N` for `A X = B`, `T` for `A' X = B`.
    private func solve(_ b: Matrix, side: Unicode.Scalar) -> Matrix {
        precondition(b.rows == order, "system of \(factors.shape) with right side \(b.shape)")
        SingleThread.require()
        var result = b
        let info = LAPACKE_dgetrs(
            LAPACK_COL_MAJOR, LAPACK.letter(side), Int32(order), Int32(b.columns),
            factors.elements, factors.stride, exchanges, &result.elements, b.stride)
        LAPACK.requireSuccess(info)
        return result
    }

    /// The determinant: the product of the pivots, with the sign of the exchanges.
    public var determinant: Double {
        (0..<order).reduce(1) { product, k in
            product * factors[k, k] * (Int(exchanges[k]) == k + 1 ? 1 : -1)
        }
    }

    /// An estimate of `1 / (|A|_1 |A^-1|_1)`: near 1 well conditioned, near 1e-16 singular.
    public var reciprocalCondition: Double {
        guard order > 0 else { return 1 }
        SingleThread.require()
        var result = 0.0
        let info = LAPACKE_dgecon(
            LAPACK_COL_MAJOR, LAPACK.letter("1"), Int32(order), factors.elements, factors.stride,
            oneNorm, &result)
        LAPACK.requireSuccess(info)
        return result
    }

    /// The factors with `A[rowOrder, :] = L U`.
    public var parts: (lower: Matrix, upper: Matrix, rowOrder: [Int]) {
        var rowOrder = Array(0..<order)
        for (k, exchange) in exchanges.enumerated() { rowOrder.swapAt(k, Int(exchange) - 1) }
        let lower = Matrix(rows: order, columns: order) { i, j in
            i == j ? 1 : (i > j ? factors[i, j] : 0)
        }
        let upper = Matrix(rows: order, columns: order) { $0 <= $1 ? factors[$0, $1] : 0 }
        return (lower, upper, rowOrder)
    }
}
