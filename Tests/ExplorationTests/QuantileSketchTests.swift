import Testing
import _TestSupport

@testable import Exploration

/// Quantiles of numbers that are not kept, against those of numbers that are.
@Suite struct QuantileSketchTests {
    private static let shares = [0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1]
    /// The bound, and what rounding at a bucket's edge may add.
    private static let bound = QuantileSketch.relativeAccuracy * (1 + 1e-9)

    private static func sketch(_ numbers: [Double]) -> QuantileSketch {
        var sketch = QuantileSketch()
        for number in numbers { sketch.add(number) }
        return sketch
    }

    /// Numbers that are unkind to buckets, each under a name.
    private static let nasty: [(String, [Double])] = {
        var draws = SeededDraws(7)
        let powers = (0..<3000).map { _ -> Double in
            let power = Double(sign: .plus, exponent: draws.whole(-1000...1000), significand: 1)
            return power * draws.real(1...2)
        }
        let edges = (-40...40).flatMap { exponent -> [Double] in
            let power = Double(sign: .plus, exponent: exponent, significand: 1)
            return [power.nextDown, power, power.nextUp]
        }
        return [
            ("one", [16800]), ("equal", Array(repeating: -3.5, count: 100)),
            ("extremes", [.greatestFiniteMagnitude, .leastNormalMagnitude, 0, -0.0]),
            ("all magnitudes of both signs", powers + powers.map { -$0 }),
            ("edges of powers", edges),
            ("rupiah", (0..<2000).map { _ in draws.real(1e9...3e12).rounded() }),
            ("mostly zero", (0..<500).map { $0 % 7 == 0 ? draws.real(-2...2) : 0 }),
            ("around zero", (0..<2001).map { Double($0 - 1000) }),
        ]
    }()

    @Test("Every quantile is within a thousandth of the number with its rank", arguments: nasty)
    func accuracy(_ name: String, _ numbers: [Double]) throws {
        let sketch = Self.sketch(numbers)
        let sorted = numbers.sorted()
        #expect(sketch.count == numbers.count)
        for share in Self.shares {
            let exact = sorted[Int(share * Double(sorted.count - 1))]
            let value = try #require(sketch.quantile(share))
            #expect(
                abs(value - exact) <= Self.bound * abs(exact),
                "\(name), \(share): \(value) for \(exact)")
        }
    }

    @Test("Order changes no bit", arguments: nasty)
    func order(_ name: String, _ numbers: [Double]) {
        let whole = Self.sketch(numbers)
        #expect(Self.sketch(numbers.reversed()) == whole, "\(name)")
        var draws = SeededDraws(11)
        #expect(Self.sketch(numbers.shuffled(using: &draws)) == whole, "\(name)")
    }

    @Test("Quantiles rise with the share")
    func monotone() {
        for (name, numbers) in Self.nasty {
            let sketch = Self.sketch(numbers)
            let values = (0...200).compactMap { sketch.quantile(Double($0) / 200) }
            #expect(values.count == 201)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(name)")
        }
    }

    @Test("Nothing counted has no quantile, and neither has a share outside 0 to 1")
    func nothing() {
        #expect(QuantileSketch().quantile(0.5) == nil)
        #expect(Self.sketch([1]).quantile(1.5) == nil)
        #expect(Self.sketch([1]).quantile(.nan) == nil)
    }

    @Test("A doubling takes 375 buckets")
    func size() {
        let values = stride(from: 1.0, to: 2, by: 1e-4).compactMap {
            Self.sketch([$0]).quantile(0.5)
        }
        #expect(Set(values).count == 375)
    }
}
