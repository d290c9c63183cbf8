import LinearAlgebra
import _TestSupport

/// Random matrices that a seed fixes.
extension SeededDraws {
    mutating func matrix(
        _ rows: Int, _ columns: Int, in range: ClosedRange<Double> = -1...1
    ) -> Matrix {
        Matrix(rows: rows, columns: columns) { _, _ in Double.random(in: range, using: &self) }
    }

    mutating func vector(_ count: Int) -> Vector { matrix(count, 1).column(0) }

    /// Rates of a process without exits; the diagonal is minus the sum of the others.
    mutating func generator(_ order: Int, rates: ClosedRange<Double> = 0...2) -> Matrix {
        var result = matrix(order, order, in: rates)
        for row in 0..<order {
            result[row, row] = 0
            result[row, row] = -result.row(row).reduce(0, +)
        }
        return result
    }

    /// Probabilities whose rows sum to 1 within rounding.
    mutating func stochastic(_ order: Int) -> Matrix {
        let weights = matrix(order, order, in: 0.01...1)
        let sums = (0..<order).map { weights.row($0).reduce(0, +) }
        return Matrix(rows: order, columns: order) { weights[$0, $1] / sums[$0] }
    }
}

/// Whether all entries differ by at most `tolerance`.
func isClose(_ a: Matrix, _ b: Matrix, _ tolerance: Double) -> Bool {
    a.shape == b.shape && (a - b).maximumAbsolute <= tolerance
}

/// Whether all entries differ by at most `tolerance`.
func isClose(_ a: Vector, _ b: Vector, _ tolerance: Double) -> Bool {
    a.count == b.count && (a - b).maximumAbsolute <= tolerance
}
