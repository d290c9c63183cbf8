import Policy
import Quantities
import Testing

@testable import Analysis

/// Targets out of reach, each with the rule that keeps it so.
@Suite struct TargetLimitsTests {
    private static let coverage = Outcome(.indicator(.coverageOfWorkers), year: 2026)

    /// The best value and the rules that bind there.
    private static func bound(
        _ problem: TargetProblem
    ) async throws -> (best: TargetPoint, last: [Double], limits: [TargetLimit]) {
        let answer = try await TargetFixture.answer(problem)
        #expect(answer.solution == nil)
        let best = answer.best
        let distance = problem.aim.distance(best.value) * 1.001
        let last = answer.place(within: distance, of: problem.aim)
        let limits = try problem.limits(of: answer, law: try AnalysisFixture.law())
        return (best, last?.place?.values ?? [], limits)
    }

    /// What the outcome is where a setting is added, by way of another run.
    private static func run(
        _ problem: TargetProblem, _ setting: Setting, at values: [Double]
    ) throws -> Double {
        let scenario = problem.scenario.adding(Layer(name: "more", settings: [setting]))
        let other = TargetProblem(scenario, dial: problem.dial, aim: problem.aim)
        return try TargetFixture.run(other, values)
    }

    @Test("nothing binds but the end of the dial")
    func dialEnd() async throws {
        let key = TargetFixture.key("quota", 0, 200, kind: SettingValue.heads)
        let problem = TargetFixture.problem([key], Self.coverage, .atLeast, 0.9)
        let (best, _, limits) = try await Self.bound(problem)
        #expect(best.dial == 1)
        #expect(limits.map(\.rule) == [.dialEnd(isGreater: true)])
        #expect(limits[0].loosened == (try TargetFixture.run(problem, [220])))
    }

    @Test("a key that accepts no more at its end")
    func keyEnd() async throws {
        let key = TargetFixture.key("funding.months", 1, 12)
        let problem = TargetFixture.problem(
            [key], Outcome(.measure(.fundedPersonMonths), year: 2026), .atLeast, 9000)
        let (best, _, limits) = try await Self.bound(problem)
        #expect(best.place?.values == [12])
        #expect(limits.map(\.rule) == [.keyEnd])
    }

    @Test("nobody eligible is left: the quota is empty beyond")
    func eligible() async throws {
        let key = TargetFixture.key("quota", 0, 5000, kind: SettingValue.heads)
        let problem = TargetFixture.problem(
            [key], Self.coverage, .atLeast, 0.9,
            settings: [AnalysisFixture.set("eligible_share", .number(0.05))])
        let (best, last, limits) = try await Self.bound(problem)
        #expect(best.dial < 0.5, "the first of a plateau")
        guard case .eligible(let segments, let months)? = limits.first?.rule else {
            Issue.record("\(limits)")
            return
        }
        #expect(limits.count == 1)
        #expect(Set(segments) == [AnalysisFixture.farmers, AnalysisFixture.drivers])
        #expect(months > 1000)
        let all = AnalysisFixture.set("eligible_share", .number(1))
        #expect(limits[0].loosened == (try Self.run(problem, all, at: last)))
    }

    @Test("purses that are spent, the one that helps most first")
    func purses() async throws {
        let key = TargetFixture.key("quota", 0, 900, kind: SettingValue.heads)
        let problem = TargetFixture.problem(
            [key], Self.coverage, .atLeast, 0.9,
            settings: [
                AnalysisFixture.set("budget.policy", .word("cap-heads")),
                AnalysisFixture.set("purse.ceiling", .number(40_000_000), member: "apbd"),
                AnalysisFixture.set("purse.ceiling", .number(10_000_000), member: "csr"),
            ])
        let (best, last, limits) = try await Self.bound(problem)
        #expect(best.value < 0.5)
        let purses = limits.compactMap { limit -> String? in
            if case .purse(let purse, _, let regions, let all) = limit.rule {
                #expect(regions == 2 && all == 2)
                return purse.id.name
            }
            return nil
        }
        #expect(purses == ["apbd", "csr"])
        let twice = Setting(
            address: Address(
                subject: .parameter(Parameters.ceiling.definition), member: "apbd"),
            verb: .scale, points: [.init(from: nil, value: .number(2))],
            provenance: AnalysisFixture.place)
        let found = limits.first { if case .purse = $0.rule { true } else { false } }
        #expect(found?.loosened == (try Self.run(problem, twice, at: last)))
    }

    @Test("a December that is not funded")
    func months() async throws {
        let key = TargetFixture.key("quota", 0, 300, kind: SettingValue.heads)
        let problem = TargetFixture.problem(
            [key], Self.coverage, .atLeast, 0.9,
            settings: [AnalysisFixture.set("funding.months", .number(9), member: "petani")])
        let (_, _, limits) = try await Self.bound(problem)
        let rules = limits.map(\.rule)
        #expect(rules.contains(.dialEnd(isGreater: true)))
        #expect(rules.contains(.months(segments: [AnalysisFixture.farmers])))
    }
}
