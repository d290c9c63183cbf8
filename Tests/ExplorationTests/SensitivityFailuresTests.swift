import Testing

@testable import Exploration

/// Designs some of whose runs failed.
@Suite struct SensitivityFailuresTests {
    private func design() throws -> SobolDesign {
        try SobolDesign(names: ["a", "b", "c"], base: 256, seed: 4)
    }

    @Test("Rows with a failed run are left out of every output and counted")
    func dropped() throws {
        let design = try design()
        let values = KnownFunction.ishigami.outputs(of: design)
        var holed = values
        holed[3] = .nan
        holed[5] = .infinity
        holed[8 * 100 + 7] = -.infinity
        let indices = try design.indices(of: [values, holed], named: ["y", "z"])
        #expect(indices.kept == 254 && indices.base == 256)
        #expect(indices.outputs[0].estimates == indices.outputs[1].estimates)
        let failures = try #require(indices.failures)
        #expect(failures.failedRuns == 3 && failures.runs == 2048)
        #expect(failures.droppedRows == 2 && failures.rows == 256)
        #expect(indices.outputs[0].estimates.allSatisfy { $0.standardError.isFinite })
    }

    @Test("What failed rows held does not matter")
    func ignored() throws {
        for points in SobolDesignTests.kinds {
            let design = try SobolDesign(
                names: ["x1", "x2", "x3"], base: 256, seed: 4, points: points)
            var values = KnownFunction.ishigami.outputs(of: design)
            values[8 * 17] = .nan
            let first = try design.indices(of: [values], named: ["y"])
            for run in 8 * 17 + 1..<8 * 18 { values[run] = 1e200 }
            let second = try design.indices(of: [values], named: ["y"])
            #expect(first.outputs == second.outputs)
        }
    }

    @Test("The input that separates failed runs is named, with where they lie")
    func region() throws {
        let design = try design()
        let values = (0..<design.count).map { run in
            let point = design.unitRow(run)
            return point[1] > 0.7 && point[1] < 0.8 ? Double.nan : point[0]
        }
        let failures = try #require(
            SensitivityFailures(design, failed: SensitivityFailures.failedRuns([values])))
        let best = failures.regions[1]
        #expect(best.input == "b" && best.separation > 0.95)
        #expect(best.failed.lowerBound > 0.7 && best.failed.upperBound < 0.8)
        #expect(best.stretch.lowerBound > 0.68 && best.stretch.upperBound < 0.82)
        #expect(best.all.lowerBound < 0.02 && best.all.upperBound > 0.98)
        #expect(failures.regions.map(\.input) == ["a", "b", "c"])
        #expect(failures.regions[0].separation < 0.3)
    }

    @Test("No failure, no description; too many, no indices")
    func extremes() throws {
        let design = try design()
        var values = [Double](repeating: 1, count: design.count)
        #expect(try design.indices(of: [values], named: ["y"]).failures == nil)
        for row in 10..<256 { values[row * 8 + 2] = .nan }
        #expect(throws: SensitivityFault.tooFewRows(kept: 10, of: 256, needed: 16)) {
            try design.indices(of: [values], named: ["y"])
        }
    }
}
