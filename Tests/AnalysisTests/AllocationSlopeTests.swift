import Testing

@testable import Analysis
@testable import Optimization

/// Prices of every kind of limit against what moving the limit really changes.
@Suite struct AllocationSlopeTests {
    /// What the objective gains for each unit by which both bounds of a row move; nil where
    /// nothing keeps all limits then.
    private func slope(
        _ programme: LinearProgramme, _ row: Int, by step: Double, from objective: Double
    ) -> Double? {
        var moved = LinearProgramme(programme.direction)
        for variable in programme.costs.indices {
            moved.addVariable(
                cost: programme.costs[variable],
                lower: programme.variableBounds.lower[variable],
                upper: programme.variableBounds.upper[variable])
        }
        for index in 0..<programme.rowCount {
            let position = LinearProgramme.Row(index: index)
            let (bounds, more) = (programme.bounds(of: position), index == row ? step : 0)
            moved.addRow(
                programme.terms(of: position).map { ($0.variable, $0.coefficient) },
                lower: bounds.lower + more, upper: bounds.upper + more)
        }
        return (try? moved.solution().objective).map { ($0 - objective) / step }
    }

    /// The best value is concave in a limit (convex for a least cost), so that a price lies between
    /// the slopes on both sides, at corners where several limits meet too. Most rows have one slope
    /// on both sides, and the price is that.
    @Test(
        arguments: RandomRules.Kind.allCases,
        [
            AllocationProblem.Objective.protectedPersonMonths, .familiesKept, .cost,
            .worstRegionCoverage,
        ])
    func liesBetweenSlopes(kind: RandomRules.Kind, objective: AllocationProblem.Objective) throws {
        var (priced, exact) = (0, 0)
        for seed in 1...12 {
            let problem = RandomRules(kind, seed: seed, objective: objective).problem
            let programme = AllocationProgramme(problem)
            guard let solution = try? programme.linear.solution() else { continue }
            for (row, limit) in programme.limits.enumerated()
            where RandomRules.isMeant(limit.source, by: kind) {
                let price = solution.rowDuals[row]
                guard abs(price) > 1e-9 || row % 7 == 0 else { continue }
                let bounds = programme.linear.bounds(of: LinearProgramme.Row(index: row))
                let size = bounds.lower.isFinite ? bounds.lower : bounds.upper
                let step = 1e-4 * max(1, abs(size))
                let above = slope(programme.linear, row, by: step, from: solution.objective)
                let below = slope(programme.linear, row, by: -step, from: solution.objective)
                let slopes = objective == .cost ? (below, above) : (above, below)
                let slack = 1e-6 * (1 + abs(price))
                #expect((slopes.0 ?? -.infinity) <= price + slack, "seed \(seed) \(limit)")
                #expect(price <= (slopes.1 ?? .infinity) + slack, "seed \(seed) \(limit)")
                guard abs(price) > 1e-9 else { continue }
                priced += 1
                if let above, let below, abs(above - below) < slack { exact += 1 }
            }
        }
        // Few paths bind where nothing asks for less, and a worst region is seldom behind others.
        if objective == .protectedPersonMonths, kind != .coverage { #expect(priced >= 2) }
        if objective == .cost { #expect(priced >= 3) }
        #expect(2 * exact >= priced || kind == .earmarkAtMost)
    }

    /// What a rule's own number is worth, out of the prices of its rows: they tell what a person or
    /// a million more on one side of the row brings, and a larger number moves the row by
    ///
    ///     share    eligible persons        persons  1
    ///     growth   persons of last year    earmark  what the purse spends
    private func worth(_ answer: AllocationAnswer) throws -> Double {
        let problem = answer.problem
        let programme = AllocationProgramme(problem)
        let values = try programme.linear.solution().values
        return answer.prices.reduce(0) { sum, price in
            let limit = price.limit
            guard case .rule(let index) = limit.source, let year = limit.year else { return sum }
            let rule = problem.rules[index]
            func persons(_ year: Int) -> Double {
                zip(problem.options, values).reduce(0) { sum, pair in
                    let (option, count) = pair
                    let isMeant =
                        option.year == year && rule.regions.contains(option.region)
                        && rule.segments.contains(option.segment)
                        && (limit.region ?? option.region) == option.region
                        && (limit.segment ?? option.segment) == option.segment
                    return isMeant ? sum + count : sum
                }
            }
            func eligible() -> Double {
                rule.regions.filter { (limit.region ?? $0) == $0 }.reduce(0) { sum, region in
                    rule.segments.filter { (limit.segment ?? $0) == $0 }.reduce(sum) {
                        $0 + problem.data.eligible[problem.data.cell(year, region, $1)]
                    }
                }
            }
            func spent(_ purse: Int) -> Double {
                zip(problem.options, values).reduce(0) { sum, pair in
                    let option = pair.0
                    let isMeant =
                        option.year == year && option.purse == purse
                        && (limit.region ?? option.region) == option.region
                    return isMeant ? sum + option.price * pair.1 / 1e6 : sum
                }
            }
            return switch rule.demand {
            case .share: sum + price.price * eligible()
            case .persons: sum + price.price
            case .growth: sum + price.price * persons(year - 1)
            case .earmark(let purse, _, _): sum + price.price * spent(purse)
            case .equity: sum
            }
        }
    }

    /// The same rule with another number.
    private func moved(
        _ demand: AllocationRule.Demand, by step: Double
    ) -> AllocationRule.Demand {
        switch demand {
        case .earmark(let purse, let side, let share):
            .earmark(purse: purse, side, share: share + step)
        case .share(let side, let share): .share(side, share + step)
        case .persons(let side, let count): .persons(side, count + step)
        case .growth(let side, let growth): .growth(side, growth + step)
        case .equity(let part): .equity(part + step)
        }
    }

    /// Where a rule's number can be moved both ways with one slope, that slope is what its prices
    /// say.
    @Test(arguments: [
        RandomRules.Kind.shareAtLeast, .shareAtMost, .personsAtLeast, .personsAtMost,
        .earmarkAtLeast, .earmarkAtMost, .growthAtLeast, .growthAtMost,
    ])
    func ruleIsWorthItsPrices(kind: RandomRules.Kind) throws {
        var compared = 0
        for seed in 1...30 {
            let problem = RandomRules(kind, seed: seed).problem
            guard let answer = try? problem.answer() else { continue }
            func slope(_ step: Double) -> Double? {
                let rules = problem.rules.map {
                    AllocationRule(
                        $0.name, moved($0.demand, by: step), regions: $0.regions,
                        segments: $0.segments, years: $0.years, addsRegions: $0.addsRegions,
                        addsSegments: $0.addsSegments, provenance: $0.provenance)
                }
                let other = AllocationProblem(
                    problem.data, objective: problem.objective, coverage: problem.coverage,
                    rules: rules, pooled: problem.pooled)
                return (try? other.answer().relaxed).map { ($0 - answer.relaxed) / step }
            }
            guard let above = slope(1e-5), let below = slope(-1e-5),
                abs(above - below) < 1e-2 * max(0.1, abs(above))
            else { continue }
            let worth = try worth(answer)
            #expect(abs(worth - (above + below) / 2) < 1e-4 * max(1, abs(worth)), "seed \(seed)")
            if abs(worth) > 1e-6 { compared += 1 }
        }
        #expect(compared >= 5)
    }
}
