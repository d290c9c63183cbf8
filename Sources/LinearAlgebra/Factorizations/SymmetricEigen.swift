internal import CLAPACKE

/// The eigenvalues and eigenvectors of a symmetric matrix, `A = V diag(values) V'`.
///
/// Reference: LAPACK dsyevd (tridiagonal form, then divide and conquer).
public struct SymmetricEigen: Sendable, Equatable {
    /// The eigenvalues, all real, in ascending order.
    public let values: Vector
    /// Column k is the eigenvector of `values[k]`; the columns are orthonormal.
    public let vectors: Matrix

    /// Decomposes a symmetric matrix; only its lower triangle enters the result.
    ///
    /// - Throws: `notSquare`, `notFinite`, `notSymmetric`, `notConverged`.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.requireFinite()
        try matrix.requireSymmetric()
        SingleThread.require()
        var vectors = matrix
        var values = [Double](repeating: 0, count: matrix.rows)
        let info = LAPACKE_dsyevd(
            LAPACK_COL_MAJOR, LAPACK.letter("V"), LAPACK.letter("L"), Int32(matrix.rows),
            &vectors.elements, matrix.stride, &values)
        if let failure = LAPACK.failure(info) { throw .notConverged(remaining: failure) }
        self.values = Vector(values)
        self.vectors = vectors
    }
}
