import Testing

@testable import Analysis
@testable import Optimization

/// The least and the most persons that leave the best value unchanged.
@Suite struct AllocationSpanTests {
    /// By year, then segment, the persons of a plan.
    private func persons(_ problem: AllocationProblem, _ plan: [Double]) -> [Double] {
        let data = problem.data
        return data.years.indices.flatMap { year in
            data.segments.indices.map { segment in
                PlainAllocation(problem: problem).persons(
                    plan, year: year, regions: Array(data.regions.indices), segments: [segment])
            }
        }
    }

    /// With one price all corners are whole, so that the ends are those of all plans in whole
    /// persons that are as good.
    @Test(arguments: 1...40) func agreesWithEveryPlan(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed) + 11_000)
        let data = random.data(
            years: seed % 2 + 1, regions: 2 - seed % 2, segments: 2, purses: 2,
            eligible: 0...3, ceilings: 0...4)
        let problem = AllocationProblem(
            data, objective: .protectedPersonMonths, pooled: seed % 3 == 0 ? [1] : [])
        guard !problem.options.isEmpty else { return }
        let spans = try #require(try problem.answer().spanned.spans)
        let plans = PlainAllocation(problem: problem).plans()
        let best = plans.map(problem.total).max() ?? 0
        let good = plans.filter { problem.total($0) == best }.map { persons(problem, $0) }
        #expect(spans.count == data.years.count * data.segments.count)
        for (place, span) in spans.enumerated() {
            #expect(span.year == place / 2 && span.segment == place % 2)
            #expect(span.least == good.map { $0[place] }.min(), "seed \(seed) \(span)")
            #expect(span.most == good.map { $0[place] }.max(), "seed \(seed) \(span)")
            #expect(span.least <= span.persons && span.persons <= span.most)
        }
    }

    /// With any prices, rules and objective every plan in whole persons that reaches the best of
    /// fractions lies within the ends, and the plan that is taken too.
    @Test(arguments: AllocationProblem.Objective.allCases) func enclosesPlans(
        _ objective: AllocationProblem.Objective
    ) throws {
        var (compared, open) = (0, 0)
        for seed in 1...40 {
            var random = RandomAllocation(seed: UInt64(seed) + 13_000)
            var data = random.data(
                years: 2, regions: 2, segments: seed % 2 + 1, purses: 2 - seed % 2,
                prices: 1...2, eligible: 1...3, ceilings: 1...4)
            data.families = data.eligible.map { _ in random.whole(1...2) }
            let rule = RandomAllocation.rule("r", .share(.atMost, 0.9), over: data)
            let problem = AllocationProblem(
                data, objective: objective, coverage: objective == .cost ? [0: 0.2, 1: 0.2] : [:],
                rules: seed % 4 == 0 ? [rule] : [])
            guard let answer = try? problem.answer().spanned else { continue }
            let spans = try #require(answer.spans)
            open += spans.filter(\.isOpen).count
            let taken = persons(problem, answer.persons)
            #expect(zip(spans, taken).allSatisfy { $0.persons == $1 })
            for span in spans {
                #expect(span.least <= span.persons && span.persons <= span.most)
            }
            for plan in PlainAllocation(problem: problem).plans()
            where abs(problem.total(plan) - answer.relaxed) < 1e-9 {
                compared += 1
                for (span, count) in zip(spans, persons(problem, plan)) {
                    #expect(span.least <= count && count <= span.most, "seed \(seed) \(span)")
                }
            }
        }
        #expect(objective == .cost || open > 0)
        #expect(objective == .cost || objective == .worstRegionCoverage || compared > 20)
    }

    /// Two segments of one price share 100 of 160: each may have 20 to 80 of its 80.
    @Test func halfIsOpen() throws {
        var random = RandomAllocation(seed: 3)
        var data = random.data(years: 1, regions: 1, segments: 2, purses: 1)
        data.eligible = [80, 80]
        data.workers = [400]
        data.prices = [[201_600, 201_600]]
        data.ceilings = [[100 * 201_600]]
        let spans = try AllocationProblem(data, objective: .protectedPersonMonths).answer()
            .spanned.spans
        #expect(spans?.map(\.least) == [20, 20])
        #expect(spans?.map(\.most) == [80, 80])
        #expect(spans?.map(\.persons).reduce(0, +) == 100)
        #expect(spans?.map(\.isOpen) == [true, true])
    }

    /// One segment of 80 and money for 50 and a half: 50 whole persons, and nothing is open.
    @Test func nothingIsOpen() throws {
        var random = RandomAllocation(seed: 3)
        var data = random.data(years: 1, regions: 1, segments: 1, purses: 1)
        data.eligible = [80]
        data.workers = [400]
        data.prices = [[200_000]]
        data.ceilings = [[10_100_000]]
        let spans = try AllocationProblem(data, objective: .protectedPersonMonths).answer()
            .spanned.spans
        let span = try #require(spans?.first)
        #expect(!span.isOpen && span.width == 0)
        #expect(span.persons == 50 && span.least == 50 && span.most <= 51)
    }
}
