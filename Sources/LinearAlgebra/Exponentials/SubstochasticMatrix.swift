/// A square matrix of transition probabilities whose rows may sum to less than 1.
///
/// What a row lacks to 1 is the probability of leaving the system from that state. As in
/// `StochasticMatrix`, rows are origins, the check is made once and nothing is rescaled.
public struct SubstochasticMatrix: Sendable, Equatable {
    /// The probabilities as they were given, n x n.
    public let matrix: Matrix

    /// The probability of leaving from each state: one less the row's sum, and exactly 0 where
    /// the sum is 1 within the tolerance.
    public let exits: Vector

    /// Checks a matrix of probabilities; the tolerance is that of `StochasticMatrix`.
    ///
    /// - Throws: `notSquare`, `notFinite`, `probabilityOutOfRange`, `rowSumAboveOne`.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        try StochasticRows.requireProbabilities(matrix)
        let tolerance = StochasticRows.tolerance(length: matrix.columns)
        let sums = StochasticRows.sums(matrix)
        if let row = sums.firstIndex(where: { $0 > 1 + tolerance }) {
            throw .rowSumAboveOne(row: row, sum: sums[row], tolerance: tolerance)
        }
        self.matrix = matrix
        self.exits = Vector(sums.map { 1 - $0 > tolerance ? 1 - $0 : 0 })
    }

    /// For results that are substochastic by construction, with no exits unless given.
    init(unchecked matrix: Matrix, exits: Vector? = nil) {
        self.matrix = matrix
        self.exits = exits ?? Vector(repeating: 0, count: matrix.rows)
    }

    /// Number of states, the outside not counted.
    public var order: Int { matrix.rows }

    /// The probability of moving from one state to another in one period.
    public subscript(origin: Int, destination: Int) -> Double { matrix[origin, destination] }

    /// The population one period later, `x P`, without those who left.
    public func advance(_ population: Vector) -> Vector { population * matrix }

    /// The same transitions with the outside as one more state, the last, that none leaves:
    /// heads are conserved.
    public var closed: StochasticMatrix {
        let outside = order
        return StochasticMatrix(
            unchecked: Matrix(rows: order + 1, columns: order + 1) { row, column in
                if row == outside { return column == outside ? 1 : 0 }
                return column == outside ? exits[row] : matrix[row, column]
            })
    }

    /// The transition over `periods` periods, `P^k`, with the exits of all of them.
    ///
    /// Both are read off the power of the closed matrix, so that exits are added up and not
    /// found as small differences.
    public func power(_ periods: Int) -> SubstochasticMatrix {
        let powers = closed.power(periods).matrix
        return SubstochasticMatrix(
            unchecked: Matrix(rows: order, columns: order) { powers[$0, $1] },
            exits: Vector((0..<order).map { powers[$0, order] }))
    }
}
