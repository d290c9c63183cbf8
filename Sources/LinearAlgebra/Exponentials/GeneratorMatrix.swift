/// The rates of a Markov process in continuous time, per year.
///
/// Entry (i, j) off the diagonal is the rate of moving from state i to state j and is not
/// negative. The diagonal holds the opposite of all leaving, so a row sums to 0, or to less,
/// where what is missing is the rate of leaving the system from that state.
public struct GeneratorMatrix: Sendable, Equatable {
    /// The rates as they were given, n x n, per year.
    public let matrix: Matrix

    /// The rate of leaving the system from each state, per year; exactly 0 where the row sums to
    /// 0 within the tolerance.
    public let exits: Vector

    /// Checks a matrix of rates.
    ///
    /// A row sum may exceed 0 by the tolerance of `StochasticMatrix` times the row's largest
    /// rate.
    ///
    /// - Throws: `notSquare`, `notFinite`, `negativeRate`, `rowSumAboveZero`.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        try matrix.requireSquare()
        try matrix.requireFinite()
        let largest = try Self.largestRates(matrix)
        let relative = StochasticRows.tolerance(length: matrix.columns)
        var exits = Vector(repeating: 0, count: matrix.rows)
        for (row, sum) in StochasticRows.sums(matrix).enumerated() {
            let tolerance = relative * largest[row]
            // Also refuses a sum that has overflowed.
            if !(sum <= tolerance) {
                throw .rowSumAboveZero(row: row, sum: sum, tolerance: tolerance)
            }
            if sum < -tolerance { exits[row] = -sum }
        }
        self.matrix = matrix
        self.exits = exits
    }

    /// The largest entry of each row, whatever its sign; rates are not negative.
    private static func largestRates(_ matrix: Matrix) throws(LinearAlgebraError) -> [Double] {
        var largest = [Double](repeating: 0, count: matrix.rows)
        for column in 0..<matrix.columns {
            for row in 0..<matrix.rows {
                let rate = matrix.elements[column * matrix.rows + row]
                if rate < 0 && row != column {
                    throw .negativeRate(row: row, column: column, value: rate)
                }
                largest[row] = max(largest[row], abs(rate))
            }
        }
        return largest
    }

    /// Number of states; the outside is not counted.
    public var order: Int { matrix.rows }

    /// Whether any state can be left for the outside.
    public var hasExits: Bool { exits.contains { $0 > 0 } }

    /// The probabilities of moving, and of leaving, within `years`: `e^(Q t)`.
    ///
    /// Every entry is non-negative by construction, and a row with its exit sums to 1 within
    /// rounding; nothing is clamped. `years` is finite and not negative.
    public func transition(over years: Double) -> SubstochasticMatrix {
        precondition(years >= 0 && years.isFinite, "a transition over \(years) years")
        let exponential = UniformizedExponential(of: [self], over: years)
        return SubstochasticMatrix(
            unchecked: exponential.matrix(0, order: order),
            exits: exponential.exits(0, order: order))
    }
}
