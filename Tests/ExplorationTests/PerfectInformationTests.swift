import Exploration
import Sampling
import Testing
import _TestSupport

@testable import Exploration
@testable import Quantities

/// What it would be worth to know the future.
@Suite struct PerfectInformationTests {
    private let gain = RobustIndicator("gain", unit: .factor, .higherIsBetter)

    @Test("G11: a normal net benefit (100, 200), by Sobol points and by drawn ones")
    func sampled() throws {
        let benefit = try Distribution.normal(mean: 100, deviation: 200)
        let sobol = try SobolSequence(dimensions: 1, scramble: 2026)
        let spread = (0..<1 << 14).map { benefit.quantile(sobol.coordinate($0, 0)) }
        #expect(abs(try information(spread).value - 39.559311) < 0.02)
        var within = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            var draws = SeededDraws(seed)
            let drawn = (0..<1000).map { _ in benefit.quantile(draws.real(1e-12...(1 - 1e-12))) }
            let found = try information(drawn)
            #expect(found.policy == "yes" && found.standardError < 4)
            if abs(found.value - 39.559311) <= 2 * found.standardError { within += 1 }
        }
        #expect((34...40).contains(within), "\(within) of 40 within two standard errors")
    }

    private func information(_ benefits: [Double]) throws -> PerfectInformation {
        try RobustFutures(
            policies: ["no", "yes"], indicators: [gain],
            payoffs: [[benefits.map { _ in 0 }, benefits]]
        ).perfectInformation(of: "gain")
    }

    @Test("The mean of the best less the best of the means, never negative")
    func definition() throws {
        for seed in 1...60 as ClosedRange<UInt64> {
            var draws = SeededDraws(seed)
            let (policies, count) = (draws.whole(1...5), draws.whole(1...30))
            let rows = (0..<policies).map { _ in (0..<count).map { _ in draws.real(-5...5) } }
            let weights = draws.shares(count)
            let futures = try RobustFutures(
                policies: rows.indices.map { "p\($0)" }, indicators: [gain], payoffs: [rows],
                weights: weights)
            let best = (0..<count).reduce(0) { sum, future in
                sum + weights[future] * rows.map { $0[future] }.max()!
            }
            let measures = try futures.measures(of: "gain")
            let found = try futures.perfectInformation(of: "gain")
            #expect(abs(found.value - (best - measures.expected.max()!)) < 1e-12, "seed \(seed)")
            #expect(found.value >= 0, "seed \(seed)")
            #expect(measures.best(by: .expected) == [found.policy], "seed \(seed)")
        }
    }

    @Test("One policy that is best everywhere: nothing to know")
    func nothing() throws {
        let futures = try RobustFutures(
            policies: ["a", "b"], indicators: [gain], payoffs: [[[1, 2], [3, 4]]])
        let found = try futures.perfectInformation(of: "gain")
        #expect(found.value == 0 && found.standardError == 0 && found.policy == "b")
    }
}
