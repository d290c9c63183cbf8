import Testing
import _TestSupport

@testable import Analysis
@testable import Optimization

/// Best allocations against HiGHS on the same files; skipped where HiGHS is not installed
/// (`make opinion`).
@Suite(.enabled(if: HighsLibrary.shared != nil))
struct AllocationOpinionTests {
    private static let demands: [AllocationRule.Demand] = [
        .growth(.atMost, 0.5), .growth(.atLeast, 0), .equity(0.6), .share(.atMost, 0.75),
        .share(.atLeast, 0.25), .persons(.atLeast, 2), .persons(.atMost, 9),
        .earmark(purse: 0, .atLeast, share: 0.4), .earmark(purse: 1, .atMost, share: 0.5),
    ]

    /// Two rules, any objective, partial payers and matching purses by turns; money of the size
    /// that it has, since solvers take less than a millionth of their unit for nothing.
    private static func problem(_ seed: Int) -> AllocationProblem {
        var random = RandomAllocation(seed: UInt64(seed) + 9000)
        var data = random.data(
            years: 3, regions: 4, segments: 3, purses: 3, prices: 90_000...210_000,
            eligible: 0...40,
            ceilings: 0...9_000_000, shares: seed % 4 == 1 ? [1, 0.6] : [1])
        if seed % 5 == 2 {
            data.partners = [nil, 0, nil]
            data.matches[1] = data.matches[1].map { _ in 0.7 }
        }
        data.families = data.eligible.map { _ in random.whole(0...50) / 1000 }
        let objectives = AllocationProblem.Objective.allCases
        let objective = objectives[seed % objectives.count]
        let rules = [seed, seed / 3 + 4].enumerated().map { place, number in
            RandomAllocation.rule(
                "r\(place)", demands[number % demands.count], over: data,
                segments: place == 0 ? nil : [0, 2], addsRegions: number % 2 == 0)
        }
        return AllocationProblem(
            data, objective: objective, coverage: objective == .cost ? [1: 0.4, 2: 0.5] : [:],
            rules: rules, pooled: seed % 3 == 0 ? [2] : [])
    }

    private static func agree(_ problem: AllocationProblem, _ note: String) throws {
        let highs = try #require(HighsLibrary.shared)
        let answer = try highs.answer(mps: problem.mps())
        do {
            let ours = try problem.answer().relaxed / problem.unit
            guard case .optimal(let theirs) = answer else {
                Issue.record("\(note): \(ours) and \(answer)")
                return
            }
            let sign: Double = problem.objective == .cost ? 1 : -1
            #expect(abs(sign * ours - theirs) <= 1e-7 * max(1, abs(theirs)), "\(note)")
        } catch AllocationFault.conflict {
            #expect(answer == .infeasible || answer == .unbounded, "\(note)")
        }
    }

    @Test("Both come to the same best, or both to none", arguments: 1...120)
    func sameBest(seed: Int) throws { try Self.agree(Self.problem(seed), "seed \(seed)") }

    /// Ends of our own come from prices alone; those of HiGHS from a row that holds the objective.
    @Test("Both leave the same range open", arguments: 1...60)
    func sameRange(seed: Int) throws {
        let highs = try #require(HighsLibrary.shared)
        let problem = Self.problem(seed)
        let programme = AllocationProgramme(problem)
        guard let solution = try? programme.linear.solution() else { return }
        let regions = Array(problem.data.regions.indices)
        let sums = problem.data.years.indices.flatMap { year in
            problem.data.segments.indices.map { programme.persons(year, regions, [$0]) }
        }
        let ends = try programme.linear.ends(of: sums, at: solution)
        for (sum, found) in zip(sums, ends) {
            let theirs = try highs.ends(of: sum, in: programme.linear, at: solution)
            #expect(abs(found.least - theirs.least) < 1e-3, "seed \(seed)")
            #expect(abs(found.most - theirs.most) < 1e-3, "seed \(seed)")
        }
    }

    @Test("Random problems have answers and conflicts of every objective")
    func reach() {
        var kinds: Set<String> = []
        for seed in 1...120 {
            let problem = Self.problem(seed)
            let isPossible = (try? problem.answer()) != nil
            kinds.insert("\(problem.objective) \(isPossible)")
        }
        #expect(kinds.count >= 7, "\(kinds)")
    }

    @Test("Plans that stand up to futures", arguments: 1...30)
    func sameUnderFutures(seed: Int) throws {
        let certain = Self.problem(seed * 4)
        var random = RandomAllocation(seed: UInt64(seed) + 12_000)
        let ceilings = (0..<8).map { _ in
            certain.data.ceilings.map { row in row.map { $0 * random.whole(2...11) / 10 } }
        }
        let problem = AllocationProblem(
            certain.data, objective: .protectedPersonMonths, rules: certain.rules,
            pooled: certain.pooled,
            futures: AllocationFutures(ceilings: ceilings, tail: seed % 2 == 0 ? 0.25 : 0.4))
        try Self.agree(problem, "seed \(seed)")
    }
}
