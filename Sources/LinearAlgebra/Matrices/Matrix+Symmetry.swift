extension Matrix {
    /// Throws unless the matrix is square and equals its transpose within rounding.
    ///
    /// Mirror images may differ by `4 n u` times the largest entry, u = 2.2e-16: what a product
    /// such as A'A can leave. Routines for symmetric matrices read one triangle only, so a
    /// matrix that is not symmetric would be misread in silence.
    package func requireSymmetric() throws(LinearAlgebraError) {
        try requireSquare()
        let tolerance = 4 * Double(rows) * Double.ulpOfOne * maximumAbsolute
        for column in 0..<columns {
            for row in column..<rows {
                let difference = self[row, column] - self[column, row]
                if abs(difference) > tolerance {
                    throw .notSymmetric(row: row, column: column, difference: difference)
                }
            }
        }
    }
}
