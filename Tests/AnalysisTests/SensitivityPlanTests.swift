import Policy
import Quantities
import Testing

@testable import Analysis
@testable import Exploration

/// Methods of sensitivity from inputs with distributions to answers.
struct SensitivityPlanTests {
    @Test func tornadoGoesToTheOuterQuantiles() async throws {
        let inputs = SensitivityFixture.uniform("a", "b", "c")
        let plan = try SensitivityPlan(.tornado, inputs, seed: 1)
        #expect(plan.count == 7)
        #expect(plan.samples == nil)
        #expect((0..<7).map(plan.point)[0] == [0.5, 0.5, 0.5])
        let runs = try await SensitivityFixture.runs(plan) { 100 + 10 * $0[1] - 2 * $0[0] }
        guard case .tornado(let bars) = try runs.answer() else {
            Issue.record("no bars")
            return
        }
        let output = bars.outputs[0]
        #expect(output.base == 104)
        #expect(output.bars.map(\.input) == [1, 0, 2])
        #expect(abs(output.bars[0].low - 0.05) < 1e-12 && abs(output.bars[0].high - 0.95) < 1e-12)
        #expect(abs(output.bars[0].bar.swing - 9) < 1e-12)
        #expect(abs(output.bars[1].bar.atLow - 104.9) < 1e-12)
        #expect(try runs.answer().inert == [2])
    }

    @Test func tornadoRunsEachValueOfAChoice() async throws {
        let words = ["report", "cap-heads", "cap-months"].map(SettingValue.word)
        let inputs = [
            SensitivityFixture.input("rule", .choice(words, weights: [1, 3, 1])),
            SensitivityFixture.input(
                "flag", .choice([.flag(true), .flag(false)], weights: [1, 1])),
        ]
        let plan = try SensitivityPlan(.tornado, inputs, seed: 1)
        #expect(plan.count == 1 + 3 + 2)
        #expect(plan.point(0) == [1, 0], "the heaviest value is the middle")
        let runs = try await SensitivityFixture.runs(plan) { [7, 2, 9][Int($0[0])] + $0[1] }
        guard case .tornado(let bars) = try runs.answer() else {
            Issue.record("no bars")
            return
        }
        let rule = bars.outputs[0].bars[0]
        #expect(rule.low == 1 && rule.high == 2, "least and greatest outcome")
        #expect(rule.bar.atLow == 2 && rule.bar.atHigh == 9 && rule.bar.swing == 7)
    }

    @Test func aFailedEndLeavesItsBarOpenAndIsNamed() async throws {
        let plan = try SensitivityPlan(.tornado, SensitivityFixture.uniform("a", "b"), seed: 1)
        let runs = try await SensitivityFixture.runs(plan) { $0[1] > 0.9 ? nil : $0[0] + $0[1] }
        #expect(runs.failures.count == 1)
        guard case .tornado(let bars) = try runs.answer() else {
            Issue.record("no bars")
            return
        }
        #expect(bars.failures.map(\.input) == [1])
        #expect(abs(bars.failures[0].value - 0.95) < 1e-12)
        #expect(bars.outputs[0].bars.first { $0.input == 1 }?.bar.hasFailed == true)
    }

    @Test func aFailedMiddleIsAFault() async throws {
        let plan = try SensitivityPlan(.tornado, SensitivityFixture.uniform("a"), seed: 1)
        let runs = try await SensitivityFixture.runs(plan) { $0[0] == 0.5 ? nil : 1 }
        #expect(throws: SensitivityFault.baseFailed(output: "y")) { try runs.answer() }
    }

    /// y = 3 a + b with equal variances: nine tenths and one tenth.
    @Test func sobolSharesOfASum() async throws {
        let inputs = SensitivityFixture.uniform("a", "b", "c")
        let plan = try SensitivityPlan(.sobol, inputs, samples: 512, seed: 5)
        #expect(plan.count == 512 * 8)
        let runs = try await SensitivityFixture.runs(plan) { 3 * $0[0] + $0[1] }
        guard case .sobol(let indices) = try runs.answer() else {
            Issue.record("no indices")
            return
        }
        let output = indices.outputs[0]
        #expect(abs(output.first[0].value - 0.9) < 0.01)
        #expect(abs(output.first[1].value - 0.1) < 0.01)
        #expect(output.total[2].verdict == .zero)
        #expect(try runs.answer().inert == [2])
    }

    /// y = 3 a + b + c b with uniform numbers: a alone, b and c together.
    @Test func groupsShareTheVarianceOut() async throws {
        let inputs = SensitivityFixture.uniform("a", "b", "c", "d")
        let groups = [InputGroup("curah", of: ["c", "b"])]
        let plan = try SensitivityPlan(.sobol, inputs, groups: groups, samples: 1024, seed: 5)
        #expect(plan.units.map(\.name) == ["a", "curah", "d"])
        #expect(plan.count == 1024 * 8)
        let runs = try await SensitivityFixture.runs(plan) { 3 * $0[0] + $0[1] + $0[1] * $0[2] }
        guard case .sobol(let indices) = try runs.answer() else {
            Issue.record("no indices")
            return
        }
        // Var(b (1 + c)) = E b^2 E (1 + c)^2 - (E b)^2 (E (1 + c))^2 = 7 / 9 - 9 / 16.
        let (alone, both) = (9.0 / 12, 7.0 / 9 - 9.0 / 16)
        let output = indices.outputs[0]
        #expect(abs(output.first[0].value - alone / (alone + both)) < 0.01)
        #expect(abs(output.first[1].value - both / (alone + both)) < 0.01)
        #expect(abs(output.total[1].value - both / (alone + both)) < 0.01)
        #expect(try runs.answer().inert == [2])
        let tornado = try SensitivityPlan(.tornado, inputs, groups: groups, seed: 5)
        #expect(tornado.units.map(\.name) == ["a", "b", "c", "d"])
        let morris = try SensitivityPlan(.morris, inputs, groups: groups, samples: 8, seed: 5)
        #expect(morris.count == 8 * 4)
    }

    @Test func morrisMeansAreSlopesOverTheWholeRange() async throws {
        let inputs = [
            SensitivityFixture.input("a", .uniform(10...30)),
            SensitivityFixture.input("b", .uniform(0...1)),
        ]
        let plan = try SensitivityPlan(.morris, inputs, samples: 8, seed: 2)
        let runs = try await SensitivityFixture.runs(plan) { 2 * $0[0] }
        guard case .morris(let effects) = try runs.answer() else {
            Issue.record("no effects")
            return
        }
        #expect(abs(effects.outputs[0].effects[0].meanAbsolute.value - 40) < 1e-9)
        #expect(try runs.answer().inert == [1])
    }

    @Test func threadsChangeNothing() async throws {
        let plan = try SensitivityPlan(
            .sobol, SensitivityFixture.uniform("a", "b"), samples: 64, seed: 5)
        let one = try await SensitivityFixture.runs(plan, threads: 1) { $0[0] * $0[1] }
        let four = try await SensitivityFixture.runs(plan, threads: 4) { $0[0] * $0[1] }
        #expect(one.values == four.values)
    }

    @Test func whereRunsFailIsABox() async throws {
        let plan = try SensitivityPlan(
            .sobol, SensitivityFixture.uniform("a", "b", "c"), samples: 512, seed: 3)
        let runs = try await SensitivityFixture.runs(plan) { $0[1] > 0.8 ? nil : $0[0] }
        let box = try #require(runs.failureBox()?.boxes.first)
        #expect(box.box.limits.map(\.input) == ["b"])
        guard case .range(let lower?, nil) = box.box.limits[0].allowed else {
            Issue.record("\(box.box)")
            return
        }
        #expect(abs(lower - 0.8) < 0.05)
        #expect(box.density > 0.8 && box.coverage > 0.95)
    }

    @Test func anOutcomeWithoutValuesIsSetAside() async throws {
        let plan = try SensitivityPlan(.tornado, SensitivityFixture.uniform("a"), seed: 1)
        let runs = try await SensitivityRuns(plan, named: ["y", "ratio"], threads: 1) { points in
            points.map { .values([$0[0], .nan]) }
        }
        #expect(runs.outcomes == ["y"] && runs.empty == ["ratio"])
        #expect(runs.failedRuns.isEmpty)
    }

    @Test func samplesMustSuitTheMethod() {
        #expect(throws: SensitivityFault.baseNotBalanced(base: 1000, replicates: 16)) {
            try SensitivityPlan(.sobol, SensitivityFixture.uniform("a"), samples: 1000, seed: 1)
        }
        #expect(throws: SensitivityFault.sizeOutOfRange(3, least: 4, most: 1 << 24)) {
            try SensitivityPlan(.morris, SensitivityFixture.uniform("a"), samples: 3, seed: 1)
        }
    }
}
