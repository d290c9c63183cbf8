import Optimization
import Testing

/// Solutions of small programmes against every corner, and their prices against small changes.
@Suite struct LinearSolutionTests {
    /// What a programme comes to: a value, no value, or no end.
    private enum Outcome: Equatable {
        case value(Double)
        case infeasible
        case unbounded
    }

    private func outcome(
        _ programme: LinearProgramme, _ method: LinearProgramme.Method = .automatic
    ) throws -> Outcome {
        do {
            return .value(try programme.solution(by: method).objective)
        } catch LinearProgrammeFault.infeasible {
            return .infeasible
        } catch LinearProgrammeFault.unbounded {
            return .unbounded
        }
    }

    private func isNear(_ one: Double, _ other: Double, _ tolerance: Double = 1e-7) -> Bool {
        abs(one - other) <= tolerance * max(1, abs(one), abs(other))
    }

    @Test("Bounded programmes: the best of all corners, by every method")
    func corners() throws {
        var counts = (values: 0, infeasible: 0)
        for seed in 1...200 as ClosedRange<UInt64> {
            let problem = RandomProgramme(seed: seed, isBounded: true)
            let best = VertexEnumeration(problem: problem, wall: 1e3).best
            for method in LinearProgramme.Method.allCases {
                let found = try outcome(problem.programme, method)
                if let best, case .value(let value) = found {
                    #expect(isNear(value, best), "seed \(seed), \(method)")
                    counts.values += 1
                } else {
                    #expect(best == nil && found == .infeasible, "seed \(seed), \(method)")
                    counts.infeasible += 1
                }
            }
        }
        #expect(counts.values > 200 && counts.infeasible > 40, "\(counts)")
    }

    @Test("Without bounds: a value, no value or no end, as a wall twice as far tells")
    func ends() throws {
        var counts = (values: 0, infeasible: 0, unbounded: 0)
        // The last four have no end, and Clp alone calls them solved.
        for seed in Array(1...300) + [2627, 9516, 12_941, 16_313] as [UInt64] {
            let problem = RandomProgramme(seed: seed, isBounded: false)
            let near = VertexEnumeration(problem: problem, wall: 1e5).best
            let far = VertexEnumeration(problem: problem, wall: 2e5).best
            let found = try outcome(problem.programme)
            if let near, let far, abs(near - far) > 1 {
                #expect(found == .unbounded, "seed \(seed)")
                counts.unbounded += 1
            } else if let near, case .value(let value) = found {
                #expect(isNear(value, near, 1e-6), "seed \(seed)")
                counts.values += 1
            } else {
                #expect(near == nil && found == .infeasible, "seed \(seed)")
                counts.infeasible += 1
            }
        }
        #expect(counts.values > 30 && counts.infeasible > 10 && counts.unbounded > 30, "\(counts)")
    }

    @Test("A row's dual lies between the gains of a small step down and a small step up")
    func duals() throws {
        try checkPrices { problem in
            problem.rows.indices.map { row in
                ({ $0.rowDuals[row] }, { problem.shifting(row: row, by: $0).programme })
            }
        }
    }

    @Test("A variable's reduced cost lies between the gains of a small step down and up")
    func reducedCosts() throws {
        try checkPrices { problem in
            problem.costs.indices.map { column in
                (
                    { $0.reducedCosts[column] },
                    { problem.shifting(variable: column, by: $0).programme }
                )
            }
        }
    }

    /// Compares prices with one-sided differences of the objective.
    private func checkPrices(
        _ prices: (RandomProgramme) -> [(
            price: (LinearSolution) -> Double, shifted: (Double) -> LinearProgramme
        )]
    ) throws {
        let step = 1e-4
        var nonZero = 0
        for seed in 1...200 as ClosedRange<UInt64> {
            let problem = RandomProgramme(seed: seed, isBounded: true)
            guard let solution = try? problem.programme.solution() else { continue }
            for (price, shifted) in prices(problem) {
                var slopes: [Double] = []
                for signed in [-step, step] {
                    guard case .value(let moved) = try outcome(shifted(signed)) else { continue }
                    slopes.append((moved - solution.objective) / signed)
                }
                guard slopes.count == 2 else { continue }
                let found = price(solution)
                #expect(found >= slopes.min()! - 1e-5, "seed \(seed): \(found), \(slopes)")
                #expect(found <= slopes.max()! + 1e-5, "seed \(seed): \(found), \(slopes)")
                if abs(found) > 0.1 { nonZero += 1 }
            }
        }
        #expect(nonZero > 30)
    }

    @Test("Prices and bounds add up to the objective; prices of rows and variables fit together")
    func duality() throws {
        for seed in 1...200 as ClosedRange<UInt64> {
            let problem = RandomProgramme(seed: seed, isBounded: true)
            guard let solution = try? problem.programme.solution() else { continue }
            let rows = zip(solution.rowDuals, solution.rowValues).reduce(0) { $0 + $1.0 * $1.1 }
            let columns = zip(solution.reducedCosts, solution.values)
                .reduce(0) { $0 + $1.0 * $1.1 }
            #expect(isNear(rows + columns, solution.objective), "seed \(seed)")
            for column in problem.costs.indices {
                let priced = problem.rows.indices.reduce(problem.costs[column]) {
                    $0 - problem.rows[$1][column] * solution.rowDuals[$1]
                }
                #expect(isNear(priced, solution.reducedCosts[column]), "seed \(seed)")
            }
        }
    }

    @Test("The same programme gives the same bits")
    func repeats() throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            let programme = RandomProgramme(seed: seed, isBounded: true).programme
            #expect((try? programme.solution()) == (try? programme.solution()), "seed \(seed)")
        }
    }

    @Test("A budget shared by two places: values, prices and signs in words")
    func budget() throws {
        var programme = LinearProgramme(.maximise)
        let city = programme.addVariable(cost: 3, upper: 40)
        let county = programme.addVariable(cost: 2)
        let budget = programme.addRow([(city, 1), (county, 1)], upper: 100)
        let loose = programme.addRow([(city, 1)], lower: -5, upper: 500)
        let solution = try programme.solution()
        #expect(solution.objective == 240)
        #expect(solution[city] == 40 && solution[county] == 60)
        #expect(solution.dual(of: budget) == 2)
        #expect(solution.dual(of: loose) == 0)
        #expect(solution.reducedCost(of: city) == 1)
        #expect(solution.reducedCost(of: county) == 0)
        #expect(solution.rowValues == [100, 40])
    }
}
