import Testing

@testable import Exploration

/// Whether intervals contain the exact indices as often as they say. Slow: 200 designs each.
@Suite(.serialized) struct SobolCoverageReferenceTests {
    private static let repetitions = 200
    private static let levels = [0.8, 0.9, 0.95]

    /// How often each interval of each level covers the exact index, over designs of other seeds.
    private func coverage(
        _ function: KnownFunction, secondOrder: Bool, points: SobolDesign.Points, base: Int,
        repetitions: Int = repetitions
    ) throws -> [[Int]] {
        let exact = function.indices(secondOrder: secondOrder)
        var covered = Self.levels.map { _ in exact.map { _ in 0 } }
        for repetition in 0..<repetitions {
            let design = try SobolDesign(
                names: function.names, base: base, seed: UInt64(repetition),
                secondOrder: secondOrder, points: points)
            let values = function.outputs(of: design)
            for (place, level) in Self.levels.enumerated() {
                let output = try design.indices(
                    of: [values], named: ["y"], level: level, resamples: 100
                ).outputs[0]
                for (index, estimate) in output.estimates.enumerated()
                where estimate.low <= exact[index] && exact[index] <= estimate.high {
                    covered[place][index] += 1
                }
            }
        }
        return covered
    }

    /// Without second order one function will do.
    private static func functions(_ secondOrder: Bool) -> [(String, KnownFunction)] {
        [("G1", KnownFunction.ishigami)] + (secondOrder ? [("G3", .sobolG)] : [])
    }

    /// Within 3.5 standard errors of a binomial of the nominal rate.
    private func expectNominal(_ covered: [[Int]], _ name: String) {
        for (level, counts) in zip(Self.levels, covered) {
            let error = (level * (1 - level) / Double(Self.repetitions)).squareRoot()
            for (index, count) in counts.enumerated() {
                let rate = Double(count) / Double(Self.repetitions)
                #expect(
                    abs(rate - level) <= 3.5 * error, "\(name), index \(index): \(rate) of \(level)"
                )
            }
        }
    }

    @Test(
        "Intervals of replicated Sobol points cover at their rate: G1, G3",
        arguments: [true, false])
    func replicated(_ secondOrder: Bool) throws {
        for (name, function) in Self.functions(secondOrder) {
            let covered = try coverage(
                function, secondOrder: secondOrder, points: .replicatedSobol(secondOrder ? 16 : 8),
                base: 512)
            expectNominal(covered, name)
        }
    }

    @Test(
        "Bootstrap intervals of independent points cover at their rate: G1, G3",
        arguments: [true, false])
    func independent(_ secondOrder: Bool) throws {
        for (name, function) in Self.functions(secondOrder) {
            let covered = try coverage(
                function, secondOrder: secondOrder, points: .monteCarlo, base: 512)
            expectNominal(covered, name)
        }
    }

    @Test("A single sequence's bootstrap intervals are too wide, as documented")
    func single() throws {
        let covered = try coverage(
            .ishigami, secondOrder: false, points: .sobol, base: 1024,
            repetitions: 50)
        #expect(covered[0].allSatisfy { $0 > 47 }, "\(covered[0])")
    }

    @Test("Intervals of mean absolute effects cover at their rate")
    func morris() throws {
        // An input's effect on u^2 is a + b for a step from a to b, both uniform: its mean is 1.
        var covered = Self.levels.map { _ in [0, 0] }
        for repetition in 0..<Self.repetitions {
            let design = try MorrisDesign(
                names: ["u", "v"], repetitions: 12, seed: UInt64(repetition))
            let values = (0..<design.count).map { run in
                design.unitRow(run).reduce(0) { $0 + $1 * $1 }
            }
            for (place, level) in Self.levels.enumerated() {
                let effects = try design.effects(of: [values], named: ["y"], level: level)
                for (input, effect) in effects.outputs[0].effects.enumerated() {
                    let estimate = effect.meanAbsolute
                    if estimate.low <= 1 && 1 <= estimate.high { covered[place][input] += 1 }
                }
            }
        }
        expectNominal(covered, "mu*")
    }
}
