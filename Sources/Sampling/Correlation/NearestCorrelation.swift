internal import LinearAlgebra

/// The correlation matrix nearest to a symmetric one, in the root of the sum of squares.
///
/// Alternating projections onto the positive semidefinite matrices and onto those with a diagonal
/// of ones, with Dykstra's correction. Convergence is linear: a few hundred steps of `10 n^3`.
///
/// Reference: N. J. Higham, Computing the nearest correlation matrix: a problem from finance, IMA
/// J. Numer. Anal. 22 (2002), doi:10.1093/imanum/22.3.329, algorithm 3.3.
enum NearestCorrelation {
    /// The nearest matrix, off-diagonal entries to about 1e-10.
    ///
    /// - Parameters:
    ///   - matrix: symmetric and finite.
    ///   - inside: how far to go on to the identity, so that what was singular is definite.
    static func matrix(to matrix: Matrix, inside: Double = 0) -> Matrix {
        var current = matrix
        var correction = Matrix(rows: matrix.rows, columns: matrix.rows)
        for _ in 0..<5000 {
            let corrected = current - correction
            let semidefinite = positivePart(corrected)
            correction = semidefinite - corrected
            let next = withUnitDiagonal(semidefinite)
            let change = (next - current).maximumAbsolute
            current = next
            if change <= 1e-12 { break }
        }
        return (1 - inside) * current + inside * Matrix.identity(matrix.rows)
    }

    /// The nearest positive semidefinite matrix: eigenvalues below 0 become 0.
    private static func positivePart(_ matrix: Matrix) -> Matrix {
        guard let eigen = try? SymmetricEigen(matrix) else { return matrix }
        let order = matrix.rows
        let scaled = Matrix(rows: order, columns: order) {
            eigen.vectors[$0, $1] * max(0, eigen.values[$1])
        }
        let product = scaled * eigen.vectors.transpose
        return 0.5 * (product + product.transpose)
    }

    /// The nearest matrix with ones on its diagonal, and no entry past them.
    private static func withUnitDiagonal(_ matrix: Matrix) -> Matrix {
        Matrix(rows: matrix.rows, columns: matrix.rows) {
            $0 == $1 ? 1 : max(-1, min(1, matrix[$0, $1]))
        }
    }
}
