import Policy
import Quantities
import Testing

@testable import Analysis

/// Targets over a small scenario, against exact solutions and a plain loop over runs.
@Suite struct TargetAnswerTests {
    private static let bill = Outcome(.measure(.publicBill), year: 2026)
    private static let coverage = Outcome(.indicator(.coverageOfWorkers), year: 2026)
    private static let tariff = TargetFixture.key(
        "bpu.jkm.amount", 6800, 13_600, kind: SettingValue.number)

    /// Nobody leaves, joins or lapses, and 300 heads are paid for in each region and segment.
    private static let still: [Setting] = [
        AnalysisFixture.set("entrants", .perYear(0)), AnalysisFixture.set("rate.lapse", .number(0)),
        AnalysisFixture.set("rate.death", .number(0)),
        AnalysisFixture.set("rate.moved_away", .number(0)),
        AnalysisFixture.set("quota", .heads(100)),
    ]

    @Test("a bill that is linear in the tariff has its exact solution")
    func linear() async throws {
        // 2 regions x 2 segments x 100 heads x 12 months = 4800 person-months at 10,000 + tariff.
        let problem = TargetFixture.problem(
            [Self.tariff], Self.bill, .atMost, 4800 * 18_500, settings: Self.still)
        let answer = try await TargetFixture.answer(problem)
        #expect(answer.shape == .rising)
        #expect(answer.base.value == 4800 * 16_800)
        #expect(answer.roots.count == 1)
        #expect(answer.isMetAtStart)
        // Contributions are whole rupiah a month, so that the bill leaps where 8,500.5 rounds up.
        let root = answer.roots[0]
        #expect(!root.isEntry && root.kind == .jump)
        #expect(abs((root.met.place?.values[0] ?? 0) - 8500.5) < 1e-3)
        #expect(root.met.value == 4800 * 18_500)
        #expect(root.unmet.value == 4800 * 18_501)
    }

    @Test("a quota in persons is solved to a whole person")
    func persons() async throws {
        let key = TargetFixture.key("quota", 0, 400, kind: SettingValue.heads)
        let problem = TargetFixture.problem(
            [key], Self.bill, .atLeast, 90_000_000, settings: Self.still)
        let answer = try await TargetFixture.answer(problem)
        // 48 person-months a head; the opening stock is at or below every quota that is met.
        let exact = 90_000_000.0 / (48 * 16_800)
        #expect(abs((answer.roots.first?.met.place?.values[0] ?? 0) - exact) < 1e-4)
        #expect(answer.solution?.place?.values == [exact.rounded(.up)])
        #expect((answer.solution?.value ?? 0) >= 90_000_000)
        let below = try TargetFixture.run(problem, [exact.rounded(.down)])
        #expect(below < 90_000_000)
    }

    @Test("a curve that bends, against bisection over whole runs")
    func againstRuns() async throws {
        let key = TargetFixture.key("rate.lapse", 2, 0.05)
        let problem = TargetFixture.problem([key], Self.coverage, .atLeast, 0.23)
        let answer = try await TargetFixture.answer(problem)
        var (low, high) = (0.05, 2.0)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if try TargetFixture.run(problem, [middle]) >= 0.23 {
                low = middle
            } else {
                high = middle
            }
        }
        try #require(answer.roots.count == 1)
        #expect(answer.roots[0].kind == .crossing)
        #expect(abs((answer.roots[0].met.place?.values[0] ?? 0) - low) < 1e-8)
        let solution = try #require(answer.solution)
        #expect(solution.value >= 0.23 && solution.value < 0.2301)
        #expect(try TargetFixture.run(problem, solution.place?.values ?? []) == solution.value)
    }

    @Test("months are whole: the number that is first enough, both sides of its step")
    func months() async throws {
        let key = TargetFixture.key("funding.months", 4, 12)
        let problem = TargetFixture.problem(
            [key], Outcome(.measure(.fundedPersonMonths), year: 2026), .atLeast, 3200,
            settings: Self.still)
        let answer = try await TargetFixture.answer(problem)
        // 400 heads a month: 3,200 person-months are eight months.
        #expect(answer.solution?.place?.values == [8])
        #expect(answer.roots.count == 1)
        #expect(answer.roots[0].kind == .jump)
        #expect(answer.roots[0].met.value == 3200)
        #expect(answer.roots[0].unmet.value == 2800)
        #expect(answer.roots[0].unmet.dial == answer.roots[0].met.dial.nextDown)
        #expect(Set(answer.curve.map { $0.place?.values[0] }).count == 9)
    }

    @Test("a leap over an equal is told and is no answer")
    func leapOverEqual() async throws {
        let key = TargetFixture.key("funding.months", 4, 12)
        let outcome = Outcome(.measure(.fundedPersonMonths), year: 2026)
        let over = try await TargetFixture.answer(
            TargetFixture.problem([key], outcome, .equals, 3000, settings: Self.still))
        #expect(over.solution == nil)
        #expect(over.roots.map(\.kind) == [.jump])
        #expect(over.best.value == 2800)
        let hit = try await TargetFixture.answer(
            TargetFixture.problem([key], outcome, .equals, 2800, settings: Self.still))
        #expect(hit.solution?.place?.values == [7])
    }

    @Test("keys on one dial move together, and their order changes no bit")
    func bundle() async throws {
        let keys = [
            TargetFixture.key("quota", 50, 350, member: "petani", kind: SettingValue.heads),
            TargetFixture.key("funding.months", 6, 12),
            TargetFixture.key("rate.lapse", 0.5, 0.1, member: "ojek"),
        ]
        let one = try await TargetFixture.answer(
            TargetFixture.problem(keys, Self.bill, .atLeast, 90_000_000), threads: 1)
        let other = try await TargetFixture.answer(
            TargetFixture.problem(keys.reversed(), Self.bill, .atLeast, 90_000_000), threads: 3)
        #expect(one.curve.map(\.dial) == other.curve.map(\.dial))
        #expect(one.curve.map(\.outcomes) == other.curve.map(\.outcomes))
        #expect(one.solution?.place?.values == other.solution?.place?.values.reversed())
        let values = try #require(one.solution?.place?.values)
        #expect(values[1] == values[1].rounded())
    }

    @Test("two roots: more quota for fewer who are eligible, against a dense scan")
    func twoRoots() async throws {
        let keys = [
            TargetFixture.key("quota", 0, 400, kind: SettingValue.heads),
            TargetFixture.key("eligible_share", 1, 0),
        ]
        let problem = TargetFixture.problem(
            keys, Self.coverage, .atLeast, 0.4, settings: Self.still)
        let answer = try await TargetFixture.answer(problem)
        guard case .turning = answer.shape else {
            Issue.record("the curve turns")
            return
        }
        #expect(answer.roots.map(\.isEntry) == [true, false])
        let scan = try (0...400).map { number -> (Double, Double) in
            let place = problem.dial.point(Double(number) / 400)
            return (place.dial, try TargetFixture.run(problem, place.values))
        }
        let changes = zip(scan, scan.dropFirst()).filter { ($0.1 >= 0.4) != ($1.1 >= 0.4) }
        #expect(changes.count == 2)
        for (change, root) in zip(changes, answer.roots) {
            #expect(change.0.0 <= root.met.dial && root.met.dial <= change.1.0)
        }
        let first = problem.dial.settled(answer.roots[0].met.dial, rising: true)
        #expect(answer.solution?.dial == first.dial)
    }

    @Test("a peak that just touches the target is told as such, and nothing above it is reached")
    func touch() async throws {
        let keys = [
            TargetFixture.key("quota", 0, 400, kind: SettingValue.heads),
            TargetFixture.key("opening.self", 0.5, 0),
        ]
        func problem(_ level: Double) -> TargetProblem {
            TargetFixture.problem(
                keys, Outcome(.measure(.publicBill)), .atLeast, level,
                settings: Self.still + [
                    AnalysisFixture.set("eligible_share", .number(0.05)),
                    AnalysisFixture.set("refill", .flag(false)),
                ])
        }
        let peak = try await TargetFixture.answer(problem(1e12)).curve.map(\.value).max() ?? 0
        let answer = try await TargetFixture.answer(problem(peak))
        #expect(answer.solution != nil)
        #expect((answer.solution?.value ?? 0) >= peak)
        let above = try await TargetFixture.answer(problem(peak * 1.001))
        #expect(above.solution == nil)
        #expect(above.best.value >= peak)
    }

    @Test("an outcome without a value has no answer, and a point that fails is passed over")
    func noValue() async throws {
        let key = TargetFixture.key("quota", 0, 400, kind: SettingValue.heads)
        let p0 = Outcome(.indicator(.povertyHeadcount), year: 2026)
        let answer = try await TargetFixture.answer(
            TargetFixture.problem([key], p0, .atMost, 0.05))
        #expect(answer.curve.allSatisfy { $0.value.isNaN })
        #expect(answer.solution == nil && answer.roots.isEmpty)
        #expect(answer.shape == .constant)
        // Opening shares above one fail from 0.6 on: 0.4 lapsed and 0.05 self-paying besides.
        let share = TargetFixture.key("opening.funded", 0, 1)
        let partly = try await TargetFixture.answer(
            TargetFixture.problem(
                [share], Self.coverage, .atLeast, 0.99,
                settings: [AnalysisFixture.set("opening.lapsed", .number(0.4))]))
        #expect(partly.curve.contains { $0.failure != nil })
        #expect(partly.solution == nil)
        #expect(partly.best.dial <= 0.55)
    }

    @Test("a solution can be written down: few digits, and it meets the target")
    func settled() {
        let dial = TargetDial([TargetFixture.key("quota", 1, 5, verb: .scale)])
        let up = dial.settled(0.327_911_234, rising: true)
        #expect(up.dial == 0.328)
        #expect(up.values == [2.312])
        #expect(dial.settled(0.327_911_234, rising: false).values == [2.3116])
        let down = TargetDial([TargetFixture.key("quota", 500, 0, kind: SettingValue.heads)])
        #expect(down.settled(0.123_456, rising: true).values == [438])
    }

    @Test("a dial of whole numbers has exact steps")
    func steps() {
        for (from, to) in [(4.0, 12.0), (12, 4), (1, 12), (0, 1)] {
            let key = TargetFixture.key("funding.months", from, to)
            let steps = key.steps
            #expect(steps.count == Int(abs(to - from)))
            for (index, dial) in steps.enumerated() {
                let number = from + Double(index + 1) * (to > from ? 1 : -1)
                #expect(key.value(at: dial) == number)
                #expect(key.value(at: dial.nextDown) != number)
            }
        }
    }
}
