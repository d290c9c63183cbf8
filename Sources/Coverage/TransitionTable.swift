import LinearAlgebra
import Policy

extension TransitionOperator {
    /// Builds the operator that a table of monthly probabilities describes.
    ///
    /// The table stands for `expm(Q/12)`: consecutive months advance after it, and who enrols
    /// inside the month arrives in `S0`, which is `S` where nobody waits. Entries that repeat a
    /// pair add up.
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
        try self.init(within: within, exits: exits)
    }
}
