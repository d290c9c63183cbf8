import Quantities
import Testing
import _TestSupport

struct RateTests {
    @Test("a yearly probability and its monthly one compound to each other")
    func probabilityRoundTrip() throws {
        for seed in UInt64(1)...100 {
            var draws = SeededDraws(seed)
            let q = draws.chance(0.2) ? draws.real(0...1e-9) : draws.real(0...1)
            let monthly = try #require(Probability(yearly: q)).monthly
            var survival = 1.0
            for _ in 0..<12 { survival *= 1 - monthly.value }
            #expect(abs((1 - survival) - q) < 1e-14, "seed \(seed)")
            #expect(monthly.months == 1 && monthly.monthly.value.isNear(monthly.value))
        }
    }

    @Test("bounds of a probability")
    func probabilityBounds() throws {
        #expect(try #require(Probability(yearly: 0)).monthly.value == 0)
        #expect(try #require(Probability(yearly: 1)).monthly.value == 1)
        for bad in [-1e-12, 1.000001, .nan, .infinity] { #expect(Probability(yearly: bad) == nil) }
        #expect(Probability(0.5, overMonths: 0) == nil && Probability(0.5, overMonths: -1) == nil)
        // Small ones keep their digits.
        let tiny = try #require(Probability(yearly: 1.2e-15)).monthly.value
        #expect(abs(tiny / 1e-16 - 1) < 1e-12)
    }

    @Test("probabilities are compared over the same period")
    func comparison() throws {
        let yearly = try #require(Probability(yearly: 0.5))
        let monthly = try #require(Probability(0.1, overMonths: 1))
        #expect(yearly < monthly)
    }

    @Test("an intensity gives 1 - exp(-rate/12) a month")
    func intensity() throws {
        let rate = try #require(Intensity(perYear: 12))
        #expect(abs(rate.monthlyProbability - 0.632_120_558_828_557_7) < 1e-15)
        #expect(try #require(Intensity(perYear: 0)).monthlyProbability == 0)
        let tiny = try #require(Intensity(perYear: 1.2e-14)).monthlyProbability
        #expect(abs(tiny / 1e-15 - 1) < 1e-12)
        for bad in [-1e-9, .nan, .infinity] { #expect(Intensity(perYear: bad) == nil) }
        #expect(try #require(Intensity(perYear: 1)) < rate)
    }

    @Test("growth compounds: twelve monthly rates make the yearly one")
    func growth() throws {
        for yearly in [-0.9, -0.1, 0, 1e-12, 0.0517, 0.065, 3.0] {
            let monthly = try #require(GrowthRate(perYear: yearly)).monthly
            var level = 1.0
            for _ in 0..<12 { level *= 1 + monthly }
            #expect(abs(level - 1 - yearly) < 1e-13, "\(yearly)")
        }
        for bad in [-1, -1.5, .nan, .infinity] { #expect(GrowthRate(perYear: bad) == nil) }
    }
}

extension Double {
    /// Whether two numbers agree to fourteen digits.
    fileprivate func isNear(_ other: Double) -> Bool { abs(self - other) <= 1e-14 * abs(other) }
}
