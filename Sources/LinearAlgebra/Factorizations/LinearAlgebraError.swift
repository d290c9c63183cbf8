/// Why a matrix could not be factorized or exponentiated.
///
/// Cases carry data, not words; rows, columns and pivots count from 0.
public enum LinearAlgebraError: Error, Equatable, Sendable {
    /// The operation needs a square matrix.
    case notSquare(Matrix.Shape)
    /// Least squares need at least as many rows as columns.
    case underdetermined(Matrix.Shape)
    /// The entry is infinite or not a number.
    case notFinite(row: Int, column: Int)
    /// The entry differs from its mirror image by more than rounding.
    case notSymmetric(row: Int, column: Int, difference: Double)

    /// Elimination met an exactly zero pivot in this column.
    case singular(pivot: Int)
    /// The reciprocal condition number is below the bound that the caller asked for.
    case illConditioned(reciprocalCondition: Double)
    /// The leading minor that ends at this row is not positive definite.
    case notPositiveDefinite(pivot: Int)
    /// The columns span a space of lower dimension; `column` is the first one, in pivoting
    /// order, that adds nothing to the others.
    case rankDeficient(rank: Int, column: Int)
    /// The iteration stopped with this many eigenvalues not found.
    case notConverged(remaining: Int)
    /// The exponential of a matrix of this 1-norm does not fit in doubles.
    case exponentialOverflow(oneNorm: Double)

    /// The installed BLAS or LAPACK gave a wrong answer to a known problem.
    case wrongAnswer(SmokeCheck.Problem, error: Double, tolerance: Double)
}
