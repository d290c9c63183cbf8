import Policy
import Testing

@testable import Analysis

/// Best allocations against trying everything, finite differences and plain rules.
@Suite struct AllocationTests {
    /// With one price the corners of the programme are whole, so that it, its whole persons and the
    /// best of all plans agree.
    @Test(arguments: 1...40) func agreesWithBruteForce(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed))
        let data = random.data()
        let rules = [
            RandomAllocation.rule(
                "cap", .persons(.atMost, random.whole(1...4)), over: data, segments: [0],
                addsRegions: true),
            RandomAllocation.rule(
                "floor", .persons(.atLeast, random.whole(0...1)), over: data, segments: [1],
                regions: [0]),
        ]
        let problem = AllocationProblem(
            data, objective: .protectedPersonMonths, rules: rules,
            pooled: seed % 2 == 0 ? [1] : [])
        guard let best = PlainAllocation(problem: problem).best() else {
            #expect(throws: AllocationFault.self) { try problem.answer() }
            return
        }
        guard !problem.options.isEmpty else { return }
        let answer = try problem.answer()
        #expect(abs(answer.relaxed - best) < 1e-7, "seed \(seed)")
        #expect(answer.rounded == best, "seed \(seed)")
        #expect(answer.gap < 1e-9)
    }

    /// With any prices and all kinds of rules: whole persons break nothing and are not better than
    /// the best plan, and fractions are not worse than it.
    @Test(arguments: 1...40) func fractionsAndPersonsEncloseTheBest(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed) + 1000)
        let data = random.data(
            years: 2, regions: 2, segments: 1, prices: 1...4, eligible: 1...4,
            ceilings: 1...12, shares: seed % 3 == 0 ? [1, 0.5] : [1])
        let demands: [AllocationRule.Demand] = [
            .growth(.atMost, 0.5), .growth(.atLeast, 0), .equity(0.6), .share(.atMost, 0.75),
            .share(.atLeast, 0.25), .earmark(purse: 0, .atMost, share: 0.5),
        ]
        let rule = RandomAllocation.rule("r", demands[seed % demands.count], over: data)
        let objective: AllocationProblem.Objective =
            seed % 4 == 0 ? .worstRegionCoverage : .protectedPersonMonths
        let problem = AllocationProblem(data, objective: objective, rules: [rule])
        let plain = PlainAllocation(problem: problem)
        guard let best = plain.best() else { return }
        let answer = try problem.answer()
        #expect(answer.relaxed >= best - 1e-7, "seed \(seed)")
        #expect(plain.keepsMoneyAndPeople(answer.persons), "seed \(seed)")
        #expect(plain.keepsRules(answer.persons) == answer.shortfalls.isEmpty, "seed \(seed)")
        if answer.shortfalls.isEmpty { #expect(answer.rounded <= best + 1e-9, "seed \(seed)") }
        #expect(answer.gap < 1e-9)
    }

    /// A purse that matches another pays at most its multiple of what that pays, segment by
    /// segment; with one price and a match of 1 or 2 corners are whole.
    @Test(arguments: 1...30) func matchesPartners(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed) + 5000)
        var data = random.data(segments: 2, purses: 2, ceilings: 1...4)
        data.partners = [nil, 0]
        data.matches[1] = data.matches[1].map { _ in 1 }
        let problem = AllocationProblem(data, objective: .protectedPersonMonths)
        let plain = PlainAllocation(problem: problem)
        guard let best = plain.best(), !problem.options.isEmpty else { return }
        let answer = try problem.answer()
        #expect(answer.relaxed >= best - 1e-7, "seed \(seed)")
        #expect(plain.keepsMoneyAndPeople(answer.persons), "seed \(seed)")
        #expect(plain.keepsRules(answer.persons), "seed \(seed)")
        #expect(answer.rounded <= best + 1e-9, "seed \(seed)")
        data.matches[1] = data.matches[1].map { _ in 0 }
        let free = try AllocationProblem(data, objective: .protectedPersonMonths).answer()
        #expect(free.relaxed >= answer.relaxed - 1e-7, "seed \(seed)")
    }

    /// The least cost of a coverage path, against trying everything.
    @Test(arguments: 1...20) func costsLeast(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed) + 2000)
        let data = random.data(segments: 2, eligible: 1...3, ceilings: 2...6)
        let problem = AllocationProblem(data, objective: .cost, coverage: [0: 0.25])
        guard let best = PlainAllocation(problem: problem).best() else {
            #expect(throws: AllocationFault.self) { try problem.answer() }
            return
        }
        let answer = try problem.answer()
        #expect(answer.relaxed <= best + 1e-9, "seed \(seed)")
        #expect(answer.shortfalls.isEmpty, "seed \(seed)")
        #expect(abs(answer.rounded - best) < 1e-9, "seed \(seed)")
    }

    /// A price is what a little more of the limit brings.
    @Test(arguments: 1...20) func pricesAreDerivatives(seed: Int) throws {
        var random = RandomAllocation(seed: UInt64(seed) + 3000)
        var data = random.data(
            regions: 2, segments: 3, purses: 2, prices: 1...9, eligible: 1...30,
            ceilings: 10...90)
        // Odd cents, so that no corner is degenerate.
        for purse in data.ceilings.indices {
            for place in data.ceilings[purse].indices {
                data.ceilings[purse][place] += 0.137 * Double(purse + 1) + 0.0713 * Double(place)
            }
        }
        let problem = AllocationProblem(data, objective: .protectedPersonMonths)
        let answer = try problem.answer()
        for pot in problem.pots(data.ceilings) {
            let step = 1e-3
            var more = data.ceilings
            more[pot.purse][pot.region ?? 0] += step
            let gain = try problem.with(ceilings: more).answer().relaxed - answer.relaxed
            let price = answer.prices.first { $0.limit == pot.limit }?.price ?? 0
            let perRupiah = price / AllocationProblem.million
            #expect(abs(gain / step - perRupiah) < 1e-4, "seed \(seed) \(pot)")
        }
    }

    /// The order of regions is no one's business.
    @Test func regionsMayBePermuted() throws {
        for seed in 1...10 {
            var random = RandomAllocation(seed: UInt64(seed) + 4000)
            let data = random.data(
                years: 1, regions: 3, prices: 1...5, eligible: 1...20, ceilings: 5...50)
            var turned = data
            let (segments, order) = (data.segments.count, [2, 0, 1])
            turned.eligible = order.flatMap { place in
                (0..<segments).map { data.eligible[place * segments + $0] }
            }
            turned.workers = order.map { data.workers[$0] }
            turned.protected = order.map { data.protected[$0] }
            turned.prices = data.prices.map { row in
                order.flatMap { place in (0..<segments).map { row[place * segments + $0] } }
            }
            turned.ceilings = data.ceilings.map { row in order.map { row[$0] } }
            for objective in [
                AllocationProblem.Objective.protectedPersonMonths, .worstRegionCoverage,
            ] {
                let equity = RandomAllocation.rule("adil", .equity(0.5), over: data)
                let one = AllocationProblem(data, objective: objective, rules: [equity])
                let other = AllocationProblem(turned, objective: objective, rules: [equity])
                let values = try? (one.answer().relaxed, other.answer().relaxed)
                guard let values else { continue }
                #expect(abs(values.0 - values.1) < 1e-7, "seed \(seed)")
            }
        }
    }
}
