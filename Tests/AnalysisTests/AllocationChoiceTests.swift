import Testing

@testable import Analysis
@testable import Optimization

/// Of equally good plans the most even, then the cheapest; and how far prices hold.
@Suite struct AllocationChoiceTests {
    /// `sum |persons(year) - persons(year before)|` by region and segment, and
    /// `sum workers x |coverage - coverage of all|` by region and year, written out.
    private func roughness(_ problem: AllocationProblem, _ plan: [Double]) -> Double {
        let (data, plain) = (problem.data, PlainAllocation(problem: problem))
        let (regions, segments) = (
            Array(data.regions.indices), Array(data.segments.indices)
        )
        var sum = 0.0
        for year in data.years.indices {
            let places = regions.map { data.place(year, $0) }
            let workers = places.reduce(0) { $0 + data.workers[$1] }
            let others = places.reduce(0) { $0 + data.protected[$1] }
            let all = plain.persons(plan, year: year, regions: regions, segments: segments)
            for region in regions {
                let own = plain.persons(plan, year: year, regions: [region], segments: segments)
                let coverage = (own + data.protected[places[region]]) / data.workers[places[region]]
                sum += data.workers[places[region]] * abs(coverage - (all + others) / workers)
                for segment in segments where year > 0 {
                    let persons = [year - 1, year].map {
                        plain.persons(plan, year: $0, regions: [region], segments: [segment])
                    }
                    sum += abs(persons[1] - persons[0])
                }
            }
        }
        return sum
    }

    private func cost(_ problem: AllocationProblem, _ plan: [Double]) -> Double {
        zip(problem.options, plan).reduce(0) { $0 + $1.0.price * $1.1 }
    }

    /// No plan in whole persons that is as good is more even, and none as even is cheaper, whatever
    /// the objective.
    @Test(arguments: AllocationProblem.Objective.allCases) func noPlanIsMoreEven(
        _ objective: AllocationProblem.Objective
    ) throws {
        var (compared, chosen) = (0, 0)
        for seed in 1...30 {
            var random = RandomAllocation(seed: UInt64(seed) + 6000)
            var data = random.data(
                years: 2, regions: 2, segments: seed % 2 + 1, purses: 2 - seed % 2,
                prices: 1...2, eligible: 1...3, ceilings: 1...4)
            data.families = data.eligible.map { _ in random.whole(1...2) }
            let problem = AllocationProblem(
                data, objective: objective, coverage: objective == .cost ? [0: 0.2, 1: 0.2] : [:],
                pooled: seed % 3 == 0 ? [0] : [])
            let programme = AllocationProgramme(problem)
            guard let solution = try? programme.linear.solution() else { continue }
            let settled = problem.settled(programme, solution)
            #expect(settled.isWhole)
            let values = Array(settled.values.prefix(problem.options.count))
            let best = solution.objective * programme.unit
            #expect(
                abs(problem.total(values) - best) < 1e-6 * max(1, abs(best)) + 1e-6, "seed \(seed)")
            let (rough, money) = (roughness(problem, values), cost(problem, values))
            // Among equally good worst regions most persons come first.
            let most = objective == .worstRegionCoverage ? values.reduce(0, +) : 0
            for plan in PlainAllocation(problem: problem).plans()
            where abs(problem.total(plan) - best) < 1e-9 && plan.reduce(0, +) > most - 1e-6 {
                compared += 1
                let other = roughness(problem, plan)
                #expect(rough <= other + 1e-6, "seed \(seed) \(plan)")
                guard other <= rough + 1e-9 else { continue }
                #expect(money <= cost(problem, plan) + 1e-6, "seed \(seed) \(plan)")
                chosen += 1
            }
        }
        #expect(objective == .cost || objective == .worstRegionCoverage || compared > 20)
        #expect(objective == .cost || chosen > 0)
    }

    /// One pot that pays for half of all: each region and each year gets half.
    @Test func halfForEverybody() throws {
        var random = RandomAllocation(seed: 1)
        var data = random.data(years: 3, regions: 3, segments: 1, purses: 1)
        data.eligible = data.eligible.map { _ in 100 }
        data.workers = data.workers.map { _ in 200 }
        data.protected = data.protected.map { _ in 20 }
        data.prices = [data.prices[0].map { _ in 201_600 }]
        data.ceilings = [data.ceilings[0].map { _ in 50 * 201_600 }]
        let answer = try AllocationProblem(
            data, objective: .protectedPersonMonths, pooled: [0]
        ).answer()
        #expect(answer.isEven)
        #expect(answer.persons == Array(repeating: 50, count: 9))
    }

    /// Two segments of one price over years: nobody is let go for another.
    @Test func quotasStay() throws {
        var random = RandomAllocation(seed: 2)
        var data = random.data(years: 4, regions: 1, segments: 2, purses: 1)
        data.eligible = data.eligible.map { _ in 100 }
        data.workers = data.workers.map { _ in 400 }
        data.prices = [data.prices[0].map { _ in 201_600 }]
        data.ceilings = [data.ceilings[0].map { _ in 120 * 201_600 }]
        let answer = try AllocationProblem(data, objective: .protectedPersonMonths).answer()
        let first = Array(answer.persons.prefix(2))
        #expect(first.reduce(0, +) == 120)
        for year in 0..<4 { #expect(Array(answer.persons[2 * year..<2 * year + 2]) == first) }
    }

    /// What the objective comes to with both bounds of a row moved.
    private func objective(
        _ programme: LinearProgramme, _ row: Int, moved step: Double
    ) throws -> Double {
        var moved = programme
        moved.rowBounds.set(
            row, programme.rowBounds.lower[row] + step, programme.rowBounds.upper[row] + step)
        return try moved.solution().objective
    }

    /// Up to its reach one more of a limit brings the price, beyond it less (or costs more).
    @Test(arguments: RandomRules.Kind.allCases) func pricesHoldUpToTheirReach(
        _ kind: RandomRules.Kind
    ) throws {
        var (whole, ended) = (0, 0)
        for seed in 1...5 {
            for objective in AllocationProblem.Objective.allCases {
                let problem = RandomRules(kind, seed: seed, objective: objective).problem
                guard let answer = try? problem.answer().ranged else { continue }
                let programme = AllocationProgramme(problem)
                for price in answer.prices where price.limit.isDecided {
                    let row = try #require(programme.limits.firstIndex(of: price.limit))
                    let reach = try #require(price.upTo)
                    let slope = price.price / programme.unit
                    let base = try programme.linear.solution().objective
                    let inside = reach.isFinite ? 0.999 * reach : 1
                    let slack = 1e-6 * (1 + abs(base))
                    if reach > 0 {
                        let more = try self.objective(programme.linear, row, moved: inside)
                        #expect(
                            abs(more - base - slope * inside) < slack, "\(seed) \(price)")
                        whole += 1
                    }
                    let step = max(0.2 * reach, 0.01 * max(1, abs(answer.relaxed)))
                    guard reach.isFinite,
                        let beyond = try? self.objective(
                            programme.linear, row, moved: reach + step)
                    else { continue }
                    let short = (base + slope * (reach + step)) - beyond
                    #expect(
                        objective == .cost ? short < slack : short > -slack,
                        "\(seed) \(price)")
                    ended += 1
                }
            }
        }
        #expect(whole > 3 && ended > 1)
    }
}
