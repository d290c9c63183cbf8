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

    @Test("in order of time the last cells settle the total")
    func inOrderByHand() {
        func parts(_ weights: [Double], _ total: Int64, last: Int = 1) -> [Int64] {
            apportionedInOrder(
                weights, series: weights.map { _ in 0 }, total: Rupiah(total), last: last
            ).map(\.amount)
        }
        #expect(parts([2.5, 2.5, 2.5, 2.5], 10) == [2, 3, 2, 3])
        #expect(parts([2.5, 2.5, 2.5, 2.5], 11) == [2, 3, 2, 4])
        #expect(parts([1.2, 0.5, 0.5], 3, last: 2) == [1, 1, 1])
        #expect(parts([4, 0.5], 3) == [3, 0])
        #expect(parts([], 0).isEmpty)
    }

    @Test("in order of time no cell depends on a later one, and parts sum to the total")
    func inOrder() {
        for seed in UInt64(1)...200 {
            var draws = SeededDraws(seed)
            let count = draws.whole(2...60)
            var weights = (0..<count).map { _ in draws.real(0...1) * 1e7 }
            let last = draws.whole(1...max(1, count / 4))
            func parts() -> [Rupiah] {
                let total = Rupiah(Int64(weights.reduce(0, +).rounded()))
                let parts = apportionedInOrder(
                    weights, series: weights.map { _ in 0 }, total: total, last: last)
                #expect(parts.reduce(.zero, +) == total && parts.allSatisfy { $0 >= .zero })
                for (place, part) in parts.enumerated() {
                    let off = abs(Double(part.amount) - weights[place])
                    #expect(off < (place < count - last ? 1 : 2), "seed \(seed)")
                }
                return parts
            }
            let before = parts()
            let change = draws.whole(0...count - 1)
            for place in change..<count { weights[place] += draws.real(0...1) * 1e6 }
            let after = parts()
            let shared = min(change, count - last)
            #expect(before[..<shared] == after[..<shared], "seed \(seed)")
        }
    }

    @Test("in order of time each series keeps its own sum")
    func inOrderBySeries() {
        for seed in UInt64(1)...200 {
            var draws = SeededDraws(seed)
            let (several, months) = (draws.whole(2...5), draws.whole(2...12))
            let series = (0..<months).flatMap { _ in 0..<several }
            let weights = series.map { _ in draws.real(0...1) * (draws.chance(0.1) ? 1e9 : 1) }
            let total = Rupiah(Int64(weights.reduce(0, +).rounded()))
            let parts = apportionedInOrder(weights, series: series, total: total, last: several)
            #expect(parts.reduce(.zero, +) == total && parts.allSatisfy { $0 >= .zero })
            for one in 0..<several {
                let places = series.indices.filter { series[$0] == one }
                let exact = places.map { weights[$0] }.reduce(0, +)
                let sum = places.map { parts[$0] }.reduce(.zero, +)
                #expect(abs(Double(sum.amount) - exact) < 2, "seed \(seed), series \(one)")
            }
        }
    }
}
