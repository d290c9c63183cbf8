public import LinearAlgebra

/// How much each node's own forecast counts when forecasts are made to add up: the covariance of
/// their errors, as far as it is taken to be known.
///
/// Tables of residuals have a row for each step and a column for each node.
public enum ReconciliationWeights: Sendable, Equatable {
    /// All alike (OLS).
    case equal
    /// An error's variance is the number of leaves below (WLS structural).
    case structural
    /// An error's variance is the mean square of the residuals (WLS variance); missing ones are
    /// skipped.
    case variance(residuals: Matrix)
    /// The covariance of the residuals, shrunk towards its diagonal (MinT-shrink); steps with a
    /// missing residual are skipped.
    ///
    /// Where centred, each column's mean is taken off first, as the Python package
    /// hierarchicalforecast does; R's hts takes residuals as they are, so that a method's bias
    /// counts as error.
    case shrunk(residuals: Matrix, isCentred: Bool)
}

/// A covariance `lambda D + (1 - lambda) X X' / T`, kept as its diagonal and X.
struct ShrunkCovariance: Sendable {
    /// The diagonal of the whole covariance, which shrinking leaves alone.
    let diagonal: [Double]
    /// The share of the diagonal matrix.
    let intensity: Double
    /// Residuals, nodes in rows, over the root of their number.
    let residuals: Matrix

    /// Shrinks by the least expected squared error of the correlations.
    ///
    ///     lambda = sum Var(r_ij) / sum r_ij^2 over i != j, in [0, 1]
    ///
    /// Reference: J. Schaefer and K. Strimmer, A shrinkage approach to large-scale covariance
    /// matrix estimation, 2005, doi:10.2202/1544-6115.1175; S. Wickramasuriya, G. Athanasopoulos
    /// and R. Hyndman, Optimal forecast reconciliation, JASA 114 (2019),
    /// doi:10.1080/01621459.2018.1448825.
    init(_ table: Matrix, isCentred: Bool) throws(HierarchyFault) {
        let complete = (0..<table.rows).filter { row in
            (0..<table.columns).allSatisfy { !table[row, $0].isNaN }
        }
        if complete.count < 2 { throw .tooFewResiduals(complete: complete.count) }
        let (nodes, steps) = (table.columns, complete.count)
        let count = Double(steps)
        var columns = Matrix(rows: steps, columns: nodes)
        var variances = [Double](repeating: 0, count: nodes)
        var standard = columns
        columns.withUnsafeMutableBufferPointer { x in
            standard.withUnsafeMutableBufferPointer { z in
                table.withUnsafeBufferPointer { source in
                    for node in 0..<nodes {
                        var mean = 0.0
                        for (step, row) in complete.enumerated() {
                            x[node * steps + step] = source[node * table.rows + row]
                            mean += x[node * steps + step]
                        }
                        mean = isCentred ? mean / count : 0
                        var square = 0.0
                        for place in node * steps..<(node + 1) * steps {
                            x[place] -= mean
                            square += x[place] * x[place]
                        }
                        variances[node] = square / count
                        let scale = square > 0 ? 1 / (square / count).squareRoot() : 0
                        for place in node * steps..<(node + 1) * steps {
                            z[place] = x[place] * scale
                        }
                    }
                }
            }
        }
        diagonal = variances
        intensity = Self.intensity(standard)
        residuals = (1 / count.squareRoot()) * columns.transpose
    }

    /// The shrinkage of residuals of unit variance, steps in rows.
    ///
    /// `sum_ij sum_t (z_it z_jt)^2` is the sum over t of squared row sums of squares, so that no
    /// pair of nodes is looked at for it.
    private static func intensity(_ z: Matrix) -> Double {
        let (steps, count) = (z.rows, Double(z.rows))
        var rows = [Double](repeating: 0, count: steps)
        var (fourth, alive) = (0.0, 0.0)
        z.withUnsafeBufferPointer { z in
            for start in stride(from: 0, to: z.count, by: max(1, steps)) {
                var length = 0.0
                for step in 0..<steps {
                    let square = z[start + step] * z[start + step]
                    rows[step] += square
                    fourth += square * square
                    length += square
                }
                alive += length / count
            }
        }
        let gram = z.rows < z.columns ? z * z.transpose : z.transpose * z
        let norm = gram.frobeniusNorm / count
        let correlations = norm * norm - alive
        let products = rows.reduce(0) { $0 + $1 * $1 } - fourth
        let variances = (products - count * correlations) / (count * (count - 1))
        return correlations > 0 ? min(max(variances / correlations, 0), 1) : 1
    }
}
