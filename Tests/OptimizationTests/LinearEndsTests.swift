import Testing

@testable import Optimization

/// How far sums reach among values that are as good as the best.
@Suite struct LinearEndsTests {
    /// `x + y` is at most 10, `x` at most 7, `y` at most 8; all that come to 10 are as good.
    private func edge(_ direction: LinearProgramme.Direction) -> LinearProgramme {
        var programme = LinearProgramme(direction)
        let sign: Double = direction == .maximise ? 1 : -1
        let x = programme.addVariable(cost: sign, upper: 7)
        let y = programme.addVariable(cost: sign, upper: 8)
        programme.addVariable()
        programme.addRow([(x, 1), (y, 1)], upper: 10)
        return programme
    }

    @Test(
        "An edge worked out by hand",
        arguments: [LinearProgramme.Direction.minimise, .maximise])
    func edgeByHand(_ direction: LinearProgramme.Direction) throws {
        let programme = edge(direction)
        let variables = (0..<3).map { LinearProgramme.Variable(index: $0) }
        let ends = try programme.ends(
            of: [
                [(variables[0], 1)], [(variables[1], 1)], [(variables[0], 1), (variables[1], 2)],
                [(variables[0], 1), (variables[1], 1)], [(variables[2], 1)], [],
                [(variables[0], 1), (variables[0], 1)], [(variables[2], -1)],
            ], at: try programme.solution())
        let expected: [(Double, Double)] = [
            (2, 7), (3, 8), (13, 18), (10, 10), (0, .infinity), (0, 0), (4, 14), (-.infinity, 0),
        ]
        for (found, wanted) in zip(ends, expected) {
            #expect(abs(found.least - wanted.0) < 1e-9 || found.least == wanted.0)
            #expect(abs(found.most - wanted.1) < 1e-9 || found.most == wanted.1)
        }
        #expect(ends.count == expected.count)
    }

    /// The ends of a bounded optimal face lie at its corners, which are corners of the programme.
    @Test("Against every corner that is as good as the best")
    func agreesWithCorners() throws {
        var open = 0
        for seed in 0..<400 {
            var random = RandomProgramme(seed: UInt64(seed), isBounded: true)
            // Few different costs, so that several corners are the best.
            random.costs = random.costs.map { $0 < -3 ? -1 : $0 > 3 ? 1 : 0 }
            guard let solution = try? random.programme.solution() else { continue }
            let corners = VertexEnumeration(problem: random, wall: 100)
            let best = corners.corners.filter {
                abs(corners.value($0) - solution.objective) < 1e-9
            }
            let sums = random.costs.indices.map { [(LinearProgramme.Variable(index: $0), 1.0)] }
            let ends = try random.programme.ends(of: sums, at: solution)
            for (variable, found) in ends.enumerated() {
                let values = best.map { $0[variable] }
                let (low, high) = (values.min() ?? .nan, values.max() ?? .nan)
                #expect(abs(found.least - low) < 1e-6, "seed \(seed) variable \(variable)")
                #expect(abs(found.most - high) < 1e-6, "seed \(seed) variable \(variable)")
                if high > low + 1e-6 { open += 1 }
            }
        }
        #expect(open > 100)
    }
}
