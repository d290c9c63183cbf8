import LinearAlgebra
import Policy
import Quantities
internal import _LindungKernels

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One month of one lane: `x(t+1) = x(t) P`, and who leaves for which cause.
///
/// `P = expm(Q/12) A`, 10 x 10, rows are origins, sub-stochastic; each row's missing share is
/// named by cause in `exits`, 10 x 4.
///
///     P = B A,   B = expm(Q/12) on 11 states (ten and S0),   rows 0...9 kept
///     sum over k of P[i, k] + sum over c of exits[i, c] = 1
///
/// `Q` moves people within a month at any moment; `A` moves the count of consecutive months once,
/// at its end. One generator for both would vest some within their first month, so it was
/// rejected.
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
    /// - Throws: ``CoverageFault/invalidRate(key:value:)``.
    public init(_ rates: TransitionRates) throws(CoverageFault) {
        if let invalid = rates.firstInvalid {
            throw .invalidRate(key: invalid.key, value: invalid.value)
        }
        let moves = MoveBuffer()
        rates.write(to: moves.generator.base, world: 0)
        moves.exponentiate()
        let (causes, stays) = rates.leaving(death: rates.death)
        probabilities = Matrix(rows: Status.count, columns: Status.count) { row, column in
            stays * moves.result.row(row * Status.count + column)[0]
        }
        let shares = [causes.0, causes.1, causes.2, causes.3]
        exits = Matrix(rows: Status.count, columns: ExitCause.count) { _, cause in shares[cause] }
    }

    /// Takes a table of monthly probabilities in place of intensities: it stands for `expm(Q/12)`.
    ///
    /// - Parameters:
    ///   - within: where people stand at the end of the month, 10 x 11; the last column is the
    ///     arrival state `S0`. Consecutive months advance after it, as for intensities.
    ///   - exits: who has left, by cause, 10 x 4.
    /// - Throws: ``CoverageFault/rowSum(status:sum:)`` unless each row, with its exits, sums to 1
    ///   within 1e-9; ``CoverageFault/probability(from:to:value:)`` for an entry outside 0...1.
    public init(within: Matrix, exits: Matrix) throws {
        precondition(
            within.rows == Status.count && within.columns == Status.count + 1
                && exits.rows == Status.count && exits.columns == ExitCause.count,
            "a table of \(within.rows) x \(within.columns) with \(exits.columns) exits")
        for status in Status.allCases {
            let row = status.rawValue
            let stay = (0..<within.columns).map { within[row, $0] }
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
        probabilities = within * Self.advance
        self.exits = exits
    }

    /// The symbol of a column of a table: the statuses, `S0`, the causes of leaving.
    private static func destination(_ column: Int) -> String {
        let causes = ExitCause.allCases.map(\.symbol)
        return (Status.allCases.map(\.symbol) + ["S0"] + causes)[column]
    }

    /// `A`, 11 x 10: consecutive months advance, all else stays.
    private static let advance = Matrix(
        rows: Status.count + 1, columns: Status.count
    ) { row, column in column == MoveBuffer.afterMonth[row] ? 1 : 0 }
}

/// The moves of eight worlds in one month: `expm(Q/12) A` of those who stay.
///
/// Room for a generator and its result, kept between months.
package final class MoveBuffer {
    /// Room for one month's moves, with no generator known yet.
    package init() {}

    /// `[11][11][8]`, `Q/12`.
    let generator = WorldBuffer(rows: TransitionRates.states * TransitionRates.states)
    /// `[10][10][8]`.
    let result = WorldBuffer(rows: Status.count * Status.count)
    /// The generator that the result was made of; NaN at first, which no generator holds.
    private let known: WorldBuffer = {
        let generator = WorldBuffer(rows: TransitionRates.states * TransitionRates.states)
        generator.fill(.nan)
        return generator
    }()
    /// `[11][11][8]`, `expm(Q/12)`: where people stand before the count of months advances.
    private let within = WorldBuffer(rows: TransitionRates.states * TransitionRates.states)

    /// Where a status stands after the month: consecutive months advance, `S0` becomes `S1`.
    static let afterMonth: [Int] = {
        var next = Array(0..<Status.count) + [Status.selfFirst.rawValue]
        next[Status.fundedFirst.rawValue] = Status.fundedSecond.rawValue
        next[Status.fundedSecond.rawValue] = Status.funded.rawValue
        next[Status.selfFirst.rawValue] = Status.selfSecond.rawValue
        next[Status.selfSecond.rawValue] = Status.selfPaying.rawValue
        return next
    }()

    /// Makes the result out of the generator; once for segments that share their rates.
    func exponentiate() {
        let states = TransitionRates.states
        guard memcmp(known.base, generator.base, known.count * 8) != 0 else { return }
        known.copy(generator)
        lk_generator_exponential(Int32(states), generator.base, within.base)
        result.fill(0)
        for row in 0..<Status.count {
            for column in 0..<states {
                let from = within.row(row * states + column)
                let to = result.row(row * Status.count + Self.afterMonth[column])
                for world in 0..<worldCount { to[world] += from[world] }
            }
        }
    }
}

/// Why a segment cannot be projected. Months count from the start of the horizon.
public enum CoverageFault: Error, Sendable, Equatable {
    indirect case inLane(segment: SegmentID, region: RegionCode, CoverageFault)
    /// A yearly intensity that is negative or not finite, by its scenario key.
    case invalidRate(key: String, value: Double)
    /// The probabilities of a status and its exits do not sum to one.
    case rowSum(status: String, sum: Double)
    /// An entry of a table outside 0...1.
    case probability(from: String, to: String, value: Double)
    /// A symbol in a table of probabilities that is no status and no cause of leaving.
    case unknownStatus(String)
    /// Heads are not conserved: a defect of the program, shown as a failed check.
    case headsNotConserved(segment: String, month: Int, difference: Double)
    /// A negative number of persons: a defect of the program.
    case negativeStock(segment: String, month: Int, value: Double)
    /// More persons funded than the quota allows: a defect of the program.
    case quotaExceeded(segment: String, month: Int, excess: Double)
}

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
