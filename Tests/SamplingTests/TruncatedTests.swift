import Sampling
import Testing

/// Distributions as far as they lie in a range, against scipy 1.17: densities integrated by
/// `scipy.integrate.quad` to 1e-13, quantiles by `ppf(F(a) + u (F(b) - F(a)))`.
struct TruncatedTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let distribution: Distribution
        let range: ClosedRange<Double>
        let outside, mean, deviation, median, low, high: Double
    }

    static func cases() throws -> [Case] {
        [
            Case(
                testDescription: "normal", distribution: try .normal(mean: 0.3, deviation: 0.2),
                range: 0...1, outside: 0.06703983034789363, mean: 0.3275777931696305,
                deviation: 0.17543958829484219, median: 0.3167071813214192,
                low: 0.05832883269438366, high: 0.6351764336938759),
            Case(
                testDescription: "lognormal",
                distribution: try .lognormal(median: 2, deviation: 0.5),
                range: 1...3, outside: 0.29153139238616976, mean: 1.895154451876227,
                deviation: 0.5343501161713246, median: 1.8476915473049418,
                low: 1.1065664138071662, high: 2.8283473090385534),
            Case(
                testDescription: "gamma", distribution: try .gamma(shape: 2, scale: 3),
                range: 1 ... .infinity, outside: 0.0446249192349476, mean: 6.25,
                deviation: 4.175823272122517, median: 5.25188254199244, low: 1.5215837759306763,
                high: 14.397250218185023),
            Case(
                testDescription: "beta", distribution: try .beta(alpha: 2, beta: 5),
                range: 0.1...0.6, outside: 0.15522500000000006, mean: 0.2969691845250426,
                deviation: 0.12639418884365702, median: 0.28045769452750247,
                low: 0.12040490371585469, high: 0.5306615823523666),
            Case(
                testDescription: "triangular",
                distribution: try .triangular(low: 2, mode: 3, high: 7),
                range: 2.5...6, outside: 0.10000000000000009, mean: 3.962962962962962,
                deviation: 0.9133873253092936, median: 3.8377223398316205,
                low: 2.689202437604511, high: 5.621595124790977),
        ]
    }

    @Test("shares, moments and quantiles are scipy's", arguments: try! cases())
    func reference(_ item: Case) throws {
        #expect(abs(item.distribution.share(outside: item.range) - item.outside) < 1e-14)
        let cut = try item.distribution.truncated(to: item.range)
        #expect(relativeError(cut.mean, item.mean) < 1e-9)
        #expect(relativeError(cut.standardDeviation, item.deviation) < 1e-8)
        #expect(relativeError(cut.median, item.median) < 1e-12)
        #expect(relativeError(cut.quantile(0.05), item.low) < 1e-12)
        #expect(relativeError(cut.quantile(0.95), item.high) < 1e-12)
        for u in [0, 1e-300, 1e-9, 0.3, 0.999999, 1] {
            #expect(item.range.contains(cut.quantile(u)), "\(u)")
        }
    }

    @Test("what lies inside as a whole stays as it is, values keep their weights")
    func whole() throws {
        let uniform = try Distribution.uniform(low: 2, high: 3)
        #expect(try uniform.truncated(to: 0...5) == uniform)
        let values = try Distribution.discrete([1, 2, 3, 4], weights: [1, 2, 3, 4])
        let inside = try Distribution.discrete([2, 3], weights: [2, 3])
        let cut = try values.truncated(to: 2...3)
        #expect(abs(cut.mean - inside.mean) < 1e-14)
        #expect(cut.quantile(0.39) == 2 && cut.quantile(0.41) == 3)
        #expect(abs(values.share(outside: 2...3) - 0.5) < 1e-14)
    }

    @Test("a truncation that leaves next to nothing is refused with what is left")
    func nothing() throws {
        let far = try Distribution.normal(mean: -4, deviation: 1)
        #expect {
            try far.truncated(to: 0...1)
        } throws: { error in
            guard case .nothingInside(0...1, let share) = error as? DistributionFault else {
                return false
            }
            return abs(share - 3.1384e-5) < 1e-8
        }
        #expect(throws: DistributionFault.self) { try Distribution.point(3).truncated(to: 0...1) }
    }
}
