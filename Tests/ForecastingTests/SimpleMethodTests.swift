import Forecasting
import Sampling
import Testing

@Suite("Simple methods") struct SimpleMethodTests {
    @Test("Drift and seasonal naive are R's", arguments: ["nile", "airmiles", "ukgas", "deaths"])
    func sameAsR(name: String) throws {
        let reference = try ReferenceSeries(name)
        let drift = try SimpleMethod.drift.fit(reference.series).forecast(steps: 6, level: 0.9)
        #expect(worst(drift.mean, try reference.answer("Drift", "mean")) < 1e-12)
        let last = try SimpleMethod.seasonalNaive.fit(reference.series)
        #expect(
            last.forecast(steps: 6, level: 0.9).mean
                == (try reference.answer("Seasonal naive", "mean")))
        let form = ETSForm(.additive, .none, .none)
        let smoothed = try ETS(form, search: .squares).fit(reference.series)
        #expect(
            worst(
                smoothed.forecast(steps: 6, level: 0.9).mean, try reference.answer("SES", "mean"))
                < 1e-6)
    }

    @Test("Intervals are those of the text books")
    func intervals() throws {
        let series = TimeSeries([1, 3, 2, 5, 4, 7])
        func width(_ method: SimpleMethod) throws -> Double {
            let fitted = try method.fit(series)
            let forecast = fitted.forecast(steps: 4, level: 0.95)
            return (forecast.upper[3] - forecast.lower[3]) / 2 / 1.959963984540054
                / fitted.deviation
        }
        #expect(abs(try width(.mean) - (1 + 1.0 / 6).squareRoot()) < 1e-12)
        #expect(abs(try width(.naive) - 2) < 1e-12)
        #expect(abs(try width(.drift) - (4 * (1 + 4.0 / 5)).squareRoot()) < 1e-12)
    }

    @Test(
        "Paths spread as the interval does",
        arguments: [SimpleMethod.mean, .naive, .seasonalNaive, .drift])
    func paths(method: SimpleMethod) throws {
        let fitted = try method.fit(try ReferenceSeries("ukgas").series)
        let paths = fitted.simulate(
            steps: 8, paths: 4000, stream: RandomStream(seed: 3, name: "paths"))
        let forecast = fitted.forecast(steps: 8, level: 0.8)
        for step in 0..<8 {
            let outside = (0..<4000).count {
                paths[$0, step] < forecast.lower[step] || paths[$0, step] > forecast.upper[step]
            }
            #expect((680...920).contains(outside), "\(step): \(outside)")
        }
    }

    @Test("Gaps are passed over: a walk goes on where nobody looks")
    func gaps() throws {
        let fitted = try SimpleMethod.mean.fit(TimeSeries([1, .nan, 3]))
        #expect(fitted.forecast(steps: 1, level: 0.9).mean == [2])
        // Errors 3 over one step and 4 over four steps: variance (9 + 16 / 4) / 2 a step.
        let walk = try SimpleMethod.naive.fit(TimeSeries([1, 4, .nan, .nan, .nan, 8]))
        #expect(abs(walk.deviation - 6.5.squareRoot()) < 1e-12)
        // Two steps of 2 and one of 8 over 4 steps lie on a line of 2.
        let line = try SimpleMethod.drift.fit(TimeSeries([.nan, 2, 4, 6, .nan, .nan, .nan, 14]))
        #expect(line.forecast(steps: 2, level: 0.9).mean == [16, 18])
        #expect(line.deviation == 0)
        #expect(throws: FitFault.tooShort(needed: 2, have: 1)) {
            try SimpleMethod.naive.fit(TimeSeries([1]))
        }
    }

    @Test("An end that is not known yet counts as steps ahead")
    func openEnd() throws {
        let walk = try SimpleMethod.naive.fit(TimeSeries([1, 3, 2, .nan, .nan]))
        let forecast = walk.forecast(steps: 1, level: 0.9)
        let three = try SimpleMethod.naive.fit(TimeSeries([1, 3, 2])).forecast(steps: 3, level: 0.9)
        #expect(forecast.mean == [2])
        #expect(abs(forecast.upper[0] - three.upper[2]) < 1e-12)
        let paths = walk.simulate(
            steps: 1, paths: 4000, stream: RandomStream(seed: 1, name: "open"))
        let outside = (0..<4000).count {
            paths[$0, 0] < forecast.lower[0] || paths[$0, 0] > forecast.upper[0]
        }
        #expect((320...480).contains(outside), "\(outside)")
    }
}
