/// What stochastic, substochastic and generator matrices have in common: sums of rows.
enum StochasticRows {
    /// How far a row sum may be from where it should be, for rows of this length.
    ///
    /// Rounding in a sum grows with its length, so the tolerance does: 5e-15 for short rows,
    /// then four units in the last place per entry, never more than 1e-10. The floor is that of
    /// QuantEcon's Markov chains.
    static func tolerance(length: Int) -> Double {
        min(1e-10, max(5e-15, 4 * Double(length) * Double.ulpOfOne))
    }

    /// The row sums, each as if added exactly and rounded once (Neumaier's compensated sum).
    static func sums(_ matrix: Matrix) -> [Double] {
        var sums = [Double](repeating: 0, count: matrix.rows)
        var lost = sums
        for column in 0..<matrix.columns {
            for row in 0..<matrix.rows {
                let (old, value) = (sums[row], matrix[row, column])
                let sum = old + value
                lost[row] += abs(old) >= abs(value) ? (old - sum) + value : (value - sum) + old
                sums[row] = sum
            }
        }
        for row in sums.indices { sums[row] += lost[row] }
        return sums
    }

    /// Throws unless the matrix is square and its entries are finite and within 0...1.
    static func requireProbabilities(_ matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.requireSquare()
        try matrix.requireFinite()
        for column in 0..<matrix.columns {
            for row in 0..<matrix.rows where !(0...1).contains(matrix[row, column]) {
                throw .probabilityOutOfRange(
                    row: row, column: column, value: matrix[row, column])
            }
        }
    }
}
