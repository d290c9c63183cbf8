/// The exponential of a square matrix, `e^A = I + A + A^2/2! + ...`.
///
/// A generator of a Markov process (non-negative off the diagonal, no row summing to more than
/// zero) is handled by `UniformizedExponential`, which keeps every entry non-negative and every
/// row's sum exact; all others by `PadeExponential`.
///
/// The error of both is that of rounding the matrix: entries of ordinary size come out to 1e-12
/// or better of their own size as long as the matrix is not ill-conditioned for exponentials (its
/// norm is some hundreds at most, or it is a generator, of any stiffness). Order n costs about
/// 20 n^3 operations, and 2 n^3 for each doubling of the norm; a lone generator costs what eight
/// do.
///
/// - Throws: `notSquare`, `notFinite`, and `exponentialOverflow` where the result does not fit.
public func matrixExponential(_ matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    try matrixExponentials([matrix])[0]
}

/// The exponential of each matrix: the same bits as one by one, in the same order.
///
/// Generators of one order that follow each other run eight at a time: a batch takes a fraction of
/// what its matrices take one by one.
///
/// - Throws: What the first matrix that fails throws.
public func matrixExponentials(
    _ matrices: [Matrix]
) throws(LinearAlgebraError) -> [Matrix] {
    var results: [Matrix] = []
    results.reserveCapacity(matrices.count)
    var waiting: [GeneratorMatrix] = []
    for matrix in matrices {
        let generator = try generator(matrix)
        if waiting.count == UniformizedExponential.width || generator?.order != waiting.first?.order
        {
            exponentiate(&waiting, &results)
        }
        if let generator {
            waiting.append(generator)
        } else {
            results.append(try otherExponential(matrix))
        }
    }
    exponentiate(&waiting, &results)
    return results
}

private func generator(_ matrix: Matrix) throws(LinearAlgebraError) -> GeneratorMatrix? {
    try matrix.requireSquare()
    try matrix.requireFinite()
    // Rates near the largest double could overflow when added up.
    guard matrix.rows > 0, matrix.maximumAbsolute < 1e300 else { return nil }
    return GeneratorMatrix(matrix)
}

private func exponentiate(_ waiting: inout [GeneratorMatrix], _ results: inout [Matrix]) {
    guard let order = waiting.first?.order else { return }
    let exponential = UniformizedExponential(of: waiting)
    for world in waiting.indices { results.append(exponential.matrix(world, order: order)) }
    waiting.removeAll(keepingCapacity: true)
}

/// The exponential of a matrix that is no generator, by Padé approximation; an empty one is its
/// own.
///
/// - Throws: `exponentialOverflow` where an entry of the result is not finite.
private func otherExponential(_ matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    guard matrix.rows > 0 else { return matrix }
    let result = try PadeExponential.exponential(of: matrix)
    guard result.firstNonFinite == nil else {
        throw .exponentialOverflow(oneNorm: matrix.oneNorm)
    }
    return result
}
