import Testing

@testable import Sampling

@Suite struct LatinLayersTests {
    private func layers(_ name: String, _ count: Int, seed: UInt64 = 5) -> LatinLayers {
        LatinLayers(RandomStream(seed: seed, name: name), count: count)
    }

    @Test(arguments: [1, 2, 3, 4, 5, 7, 16, 17, 100, 256, 1000, 4097])
    func `each layer holds one point, strictly inside`(count: Int) {
        for name in ["a", "b"] {
            let values = (0..<count).map { layers(name, count).value($0) }
            let hit = values.map { Int(($0 * Double(count)).rounded(.down)) }
            #expect(hit.sorted() == Array(0..<count), "\(name)")
            #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
        }
    }

    @Test func `points of a huge design lie in their layers`() {
        let count = 4_000_000_000
        let huge = layers("huge", count)
        for point in [0, 1, 2_147_483_648, count - 1] {
            let place = huge.value(point) * Double(count)
            #expect(Int(place.rounded(.down)) == huge.layer(point))
        }
    }

    @Test(arguments: [2, 3, 5, 8])
    func `over seeds every layer is as likely for a point`(count: Int) {
        for point in 0..<count {
            let values = (0..<3000).map { seed in
                (Double(layers("x", count, seed: UInt64(seed)).layer(point)) + 0.5)
                    / Double(count)
            }
            // At most 7 degrees of freedom; 32 is exceeded once in 20,000.
            #expect(SampleStatistics.chiSquare(values, cells: count) < 32, "point \(point)")
        }
    }

    @Test func `over seeds pairs of layers are as likely`() {
        // 4 layers, points 0 and 1: twelve ordered pairs, 11 degrees of freedom.
        var counts: [Int: Int] = [:]
        for seed in 0..<6000 as Range<UInt64> {
            let four = layers("x", 4, seed: seed)
            counts[four.layer(0) * 4 + four.layer(1), default: 0] += 1
        }
        #expect(counts.count == 12)
        let statistic = counts.values.reduce(0.0) { sum, count in
            let difference = Double(count) - 500
            return sum + difference * difference / 500
        }
        #expect(statistic < 40)
    }

    @Test func `dimensions are dealt independently`() {
        let (a, b) = (layers("a", 5000), layers("b", 5000))
        let (x, y) = ((0..<5000).map { a.value($0) }, (0..<5000).map { b.value($0) })
        #expect(abs(SampleStatistics.pearson(x, y)) < 4 / 5000.0.squareRoot())
        // A point's number says nothing about its layer.
        #expect(abs(SampleStatistics.pearson(x, (0..<5000).map { Double($0) })) < 0.06)
        // Nor does the place in the layer.
        let inner = x.map { $0 * 5000 - ($0 * 5000).rounded(.down) }
        #expect(abs(SampleStatistics.pearson(x, inner)) < 0.06)
        #expect(SampleStatistics.chiSquare(inner, cells: 50) < 100)
    }
}
