import Forecasting
import RealModule
import Testing

/// Rates out of events and person-years.
@Suite struct OccurrenceRatesTests {
    @Test("Large regions keep their own rate, small ones borrow")
    func borrows() throws {
        let fit = try OccurrenceRates(
            events: [400, 900, 350, 0], exposures: [10_000, 20_000, 10_000, 10])
        #expect(abs(fit.regions[0].value - 0.04) < 0.001)
        #expect(abs(fit.regions[1].value - 0.045) < 0.001)
        #expect((0.03...0.045).contains(fit.regions[3].value))
        #expect(fit.regions[3].weight < 0.1 && fit.regions[0].weight > 0.7)
        for region in fit.regions {
            #expect(region.low < region.value && region.value < region.high)
        }
    }

    @Test("True rates lie where they are said to lie")
    func intervals() throws {
        var (inside, count) = (0, 0)
        var draws = SeededCounts(seed: 11)
        for _ in 0..<20 {
            let truth = (0..<20).map { _ in 0.03 * Double.exp(0.3 * draws.normal()) }
            let exposures = (0..<20).map { Double(200 * (1 + $0 % 5)) }
            let events = zip(truth, exposures).map { draws.binomial($1 * 100, $0 / 100) }
            let fit = try OccurrenceRates(events: events, exposures: exposures)
            for (region, rate) in zip(fit.regions, truth) {
                count += 1
                if region.low < rate, rate < region.high { inside += 1 }
            }
        }
        #expect((0.86...0.94).contains(Double(inside) / Double(count)), "\(inside) of \(count)")
    }

    @Test("Without events there is no rate")
    func none() {
        #expect(throws: FitFault.tooShort(needed: 1, have: 0)) {
            try OccurrenceRates(events: [0, 0], exposures: [10, 20])
        }
    }
}
