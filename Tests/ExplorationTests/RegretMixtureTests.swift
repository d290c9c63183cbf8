import Exploration
import Testing
import _TestSupport

@testable import Exploration
@testable import Quantities

/// Mixtures of policies with the smallest largest regret.
@Suite struct RegretMixtureTests {
    private let gain = RobustIndicator("gain", unit: .factor, .higherIsBetter)

    private func regrets(_ rows: [[Double]]) throws -> RegretTable {
        try RobustFutures(
            policies: rows.indices.map { "p\($0)" }, indicators: [gain], payoffs: [rows]
        ).regrets(of: "gain")
    }

    @Test("G10: mixed minimax regret 61.111 / 0 / 38.889 % with value 4.277778")
    func golden10() throws {
        let mixture = try regrets([[-4, 4, 12], [-2, 3, 8], [3, 2, 1]]).mixture()
        #expect(abs(mixture.shares[0] - 11.0 / 18) < 1e-9)
        #expect(abs(mixture.shares[1]) < 1e-9)
        #expect(abs(mixture.shares[2] - 7.0 / 18) < 1e-9)
        #expect(abs(mixture.regret - 77.0 / 18) < 1e-9)
    }

    @Test("No policy does better than the mixture under its belief: both are best")
    func duality() throws {
        for seed in 1...150 as ClosedRange<UInt64> {
            var draws = SeededDraws(seed)
            let (policies, count) = (draws.whole(1...6), draws.whole(1...40))
            let scale = draws.chance(0.5) ? 1 : 1e12
            let rows = (0..<policies).map { _ in
                (0..<count).map { _ in scale * draws.real(-1...1) }
            }
            let table = try regrets(rows)
            let mixture = try table.mixture()
            let tolerance = 1e-7 * scale
            #expect(abs(mixture.shares.reduce(0, +) - 1) < 1e-12, "seed \(seed)")
            #expect(mixture.shares.allSatisfy { $0 >= 0 }, "seed \(seed)")
            #expect(mixture.regret <= (table.maximum.min() ?? 0) + tolerance, "seed \(seed)")
            for row in table.values {
                let expected = zip(row, mixture.belief).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(expected >= mixture.regret - tolerance, "seed \(seed)")
            }
        }
    }

    @Test("A policy that is best everywhere is the whole mixture; one policy has no regret")
    func dominance() throws {
        let mixture = try regrets([[1, 2, 3], [5, 6, 7], [4, 6, 1]]).mixture()
        #expect(mixture.shares[1] > 1 - 1e-9 && mixture.regret < 1e-9)
        let single = try regrets([[1, 2, 3]]).mixture()
        #expect(single.shares == [1] && single.regret == 0)
        #expect(single.table.rowCount == 1)
    }
}
