import Testing

@testable import Analysis
@testable import Optimization

/// What cannot be kept together is named, and nothing more.
@Suite struct AllocationConflictTests {
    /// The limits of a problem that has no answer.
    private func conflict(_ problem: AllocationProblem) -> [AllocationLimit]? {
        do throws(AllocationFault) {
            _ = try problem.answer()
            return nil
        } catch {
            if case .conflict(let limits) = error { return limits }
            return nil
        }
    }

    /// The problem with some limits only, and those that nobody decides.
    private func isPossible(_ problem: AllocationProblem, _ limits: [AllocationLimit]) -> Bool {
        let programme = AllocationProgramme(problem, aim: .nothing) {
            !$0.isDecided || limits.contains($0)
        }
        return (try? programme.linear.solution()) != nil
    }

    /// Random rules that ask for too much: the set cannot be kept, and without any one of them the
    /// rest can.
    @Test(arguments: 1...30) func isSmallest(seed: Int) {
        var random = RandomAllocation(seed: UInt64(seed) + 5000)
        let data = random.data(
            years: 2, regions: 3, segments: 2, prices: 1...3, eligible: 2...9, ceilings: 2...14)
        let rules = [
            RandomAllocation.rule("lantai", .share(.atLeast, 0.6), over: data, segments: [0]),
            RandomAllocation.rule("puncak", .persons(.atMost, 3), over: data, segments: [1]),
            RandomAllocation.rule("tumbuh", .growth(.atLeast, 0.4), over: data),
            RandomAllocation.rule("adil", .equity(0.9), over: data),
        ]
        let problem = AllocationProblem(
            data, objective: .protectedPersonMonths, coverage: [0: 0.5, 1: 0.8], rules: rules)
        guard let limits = conflict(problem) else { return }
        #expect(!limits.isEmpty)
        #expect(!isPossible(problem, limits), "seed \(seed)")
        for index in limits.indices {
            var rest = limits
            rest.remove(at: index)
            #expect(isPossible(problem, rest), "seed \(seed): \(limits[index]) is not needed")
        }
        #expect(conflict(problem) == limits, "the same set each time")
    }

    /// A floor that a purse cannot pay: the floor and that purse's ceiling, where and when.
    @Test func namesRuleAndCeiling() {
        var random = RandomAllocation(seed: 1)
        var data = random.data(
            years: 2, regions: 2, segments: 2, purses: 1, prices: 2...2, eligible: 9...9,
            ceilings: 18...18)
        data.ceilings[0][data.place(1, 1)] = 7
        let rules = [
            RandomAllocation.rule("longgar", .persons(.atMost, 9), over: data),
            RandomAllocation.rule("lantai", .persons(.atLeast, 4), over: data, segments: [0]),
        ]
        let problem = AllocationProblem(data, objective: .cost, rules: rules)
        #expect(
            conflict(problem) == [
                AllocationLimit(.ceiling(0), year: 1, region: 1),
                AllocationLimit(.rule(1), year: 1, region: 1, segment: 0),
            ])
    }
}
