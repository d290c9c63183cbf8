internal import CLAPACKE

/// The singular value decomposition `A = U diag(values) V'` of any matrix.
///
/// For A of m x n and k = min(m, n), U is m x k and V' is k x n; the columns of U and the rows
/// of V' are orthonormal.
///
/// Reference: LAPACK dgesdd (bidiagonal form, then divide and conquer).
public struct SingularValues: Sendable, Equatable {
    /// The left singular vectors as columns, m x k.
    public let u: Matrix
    /// The singular values, none negative, in descending order.
    public let values: Vector
    /// The right singular vectors as rows, k x n.
    public let vTransposed: Matrix

    /// Decomposes a matrix.
    ///
    /// - Throws: `notFinite`, `notConverged`.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.requireFinite()
        SingleThread.require()
        let count = min(matrix.rows, matrix.columns)
        var work = matrix
        var u = Matrix(rows: matrix.rows, columns: count)
        var vTransposed = Matrix(rows: count, columns: matrix.columns)
        var values = [Double](repeating: 0, count: count)
        let (uStride, vStride) = (u.stride, vTransposed.stride)
        let info = LAPACKE_dgesdd(
            LAPACK_COL_MAJOR, LAPACK.letter("S"), Int32(matrix.rows), Int32(matrix.columns),
            &work.elements, matrix.stride, &values, &u.elements, uStride, &vTransposed.elements,
            vStride)
        if let failure = LAPACK.failure(info) { throw .notConverged(remaining: failure) }
        self.u = u
        self.values = Vector(values)
        self.vTransposed = vTransposed
    }

    /// The number of singular values above `tolerance` times the largest; when absent,
    /// `max(m, n) u` with u = 2.2e-16.
    public func rank(tolerance: Double? = nil) -> Int {
        let size = Double(max(u.rows, vTransposed.columns))
        let bound = (tolerance ?? size * Double.ulpOfOne) * (values.first ?? 0)
        return values.count { $0 > bound }
    }

    /// The largest singular value over the smallest: the condition number in the 2-norm,
    /// infinite for a singular matrix and 1 for an empty one.
    public var condition: Double {
        guard let largest = values.first, let smallest = values.last else { return 1 }
        return smallest > 0 ? largest / smallest : .infinity
    }
}
