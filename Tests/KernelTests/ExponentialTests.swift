import Testing
import _LindungKernels
import _TestSupport

/// Eight generators side by side, `n x n x 8`.
private struct Generators {
    let states: Int
    var entries: Lanes

    /// Draws generators with rates up to `rate` and, where `leaky`, rows that sum to less than 0.
    init(states: Int, rate: Double, leaky: Bool = false, _ draws: inout SeededDraws) {
        self.states = states
        entries = Lanes(repeating: 0, count: states * states * 8)
        for world in 0..<8 {
            for row in 0..<states {
                var leaving = leaky ? draws.real(0...rate) : 0
                for column in 0..<states where column != row && draws.chance(0.7) {
                    let value = draws.real(0...rate / Double(states))
                    entries[row: row * states + column, world: world] = value
                    leaving += value
                }
                entries[row: row * states + row, world: world] = -leaving
            }
        }
    }

    /// Eight times the same matrix, given by rows.
    init(_ rows: [[Double]]) {
        states = rows.count
        entries = rows.joined().flatMap { Array(repeating: $0, count: 8) }
    }

    func exponential(level: Int32? = nil) -> Lanes {
        var result = Lanes(repeating: .nan, count: entries.count)
        lk_generator_exponential_at(
            level ?? lk_processor_level(), Int32(states), entries, &result)
        return result
    }

    /// The matrix of a world, by rows.
    static func matrix(_ lanes: Lanes, states: Int, world: Int) -> [[Double]] {
        (0..<states).map { row in
            (0..<states).map { lanes[row: row * states + $0, world: world] }
        }
    }
}

/// `exp(Q)` by halving until the norm is below 2^-10, a Taylor polynomial and squaring.
///
/// The second implementation: no shift, no division by row sums. Squaring `E = exp - 1` as
/// `2E + E^2` keeps its digits.
private func plainExponential(_ q: [[Double]]) -> [[Double]] {
    let n = q.count
    func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        a.map { row in (0..<n).map { j in (0..<n).reduce(0) { $0 + row[$1] * b[$1][j] } } }
    }
    let norm = q.map { $0.reduce(0) { $0 + abs($1) } }.max() ?? 0
    var halvings = 0
    while norm / Double(1 << halvings) > 1.0 / 1_024 { halvings += 1 }
    let small = q.map { $0.map { $0 / Double(1 << halvings) } }
    var sum = small
    var term = small
    for k in 2...8 {
        term = product(term, small).map { $0.map { $0 / Double(k) } }
        for i in 0..<n { for j in 0..<n { sum[i][j] += term[i][j] } }
    }
    for _ in 0..<halvings {
        let square = product(sum, sum)
        for i in 0..<n { for j in 0..<n { sum[i][j] = 2 * sum[i][j] + square[i][j] } }
    }
    for i in 0..<n { sum[i][i] += 1 }
    return sum
}

@Suite struct ExponentialTests {
    @Test(arguments: [1, 2, 3, 6, 10, 11, 16], [0.01, 0.4, 3, 40])
    func equalsPlainSeries(states: Int, rate: Double) {
        var draws = SeededDraws(UInt64(states))
        for leaky in [false, true] {
            let generators = Generators(states: states, rate: rate, leaky: leaky, &draws)
            let found = generators.exponential()
            var worst = Discrepancy()
            for world in 0..<8 {
                let q = Generators.matrix(generators.entries, states: states, world: world)
                for (entry, value) in plainExponential(q).joined().enumerated() {
                    worst.note(found[row: entry, world: world], value, "\(world), \(entry)")
                }
            }
            #expect(worst.size <= 1e-13 * max(1, rate), "\(states), \(rate), \(worst.place)")
        }
    }

    @Test(arguments: [2, 6, 11], [0.01, 0.4, 3, 40])
    func goldenC2RowsSumToOne(states: Int, rate: Double) {
        var draws = SeededDraws(UInt64(states) + 100)
        let found = Generators(states: states, rate: rate, &draws).exponential()
        var worst = Discrepancy()
        for world in 0..<8 {
            for row in Generators.matrix(found, states: states, world: world) {
                worst.note(row.reduce(0, +), 1, "world \(world)")
            }
        }
        #expect(worst.size <= 4e-16, "\(states) states, rate \(rate), \(worst.place)")
    }

    /// The diagonal is a rounded sum; what it has too much must not pass for leavers.
    @Test(arguments: [6, 11])
    func diagonalMayBeSummedInAnyOrder(states: Int) {
        var draws = SeededDraws(UInt64(states) + 400)
        var generators = Generators(states: states, rate: 40, &draws)
        for world in 0..<8 {
            for row in 0..<states {
                let others = (0..<states).reversed().filter { $0 != row }
                let sum = others.reduce(0) {
                    $0 + generators.entries[row: row * states + $1, world: world]
                }
                generators.entries[row: row * states + row, world: world] = -sum
            }
        }
        var worst = Discrepancy()
        for world in 0..<8 {
            let found = generators.exponential()
            for row in Generators.matrix(found, states: states, world: world) {
                worst.note(row.reduce(0, +), 1, "world \(world)")
            }
        }
        #expect(worst.size <= 4e-16, "\(states) states, \(worst.place)")
    }

    /// Ward's first matrix less 6 on the diagonal is a generator; its exponential is that of
    /// Ward's, divided by e^6.
    @Test func goldenC2Ward() {
        let found = Generators([[-2, 2, 0], [1, -2, 1], [1, 1, -2]]).exponential()
        let expected = [147.86662244637015, 183.76513864636843, 71.797032399996545]
        for world in 0..<8 {
            for column in 0..<3 {
                let value = found[row: column, world: world] * 403.428_793_492_735_1
                #expect(abs(value / expected[column] - 1) < 1e-14, "world \(world), \(column)")
            }
        }
    }

    @Test(arguments: [2, 6, 11])
    func goldenC2BatchedEqualsOneByOne(states: Int) {
        var draws = SeededDraws(UInt64(states) + 200)
        var mixed = Generators(states: states, rate: 0, &draws)
        var sources: [Generators] = []
        for world in 0..<8 {
            let rate = [0, 1e-9, 0.01, 0.3, 0.9, 5, 60, 700][world]
            sources.append(Generators(states: states, rate: rate, leaky: world % 2 == 1, &draws))
            mixed.entries = mixed.entries.replacing(world: world, from: sources[world].entries)
        }
        let batched = mixed.exponential()
        for world in 0..<8 {
            let rows = Generators.matrix(sources[world].entries, states: states, world: world)
            let single = Generators(rows).exponential()
            for place in 0..<8 {
                #expect(single.bits(world: place) == batched.bits(world: world), "world \(world)")
            }
        }
    }

    /// Two states in closed form; rates far apart keep the digits of the rare move.
    @Test(arguments: [(1e-9, 0.5), (0.3, 1e-12), (2, 5), (1e-300, 1), (30, 1e-5)])
    func twoStatesInClosedForm(up: Double, down: Double) {
        let found = Generators([[-up, up], [down, -down]]).exponential()
        let moved = -plainExpm1(-(up + down)) / (up + down)
        for world in 0..<8 {
            #expect(abs(found[row: 1, world: world] / (up * moved) - 1) < 1e-14)
            #expect(abs(found[row: 2, world: world] / (down * moved) - 1) < 1e-14)
        }
    }

    @Test func rowsThatLoseGiveTheRestToNobody() {
        let found = Generators([[-0.75, 0.5], [0, -0.25]]).exponential()
        let stays = [1 + plainExpm1(-0.75), 1 + plainExpm1(-0.25)]
        let moves = stays[1] - stays[0]
        for world in 0..<8 {
            for (entry, value) in [stays[0], moves, 0, stays[1]].enumerated() {
                #expect(abs(found[row: entry, world: world] - value) < 2e-16)
            }
        }
    }

    @Test(arguments: [3, 11])
    func everyProcessorGivesTheSameBits(states: Int) {
        var draws = SeededDraws(UInt64(states) + 300)
        for rate in [0.05, 0.8, 12] {
            let generators = Generators(states: states, rate: rate, leaky: rate > 1, &draws)
            let plainest = generators.exponential(level: 0).bits
            for level in 0...lk_processor_level() {
                #expect(generators.exponential(level: level).bits == plainest, "level \(level)")
            }
        }
    }
}

/// `e^x - 1` for `x <= 0`, by the exponential of one state where `x` is large and by its series
/// where it is small.
private func plainExpm1(_ x: Double) -> Double {
    var sum = 0.0
    var term = 1.0
    let halvings = x < -1 ? 6 : 0
    for k in 1...24 {
        term *= x / Double(1 << halvings) / Double(k)
        sum += term
    }
    for _ in 0..<halvings { sum = 2 * sum + sum * sum }
    return sum
}
