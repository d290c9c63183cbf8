import Testing

@testable import Sampling

@Suite struct SobolSequenceTests {
    @Test func `G7 first points in two dimensions`() throws {
        let sequence = try SobolSequence(dimensions: 2, scramble: nil)
        let points = [
            [0, 0], [0.5, 0.5], [0.75, 0.25], [0.25, 0.75], [0.375, 0.375], [0.875, 0.875],
            [0.625, 0.125], [0.125, 0.625],
        ]
        #expect((0..<8).map { sequence.point($0) } == points)
    }

    struct ReferencePoint: Sendable {
        let index: Int
        let coordinates: [Double]
    }

    static let reference: [ReferencePoint] = ReferenceTable.rows("sobol.csv").map { row in
        let numbers = row.compactMap { Double($0) }
        let denominator = Double(sign: .plus, exponent: Int(numbers[1]), significand: 1)
        return ReferencePoint(
            index: Int(numbers[0]), coordinates: numbers.dropFirst(2).map { $0 / denominator })
    }

    @Test func `the reference table is there`() {
        #expect(Self.reference.count == 68)
        #expect(Self.reference.filter { $0.coordinates.count == 256 }.count == 64)
        #expect(Self.reference.filter { $0.coordinates.count == 1024 }.count == 4)
    }

    @Test func `points equal another implementation's, near and far`() throws {
        let sequence = try SobolSequence(dimensions: 1024, scramble: nil)
        for point in Self.reference {
            let values = sequence.point(point.index).prefix(point.coordinates.count)
            #expect(Array(values) == point.coordinates, "point \(point.index)")
        }
    }

    @Test(
        arguments: [nil, 5] as [UInt64?], [0..<1, 0..<64, 37..<300, 4_294_967_290..<4_294_967_296])
    func `a block gives the bits of single coordinates`(
        scramble: UInt64?, points: Range<Int>
    ) throws {
        let sequence = try SobolSequence(dimensions: 40, scramble: scramble)
        for dimension in [0, 1, 17, 39] {
            let block = [Double](unsafeUninitializedCapacity: points.count) { buffer, count in
                sequence.fill(
                    points: points, dimension: dimension,
                    into: UnsafeMutableBufferPointer(rebasing: buffer[..<points.count]))
                count = points.count
            }
            #expect(block == points.map { sequence.coordinate($0, dimension) })
        }
    }

    @Test(arguments: [1, 2, 99] as [UInt64])
    func `a scramble keeps every layer in one dimension`(seed: UInt64) throws {
        let sequence = try SobolSequence(dimensions: 1024, scramble: seed)
        for dimension in stride(from: 0, to: 1024, by: 31) {
            for (first, bits) in [(0, 8), (256, 8), (1024, 10)] {
                let layers = (first..<first + (1 << bits)).map {
                    Int(sequence.coordinate($0, dimension) * Double(1 << bits))
                }
                #expect(Set(layers).count == 1 << bits, "seed \(seed) dimension \(dimension)")
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a scramble keeps the net of the first two dimensions`(seed: UInt64) throws {
        // A (0, m, 2)-net: every box of volume 2^-m has one point.
        let sequence = try SobolSequence(dimensions: 2, scramble: seed)
        for split in 0...8 {
            let boxes = (0..<256).map { index in
                let point = sequence.point(index)
                let (width, height) = (Double(1 << split), Double(1 << (8 - split)))
                return Int(point[0] * width) * 256 + Int(point[1] * height)
            }
            #expect(Set(boxes).count == 256, "seed \(seed)")
        }
    }

    @Test func `scrambled coordinates are open, distinct and depend on the seed`() throws {
        let first = try SobolSequence(dimensions: 3, scramble: 1)
        let second = try SobolSequence(dimensions: 3, scramble: 2)
        for dimension in 0..<3 {
            let values = (0..<512).map { first.coordinate($0, dimension) }
            #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
            #expect(values != (0..<512).map { second.coordinate($0, dimension) })
        }
        #expect(first.point(9)[0] != first.point(9)[1])
    }

    @Test func `over scrambles a point is uniform and a mean unbiased`() throws {
        var firsts: [Double] = []
        var means: [Double] = []
        for seed in 0..<2000 as Range<UInt64> {
            let sequence = try SobolSequence(dimensions: 2, scramble: seed)
            let points = (0..<16).map { sequence.point($0) }
            firsts.append(points[0][1])
            means.append(SampleStatistics.mean(points.map { $0[0] * $0[0] * $0[1] }))
        }
        // 99 degrees of freedom.
        let statistic = SampleStatistics.chiSquare(firsts, cells: 100)
        #expect(statistic > 50 && statistic < 170)
        let error = SampleStatistics.deviation(means) / 2000.0.squareRoot()
        #expect(abs(SampleStatistics.mean(means) - 1.0 / 6) < 4 * error)
        // Independent points would have a deviation of 0.055.
        #expect(SampleStatistics.deviation(means) < 0.02)
    }

    @Test(arguments: [0, 1025])
    func `dimensions without direction numbers are refused`(dimensions: Int) {
        #expect(throws: DesignFault.badDimensions(dimensions, most: 1024)) {
            try SobolSequence(dimensions: dimensions, scramble: nil)
        }
    }
}
