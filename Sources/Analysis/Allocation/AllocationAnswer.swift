internal import Optimization

/// Why a problem has no answer.
public enum AllocationFault: Error, Sendable, Equatable {
    /// Nothing keeps all limits; a smallest set of limits that cannot be kept together, in order:
    /// leaving out any one of them, what is left can be kept.
    case conflict([AllocationLimit])
    /// No purse may pay for anybody.
    case nothingToSpend
    /// The solver gave up, with its reason.
    case solver(String)
    /// Futures ask for persons of cells to add up to the objective.
    case notAdditive
}

/// The best allocation, in whole persons, with its proof.
public struct AllocationAnswer: Sendable {
    /// What binds, and what one more unit of it would bring.
    package struct Price: Sendable, Equatable {
        package let limit: AllocationLimit
        /// Objective for one more unit of the limit: a million rupiah where it is money, a person
        /// else.
        package let price: Double
        /// How many more units of the limit bring the price, each alone; 0 at a corner where
        /// another limit binds first, infinite where none ever does, nil where it was not asked.
        package var upTo: Double?
    }

    package let problem: AllocationProblem
    /// By option: whole persons through the year.
    package let persons: [Double]
    /// What the programme reaches with fractions of persons.
    public let relaxed: Double
    package let bound: Double
    /// What whole persons reach.
    package let rounded: Double
    /// Whether it is the most even of all plans that are as good, and of those the cheapest; else
    /// the solver's own.
    package let isEven: Bool
    /// Limits with a price, in the order of the programme.
    package var prices: [Price]
    /// Limits that whole persons do not quite keep, and by how much.
    package let shortfalls: [(limit: AllocationLimit, amount: Double)]
    package let size: (variables: Int, rows: Int, iterations: Int)
    /// By year, then segment, what plans that are as good pay for; nil where it was not asked.
    package var spans: [AllocationSpan]?
    let solution: LinearSolution

    package var gap: Double { abs(bound - relaxed) / max(abs(relaxed), .leastNormalMagnitude) }

    /// What rounding to whole persons cost, as a part of the programme's objective.
    package var roundingLoss: Double {
        abs(relaxed - rounded) / max(abs(relaxed), .leastNormalMagnitude)
    }
}

extension AllocationProblem {
    /// Solves, rounds and proves.
    ///
    /// - Throws: ``AllocationFault``.
    public func answer() throws(AllocationFault) -> AllocationAnswer {
        guard !options.isEmpty else { throw .nothingToSpend }
        guard futures == nil || objective.isAdditive else { throw .notAdditive }
        let programme = AllocationProgramme(self)
        let solution = try solved(programme)
        let filling: AllocationRounding.Filling =
            objective == .cost ? .none : futures == nil ? .all : .nearest
        let corner = AllocationRounding(programme, solution.values, filling)
        let settled = settled(programme, solution)
        let even = AllocationRounding(programme, settled.values, filling)
        let isEven = isAsGood(even, as: corner) && settled.isWhole
        return answer(
            programme, solution, isAsGood(even, as: corner) ? even : corner, isEven: isEven)
    }

    /// The programme as text that other solvers read (MPS), its objective in the programme's unit.
    ///
    /// - Throws: ``AllocationFault`` for numbers that are none.
    public func mps() throws(AllocationFault) -> String {
        do throws(LinearProgrammeFault) {
            return try AllocationProgramme(self).linear.mps()
        } catch {
            throw .solver("\(error)")
        }
    }

    func answer(
        _ programme: AllocationProgramme, _ solution: LinearSolution,
        _ rounding: AllocationRounding, isEven: Bool
    ) -> AllocationAnswer {
        let prices = programme.limits.indices.compactMap { row -> AllocationAnswer.Price? in
            let (limit, price) = (programme.limits[row], solution.rowDuals[row])
            guard limit.source != .definition, abs(price) > 1e-9 else { return nil }
            return AllocationAnswer.Price(limit: limit, price: price * programme.unit)
        }
        return AllocationAnswer(
            problem: self, persons: rounding.persons,
            relaxed: solution.objective * programme.unit,
            bound: programme.linear.bound(by: solution) * programme.unit,
            rounded: total(rounding.persons), isEven: isEven, prices: prices,
            shortfalls: rounding.shortfalls.map { ($0.limit, $0.amount) },
            size: (
                programme.linear.variableCount, programme.linear.rowCount, solution.iterations
            ), solution: solution)
    }

    /// The solution of a programme.
    ///
    /// - Throws: ``AllocationFault``; for a conflict it has been searched.
    func solved(_ programme: AllocationProgramme) throws(AllocationFault) -> LinearSolution {
        do throws(LinearProgrammeFault) {
            return try programme.linear.solution()
        } catch {
            guard error == .infeasible else { throw .solver("\(error)") }
            throw .conflict(try conflict())
        }
    }

    /// What persons come to in the objective; millions of rupiah for the cost. With futures the
    /// mean of the worst losses is taken off.
    package func total(_ persons: [Double]) -> Double {
        guard objective == .worstRegionCoverage else {
            let total = zip(options, persons).reduce(0) { $0 + value(of: $1.0) * $1.1 }
            guard let futures else { return total }
            return total
                - AllocationFutures.valueAtRisk(
                    of: losses(of: persons, in: futures), tail: futures.tail)
        }
        let coverage = coverage(of: persons)
        let worst = data.years.indices.map { year in
            data.regions.indices.map { coverage[data.place(year, $0)] }.filter { !$0.isNaN }.min()
                ?? 0
        }
        return worst.reduce(0, +) / Double(worst.count)
    }

    /// Coverage by place, whom no purse protects included; NaN where nobody works.
    package func coverage(of persons: [Double]) -> [Double] {
        var covered = data.protected
        for (option, count) in zip(options, persons) {
            covered[data.place(option.year, option.region)] += count
        }
        return zip(covered, data.workers).map { $1 > 0 ? $0 / $1 : .nan }
    }
}

extension AllocationAnswer {
    /// The answer with how far each price of a decided limit holds.
    ///
    /// Each asks the solver once more, so that the answer is not for problems of a whole nation:
    /// where prices times terms exceed ``AllocationProblem/mostRanged`` it is left as it is.
    package var ranged: AllocationAnswer {
        let programme = AllocationProgramme(problem)
        let places = prices.indices.filter { prices[$0].limit.isDecided }
        guard places.count * programme.linear.termCount <= AllocationProblem.mostRanged else {
            return self
        }
        let rows = programme.limits.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
        let asked = places.compactMap { rows[prices[$0].limit] }.map {
            LinearProgramme.Row(index: $0)
        }
        guard asked.count == places.count,
            let reaches = try? programme.linear.reaches(of: asked, at: solution)
        else { return self }
        var answer = self
        for (place, reach) in zip(places, reaches) {
            // Less than half a rupiah is the solver's tolerance.
            answer.prices[place].upTo = reach < 5e-7 ? 0 : reach
        }
        return answer
    }
}
