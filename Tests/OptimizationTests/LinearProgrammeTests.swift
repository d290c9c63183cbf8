import Optimization
import Testing

/// Building programmes, and the faults of their numbers.
@Suite struct LinearProgrammeTests {
    private func fault(
        _ build: (inout LinearProgramme) -> Void, iterations: Int? = nil
    ) -> LinearProgrammeFault? {
        var programme = LinearProgramme(.minimise)
        build(&programme)
        do throws(LinearProgrammeFault) {
            _ = try programme.solution(iterations: iterations)
            return nil
        } catch { return error }
    }

    @Test("Numbers that are no numbers, and bounds that leave nothing, are named")
    func badNumbers() {
        #expect(
            fault {
                $0.addVariable(cost: 1)
                $0.addVariable(cost: .infinity)
            } == .cost(variable: 1, .infinity))
        #expect(
            fault { $0.addVariable(lower: 3, upper: 2) }
                == .variableBounds(variable: 0, lower: 3, upper: 2))
        #expect(
            fault { $0.addVariable(lower: .infinity) }
                == .variableBounds(variable: 0, lower: .infinity, upper: .infinity))
        #expect(
            fault { $0.addRow([], lower: 1, upper: -.infinity) }
                == .rowBounds(row: 0, lower: 1, upper: -.infinity))
        guard case .cost(0, let value) = fault({ $0.addVariable(cost: .nan) }) else {
            Issue.record("a cost that is not a number passed")
            return
        }
        #expect(value.isNaN)
        guard case .rowBounds(0, let lower, 4) = fault({ $0.addRow([], lower: .nan, upper: 4) })
        else {
            Issue.record("a bound that is not a number passed")
            return
        }
        #expect(lower.isNaN)
    }

    @Test("Terms of unknown variables, infinite coefficients and overflowing sums are named")
    func badTerms() {
        #expect(
            fault {
                $0.addVariable()
                $0.addRow([], upper: 1)
                $0.addRow([(.init(index: 0), 1), (.init(index: 7), 1)], upper: 1)
            } == .unknownVariable(row: 1, variable: 7, count: 1))
        #expect(
            fault {
                let variable = $0.addVariable()
                $0.addRow([(variable, .infinity)], upper: 1)
            } == .coefficient(row: 0, variable: 0, .infinity))
        #expect(
            fault {
                $0.addVariable()
                let variable = $0.addVariable()
                $0.addRow([(variable, 1e308), (variable, 1e308)], upper: 1)
            } == .coefficient(row: 0, variable: 1, .infinity))
    }

    @Test("A solver that may not iterate says that it was stopped")
    func stopped() {
        let stopped = fault(
            { programme in
                let variables = (0..<40).map { programme.addVariable(cost: Double($0 % 7 + 1)) }
                for row in 0..<30 {
                    let terms = variables.enumerated().map { column, variable in
                        (variable, Double((row * 17 + column * 29) % 11))
                    }
                    programme.addRow(terms, lower: Double(row + 5))
                }
            }, iterations: 1)
        guard case .stopped(.iterations) = stopped else {
            Issue.record("\(String(describing: stopped))")
            return
        }
    }

    @Test("Terms of one variable in one row are added up, and may cancel")
    func repeatedTerms() throws {
        var programme = LinearProgramme(.maximise)
        let one = programme.addVariable(cost: 1, upper: 100)
        let other = programme.addVariable(cost: 1, upper: 7)
        programme.addRow([(one, 1), (other, 2), (one, 3), (other, -2)], upper: 20)
        let solution = try programme.solution()
        #expect(solution.values == [5, 7])
        #expect(solution.rowValues == [20])
    }

    @Test("No variables, no rows: nothing to do, or nothing that fits")
    func empty() throws {
        #expect(try LinearProgramme(.minimise).solution().objective == 0)
        var rowless = LinearProgramme(.maximise)
        rowless.addVariable(cost: 2, upper: 3)
        #expect(try rowless.solution().objective == 6)
        #expect(fault { $0.addVariable(cost: -1) } == .unbounded)
        #expect(fault { $0.addRow([], lower: 1, upper: 2) } == .infeasible)
        #expect(fault { $0.addRow([], lower: -1, upper: 2) } == nil)
    }

    @Test("A transport problem of thousands of columns has the known cost")
    func large() throws {
        // Each of 60 sources ships to each of 60 places; with cost |i - j| nothing need move.
        let count = 60
        var programme = LinearProgramme(.minimise)
        var arrivals = [[(LinearProgramme.Variable, Double)]](repeating: [], count: count)
        for source in 0..<count {
            let departures = (0..<count).map { place in
                let variable = programme.addVariable(cost: 1 + Double(abs(source - place)))
                arrivals[place].append((variable, 1))
                return (variable, 1.0)
            }
            programme.addRow(departures, equals: Double(source + 1))
        }
        for place in 0..<count { programme.addRow(arrivals[place], equals: Double(place + 1)) }
        #expect(programme.variableCount == 3600 && programme.termCount == 7200)
        #expect(abs(try programme.solution().objective - 1830) < 1e-6)
    }
}
