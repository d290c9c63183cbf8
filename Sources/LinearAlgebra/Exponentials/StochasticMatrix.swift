/// A square matrix of transition probabilities: entries in 0...1, every row summing to 1.
///
/// Rows are origins and columns destinations; a population is a row vector, `x' = x P`. The
/// matrix is checked once, when made, and never changed: a row that does not sum to 1 is an
/// error, not something to be rescaled.
public struct StochasticMatrix: Sendable, Equatable {
    /// The probabilities as they were given, n x n.
    public let matrix: Matrix

    /// Checks a matrix of probabilities.
    ///
    /// Row sums may miss 1 by `max(5e-15, 4 n u)`, u = 2.2e-16, and by no more than 1e-10.
    ///
    /// - Throws: `notSquare`, `notFinite`, `probabilityOutOfRange`, `rowSumNotOne`.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        try StochasticRows.requireProbabilities(matrix)
        let tolerance = StochasticRows.tolerance(length: matrix.columns)
        for (row, sum) in StochasticRows.sums(matrix).enumerated() where abs(sum - 1) > tolerance {
            throw .rowSumNotOne(row: row, sum: sum, tolerance: tolerance)
        }
        self.matrix = matrix
    }

    /// For results that are stochastic by construction.
    init(unchecked matrix: Matrix) { self.matrix = matrix }

    /// Number of states.
    public var order: Int { matrix.rows }

    /// The probability of moving from one state to another in one period.
    public subscript(origin: Int, destination: Int) -> Double { matrix[origin, destination] }

    /// Staying where one is.
    public static func identity(_ order: Int) -> StochasticMatrix {
        StochasticMatrix(unchecked: .identity(order))
    }

    /// First `a`, then `b`: the row-vector convention reads from left to right.
    ///
    /// A product of stochastic matrices is one too, so it is not checked again.
    public static func * (a: StochasticMatrix, b: StochasticMatrix) -> StochasticMatrix {
        StochasticMatrix(unchecked: a.matrix * b.matrix)
    }

    /// The population one period later, `x P`.
    public func advance(_ population: Vector) -> Vector { population * matrix }

    /// The transition over `periods` periods, `P^k`, by repeated squaring.
    ///
    /// Row sums drift by rounding, at most k times the error of one product; they are not
    /// repaired.
    public func power(_ periods: Int) -> StochasticMatrix {
        StochasticMatrix(unchecked: matrix.power(periods))
    }
}
