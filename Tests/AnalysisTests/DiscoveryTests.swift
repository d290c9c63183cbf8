import Quantities
import Testing

@testable import Analysis
@testable import Exploration

/// Sweeps in memory: cases, boxes by the standard rule, choices among policies.
struct DiscoveryTests {
    /// Two policies at 400 points of a grid of 20 x 20: `y` is x0 + x1, plus 1 for the second.
    private static func grid() -> ExperimentPoints {
        let points = (0..<400).map { [Double($0 / 20) / 19, Double($0 % 20) / 19] }
        let sums = points.map { $0[0] + $0[1] }
        return ExperimentPoints(
            policies: ["a", "b"],
            inputs: [.init(name: "x0", choices: nil), .init(name: "x1", choices: nil)],
            outcomes: [.init(name: "y", unit: .factor)], points: points,
            values: [[sums], [sums.map { $0 + 1 }]])
    }

    @Test func everyPolicyCountsAndIsAnInput() throws {
        let points = try Self.grid().cases(of: 0) { $0 > 2 }
        #expect(points.count == 800)
        #expect(points.inputs.map(\.name) == ["x0", "x1", "policy"])
        #expect(points.caseCount == 190, "x0 + x1 above 1 under the second policy only")
        let found = try points.find(density: 0.8, boxes: 1)
        let limits = found.boxes[0].box.limits
        #expect(limits.last?.allowed == .categories(["b"]))
    }

    @Test func pointsWithoutAValueAreLeftOut() throws {
        let grid = Self.grid()
        var values = grid.values
        values[0][0][7] = .nan
        let holed = ExperimentPoints(
            policies: grid.policies, inputs: grid.inputs, outcomes: grid.outcomes,
            points: grid.points, values: values)
        #expect(try holed.cases(of: 0) { $0 > 2 }.count == 799)
        #expect(holed.missing(0) == 1)
        #expect(holed.range(of: 0) == 0...3)
    }

    @Test func allOrNoneIsAFault() {
        #expect(throws: PrimFault.sameOutcome(true)) { try Self.grid().cases(of: 0) { $0 > -1 } }
        #expect(throws: PrimFault.sameOutcome(false)) { try Self.grid().cases(of: 0) { $0 > 9 } }
    }

    @Test func theWidestBoxThatIsDenseEnoughIsChosen() throws {
        let count = 1000
        let points = try PrimPoints(
            [PrimInput("x", .numbers((0..<count).map { Double($0) }))],
            isCase: (0..<count).map { $0 >= 600 })
        let found = try points.find(density: 0.8, boxes: 1)
        #expect(found.rule == .dense(0.8))
        let chosen = found.boxes[0]
        let trajectory = found.discovery.rounds[0].trajectory
        #expect(chosen.density >= 0.8)
        #expect(
            trajectory.allSatisfy {
                $0.density < 0.8 || $0.coverage <= chosen.coverage
            })
    }

    @Test func withoutADenseBoxTheFMeasureDecides() throws {
        // Above 500 every second point is a case, so no box is denser than about a half.
        let count = 1000
        let points = try PrimPoints(
            [PrimInput("x", .numbers((0..<count).map { Double($0) }))],
            isCase: (0..<count).map { $0 >= 500 && $0 % 2 == 0 })
        let found = try points.find(density: 0.95, boxes: 2)
        #expect(found.rule == .balanced(0.95))
        let chosen = found.boxes[0]
        #expect(
            found.discovery.rounds[0].trajectory.allSatisfy {
                $0.box.restrictedCount == 0 || $0.balance <= chosen.balance + 1e-12
            })
        #expect(chosen.coverage > 0.95 && abs(chosen.density - 0.5) < 0.05)
    }

    @Test func workIsTakenInOrderWhateverTheThreads() async throws {
        let work = SweepWork(
            alternatives: 2, points: 50, point: { [Double($0)] },
            evaluate: { alternative, points in
                points.map { point in
                    point[0] == 13
                        ? .failed(PointFault.noChoice(point))
                        : .values([point[0] * (alternative == 0 ? 1 : -1)])
                }
            })
        for threads in [1, 3] {
            let points = try await ExperimentPoints(
                policies: ["a", "b"], inputs: [.init(name: "x", choices: nil)],
                outcomes: [.init(name: "y", unit: .factor)], work: work, threads: threads)
            #expect(points.values[1][0][49] == -49)
            #expect(points.values[0][0][13].isNaN && points.missing(0) == 2)
        }
    }
}

/// Choices among policies over the futures of a sweep.
struct DecisionTests {
    private static func table(
        _ payoffs: [[Double]], rules: [RobustThreshold] = []
    ) throws -> DecisionTable {
        let points = ExperimentPoints(
            policies: (0..<payoffs.count).map { "p\($0)" }, inputs: [],
            outcomes: [.init(name: "other", unit: .factor), .init(name: "gain", unit: .rupiah)],
            points: payoffs[0].map { [$0] }, values: payoffs.map { [$0.map { -$0 }, $0] })
        return try DecisionTable(points, outcome: 1, .higherIsBetter, rules: rules)
    }

    @Test func everyWayHasItsOwnChoice() throws {
        let table = try Self.table([[-4, 4, 12], [-2, 3, 8], [3, 2, 1]])
        #expect(table.choices.map(\.policies)[0] == ["p0"], "the best mean")
        #expect(table.choices.map(\.policies)[1] == ["p2"], "the best worst case")
        #expect(table.choices.map(\.policies)[2] == ["p1"], "the smallest largest regret")
        #expect(table.unanimous.isEmpty)
        #expect(table.meeting == nil)
        // Knowing the future: (3 + 4 + 12) / 3 - 4.
        #expect(abs(table.information.value - (19.0 / 3 - 4)) < 1e-12)
    }

    @Test func rulesMayAskAboutAnotherOutcome() throws {
        let table = try Self.table(
            [[-4, 4, 12], [-2, 3, 8], [3, 2, 1]], rules: [.init("other", .atMost(-2))])
        let meeting = try #require(table.meeting)
        #expect(zip(meeting, [2.0, 2, 2]).allSatisfy { abs($0 - $1 / 3) < 1e-12 })
        #expect(table.mostOftenMeeting == ["p0", "p1", "p2"])
    }

    @Test func onePolicyThatIsAlwaysBest() throws {
        let table = try Self.table([[1, 2, 3], [0, 1, 2]])
        #expect(table.unanimous == ["p0"])
        #expect(table.information.value == 0)
        #expect(!table.mixingHelps)
    }

    @Test func mixingHelpsWhereRegretsOppose() throws {
        let table = try Self.table([[10, 0], [0, 10]])
        #expect(table.mixingHelps)
        #expect(abs(table.mixture.regret - 5) < 1e-9)
    }
}
