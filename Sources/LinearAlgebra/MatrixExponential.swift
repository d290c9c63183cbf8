/// The exponential of a square matrix, `e^A = I + A + A^2/2! + ...`.
///
/// A generator of a Markov process (non-negative off the diagonal, no row summing to more than
/// zero) is handled by `UniformizedExponential`, which keeps every entry non-negative and every
/// row's sum exact; all others by `PadeExponential`.
///
/// The error of both is that of rounding the matrix: entries of ordinary size come out to 1e-12
/// or better of their own size as long as the matrix is not ill-conditioned for exponentials (its
/// norm is some hundreds at most, or it is a generator, of any stiffness). Order n costs about
/// 20 n^3 operations, and 2 n^3 for each doubling of the norm.
///
/// - Throws: `notSquare`, `notFinite`, and `exponentialOverflow` where the result does not fit.
public func matrixExponential(_ matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    try matrix.requireSquare()
    try matrix.requireFinite()
    if matrix.rows == 0 { return matrix }
    // Rates near the largest double could overflow when added up.
    let result =
        if matrix.maximumAbsolute < 1e300, let generator = try? GeneratorMatrix(matrix) {
            UniformizedExponential.transition(of: generator, over: 1).matrix
        } else {
            try PadeExponential.exponential(of: matrix)
        }
    guard result.firstNonFinite == nil else {
        throw .exponentialOverflow(oneNorm: matrix.oneNorm)
    }
    return result
}

/// The exponential of each matrix: the same bits as one by one, in the same order.
///
/// - Throws: What the first matrix that fails throws.
public func matrixExponentials(
    _ matrices: [Matrix]
) throws(LinearAlgebraError) -> [Matrix] {
    var results: [Matrix] = []
    results.reserveCapacity(matrices.count)
    for matrix in matrices { results.append(try matrixExponential(matrix)) }
    return results
}
