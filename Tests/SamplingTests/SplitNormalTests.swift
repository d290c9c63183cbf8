import Sampling
import Testing

@Suite struct SplitNormalTests {
    struct Case: Sendable {
        let low: Double
        let high: Double
        let median: Double?
        let domain: ClosedRange<Double>
        /// The median where none is given.
        let middle: Double
    }

    static let cases = [
        // Logarithm: domain from 0.
        Case(low: 5, high: 50, median: nil, domain: 0 ... .infinity, middle: 250.0.squareRoot()),
        Case(low: 5, high: 50, median: 10, domain: 0 ... .infinity, middle: 10),
        Case(low: 1e-9, high: 1e9, median: nil, domain: 0 ... .infinity, middle: 1),
        Case(low: 16_000, high: 17_000, median: 16_800, domain: 0 ... .infinity, middle: 16_800),
        Case(low: 0.1, high: 0.4, median: nil, domain: 0...0.5, middle: 0.2),
        // Logit: shares.
        Case(low: 0.2, high: 0.8, median: nil, domain: 0...1, middle: 0.5),
        Case(low: 0.001, high: 0.03, median: 0.01, domain: 0...1, middle: 0.01),
        Case(low: 0.9, high: 0.9999, median: 0.999, domain: 0...1, middle: 0.999),
        // Identity.
        Case(
            low: -5, high: 50, median: nil, domain: -.infinity ... .infinity, middle: 22.5),
        Case(low: 0.4, high: 1, median: nil, domain: 0...1, middle: 0.7),
        Case(low: 0, high: 0.3, median: 0.1, domain: 0...1, middle: 0.1),
        Case(low: 0, high: 12, median: nil, domain: 0 ... .infinity, middle: 6),
        Case(low: -3, high: 4, median: 3.5, domain: -4...4, middle: 3.5),
    ]

    private func distribution(_ item: Case) throws -> Distribution {
        try .range90(
            low: item.low, high: item.high, median: item.median, domain: item.domain)
    }

    @Test(arguments: cases)
    func `the ends are the 5 % and 95 % quantiles, the central value the median`(
        item: Case
    ) throws {
        let value = try distribution(item)
        let size = item.high - item.low
        for (u, expected) in [(0.05, item.low), (0.5, item.middle), (0.95, item.high)] {
            let error = abs(value.quantile(u) - expected)
            #expect(error <= 1e-12 * (expected == 0 ? size : abs(expected)), "at \(u)")
        }
        #expect(value.median == value.quantile(0.5))
    }

    @Test(arguments: cases)
    func `no value leaves the domain`(item: Case) throws {
        let value = try distribution(item)
        let probabilities = [0x1p-53, 1e-6, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-6, 1 - 0x1p-53]
        let values = probabilities.map(value.quantile)
        #expect(values.allSatisfy { item.domain.contains($0) })
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test(arguments: cases)
    func `mean and deviation equal those of an even sample`(item: Case) throws {
        // A range over 18 powers of ten has moments that no sample shows.
        guard item.high < 1e9 else { return }
        let value = try distribution(item)
        let count = 100_000
        let values = (0..<count).map { value.quantile((Double($0) + 0.5) / Double(count)) }
        let size = value.standardDeviation
        #expect(abs(SampleStatistics.mean(values) - value.mean) < 1e-4 * size)
        #expect(relativeError(SampleStatistics.deviation(values), size) < 3e-3)
    }

    @Test func `a share may lie on the end of its domain`() throws {
        let value = try Distribution.range90(low: 0.4, high: 1, domain: 0...1)
        #expect(value.quantile(0.949) < 1)
        #expect(value.quantile(0.96) == 1 && value.quantile(0.9999) == 1)
        #expect(value.quantile(1e-5) == 0)
    }

    @Test func `the scale follows from domain and range`() throws {
        let logarithmic = try Distribution.range90(low: 1, high: 100, domain: 0...200)
        #expect(relativeError(logarithmic.quantile(0.5), 10) < 1e-14)
        let logit = try Distribution.range90(low: 0.1, high: 0.5, domain: 0...1)
        // Odds 1/9 and 1: the middle is 1/3, a probability of 1/4.
        #expect(relativeError(logit.quantile(0.5), 0.25) < 1e-14)
        let identity = try Distribution.range90(low: 1, high: 100, domain: -1...200)
        #expect(identity.quantile(0.5) == 50.5)
    }

    @Test func `moments have closed forms where nothing is cut off`() throws {
        let z95 = 1.6448536269514722
        let symmetric = try Distribution.range90(low: -2, high: 6)
        #expect(relativeError(symmetric.mean, 2) < 1e-15)
        #expect(relativeError(symmetric.standardDeviation, 4 / z95) < 1e-15)
        let s = naturalLogarithm(10) / 2 / z95
        let median = 250.0.squareRoot()
        let logarithmic = try Distribution.range90(low: 5, high: 50, domain: 0 ... .infinity)
        let plain = try Distribution.lognormal(median: median, deviation: s)
        #expect(relativeError(logarithmic.mean, plain.mean) < 1e-13)
        #expect(relativeError(logarithmic.standardDeviation, plain.standardDeviation) < 1e-13)
        // A split normal: mean m + sqrt(2/pi) (b - a), as of the two-piece density of half
        // weights sqrt(1 / 2 pi) (b - a).
        let split = try Distribution.range90(low: -1, high: 9, median: 1)
        let (below, above) = (2 / z95, 8 / z95)
        #expect(relativeError(split.mean, 1 + (above - below) * 0.3989422804014327) < 1e-14)
    }
}
