import Sampling
import Testing

@Suite struct DistributionTests {
    /// A family with the moments that a textbook gives.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let distribution: Distribution
        let mean: Double
        let deviation: Double
        let median: Double

        var testDescription: String { name }
    }

    static func cases() throws -> [Case] {
        let growth = exponential(0.125)
        return [
            Case(
                name: "point", distribution: try .point(3), mean: 3, deviation: 0, median: 3),
            Case(
                name: "uniform", distribution: try .uniform(low: 2, high: 6), mean: 4,
                deviation: 4 / 12.0.squareRoot(), median: 4),
            Case(
                name: "triangular", distribution: try .triangular(low: 2, mode: 3, high: 7),
                mean: 4, deviation: (42.0 / 36).squareRoot(),
                median: 7 - 10.0.squareRoot()),
            Case(
                name: "normal", distribution: try .normal(mean: -2, deviation: 3), mean: -2,
                deviation: 3, median: -2),
            Case(
                name: "lognormal", distribution: try .lognormal(median: 2, deviation: 0.5),
                mean: 2 * growth,
                deviation: 2 * growth * (exponential(0.25) - 1).squareRoot(), median: 2),
            Case(
                name: "beta", distribution: try .beta(alpha: 2, beta: 5, low: 1, high: 8),
                mean: 3, deviation: 7 * (10.0 / 392).squareRoot(),
                median: 1 + 7 * 0.26444998329566),
            Case(
                name: "PERT", distribution: try .pert(low: 0, mode: 1, high: 6),
                mean: 10.0 / 6, deviation: (5.0 / 3 * 13 / 3 / 7).squareRoot(),
                median: 1.511723862847662),
            Case(
                name: "gamma", distribution: try .gamma(shape: 2, scale: 3), mean: 6,
                deviation: 18.0.squareRoot(), median: 3 * 1.6783469900166605),
            Case(
                name: "empirical", distribution: try .empirical([4, 1, 1, 10]), mean: 4,
                deviation: 13.5.squareRoot(), median: 1),
            Case(
                name: "discrete", distribution: try .discrete([5, 2, 9], weights: [1, 3, 0]),
                mean: 2.75, deviation: 1.6875.squareRoot(), median: 2),
        ]
    }

    @Test func `moments and medians equal the closed forms`() throws {
        for item in try Self.cases() {
            #expect(relativeError(item.distribution.mean, item.mean) < 1e-14, "\(item.name)")
            let deviation = item.distribution.standardDeviation
            #expect(relativeError(deviation, item.deviation) < 1e-13, "\(item.name)")
            #expect(relativeError(item.distribution.median, item.median) < 1e-6, "\(item.name)")
        }
    }

    @Test func `a large sample has the moments`() throws {
        let design = try UnitDesign(.sobol, names: ["x"], count: 1 << 15, seed: 11)
        let uniforms = design.column(0)
        for item in try Self.cases() {
            let values = uniforms.map(item.distribution.quantile)
            let size = max(abs(item.mean), item.deviation)
            let mean = SampleStatistics.mean(values)
            #expect(abs(mean - item.mean) < 1e-4 * size, "\(item.name)")
            let deviation = SampleStatistics.deviation(values)
            #expect(abs(deviation - item.deviation) < 2e-3 * size, "\(item.name)")
        }
    }

    @Test func `quantiles rise with u and stay in the range`() throws {
        let steps = (1..<4000).map { Double($0) / 4000 }
        let tails = [0x1p-53, 1e-12, 1e-6, 1 - 1e-6, 1 - 1e-12, 1 - 0x1p-53]
        for item in try Self.cases() {
            let values = (steps + tails).sorted().map(item.distribution.quantile)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 }, "\(item.name)")
            #expect(values.allSatisfy { $0.isFinite }, "\(item.name)")
            #expect(item.distribution.quantile(0) <= values[0], "\(item.name)")
            #expect(item.distribution.quantile(1) >= values[values.count - 1], "\(item.name)")
            #expect(item.distribution.quantile(-0.1).isNaN, "\(item.name)")
            #expect(item.distribution.quantile(.nan).isNaN, "\(item.name)")
        }
    }

    @Test func `values are drawn by their weights, in ascending order`() throws {
        let choice = try Distribution.discrete([2, 0, 1], weights: [1, 2, 1])
        let drawn = [0.1, 0.5, 0.51, 0.75, 0.76, 1].map(choice.quantile)
        #expect(drawn == [0, 0, 1, 1, 2, 2])
        let heavy = try Distribution.discrete([1, 2], weights: [1e308, 1e308])
        #expect(heavy.mean == 1.5)
    }

    @Test func `equal ends make a point`() throws {
        let point = try Distribution.point(4)
        let narrow: [Distribution] = [
            try .uniform(low: 4, high: 4), try .triangular(low: 4, mode: 4, high: 4),
            try .pert(low: 4, mode: 4, high: 4), try .beta(alpha: 2, beta: 3, low: 4, high: 4),
            try .range90(low: 4, high: 4), try .range90(low: 4, high: 4, median: 4),
        ]
        for distribution in narrow { #expect(distribution == point) }
        #expect(point.isCertain)
    }

    @Test func `the weight of the mode narrows a PERT`() throws {
        let wide = try Distribution.pert(low: 0, mode: 2, high: 10, lambda: 2)
        let narrow = try Distribution.pert(low: 0, mode: 2, high: 10, lambda: 40)
        #expect(relativeError(wide.mean, 3.5) < 1e-15)
        #expect(narrow.standardDeviation < wide.standardDeviation / 2)
    }
}
