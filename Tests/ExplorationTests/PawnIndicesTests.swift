import Foundation
import Testing

@testable import Exploration
@testable import Sampling

/// Distances of distributions from given rows, against SALib's and against exact ones.
@Suite struct PawnIndicesTests {
    /// Numbers of `Tests/Reference/pawn.csv`, by kind.
    private static func reference() throws -> [String: [[Double]]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(
            contentsOf: folder.appending(path: "Reference/pawn.csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
        return Dictionary(grouping: lines) { String($0[0]) }.mapValues { rows in
            rows.map { $0.dropFirst().compactMap { Double($0) } }
        }
    }

    /// SALib's last slice lacks a row, which moves a distance by one over its rows at most.
    @Test("Medians, means and greatest distances are SciPy's on the same rows, and SALib's")
    func salib() throws {
        let tables = try Self.reference()
        let rows = try #require(tables["row"])
        let found = try PawnIndices(
            points: rows.map { Array($0[..<4]) }, inputs: ["x1", "x2", "x3", "dummy"],
            outputs: [rows.map { $0[4] }], named: ["y"])
        for (place, kind) in ["median", "mean", "greatest"].enumerated() {
            let expected = try #require(tables[kind]?.first)
            for (estimate, expected) in zip(found.outputs[0].estimates, expected) {
                let value = [estimate.median.value, estimate.mean, estimate.greatest][place]
                #expect(abs(value - expected) < 1e-10, "\(kind): \(value) of \(expected)")
                #expect(estimate.slices == 10)
            }
        }
        let other = try #require(tables["salib"]?.first)
        for (estimate, other) in zip(found.outputs[0].estimates, other) {
            #expect(abs(estimate.median.value - other) < 0.02)
        }
    }

    /// Rows of Ishigami's function and an input that it does not know.
    private func ishigami(_ count: Int, seed: UInt64) throws -> PawnIndices {
        let design = try UnitDesign(
            .latinHypercube, names: ["x1", "x2", "x3", "dummy"], count: count, seed: seed)
        let points = (0..<count).map(design.row)
        return try PawnIndices(
            points: points, inputs: design.names,
            outputs: [points.map { KnownFunction.ishigami.value(Array($0[..<3]), 0) }],
            named: ["y"])
    }

    @Test("An input that does nothing comes out as nothing, the others do not", arguments: 1...8)
    func dummy(_ seed: UInt64) throws {
        let found = try ishigami(1000, seed: seed).outputs[0].estimates
        #expect(found[3].median.verdict != .distinct && found[3].median.value < found[3].nothing)
        #expect(found[0].median.verdict == .distinct && found[1].median.verdict == .distinct)
        for estimate in found {
            let median = estimate.median
            #expect(median.low < median.value && median.value < median.high)
        }
    }

    @Test("One input in twenty that does nothing is told from none, or fewer")
    func falseAlarms() throws {
        let rows = 200
        let alarms = try (0..<200).count { seed in
            let stream = RandomStream(seed: UInt64(seed), name: "nothing")
            let points = (0..<rows).map { [stream.uniform($0, 0)] }
            let values = (0..<rows).map { stream.uniform($0, 1) }
            let found = try PawnIndices(
                points: points, inputs: ["x"], outputs: [values], named: ["y"])
            return found.outputs[0].estimates[0].median.verdict == .distinct
        }
        #expect(alarms <= 20, "\(alarms) of 200")
    }

    /// y = x: within a tenth of x, F(y) is one step; of k = 1...10 the distance is
    /// max(k - 1, 10 - k) / 10, whose median is 0.7, and the greatest 0.9.
    @Test("Of y = x distances are those of steps")
    func identity() throws {
        let points = (0..<1000).map { [Double($0)] }
        let found = try PawnIndices(
            points: points, inputs: ["x"], outputs: [points.map { $0[0] }], named: ["y"]
        ).outputs[0].estimates[0]
        #expect(abs(found.median.value - 0.7) < 0.005 && abs(found.greatest - 0.9) < 0.005)
        #expect(found.median.verdict == .distinct)
    }

    @Test("A choice has a slice for each of its values")
    func choice() throws {
        let points = (0..<300).map { [Double($0 % 3), Double($0 % 7)] }
        let found = try PawnIndices(
            points: points, inputs: ["rule", "idle"],
            outputs: [points.map { $0[0] == 2 ? 1 : 0 }], named: ["y"]
        ).outputs[0].estimates
        #expect(found.map(\.slices) == [3, 7])
        // One slice is all 1, the others all 0: 2/3 and twice 1/3 from a third.
        #expect(abs(found[0].median.value - 1.0 / 3) < 1e-12)
        #expect(abs(found[0].greatest - 2.0 / 3) < 1e-12)
        #expect(found[1].median.verdict != .distinct)
    }

    @Test("Too few rows are refused, and rows without a value left out")
    func refused() throws {
        let points = (0..<120).map { [Double($0)] }
        var values = points.map { $0[0] }
        for row in 0..<20 { values[row] = .nan }
        let found = try PawnIndices(points: points, inputs: ["x"], outputs: [values], named: ["y"])
        #expect(found.outputs[0].rows == 100)
        values[20] = .nan
        #expect(throws: PawnFault.tooFewRows(99, output: "y", needed: 100)) {
            try PawnIndices(points: points, inputs: ["x"], outputs: [values], named: ["y"])
        }
    }
}
