import Testing

@testable import Exploration

/// Whether intervals hold the exact indices as often as they say where outcomes are skewed or rare.
/// Slow: up to 300 designs each.
@Suite(.serialized) struct RareCoverageReferenceTests {
    private static let levels = [0.8, 0.9, 0.95]

    /// Where shares were said: how often the intervals of each level hold each exact index.
    private struct Coverage {
        /// Designs whose indices had intervals; the others said that they rest on too few.
        var shown = 0
        /// By level, then index.
        var held: [[Int]]
        /// By index: the rows that carried it, or its rest, on the average; the fewer of the two.
        var carrying: [Double]
    }

    /// Counts over designs of other seeds.
    private func coverage(
        _ function: KnownFunction, base: Int, points: SobolDesign.Points,
        repetitions: Int
    ) throws -> Coverage {
        let exact = function.indices(secondOrder: true)
        var found = Coverage(
            held: Self.levels.map { _ in exact.map { _ in 0 } }, carrying: exact.map { _ in 0 })
        for repetition in 0..<repetitions {
            let design = try SobolDesign(
                names: function.names, base: base, seed: UInt64(repetition), points: points)
            let values = function.outputs(of: design)
            for (place, level) in Self.levels.enumerated() {
                let output = try design.indices(
                    of: [values], named: ["y"], level: level, resamples: 200
                ).outputs[0]
                if output.restsOnFew { continue }
                if place == 0 { found.shown += 1 }
                for (index, estimate) in output.estimates.enumerated() {
                    #expect(estimate.low < estimate.high)
                    if place == 0 { found.carrying[index] += Double(estimate.rows) }
                    if estimate.low <= exact[index] && exact[index] <= estimate.high {
                        found.held[place][index] += 1
                    }
                }
            }
        }
        for index in exact.indices { found.carrying[index] /= Double(max(1, found.shown)) }
        return found
    }

    /// Of all indices together within 3 in 100 of the level and what luck does to three of them; of
    /// each within as much and its own luck, where at least three rows carry it.
    private func expectNominal(_ found: Coverage, _ name: String) {
        for (level, counts) in zip(Self.levels, found.held) {
            let shown = Double(found.shown)
            let whole = Double(counts.reduce(0, +)) / (shown * Double(counts.count))
            let deviation = (level * (1 - level) / shown).squareRoot()
            let luck = 2.5 * deviation
            #expect(
                abs(whole - level) <= 0.03 + deviation / 3.0.squareRoot(),
                "\(name): \(whole) of \(level)")
            for (index, count) in counts.enumerated() {
                let rate = Double(count) / shown
                let most = found.carrying[index] < 3 ? 1 : level + 0.03 + luck
                #expect(
                    rate >= level - 0.03 - luck && rate <= most,
                    "\(name), index \(index): \(rate) of \(level), \(found.carrying[index]) rows")
            }
        }
    }

    @Test(
        "Intervals of a skewed outcome hold as often as they say",
        arguments: [(1024, 300), (4096, 100)])
    func skewed(_ base: Int, _ repetitions: Int) throws {
        let found = try coverage(
            .lognormalProduct, base: base, points: .replicatedSobol(16), repetitions: repetitions)
        #expect(found.shown == repetitions)
        expectNominal(found, "lognormal")
    }

    @Test(
        "Intervals of rare outcomes hold as often as they say, or are not given",
        arguments: [(0.1, 1024, 300), (0.025, 1024, 300), (0.025, 8192, 80), (0.01, 4096, 120)])
    func rare(_ chance: Double, _ base: Int, _ repetitions: Int) throws {
        let found = try coverage(
            .event(chance), base: base, points: .replicatedSobol(16), repetitions: repetitions)
        #expect(found.shown == repetitions)
        expectNominal(found, "\(chance)")
    }

    @Test("Of an event of 1 % at 1,024 base points no share is said")
    func tooRare() throws {
        let found = try coverage(
            .event(0.01), base: 1024, points: .replicatedSobol(16), repetitions: 50)
        #expect(found.shown <= 2)
    }

    @Test("Resampled intervals hold as often", arguments: [0.1, 0.025])
    func resampled(_ chance: Double) throws {
        expectNominal(
            try coverage(.event(chance), base: 1024, points: .monteCarlo, repetitions: 150),
            "\(chance), bootstrap")
    }
}
