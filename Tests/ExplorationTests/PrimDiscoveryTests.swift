import Exploration
import Testing
import _TestSupport

@testable import Exploration
@testable import Quantities

/// Laws of the search for boxes, on made points of every kind.
@Suite struct PrimDiscoveryTests {
    private static let shapes = ["nine", "switches", "mixed", "ties"]

    private func settings(boxes: Int = 1, paste: Double? = 0.05) -> PrimSettings {
        var settings = PrimSettings()
        settings.boxCount = boxes
        settings.pasteAlpha = paste
        return settings
    }

    @Test("Every step holds what a recount of its limits finds", arguments: shapes)
    func recount(shape: String) throws {
        let points = try PrimMadePoints(shape).points()
        var isLeft = points.isCase.map { _ in true }
        let found = try points.discover(settings(boxes: 3))
        #expect(found.rounds.count == 3)
        for round in found.rounds {
            for step in round.trajectory {
                let inside = points.points(in: step.box).filter { isLeft[$0] }
                let cases = inside.count { points.isCase[$0] }
                #expect(step.points == inside.count && step.cases == cases)
                #expect(step.density == Double(cases) / Double(inside.count))
                #expect(step.coverage == Double(cases) / Double(points.caseCount))
                #expect(step.mass == Double(inside.count) / Double(points.count))
                #expect(step.mass >= 0.05)
                #expect(step.significance.map(\.input) == step.box.limits.map(\.input))
            }
            for point in points.points(in: try #require(round.chosen).box) {
                isLeft[point] = false
            }
        }
    }

    @Test("Peeling: points and coverage fall, density rises; pasting: all three rise")
    func directions() throws {
        for shape in Self.shapes {
            let points = try PrimMadePoints(shape).points()
            let peeled = try points.discover(settings(paste: nil)).rounds[0].trajectory
            let pasted = try points.discover(settings()).rounds[0].trajectory
            #expect(pasted.prefix(peeled.count).elementsEqual(peeled))
            #expect(peeled[0].coverage == 1 && peeled[0].box.limits.isEmpty)
            for (step, next) in zip(peeled, peeled.dropFirst()) {
                #expect(next.points < step.points && next.coverage <= step.coverage)
                #expect(next.density > step.density)
            }
            for (step, next) in zip(pasted, pasted.dropFirst()).dropFirst(peeled.count - 1) {
                #expect(next.points > step.points && next.coverage > step.coverage)
                #expect(next.density > step.density)
            }
        }
    }

    @Test("The order of points does not matter, not in a single bit", arguments: shapes)
    func order(shape: String) throws {
        let made = PrimMadePoints(shape)
        var shuffled = made
        var draws = SeededDraws(5)
        let order = made.isCase.indices.shuffled(using: &draws)
        shuffled.numbers = made.numbers.map { column in order.map { column[$0] } }
        shuffled.labels = made.labels.map { column in order.map { column[$0] } }
        shuffled.isCase = order.map { made.isCase[$0] }
        let settings = settings(boxes: 3)
        #expect(try shuffled.points().discover(settings) == made.points().discover(settings))
    }

    @Test("Peeling sees the order of an input's values only, not its scale", arguments: shapes)
    func monotone(shape: String) throws {
        let made = PrimMadePoints(shape)
        var bent = made
        bent.numbers = made.numbers.enumerated().map { column, values in
            values.map { column.isMultiple(of: 2) ? $0 * $0 * $0 + $0 : 1000 / (5 - $0) }
        }
        let plain = try made.points().discover(settings(paste: nil)).rounds[0].trajectory
        let other = try bent.points().discover(settings(paste: nil)).rounds[0].trajectory
        #expect(plain.count > 3 && plain.count == other.count)
        for (step, same) in zip(plain, other) {
            #expect(step.points == same.points && step.cases == same.cases)
            #expect(step.box.limits.map(\.input) == same.box.limits.map(\.input))
        }
    }

    @Test("Twice the unit is twice the limit, and nothing else", arguments: shapes)
    func scale(shape: String) throws {
        let made = PrimMadePoints(shape)
        var doubled = made
        doubled.numbers = made.numbers.map { $0.map { 2 * $0 } }
        let plain = try made.points().discover(settings(boxes: 2))
        let other = try doubled.points().discover(settings(boxes: 2))
        for (round, same) in zip(plain.rounds, other.rounds) {
            #expect(round.trajectory.count == same.trajectory.count)
            for (step, twice) in zip(round.trajectory, same.trajectory) {
                #expect(step.points == twice.points && step.significance == twice.significance)
                for (limit, far) in zip(step.box.limits, twice.box.limits) {
                    guard case .range(let lower, let upper) = limit.allowed else { continue }
                    #expect(
                        far.allowed
                            == .range(lower: lower.map { 2 * $0 }, upper: upper.map { 2 * $0 }))
                }
            }
        }
    }

    @Test("A switch is the same as a number of two values and as two categories")
    func switches() throws {
        var made = PrimMadePoints("switches")
        made.isCase = zip(made.isCase, made.numbers[0]).map { $0 && $1 > 0 }
        let plain = try made.points().discover(settings()).rounds[0].trajectory
        let labels = made.numbers[0].map { $0 < 0 ? "off" : "on" }
        let inputs =
            [PrimInput("x0", .categories(labels))]
            + zip(made.names, made.numbers).dropFirst().map { PrimInput($0, .numbers($1)) }
        let other = try PrimPoints(inputs, isCase: made.isCase).discover(settings())
        #expect(other.rounds[0].trajectory.map(\.points) == plain.map(\.points))
        #expect(other.rounds[0].trajectory.map(\.cases) == plain.map(\.cases))
        #expect(
            other.boxes[0].box.limits[0] == BoxLimit(input: "x0", allowed: .categories(["on"])))
        #expect(
            other.boxes[0].significance.map(\.whole)
                == plain[plain.count - 1].significance.map(\.whole))
        made.numbers[0] = made.numbers[0].map { _ in 7 }
        let without = try made.points().discover(settings()).boxes[0].box.limits
        #expect(!without.contains { $0.input == "x0" }, "an input of one value is never limited")
    }

    @Test("A planted box is found, with its inputs, limits and categories")
    func planted() throws {
        var draws = SeededDraws(3)
        var columns: [[Double]] = [[], [], [], []]
        var place: [String] = []
        for _ in 0..<2000 {
            for column in columns.indices { columns[column].append(draws.real(0...1)) }
            place.append(["kota", "kabupaten", "provinsi"][draws.whole(0...2)])
        }
        let isCase = place.indices.map {
            columns[0][$0] < 0.4 && columns[2][$0] > 0.5 && place[$0] != "provinsi"
        }
        let inputs = columns.enumerated().map { PrimInput("x\($0)", .numbers($1)) }
        let points = try PrimPoints(
            inputs + [PrimInput("place", .categories(place))], isCase: isCase)
        let step = try #require(points.discover().boxes.first)
        #expect(step.density > 0.98 && step.coverage > 0.95)
        #expect(step.box.limits.map(\.input) == ["x0", "x2", "place"])
        guard case .range(nil, let upper?) = step.box.limits[0].allowed,
            case .range(let lower?, nil) = step.box.limits[1].allowed
        else {
            Issue.record("\(step.box)")
            return
        }
        #expect(abs(upper - 0.4) < 0.02 && abs(lower - 0.5) < 0.02)
        #expect(step.box.limits[2].allowed == .categories(["kabupaten", "kota"]))
        #expect(step.significance.allSatisfy { $0.whole < 1e-6 })
    }

    @Test("Tables: a row for each step, a row for each limit of the chosen step")
    func tables() throws {
        let found = try PrimMadePoints("mixed").points().discover(settings(boxes: 2))
        let steps = found.rounds.map(\.trajectory.count)
        #expect(found.trajectoryTable.rowCount == steps[0] + steps[1])
        let chosen = try #require(found.trajectoryTable[column: "is_chosen"])
        guard case .whole(let flags) = chosen.cells else {
            Issue.record("flags are whole numbers")
            return
        }
        #expect(flags.indices.filter { flags[$0] == 1 } == [steps[0] - 1, steps[0] + steps[1] - 1])
        #expect(
            found.limitTable().rowCount == found.boxes.reduce(0) { $0 + $1.box.restrictedCount })
        let all = found.rounds.flatMap(\.trajectory).reduce(0) { $0 + $1.box.restrictedCount }
        #expect(found.limitTable(ofEveryStep: true).rowCount == all)
    }
}
