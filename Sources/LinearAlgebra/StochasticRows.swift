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
        return zip(sums, lost).map { $0 + $1 }
    }

    /// Divides each row of a non-negative matrix by its sum; what rounding leaves over goes to
    /// the row's largest entry, the one it changes least.
    static func normalize(_ matrix: inout Matrix) {
        let scales = sums(matrix)
        for column in 0..<matrix.columns {
            for row in 0..<matrix.rows { matrix[row, column] /= scales[row] }
        }
        for (row, sum) in sums(matrix).enumerated() where sum != 1 {
            addToLargest(1 - sum, of: row, in: &matrix)
        }
    }

    /// Moves normalized rows by at most 2.2e-16 each, so that they sum to 1 not only exactly but
    /// also when a reader adds them from left to right in doubles.
    ///
    /// The exact sum goes half of the way by which the plain one misses.
    static func settle(_ matrix: inout Matrix) {
        for (row, exact) in sums(matrix).enumerated() {
            let plain = matrix.row(row).reduce(0, +)
            let miss = 1 - (plain + exact) / 2
            let limited = max(-Double.ulpOfOne, min(Double.ulpOfOne, miss))
            if miss != 0 { addToLargest(limited, of: row, in: &matrix) }
        }
    }

    private static func addToLargest(_ value: Double, of row: Int, in matrix: inout Matrix) {
        let largest = (0..<matrix.columns).max { matrix[row, $0] < matrix[row, $1] }
        if let largest { matrix[row, largest] += value }
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
