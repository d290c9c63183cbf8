import Quantities
import Testing
import _TestSupport

@testable import Exploration

/// Boxes judged on points that they were not found from, and limits that fall away.
struct FreshBoxesTests {
    /// Seven inputs of (0, 1); of interest is what lies below 0.35 in the first and above 0.4 in
    /// the second, and a tenth of all others.
    private static func points(_ count: Int, seed: UInt64) throws -> PrimPoints {
        var draws = SeededDraws(seed)
        let rows = (0..<count).map { _ in (0..<7).map { _ in draws.real(0...1) } }
        let isCase = rows.map { ($0[0] < 0.35 && $0[1] > 0.4) || draws.chance(0.1) }
        return try PrimPoints(
            (0..<7).map { input in PrimInput("x\(input)", .numbers(rows.map { $0[input] })) },
            isCase: isCase)
    }

    /// What the boxes of a finding come to on other points.
    private static func share(
        _ step: PrimStep, on points: PrimPoints
    ) -> (density: Double, coverage: Double) {
        let inside = points.points(in: step.box)
        let cases = inside.count { points.isCase[$0] }
        return (Double(cases) / Double(inside.count), Double(cases) / Double(points.caseCount))
    }

    @Test("the test on fresh points is no better than fresh points are")
    func fresh() throws {
        let others = try Self.points(20_000, seed: 900)
        var (found, tested, truth) = ([Double](), [Double](), [Double]())
        for seed in UInt64(1)...20 {
            let points = try Self.points(300, seed: seed)
            let finding = try points.find(density: 0.9, boxes: 1)
            guard let box = finding.boxes.first,
                case .tested(let fresh) = try points.freshTest(density: 0.9, boxes: 1)
            else { continue }
            found.append(box.balance)
            let (density, coverage) = (fresh.boxes[0].density, fresh.boxes[0].coverage)
            tested.append(2 * density * coverage / (density + coverage))
            let real = Self.share(box, on: others)
            truth.append(2 * real.density * real.coverage / (real.density + real.coverage))
        }
        func mean(_ numbers: [Double]) -> Double {
            numbers.reduce(0, +) / Double(numbers.count)
        }
        #expect(found.count > 15)
        #expect(mean(found) > mean(truth), "boxes fit the points that they were found from")
        #expect(mean(tested) < mean(truth) + 0.02)
        #expect(abs(mean(tested) - mean(truth)) < 0.06)
    }

    @Test("where nothing matters boxes look dense, and luck explains their limits")
    func noise() throws {
        var (densities, found): ([Double], Int) = ([], 0)
        for seed in UInt64(100)...119 {
            var draws = SeededDraws(seed)
            let rows = (0..<300).map { _ in (0..<7).map { _ in draws.real(0...1) } }
            let noise = try PrimPoints(
                (0..<7).map { input in PrimInput("x\(input)", .numbers(rows.map { $0[input] })) },
                isCase: rows.map { _ in draws.chance(0.3) })
            densities.append(try #require(try noise.discover().boxes.first).density)
            found += try noise.find(density: 0.6, boxes: 1).boxes.count
        }
        #expect(densities.reduce(0, +) / Double(densities.count) > 0.38)
        #expect(found <= 2)
    }

    @Test("limits that luck explains fall away, true ones stay")
    func luck() throws {
        var (kept, dense): ([String: Int], Int) = ([:], 0)
        for seed in UInt64(40)...59 {
            let finding = try Self.points(400, seed: seed).find(density: 0.8, boxes: 1)
            let box = try #require(finding.boxes.first)
            if finding.rule == .dense(0.8) {
                #expect(box.density >= 0.8, "as the rule says, also without limits of luck")
                dense += 1
            }
            for limit in box.box.limits { kept[limit.input, default: 0] += 1 }
            for side in box.significance where side.lower == nil || side.upper == nil {
                #expect(side.whole <= PrimPoints.luck, "seed \(seed)")
            }
        }
        #expect(dense >= 17)
        #expect(kept["x0", default: 0] >= 17 && kept["x1", default: 0] >= 17, "\(kept)")
        #expect((2...6).allSatisfy { kept["x\($0)", default: 0] < 10 }, "\(kept)")
    }

    @Test("a box made of limits holds what the points in it say")
    func step() throws {
        let points = try Self.points(500, seed: 3)
        let box = Box([
            BoxLimit(input: "x0", allowed: .range(lower: nil, upper: 0.4)),
            BoxLimit(input: "x3", allowed: .range(lower: 0.2, upper: 0.9)),
        ])
        let step = points.step(of: box, in: points.search(among: Array(0..<500)))
        let inside = points.points(in: box)
        #expect(step.points == inside.count)
        #expect(step.cases == inside.count { points.isCase[$0] })
        #expect(step.box == box)
        #expect(box.dropping("x3", .lower).limits[1].allowed == .range(lower: nil, upper: 0.9))
        #expect(box.dropping("x0", .whole).restrictedCount == 1)
    }

    @Test("the simpler box has fewer limits and nearly the same F-measure")
    func simpler() throws {
        // The third limit cuts off six of a hundred points: true, and hardly worth a clause.
        var draws = SeededDraws(70)
        let rows = (0..<2_000).map { _ in (0..<4).map { _ in draws.real(0...1) } }
        let points = try PrimPoints(
            (0..<4).map { input in PrimInput("x\(input)", .numbers(rows.map { $0[input] })) },
            isCase: rows.map { $0[0] < 0.5 && $0[1] > 0.4 && $0[2] > 0.06 })
        let box = Box([
            BoxLimit(input: "x0", allowed: .range(lower: nil, upper: 0.5)),
            BoxLimit(input: "x1", allowed: .range(lower: 0.4, upper: nil)),
            BoxLimit(input: "x2", allowed: .range(lower: 0.06, upper: nil)),
        ])
        let all = points.search(among: Array(0..<2_000))
        let step = points.step(of: box, in: all)
        #expect(step.density == 1 && step.coverage == 1)
        let simpler = try #require(points.simpler(than: step, in: all))
        #expect(simpler.box == box.dropping("x2", .whole))
        #expect(simpler.balance >= 0.95 && simpler.coverage == 1)
    }

    @Test("too few points of interest: the number that would do")
    func tooFew() throws {
        let points = try PrimPoints(
            [PrimInput("x", .numbers((0..<200).map { Double($0) }))],
            isCase: (0..<200).map { $0 >= 190 })
        #expect(
            try points.freshTest(density: 0.8, boxes: 1)
                == .tooFewCases(10, pointsNeeded: 500))
    }

    @Test("points of one draw are set aside together")
    func together() throws {
        // Each draw stands twice; were its twin among the others, every box would do as well fresh.
        var draws = SeededDraws(5)
        let once = (0..<120).map { _ in (draws.real(0...1), draws.chance(0.4)) }
        let twice = once + once
        let points = try PrimPoints(
            [PrimInput("x", .numbers(twice.map(\.0)))], isCase: twice.map(\.1),
            sources: Array(0..<120) + Array(0..<120))
        let alone = try PrimPoints(
            [PrimInput("x", .numbers(once.map(\.0)))], isCase: once.map(\.1))
        guard case .tested(let both) = try points.freshTest(density: 0.5, boxes: 1),
            case .tested(let single) = try alone.freshTest(density: 0.5, boxes: 1)
        else {
            Issue.record("not tested")
            return
        }
        #expect(both.boxes[0].cases == 2 * single.boxes[0].cases)
        #expect(both.boxes[0].points == 2 * single.boxes[0].points)
    }
}
