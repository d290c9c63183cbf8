import LinearAlgebra

/// One month of one lane: `x(t+1) = x(t) P`, and who leaves for which cause.
///
/// `P = expm(Q/12) A`, 10 x 10, rows are origins, sub-stochastic; each row's missing share is
/// named by cause in `exits`, 10 x 4.
public struct TransitionOperator: Sendable, Equatable {
    /// Probabilities of being in a status a month later, 10 x 10.
    public let probabilities: Matrix
    /// Probabilities of having left within the month, by cause, 10 x 4.
    public let exits: Matrix

    /// Builds the operator from yearly intensities.
    ///
    /// Each row's missing share goes to the causes in proportion to their rates, which are the
    /// same for every status, so death within the month is
    /// `mu/(mu+eps) (1 - exp(-(mu+eps)/12))`.
    ///
    /// - Throws: ``CoverageFault/invalidRate(key:value:)``, or a linear algebra error.
    public init(_ rates: TransitionRates) throws {
        if let invalid = rates.firstInvalid {
            throw CoverageFault.invalidRate(key: invalid.key, value: invalid.value)
        }
        let month = try GeneratorMatrix(Matrix(rows: rates.generatorRows()))
            .transition(over: 1.0 / 12)
        let count = Status.count
        let inside = Matrix(rows: count, columns: count + 1) { month.matrix[$0, $1] }
        probabilities = inside * Self.advance
        let total = rates.exits.reduce(0, +)
        exits = Matrix(rows: count, columns: ExitCause.count) { row, cause in
            total > 0 ? month.exits[row] * rates.exits[cause] / total : 0
        }
    }

    /// Takes monthly probabilities as they are: a table given in place of intensities.
    ///
    /// - Throws: ``CoverageFault/rowSum(status:sum:)`` unless each row, with its exits, sums to 1
    ///   within 1e-9; ``CoverageFault/probability(from:to:value:)`` for an entry outside 0...1.
    public init(probabilities: Matrix, exits: Matrix) throws {
        for status in Status.allCases {
            let row = status.rawValue
            let stay = (0..<Status.count).map { probabilities[row, $0] }
            let leave = (0..<ExitCause.count).map { exits[row, $0] }
            if let bad = (stay + leave).firstIndex(where: { !(0...1).contains($0) }) {
                throw CoverageFault.probability(
                    from: status.symbol, to: Self.destination(bad), value: (stay + leave)[bad])
            }
            let sum = (stay + leave).reduce(0, +)
            guard abs(sum - 1) < 1e-9 else {
                throw CoverageFault.rowSum(status: status.symbol, sum: sum)
            }
        }
        self.probabilities = probabilities
        self.exits = exits
    }

    private static func destination(_ column: Int) -> String {
        column < Status.count
            ? Status.allCases[column].symbol
            : ExitCause.allCases[column - Status.count].symbol
    }

    /// `A`, 11 x 10: consecutive months advance, all else stays.
    private static let advance: Matrix = {
        let moves: [Int: Status] = [
            Status.fundedFirst.rawValue: .fundedSecond, Status.fundedSecond.rawValue: .funded,
            Status.selfFirst.rawValue: .selfSecond, Status.selfSecond.rawValue: .selfPaying,
            Status.count: .selfFirst,
        ]
        return Matrix(rows: Status.count + 1, columns: Status.count) { row, column in
            column == (moves[row]?.rawValue ?? row) ? 1 : 0
        }
    }()
}

/// Why a segment cannot be projected.
public enum CoverageFault: Error, Sendable, Equatable {
    case invalidRate(key: String, value: Double)
    case rowSum(status: String, sum: Double)
    case probability(from: String, to: String, value: Double)
    /// Heads are not conserved: a defect of the program, shown as a failed check.
    case headsNotConserved(segment: String, month: Int, difference: Double)
    case negativeStock(segment: String, month: Int, value: Double)
    case quotaExceeded(segment: String, month: Int, excess: Double)
}
