import Foundation
import Testing

@testable import Exploration

/// Estimators that are also SALib's, on outputs and results of `Tests/Reference/salib.py`.
@Suite struct SensitivityReferenceTests {
    /// The lines of a table below its heading, cell by cell.
    private static func lines(_ name: String) throws -> [[String]] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(
            contentsOf: folder.appending(path: "Reference/\(name)"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").map(String.init)
        }
    }

    /// The numbers of a case and kind, in order.
    private static func numbers(_ name: String, _ kind: String) throws -> [Double] {
        try lines("salib.csv").filter { $0[0] == name && $0[1] == kind }.compactMap {
            Double($0[3])
        }
    }

    @Test("First order by Saltelli and total by Jansen are SALib's", arguments: ["ishigami", "g"])
    func sobol(_ name: String) throws {
        let function = name == "g" ? KnownFunction.sobolG : .ishigami
        let outputs = try Self.numbers(name, "output")
        let design = try SobolDesign(
            names: function.names, base: 32, seed: 1, secondOrder: false, points: .monteCarlo)
        let found = try design.indices(of: [outputs], named: ["y"]).outputs[0]
        for (kind, estimates) in [("first", found.first), ("total", found.total)] {
            let expected = try Self.numbers(name, kind)
            #expect(expected.count == function.names.count)
            for (estimate, expected) in zip(estimates, expected) {
                #expect(abs(estimate.value - expected) < 1e-10, "\(kind) \(estimate.value)")
            }
        }
    }

    @Test("Effects along trajectories are SALib's")
    func morris() throws {
        let design = try MorrisDesign(
            names: ["x1", "x2", "x3"], repetitions: 10, seed: 42, path: .trajectory(levels: 4))
        let points = try Self.lines("salib-trajectories.csv").map { $0.compactMap(Double.init) }
        #expect((0..<design.count).map(design.unitRow) == points)
        let outputs = try Self.numbers("morris", "output")
        let effects = try design.effects(of: [outputs], named: ["y"]).outputs[0].effects
        let (mean, star) = try (
            Self.numbers("morris", "mu"), Self.numbers("morris", "mu_star")
        )
        let deviation = try Self.numbers("morris", "sigma")
        try #require(effects.count == star.count && star.count == 3)
        for (place, effect) in effects.enumerated() {
            #expect(abs(effect.meanAbsolute.value - star[place]) < 1e-10)
            #expect(abs((effect.mean ?? .nan) - mean[place]) < 1e-10)
            #expect(abs((effect.standardDeviation ?? .nan) - deviation[place]) < 1e-10)
        }
    }
}
