import RealModule
import Sampling
import Testing

@testable import Forecasting

@Suite("A scale with ends") struct RescaledTests {
    static let scale = ScaledLogit(lower: 0, upper: 1)

    @Test("No path and no interval leaves it, with zeros and ones in the series")
    func inside() throws {
        let values = [0, 0, 0.1, 0.4, 0.7, 0.95, 1, 1, 0.98, 1, 1, 0.99]
        let fitted = try Rescaled(Automatic(), scale: Self.scale).fit(TimeSeries(values))
        let paths = fitted.simulate(
            steps: 20, paths: 2000, stream: RandomStream(seed: 1, name: "paths"))
        for path in 0..<2000 {
            for step in 0..<20 { #expect((0...1).contains(paths[path, step])) }
        }
        let forecast = fitted.forecast(steps: 20, level: 0.99)
        #expect(forecast.lower.allSatisfy { $0 >= 0 } && forecast.upper.allSatisfy { $0 <= 1 })
        #expect(zip(fitted.fitted, values).allSatisfy { $0.0.isNaN || (0...1).contains($0.0) })
    }

    @Test("There and back is the same, but for what lies at an end")
    func roundTrip() throws {
        let scale = ScaledLogit(lower: -2, upper: 6)
        let series = TimeSeries([-2, -1.9, 0, 3, 5, 6])
        let laid = try scale.laidOut(series)
        let back = laid.values.map(scale.value)
        #expect(worst(Array(back[1...4]), [-1.9, 0, 3, 5]) < 1e-12)
        #expect(abs(back[0] - -1.95) < 1e-12 && abs(back[5] - 5.95) < 1e-12)
        #expect(scale.value(.infinity) == 6 && scale.value(-.infinity) == -2)
    }

    @Test("A value outside is named")
    func outside() {
        #expect(throws: FitFault.outOfBounds(step: 1)) {
            try Rescaled(Automatic(), scale: Self.scale).fit(TimeSeries([0.5, 1.01, 0.4]))
        }
    }

    @Test("On logarithms a random walk is carried back as medians and quantiles")
    func logarithms() throws {
        let values: [Double] = [100, 110, 99, 120, 132, 118]
        let fitted = try Rescaled(SimpleMethod.naive, scale: LogScale()).fit(TimeSeries(values))
        let plain = try SimpleMethod.naive.fit(TimeSeries(values.map { Double.log($0) }))
        let (ours, logs) = (
            fitted.forecast(steps: 2, level: 0.9), plain.forecast(steps: 2, level: 0.9)
        )
        #expect(worst(ours.mean, [118, 118]) < 1e-12)
        #expect(worst(ours.lower, logs.lower.map { Double.exp($0) }) < 1e-12)
        #expect(worst(ours.upper, logs.upper.map { Double.exp($0) }) < 1e-12)
        let paths = fitted.simulate(
            steps: 3, paths: 500, stream: RandomStream(seed: 1, name: "paths"))
        #expect((0..<500).allSatisfy { paths[$0, 2] > 0 })
        #expect(throws: FitFault.notPositive(step: 2)) {
            try Rescaled(SimpleMethod.naive, scale: LogScale()).fit(TimeSeries([1, 2, 0, -1]))
        }
    }

    @Test("A series that stays at an end is continued there")
    func stuck() throws {
        let fitted = try Rescaled(Automatic(), scale: Self.scale).fit(TimeSeries([1, 1, 1, 1, 1]))
        let forecast = fitted.forecast(steps: 2, level: 0.9)
        #expect(forecast.mean.allSatisfy { $0 > 0.85 && $0 <= 1 })
    }
}
