import Exploration
import Testing
import _TestSupport

@testable import Exploration

/// Choosing a step, ending a search, and what settings and points may not be.
@Suite struct PrimSettingsTests {
    private let points: PrimPoints

    init() throws { points = try PrimMadePoints("mixed").points() }

    private func discover(
        _ change: (inout PrimSettings) -> Void
    ) throws(PrimFault) -> PrimDiscovery {
        var settings = PrimSettings()
        change(&settings)
        return try points.discover(settings)
    }

    @Test("A choice by density takes the widest step, a choice by coverage the densest")
    func choices() throws {
        let trajectory = try discover { _ in }.rounds[0].trajectory
        let dense = try #require(discover { $0.choice = .density(0.6) }.boxes.first)
        let wide = try #require(discover { $0.choice = .coverage(0.6) }.boxes.first)
        let candidates = trajectory.filter { !$0.box.limits.isEmpty }
        #expect(dense.density >= 0.6 && wide.coverage >= 0.6)
        #expect(
            dense.coverage == candidates.filter { $0.density >= 0.6 }.map(\.coverage).max())
        #expect(
            wide.density == candidates.filter { $0.coverage >= 0.6 }.map(\.density).max())
        #expect(try discover { _ in }.boxes == [trajectory[trajectory.count - 1]])
    }

    @Test("Boxes share no point; the search ends when none is dense enough or no case is left")
    func covering() throws {
        let points = try PrimMadePoints("nine").points()
        var covering = PrimSettings()
        covering.boxCount = 50
        covering.choice = .density(0.4)
        let found = try points.discover(covering)
        #expect(found.rounds.count == found.boxes.count + 1)
        #expect(found.rounds[found.rounds.count - 1].choice == nil)
        #expect(found.boxes.count >= 2)
        #expect(found.boxes.allSatisfy { $0.density >= 0.4 })
        var seen: Set<Int> = []
        for step in found.boxes {
            let fresh = Set(points.points(in: step.box)).subtracting(seen)
            #expect(fresh.count == step.points)
            seen.formUnion(fresh)
        }
        let tiny = try PrimPoints(
            [PrimInput("x", .numbers((0..<40).map(Double.init)))],
            isCase: (0..<40).map { $0 >= 36 })
        var settings = PrimSettings()
        settings.boxCount = 9
        let all = try tiny.discover(settings)
        #expect(all.boxes.count == 1 && all.rounds.count == 1)
        #expect(all.boxes[0].coverage == 1 && all.boxes[0].density == 1)
    }

    @Test("A least mass of one allows no step, and no box")
    func wholeMass() throws {
        let found = try discover { $0.minimumMass = 1 }
        #expect(found.rounds[0].trajectory.count == 1)
        #expect(found.rounds[0].choice == nil && found.boxes.isEmpty)
    }

    @Test("Points that are no points are named")
    func badPoints() {
        let cases = [true, false, true]
        func fault(_ inputs: [PrimInput], _ isCase: [Bool]) -> PrimFault? {
            do throws(PrimFault) {
                _ = try PrimPoints(inputs, isCase: isCase)
                return nil
            } catch { return error }
        }
        let good = PrimInput("x", .numbers([1, 2, 3]))
        #expect(fault([good], cases) == nil)
        #expect(fault([good], []) == .pointCount(0))
        #expect(fault([], cases) == .noInputs)
        #expect(fault([good, good], cases) == .duplicateInput("x"))
        #expect(
            fault([PrimInput("y", .categories(["a"]))], cases)
                == .lengthsDiffer(input: "y", 1, expected: 3))
        #expect(
            fault([PrimInput("x", .numbers([1, .infinity, 3]))], cases)
                == .notFinite(input: "x", point: 1, .infinity))
        #expect(fault([good], [true, true, true]) == .sameOutcome(true))
        #expect(fault([good], [false, false, false]) == .sameOutcome(false))
    }

    @Test("Settings out of range are named")
    func badSettings() {
        #expect(throws: PrimFault.alpha(0.5)) { try discover { $0.peelAlpha = 0.5 } }
        #expect(throws: PrimFault.alpha(0)) { try discover { $0.pasteAlpha = 0 } }
        #expect(throws: PrimFault.minimumMass(0)) { try discover { $0.minimumMass = 0 } }
        #expect(throws: PrimFault.share(1.5)) { try discover { $0.choice = .density(1.5) } }
        #expect(throws: PrimFault.share(-1)) { try discover { $0.minimumDensity = -1 } }
        #expect(throws: PrimFault.boxCount(0)) { try discover { $0.boxCount = 0 } }
    }
}
