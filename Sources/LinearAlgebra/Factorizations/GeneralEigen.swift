internal import CLAPACKE

/// The eigenvalues and right eigenvectors of a square matrix, `A v = v lambda`.
///
/// A real matrix has real eigenvalues and pairs of conjugate ones; a pair stands together, the
/// one with the positive imaginary part first. A defective matrix gives parallel vectors.
///
/// Reference: LAPACK dgeev (Hessenberg form, then shifted QR iteration).
public struct GeneralEigen: Sendable, Equatable {
    /// A complex number `real + i imaginary`.
    public struct Value: Sendable, Hashable {
        /// Real part.
        public let real: Double
        /// Imaginary part.
        public let imaginary: Double

        /// Distance from zero, safe from overflow.
        public var modulus: Double { Vector([real, imaginary]).norm }
    }

    /// The eigenvalues, in no particular order but for the pairs.
    public let values: [Value]
    /// Column k is the real part of the eigenvector of `values[k]`, of unit length.
    public let realVectors: Matrix
    /// Column k is the imaginary part of the eigenvector of `values[k]`.
    public let imaginaryVectors: Matrix

    /// Decomposes a square matrix.
    ///
    /// - Throws: `notSquare`, `notFinite`, `notConverged`.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.requireSquare()
        try matrix.requireFinite()
        SingleThread.require()
        let order = matrix.rows
        var work = matrix
        var packed = matrix
        var real = [Double](repeating: 0, count: order)
        var imaginary = real
        let info = LAPACKE_dgeev(
            LAPACK_COL_MAJOR, LAPACK.letter("N"), LAPACK.letter("V"), Int32(order),
            &work.elements, matrix.stride, &real, &imaginary, nil, 1, &packed.elements,
            matrix.stride)
        if let failure = LAPACK.failure(info) { throw .notConverged(remaining: failure) }
        values = zip(real, imaginary).map { Value(real: $0, imaginary: $1) }
        (realVectors, imaginaryVectors) = Self.unpacked(packed, imaginary)
    }

    /// LAPACK packs a pair's vectors `u + iv`, `u - iv` as the columns u and v.
    private static func unpacked(
        _ packed: Matrix, _ imaginary: [Double]
    ) -> (real: Matrix, imaginary: Matrix) {
        let shape = packed.shape
        let real = Matrix(rows: shape.rows, columns: shape.columns) { row, column in
            packed[row, imaginary[column] < 0 ? column - 1 : column]
        }
        let other = Matrix(rows: shape.rows, columns: shape.columns) { row, column in
            if imaginary[column] > 0 { return packed[row, column + 1] }
            return imaginary[column] < 0 ? -packed[row, column] : 0
        }
        return (real, other)
    }
}
