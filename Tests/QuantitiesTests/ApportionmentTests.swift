import Quantities
import Testing
import _TestSupport

struct ApportionmentTests {
    @Test("largest remainders get the units left, ties the earlier cell")
    func byHand() {
        #expect(apportioned([1, 1, 1], total: Rupiah(10)).map(\.amount) == [4, 3, 3])
        #expect(apportioned([5, 3, 2], total: Rupiah(7)).map(\.amount) == [4, 2, 1])
        #expect(apportioned([0, 1, 0], total: Rupiah(9)).map(\.amount) == [0, 9, 0])
        #expect(apportioned([0, 0], total: .zero) == [.zero, .zero])
        #expect(apportioned([], total: .zero).isEmpty)
        #expect(apportioned([3], total: Rupiah(123)).map(\.amount) == [123])
    }

    @Test("parts sum to the total and lie within a rupiah of their exact share")
    func randomShares() {
        for seed in UInt64(1)...300 {
            var draws = SeededDraws(seed)
            let count = draws.whole(1...400)
            let weights = (0..<count).map { _ in
                draws.chance(0.2) ? 0 : draws.real(0...1) * (draws.chance(0.1) ? 1e9 : 1)
            }
            let sum = weights.reduce(0, +)
            guard sum > 0 else { continue }
            let total = Rupiah(Int64(draws.real(0...1) * (draws.chance(0.5) ? 1e13 : 1e3)))
            let parts = apportioned(weights, total: total)
            #expect(parts.reduce(.zero, +) == total, "seed \(seed)")
            for (part, weight) in zip(parts, weights) {
                let exact = weight / sum * Double(total.amount)
                let slack = 1 + 1e-15 * Double(total.amount)
                #expect(abs(Double(part.amount) - exact) < slack, "seed \(seed)")
                #expect(part >= .zero, "seed \(seed)")
            }
        }
    }

    @Test("whole shares stay as they are")
    func wholeShares() {
        for seed in UInt64(400)...460 {
            var draws = SeededDraws(seed)
            let whole = (0..<draws.whole(1...50)).map { _ in Int64(draws.whole(0...9_999_999)) }
            let total = whole.reduce(0, +)
            let parts = apportioned(whole.map(Double.init), total: Rupiah(total))
            #expect(parts.map(\.amount) == whole, "seed \(seed)")
        }
    }

    @Test("shares of equal weights differ by at most one rupiah")
    func equalWeights() {
        for count in [1, 3, 7, 12, 514] {
            for total in [0, 1, 13, 16_800, 1_000_000_007] as [Int64] {
                let parts = apportioned(
                    Array(repeating: 0.1, count: count), total: Rupiah(total)
                ).map(\.amount)
                #expect(parts.reduce(0, +) == total)
                #expect((parts.max() ?? 0) - (parts.min() ?? 0) <= 1)
            }
        }
    }
}
