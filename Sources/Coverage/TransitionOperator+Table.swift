import LinearAlgebra
import Policy

extension TransitionOperator {
    /// Builds the operator that a table of monthly probabilities describes.
    ///
    /// The table stands for `expm(Q/12)`: consecutive months advance after it, and who enrols
    /// inside the month arrives in `S0`, which is `S` where nobody waits. Entries that repeat a
    /// pair add up. Published probabilities are rounded: those of a status whose sum is within
    /// ``roundedSlack`` of 1 are divided by it, so that nobody is lost or gained.
    ///
    /// A table is for rates that were measured month by month, where yearly intensities would have
    /// to be guessed back out of them.
    ///
    /// - Throws: ``CoverageFault/unknownStatus(_:)`` for a symbol that is no status or cause, and
    ///   what ``init(within:exits:)`` throws.
    init(_ entries: [TransitionProbability], waits: Bool) throws {
        var within = Matrix(rows: Status.count, columns: Status.count + 1)
        var exits = Matrix(rows: Status.count, columns: ExitCause.count)
        for entry in entries {
            guard let from = Status.allCases.first(where: { $0.symbol == entry.from }) else {
                throw CoverageFault.unknownStatus(entry.from)
            }
            if let to = Status.allCases.first(where: { $0.symbol == entry.to }) {
                within[from.rawValue, to.rawValue] += entry.probability
            } else if entry.to == "S0" {
                let arrival = waits ? Status.count : Status.selfPaying.rawValue
                within[from.rawValue, arrival] += entry.probability
            } else if let cause = ExitCause.allCases.first(where: { $0.symbol == entry.to }) {
                exits[from.rawValue, cause.rawValue] += entry.probability
            } else {
                throw CoverageFault.unknownStatus(entry.to)
            }
        }
        Self.divideRounded(&within, &exits)
        try self.init(within: within, exits: exits)
    }

    /// How far the sum of a status's probabilities may be from 1 where they were rounded to six
    /// decimals: one unit of the last of them, and the bits of its own rounding.
    package static let roundedSlack = 1e-6 * (1 + 1e-9)
    /// Sums nearer to 1 are those of exact numbers, and are left alone.
    private static let exactSlack = 1e-14

    /// Divides each rounded row by its sum.
    private static func divideRounded(_ within: inout Matrix, _ exits: inout Matrix) {
        for row in 0..<within.rows {
            let sum =
                (0..<within.columns).reduce(0) { $0 + within[row, $1] }
                + (0..<exits.columns).reduce(0) { $0 + exits[row, $1] }
            guard abs(sum - 1) > exactSlack, abs(sum - 1) <= roundedSlack else { continue }
            for column in 0..<within.columns { within[row, column] /= sum }
            for column in 0..<exits.columns { exits[row, column] /= sum }
        }
    }
}
