import Testing

@testable import Analysis
@testable import Exploration

/// Searches along a dial, on functions whose roots are known.
@Suite struct TargetSolverTests {
    /// All probes of a function of the dial; counts evaluations.
    private static func solved(
        _ intervals: Int = 32, width: Double = 1e-9, _ margin: (Double) -> Double
    ) -> (solver: TargetSolver, count: Int) {
        let grid = (0...intervals).map { Double($0) / Double(intervals) }
        var solver = TargetSolver(grid: grid, width: width)
        var count = 0
        while !solver.wanted.isEmpty {
            let wanted = solver.wanted
            count += wanted.count
            solver.take(wanted.map(margin))
        }
        return (solver, count)
    }

    @Test("a line's root, within the width, on the side that meets the target")
    func line() {
        let (solver, count) = Self.solved { 3 * $0 - 1 }
        #expect(solver.brackets.count == 1)
        let bracket = solver.brackets[0]
        #expect(bracket.met.dial - bracket.unmet.dial <= 1e-9)
        #expect(bracket.unmet.dial < 1.0 / 3 && bracket.met.dial >= 1.0 / 3 - 1e-16)
        #expect(solver.first == bracket.met)
        #expect(count < 33 + 10, "interpolation needs far fewer than bisection")
    }

    /// Roots by mathematics: `x^3 = 0.2`, `exp(x) = 2`, `sin(9 x) = 0.5`.
    @Test("curves agree with roots in closed form")
    func curves() {
        let cube = Self.solved { $0 * $0 * $0 - 0.2 }.solver
        #expect(abs((cube.first?.dial ?? 0) - 0.584_803_547_642_573_2) < 1e-9)
        let waves = Self.solved { x in
            let z = 9 * x
            // sin z by its series, to keep the test free of other libraries.
            var term = z
            var sum = z
            for k in 1..<40 {
                term *= -z * z / Double(2 * k * (2 * k + 1))
                sum += term
            }
            return sum - 0.5
        }.solver
        let third = 3.141_592_653_589_793 / 6
        let roots = [third, 5 * third, 13 * third, 17 * third].map { $0 / 9 }.filter { $0 <= 1 }
        #expect(waves.brackets.count == roots.count)
        for (bracket, root) in zip(waves.brackets, roots) {
            #expect(abs(bracket.met.dial - root) < 1e-9)
        }
    }

    @Test("two roots between two points of the grid, found where the curve comes near")
    func hiddenPair() {
        let peak = 0.4903
        let solver = Self.solved { 1e-5 - ($0 - peak) * ($0 - peak) }.solver
        #expect(solver.brackets.count == 2)
        let half = 0.003_162_277_660_168_379
        #expect(abs(solver.brackets[0].met.dial - (peak - half)) < 1e-9)
        #expect(abs(solver.brackets[1].met.dial - (peak + half)) < 1e-9)
        #expect(solver.brackets[0].low == solver.brackets[0].unmet)
        #expect(solver.brackets[1].high == solver.brackets[1].unmet)
    }

    @Test("a curve that touches the target, from below and from above")
    func touches() {
        for way in [-1.0, 1] {
            let solver = Self.solved { way * ($0 - 0.7123) * ($0 - 0.7123) }.solver
            #expect(solver.brackets.isEmpty)
            #expect(solver.touches.count == 1)
            #expect(abs((solver.touches.first?.dial ?? 0) - 0.7123) < 1e-4)
        }
        let missed = Self.solved { -($0 - 0.7123) * ($0 - 0.7123) - 1e-6 }.solver
        #expect(missed.touches.isEmpty)
    }

    @Test("a peak that lies in the middle of two equal points, and one in the last interval")
    func edges() {
        let middle = Self.solved { 1e-4 - ($0 - 33.0 / 64) * ($0 - 33.0 / 64) }.solver
        #expect(middle.brackets.count == 2)
        let last = Self.solved { 1e-5 - ($0 - 0.99) * ($0 - 0.99) }.solver
        #expect(last.brackets.count == 2)
    }

    @Test("a leap is closed down to neighbouring numbers, a plateau to its first place")
    func leaps() {
        let leap = Self.solved { $0 < 0.3 ? -5 : 7 }.solver
        #expect(leap.brackets.count == 1)
        #expect(leap.brackets[0].met.dial >= 0.3 && leap.brackets[0].met.dial < 0.3 + 2e-9)
        let plateau = Self.solved { $0 < 0.6 ? $0 - 0.6 : 0 }.solver
        #expect(abs((plateau.first?.dial ?? 0) - 0.6) < 1e-9)
    }

    @Test("places without a value are passed over")
    func missing() {
        let solver = Self.solved { $0 < 0.5 ? .nan : $0 - 0.75 }.solver
        #expect(solver.brackets.count == 1)
        #expect(abs((solver.first?.dial ?? 0) - 0.75) < 1e-9)
        let all = Self.solved { _ in .nan }.solver
        #expect(all.first == nil && all.brackets.isEmpty)
    }

    @Test("never more evaluations than bisection and one more")
    func worstCase() {
        // Oliveira and Takahashi's guarantee: n0 = 1 beyond bisection.
        let curves: [(Double) -> Double] = [
            { $0 < 0.299 ? -1e-9 : 1e9 }, { ($0 - 0.71) * ($0 - 0.71) * ($0 - 0.71) },
            { $0 - 0.299 > 0 ? 1 : $0 - 0.299 }, { 1 / (1.0001 - $0) - 5000 },
        ]
        for margin in curves {
            var search = BracketSearch(
                TargetProbe(dial: 0, margin: margin(0)), TargetProbe(dial: 1, margin: margin(1)),
                width: 1.0 / Double(1 << 30))
            var count = 0
            while let next = search.next {
                search.take(margin(next))
                count += 1
            }
            #expect(count <= 31)
            #expect(search.low.isMet != search.high.isMet)
        }
    }
}
