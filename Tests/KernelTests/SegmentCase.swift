import _LindungKernels
import _TestSupport

/// A random segment of eight worlds, in the kernel's layout.
struct SegmentCase {
    var cohorts: Int
    var months: Int
    var operators: Int
    var ageFrom: [Int32] = []
    var ageTo: [Int32] = []
    var ageShare: [Double] = []
    // Cohorts x 8.
    var entrantShare: Lanes = []
    var ages: [UInt8] = []
    var operatorOf: [Int32] = []
    // Months x 8.
    var entrants: Lanes = []
    var heads: Lanes = []
    var share: Lanes = []
    var eligible: Lanes = []
    var retention: Lanes = []
    var refill: Lanes = []
    var waits: Lanes = []
    var restarts: Lanes = []
    var cut: Lanes = []
    /// Which entries of moves the kernel reads.
    var reach = Int32(LK_REACH_ALL)
    /// Operators x 10 x 10 where shared, operators x 10 x 10 x 8 where each world has its own.
    var moves: [Double] = []
    var own: Bool
    var survival: Lanes = []
    var leaving: Lanes = []
    /// Empty, or operators x 10 x 4 x 8: a table of probabilities with exits of its own.
    var exits: Lanes = []
    /// Cohorts x 10 x 8.
    var population: Lanes = []
    var previousQuota: Lanes = []

    /// Persons of a world that ever appear.
    func persons(world: Int) -> Double {
        stride(from: world, to: population.count, by: 8).reduce(0) { $0 + population[$1] }
            + stride(from: world, to: entrants.count, by: 8).reduce(0) { $0 + entrants[$1] }
    }

    /// The same segment with the eight worlds' shared moves written out for each.
    var withOwnMoves: SegmentCase {
        var copy = self
        copy.own = true
        copy.moves = moves.flatMap { Array(repeating: $0, count: 8) }
        return copy
    }

    /// The same segment with moves that a reach allows, read whole.
    func within(reach: Int) -> SegmentCase {
        var copy = self
        for cell in moves.indices where !Self.isWithin(reach, cell / (own ? 8 : 1)) {
            copy.moves[cell] = 0
        }
        return copy
    }

    /// The same segment, of which the kernel reads what a reach allows; the rest are no numbers.
    func read(reach: Int) -> SegmentCase {
        var copy = self
        copy.reach = Int32(reach)
        for cell in moves.indices where !Self.isWithin(reach, cell / (own ? 8 : 1)) {
            copy.moves[cell] = .nan
        }
        return copy
    }

    private static func isWithin(_ reach: Int, _ entry: Int) -> Bool {
        lk_reach(Int32(reach), Int32(entry / 10 % 10)) >> (entry % 10) & 1 == 1
    }

    /// The segment in which one world is that of another segment of the same shape.
    func replacing(world: Int, from other: SegmentCase) -> SegmentCase {
        var copy = self
        for path in Self.lanes {
            copy[keyPath: path] = self[keyPath: path].replacing(
                world: world, from: other[keyPath: path])
        }
        if own { copy.moves = moves.replacing(world: world, from: other.moves) }
        return copy
    }

    private static var lanes: [WritableKeyPath<SegmentCase, Lanes>] {
        [
            \.entrants, \.heads, \.share, \.eligible, \.retention, \.refill, \.waits, \.restarts,
            \.cut, \.entrantShare, \.survival, \.leaving, \.exits, \.population,
            \.previousQuota,
        ]
    }
}

extension SegmentCase {
    /// Draws a segment.
    ///
    /// - Parameters:
    ///   - bands: how many cohorts there are, or nil to draw it.
    ///   - shape: fixes cohorts, ageing and months.
    ///   - draws: everything else.
    init(
        bands: Int? = nil, shape: inout SeededDraws, _ draws: inout SeededDraws, own: Bool,
        table: Bool
    ) {
        let bands = bands ?? shape.whole(1...20)
        self.init(
            cohorts: bands, months: shape.whole(14...30), operators: shape.whole(1...3), own: own)
        if shape.chance(0.8) {
            ageFrom = (0..<bands).reversed().map(Int32.init)
            ageTo = ageFrom.map { $0 == bands - 1 ? -1 : $0 + 1 }
            ageShare = ageFrom.map { _ in shape.real(0...0.4) }
        }
        ages = (0..<months).map { $0 % 12 == 11 ? 1 : 0 }
        operatorOf = (0..<months).map { _ in Int32(shape.whole(0...operators - 1)) }
        let joining = (0..<8).map { _ in draws.shares(bands) }
        entrantShare = (0..<bands).flatMap { band in joining.map { $0[band] } }
        drawDecisions(&draws)
        drawOperators(&draws, table: table)
        population = Self.numbers(cohorts * 10, &draws) { $0.chance(0.1) ? 0 : $0.real(0...900) }
        previousQuota = Self.numbers(1, &draws) { $0.real(0...9_000) }
    }

    private static func numbers(
        _ rows: Int, _ draws: inout SeededDraws, _ draw: (inout SeededDraws) -> Double
    ) -> Lanes {
        (0..<rows * 8).map { _ in draw(&draws) }
    }

    /// Quotas above and below what is funded, in heads or as shares; wage-earner worlds (nobody
    /// waits) beside others.
    private mutating func drawDecisions(_ draws: inout SeededDraws) {
        let people = Double(cohorts) * 4_000
        entrants = Self.numbers(months, &draws) { $0.chance(0.2) ? 0 : $0.real(0...people / 50) }
        heads = Self.numbers(months, &draws) { $0.chance(0.4) ? 0 : $0.real(0...people) }
        share = heads.map { $0 == 0 && draws.chance(0.6) ? draws.real(0...1) : 0 }
        eligible = Self.numbers(months, &draws) { $0.chance(0.3) ? 1 : $0.real(0.2...1) }
        retention = Self.numbers(months, &draws) { $0.chance(0.3) ? 0 : $0.real(0...1) }
        refill = Self.numbers(months, &draws) { $0.chance(0.6) ? 1 : 0 }
        cut = Self.numbers(months, &draws) { $0.chance(0.7) ? 1 : $0.real(0...1) }
        let waiting = (0..<8).map { _ in draws.chance(0.5) ? 1.0 : 0 }
        waits = (0..<months * 8).map { waiting[$0 % 8] }
        restarts = waits.map { draws.chance(0.5) ? $0 : 0 }
    }

    /// Rows that sum to one with what leaves: through survival, or by status where it is a table.
    private mutating func drawOperators(_ draws: inout SeededDraws, table: Bool) {
        let worlds = own ? 8 : 1
        moves = Array(repeating: 0, count: operators * 100 * worlds)
        if table { exits = Array(repeating: 0, count: operators * 40 * 8) }
        for row in 0..<operators * 10 {
            for world in 0..<worlds {
                let shares = draws.shares(table ? 14 : 10)
                for to in 0..<10 { moves[(row * 10 + to) * worlds + world] = shares[to] }
                guard table else { continue }
                for cause in 0..<4 {
                    for lane in 0..<8 where !own || lane == world {
                        exits[row: row * 4 + cause, world: lane] = shares[10 + cause]
                    }
                }
            }
        }
        drawSurvival(&draws, table: table)
    }

    private mutating func drawSurvival(_ draws: inout SeededDraws, table: Bool) {
        survival = Array(repeating: 1, count: operators * cohorts * 8)
        leaving = Array(repeating: 0, count: operators * cohorts * 32)
        for lane in survival.indices where !table {
            survival[lane] = draws.chance(0.1) ? 1 : draws.real(0.9...1)
            for (cause, part) in draws.shares(4).enumerated() {
                leaving[row: lane / 8 * 4 + cause, world: lane % 8] = part * (1 - survival[lane])
            }
        }
    }
}
