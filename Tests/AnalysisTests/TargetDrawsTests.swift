import Policy
import Quantities
import Sampling
import Testing

@testable import Analysis

/// Targets solved in every draw.
@Suite struct TargetDrawsTests {
    private static let coverage = Outcome(.indicator(.coverageOfWorkers), year: 2026)
    private static let key = TargetFixture.key("quota", 0, 400, kind: SettingValue.heads)

    private static func problem(_ spread: Spread, level: Double = 0.35) -> TargetProblem {
        TargetFixture.problem(
            [key], coverage, .atLeast, level,
            settings: [
                AnalysisFixture.uncertain("rate.lapse", .number(0.4), spread),
                AnalysisFixture.uncertain(
                    "workers", .number(1000), .uniform(900...1100), member: "petani"),
            ])
    }

    private static func draws(
        _ problem: TargetProblem, _ count: Int, threads: Int = 2, design: DesignKind = .monteCarlo
    ) async throws -> TargetDraws {
        let law = try AnalysisFixture.law()
        let answer = try await problem.answer(law: law, threads: threads)
        return try await problem.draws(
            EnsemblePlan(draws: count, design: design, seed: 7), around: answer, law: law,
            threads: threads)
    }

    @Test("threads change no bit, and more draws leave the first as they are")
    func determinism() async throws {
        let problem = Self.problem(.range(0.1...1, median: 0.4))
        let one = try await Self.draws(problem, 40, threads: 1)
        let many = try await Self.draws(problem, 70, threads: 5)
        #expect(one.draws.count == 40)
        for (a, b) in zip(one.draws, many.draws) {
            #expect(a.number == b.number)
            #expect(a.needed?.place == b.needed?.place)
            #expect(a.needed?.outcomes == b.needed?.outcomes)
            #expect(a.base.outcomes == b.base.outcomes)
            #expect(a.atSolution?.outcomes == b.atSolution?.outcomes)
        }
    }

    @Test("a draw solved alone is the same as a scenario with the drawn values")
    func drawsAreScenarios() async throws {
        let problem = Self.problem(.range(0.1...1, median: 0.4))
        let found = try await Self.draws(problem, 6)
        let inputs = problem.scenario.uncertainInputs
        let sample = try InputSample(
            inputs, plan: EnsemblePlan(draws: 6, design: .monteCarlo, seed: 7))
        for draw in found.draws {
            let drawn = try #require(
                problem.scenario.taking(sample.row(draw.number), for: inputs))
            let alone = TargetProblem(drawn, dial: problem.dial, aim: problem.aim)
            let answer = try await TargetFixture.answer(alone)
            #expect(draw.base.value == answer.base.value)
            let needed = try #require(draw.needed)
            #expect(needed.place == answer.solution?.place, "whole persons, as the answer's")
            #expect(needed.place?.values.allSatisfy { $0 == $0.rounded() } == true)
            #expect(needed.value.reaches(0.35))
        }
    }

    @Test("without spread every draw is the written values")
    func zeroSpread() async throws {
        let problem = TargetFixture.problem(
            [Self.key], Self.coverage, .atLeast, 0.35,
            settings: [
                AnalysisFixture.uncertain(
                    "rate.lapse", .number(0.4), .empirical([0.4, 0.4]))
            ])
        let answer = try await TargetFixture.answer(problem)
        let found = try await Self.draws(problem, 20)
        #expect(Set(found.draws.map { $0.needed?.place }).count == 1)
        let exact = try #require(answer.solution?.dial)
        for place in [0.05, 0.5, 0.95] { #expect(found.dial(at: place) == exact) }
        #expect(found.meetingShare == 1)
        #expect(found.unreachableShare == 0)
        #expect(found.draws.allSatisfy { $0.base.outcomes == answer.base.outcomes })
    }

    @Test("draws out of reach count as farther than any number")
    func unreachable() async throws {
        let problem = Self.problem(.range(0.1...2, median: 0.4), level: 0.59)
        let found = try await Self.draws(problem, 100, design: .latinHypercube)
        let share = found.unreachableShare
        #expect(share > 0.05 && share < 0.95)
        #expect(found.dial(at: 1) == nil)
        #expect(found.dial(at: 0.95) == nil)
        let reached = found.draws.compactMap(\.needed)
        #expect(reached.count == Int((100 * (1 - share)).rounded()))
        #expect(reached.allSatisfy { $0.value.reaches(0.59) })
        if share < 0.5 { #expect(found.dial(at: 0.05) != nil) }
        let meeting = found.draws.filter { ($0.atSolution?.value ?? 0) >= 0.59 }.count
        #expect(found.meetingShare.map { ($0 * 100).rounded() } ?? 0 == Double(meeting))
    }
}
