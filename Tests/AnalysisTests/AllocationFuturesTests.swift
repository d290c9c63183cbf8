import Testing

@testable import Analysis

/// Plans that stand up to several futures, against trying everything.
@Suite struct AllocationFuturesTests {
    /// A small problem and its futures: money between none and what the ceilings say.
    private func problem(_ seed: Int, tail: Double, prices: ClosedRange<Int> = 1...1)
        -> AllocationProblem
    {
        var random = RandomAllocation(seed: UInt64(seed) + 7000)
        var data = random.data(
            regions: 2, segments: 2, purses: 1, prices: prices, eligible: 1...3, ceilings: 2...5)
        // A year of protection costs about Rp 200,000.
        data.prices = data.prices.map { $0.map { 200_000 * $0 } }
        data.ceilings = data.ceilings.map { $0.map { 200_000 * $0 } }
        let futures = (0..<4).map { _ in
            data.ceilings.map { $0.map { max(0, $0 - 200_000 * random.whole(0...4)) } }
        }
        return AllocationProblem(
            data, objective: .protectedPersonMonths,
            futures: AllocationFutures(ceilings: futures, tail: tail))
    }

    /// With one price and whole ceilings the best plan is whole.
    @Test(arguments: 1...30, [0.25, 0.5, 1]) func agreesWithBruteForce(seed: Int, tail: Double)
        throws
    {
        let problem = problem(seed, tail: tail)
        guard let best = PlainAllocation(problem: problem).best() else { return }
        let answer = try problem.answer()
        #expect(abs(answer.relaxed - best) < 1e-6, "seed \(seed)")
        #expect(answer.rounded <= best + 1e-9, "seed \(seed)")
        #expect(answer.gap < 1e-9)
        #expect(PlainAllocation(problem: problem).keepsMoneyAndPeople(answer.persons))
    }

    /// A plan for the worst is no better when all goes well, and not worse in the worst tenth.
    @Test(arguments: 1...20) func robustGivesUpLittleForTheTail(seed: Int) throws {
        let robust = problem(seed, tail: 0.25, prices: 2...5)
        let plain = try robust.certain.answer()
        let answer = try robust.answer()
        let certain = robust.certain
        #expect(certain.total(answer.persons) <= certain.total(plain.persons) + 1e-9)
        #expect(answer.relaxed >= robust.total(plain.persons) - 1e-6, "seed \(seed)")
    }

    /// Means of the worst, worked out by hand: of 5, 3, 1, 0 the worst quarter is 5, the worst
    /// half (5 + 3) / 2, and of the worst 3/8 one whole and a half: (5 + 3 / 2) / 1.5.
    @Test func tailMeans() {
        let losses: [Double] = [1, 5, 0, 3]
        #expect(AllocationFutures.valueAtRisk(of: losses, tail: 0.25) == 5)
        #expect(AllocationFutures.valueAtRisk(of: losses, tail: 0.5) == 4)
        #expect(abs(AllocationFutures.valueAtRisk(of: losses, tail: 0.375) - 6.5 / 1.5) < 1e-12)
        #expect(AllocationFutures.valueAtRisk(of: losses, tail: 1) == 2.25)
    }

    /// Only objectives that add up over cells can lose money in a future.
    @Test func otherObjectivesAreRefused() {
        let additive = problem(1, tail: 1)
        let worst = AllocationProblem(
            additive.data, objective: .worstRegionCoverage, futures: additive.futures)
        #expect(throws: AllocationFault.notAdditive) { try worst.answer() }
    }
}
