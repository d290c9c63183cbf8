import LinearAlgebra
import Policy
internal import _LindungKernels

/// The operators of one segment of eight worlds: one for each run of months with the same rates.
///
/// Leaving is the same from every status, so an operator is a matrix of moves, which cohorts share,
/// and a share of each cohort that stays.
///
///     x(t+1) = survival[cohort] (x(t) moves)
///
/// In worlds with a table of monthly probabilities leaving depends on the status: survival is then
/// 1, the table's own rows lack those who leave, and `exits` says for which cause.
///
/// An operator for each month would cost an exponential for each; a scenario whose rates have no
/// dates needs one in all.
final class PackOperators {
    /// The first month of each operator.
    private let firstMonths: [Int]
    /// By month: the position of its operator.
    private let operatorOf: [Int32]
    /// `[operators][10][10][8]`.
    private let moves: WorldBuffer
    /// `[operators][10][10]`, where all worlds have the same.
    private var sharedMoves: [Double]
    private var isShared = false
    private var reach = Int32(LK_REACH_ALL)
    /// `[operators][cohorts][8]`.
    private let survival: WorldBuffer
    /// `[operators][cohorts][4][8]`.
    private let leaving: WorldBuffer
    /// `[operators][10][4][8]`, for worlds with a table of probabilities; nil where none has.
    private let exits: WorldBuffer?
    /// Room for one operator's generator and its exponential, used for each in turn.
    private let buffer: MoveBuffer

    private static let cells = Status.count * Status.count

    /// Makes room for the operators of a segment; ``refresh(_:_:row:)`` computes them.
    ///
    /// - Complexity: O(months x months with new rates).
    init(_ model: SegmentModel, _ buffer: MoveBuffer) {
        self.buffer = buffer
        firstMonths = model.rateChanges
        var position: Int32 = -1
        operatorOf = (0..<model.monthCount).map { month in
            if model.rateChanges.contains(month) { position += 1 }
            return position
        }
        let count = firstMonths.count
        moves = WorldBuffer(rows: count * Self.cells)
        sharedMoves = Array(repeating: 0, count: count * Self.cells)
        survival = WorldBuffer(rows: count * model.cohortCount)
        leaving = WorldBuffer(rows: count * model.cohortCount * ExitCause.count)
        let hasTables = model.tables.contains { $0 != nil }
        exits = hasTables ? WorldBuffer(rows: count * Status.count * ExitCause.count) : nil
    }

    /// Makes all operators anew out of the numbers of eight worlds.
    ///
    /// The generators of all worlds without a table are exponentiated together; worlds with one get
    /// its operator for the route that they are on.
    ///
    /// - Parameters:
    ///   - regions: by world, the position of its region.
    ///   - row: the eight numbers of a key in a month.
    /// - Complexity: one exponential of eight 11 x 11 generators for each operator.
    func refresh(
        _ model: SegmentModel, _ regions: [Int],
        row: (SegmentNumber, Int) -> UnsafeMutablePointer<Double>
    ) {
        var routes: Set<Bool> = []
        for (position, month) in firstMonths.enumerated() {
            let rates = (0..<worldCount).map { world in
                TransitionRates { row($0, month)[world] }
            }
            for world in rates { routes.insert(world.waits) }
            buffer.generator.fill(0)
            for world in 0..<worldCount where model.tables[regions[world]] == nil {
                rates[world].write(to: buffer.generator.base, world: world)
            }
            buffer.exponentiate()
            moves.row(position * Self.cells)
                .update(from: buffer.result.base, count: Self.cells * worldCount)
            for world in 0..<worldCount {
                if let table = model.tables[regions[world]] {
                    let made = rates[world].waits ? table.waiting : table.vested
                    take(made, position, world, model.cohortCount)
                } else {
                    leave(
                        rates[world], row(.load, month)[world], position, world, model,
                        model.deathRates[regions[world]])
                }
            }
        }
        let hasTable = regions.contains { model.tables[$0] != nil }
        reach = Self.reach(routes: routes, hasTable: hasTable)
        share()
    }

    /// Which entries of moves the kernel has to read: all where a table of probabilities may fill
    /// any, or where routes differ between worlds or months.
    ///
    /// What is not read is zero, so the choice saves time and changes no bit.
    static func reach(routes: Set<Bool>, hasTable: Bool) -> Int32 {
        guard routes.count == 1, !hasTable else { return Int32(LK_REACH_ALL) }
        return Int32(routes.contains(true) ? LK_REACH_WAITING : LK_REACH_VESTED)
    }

    /// Those who stay and those who leave, by cohort.
    ///
    ///     mu        = load x death rate of the cohort, or of the segment where cohorts have none
    ///     survival  = exp(-(mu + eps) / 12),   eps the sum of the other exit rates
    ///     leaving   = rate of the cause / (mu + eps) (1 - survival)
    ///
    /// - Parameters:
    ///   - position: of the operator.
    ///   - deathRates: of the region's cohorts; empty where the segment has a rate.
    private func leave(
        _ rates: TransitionRates, _ load: Double, _ position: Int, _ world: Int,
        _ model: SegmentModel, _ deathRates: [Double]
    ) {
        for cohort in 0..<model.cohortCount {
            let death = deathRates.isEmpty ? rates.death : deathRates[cohort]
            let (causes, stays) = rates.leaving(death: death * load)
            let lane = position * model.cohortCount + cohort
            survival.row(lane)[world] = stays
            leaving.row(lane * ExitCause.count)[world] = causes.0
            leaving.row(lane * ExitCause.count + 1)[world] = causes.1
            leaving.row(lane * ExitCause.count + 2)[world] = causes.2
            leaving.row(lane * ExitCause.count + 3)[world] = causes.3
        }
    }

    /// A table's operator: who leaves depends on the status, and cohorts do not differ.
    private func take(
        _ made: TransitionOperator, _ position: Int, _ world: Int, _ cohorts: Int
    ) {
        for row in 0..<Status.count {
            for column in 0..<Status.count {
                moves.row(position * Self.cells + row * Status.count + column)[world] =
                    made.probabilities[row, column]
            }
            for cause in 0..<ExitCause.count {
                let place = (position * Status.count + row) * ExitCause.count + cause
                exits?.row(place)[world] = made.exits[row, cause]
            }
        }
        for cohort in 0..<cohorts { survival.row(position * cohorts + cohort)[world] = 1 }
    }

    /// Finds out whether all worlds have the same moves: then the kernel reads an eighth.
    ///
    /// That is the usual case: regions with one set of rates, or draws that leave rates alone.
    private func share() {
        isShared = true
        for cell in sharedMoves.indices {
            let row = moves.row(cell)
            sharedMoves[cell] = row[0]
            for world in 1..<worldCount where row[world] != row[0] {
                isShared = false
                return
            }
        }
    }

    /// Lends the operators to a kernel.
    ///
    /// The pointers hold no longer than `body` runs. `moves` is `[operators][10][10]` where `isOwn`
    /// is false, `[operators][10][10][8]` where it is true.
    func withKernel(
        _ body: (
            _ moves: UnsafePointer<Double>?, _ survival: UnsafePointer<Double>,
            _ leaving: UnsafePointer<Double>, _ exits: UnsafePointer<Double>?, _ isOwn: Bool,
            _ reach: Int32, _ operatorOf: UnsafePointer<Int32>?
        ) -> Void
    ) {
        operatorOf.withUnsafeBufferPointer { operatorOf in
            sharedMoves.withUnsafeBufferPointer { shared in
                body(
                    isShared ? shared.baseAddress : UnsafePointer(moves.base), survival.base,
                    leaving.base, exits.map { UnsafePointer($0.base) }, !isShared, reach,
                    operatorOf.baseAddress)
            }
        }
    }
}
