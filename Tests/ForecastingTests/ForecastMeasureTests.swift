import Forecasting
import Sampling
import Testing

@Suite("Measures") struct ForecastMeasureTests {
    @Test("Errors by hand")
    func byHand() {
        let history = TimeSeries([1, 2, 4, 7], period: 1)
        // Changes 1, 2, 3: mean 2, mean square 14 / 3.
        #expect(ForecastMeasure.mase([8, 9], [10, 5], history: history) == 1.5)
        let rmsse = ForecastMeasure.rmsse([8, 9], [10, 5], history: history)
        #expect(abs(rmsse - (10.0 / (14.0 / 3)).squareRoot()) < 1e-15)
        #expect(abs(ForecastMeasure.smape([8, 0], [10, 0]) - 100 * 2 / 9.0 / 2 * 1) < 1e-12)
        #expect(ForecastMeasure.mape([8], [10]) == 20)
        let seasonal = TimeSeries([1, 10, 3, 14], period: 2)
        #expect(ForecastMeasure.scales(seasonal).absolute == 3)
        #expect(ForecastMeasure.owa(smape: 9, mase: 2, naive2: (smape: 10, mase: 2)) == 0.95)
        let forecast = Forecast(mean: [1, 1], lower: [0, 0], upper: [2, 2], level: 0.9)
        #expect(ForecastMeasure.coverage(forecast, [2, 3]) == 0.5)
    }

    @Test("The score of outcomes is that of all pairs, and of quantiles in the limit")
    func crps() {
        let outcomes: [Double] = [3, -1, 4, 1, 5]
        let actual = 2.0
        let distance = outcomes.reduce(0) { $0 + abs($1 - actual) } / 5
        var pairs = 0.0
        for left in outcomes { for right in outcomes { pairs += abs(left - right) } }
        let score = ForecastMeasure.crps(outcomes: outcomes, actual)
        #expect(abs(score - (distance - pairs / 50)) < 1e-12)
        // Uniform on (0, 1), outcome 0.3: integral of (F - 1{x > 0.3})^2.
        let quantiles = (0..<2000).map { place in
            let share = (Double(place) + 0.5) / 2000
            return (share: share, value: share)
        }
        let exact = (0.027 + 0.343) / 3
        #expect(abs(ForecastMeasure.crps(quantiles: quantiles, 0.3) - exact) < 1e-6)
        #expect(abs(ForecastMeasure.crps(outcomes: quantiles.map(\.value), 0.3) - exact) < 1e-3)
    }

    @Test("A backtest sees only what was known, and sums up by distance")
    func backtest() throws {
        let series = TimeSeries([1, 3, 2, 5, 4, 7, 6, 9])
        let test = Backtest(SimpleMethod.naive, series, horizon: 3, origins: 3)
        #expect(test.steps.map(\.origin) == [5, 5, 5, 6, 6, 7])
        #expect(test.steps.map(\.mean) == [4, 4, 4, 7, 7, 6])
        #expect(test.steps.map(\.actual) == [7, 6, 9, 6, 9, 9])
        let one = try #require(test.summary(ahead: 1))
        #expect(one.count == 3)
        // Scales 2, 2.2, 2; errors 3, 1, 3.
        #expect(abs(one.mase - (3 / 1.75 + 1 / 2.0 + 3 / 1.8333333333333333) / 3) < 1e-9)
        #expect(test.summary(ahead: 4) == nil)
        #expect(test.faults.isEmpty)
        let short = Backtest(Theta(), series, horizon: 1, origins: 5)
        #expect(short.faults[4] == .tooShort(needed: 5, have: 4))
        // Where the other could begin: at 5, 6 and 7 known of 3 to 7.
        let long = Backtest(SimpleMethod.naive, series, horizon: 1, origins: 5)
        #expect(long.summary()?.count == 5)
        #expect(long.summary(asOf: short)?.count == 3)
    }

    @Test("Conformal intervals are ranks of errors, and hold where the method is wrong about them")
    func conformal() throws {
        let series = TimeSeries((0..<40).map { Double($0 % 3 == 0 ? $0 + 5 : $0) })
        let fitted = try Conformal(SimpleMethod.naive, horizon: 2, origins: 19).fit(series)
        #expect(fitted.errors.map(\.count) == [19, 18])
        let sorted = fitted.errors[0].map { abs($0) }.sorted()
        let forecast = fitted.forecast(steps: 4, level: 0.9)
        #expect(forecast.upper[0] - forecast.mean[0] == sorted[17])
        #expect(forecast.upper[3] - forecast.lower[3] > forecast.upper[1] - forecast.lower[1])
    }

    @Test("Where errors are too few for the level, the method's own intervals stand")
    func conformalShort() throws {
        let series = TimeSeries((0..<13).map { Double(($0 * 7) % 5) })
        let fitted = try Conformal(SimpleMethod.naive, horizon: 3, level: 0.9).fit(series)
        #expect(fitted.errors.map(\.count) == [11, 10, 9])
        #expect([0.5, 0.8, 0.9, 0.95, 0.99].map(FittedConformal.needed) == [1, 4, 9, 19, 99])
        #expect(fitted.shortfall(steps: 3, level: 0.9) == nil)
        let shortfall = try #require(fitted.shortfall(steps: 3, level: 0.91))
        #expect(shortfall == (distance: 2, have: 10, needed: 11))
        let plain = try SimpleMethod.naive.fit(series)
        #expect(
            fitted.forecast(steps: 3, level: 0.91) == plain.forecast(steps: 3, level: 0.91))
        #expect(fitted.forecast(steps: 3, level: 0.9) != plain.forecast(steps: 3, level: 0.9))
        let stream = RandomStream(seed: 1, name: "paths")
        let short = try Conformal(SimpleMethod.naive, horizon: 3).fit(series.prefix(3))
        #expect(short.simulate(steps: 3, paths: 4, stream: stream).rows == 4)
    }
}
