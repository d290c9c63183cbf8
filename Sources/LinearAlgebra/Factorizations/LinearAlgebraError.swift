/// Why a matrix could not be factorized, checked or exponentiated.
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
    /// The iteration stopped with this many eigenvalues or singular values not found.
    case notConverged(remaining: Int)
    /// The exponential of a matrix of this 1-norm does not fit in doubles.
    case exponentialOverflow(oneNorm: Double)

    /// A probability lies outside 0...1.
    case probabilityOutOfRange(row: Int, column: Int, value: Double)
    /// A row of a stochastic matrix does not sum to 1 within the tolerance.
    case rowSumNotOne(row: Int, sum: Double, tolerance: Double)
    /// A row of a substochastic matrix sums to more than 1.
    case rowSumAboveOne(row: Int, sum: Double, tolerance: Double)
    /// An off-diagonal rate of a generator is negative.
    case negativeRate(row: Int, column: Int, value: Double)
    /// A row of a generator sums to more than 0, so that its state would gain people.
    case rowSumAboveZero(row: Int, sum: Double, tolerance: Double)

    /// The installed BLAS or LAPACK gave a wrong answer to a known problem.
    case wrongAnswer(SmokeCheck.Problem, error: Double, tolerance: Double)
}
