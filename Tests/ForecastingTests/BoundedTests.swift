import Sampling
import Testing

@testable import Forecasting

@Suite("A scale with ends") struct BoundedTests {
    static let scale = ScaledLogit(lower: 0, upper: 1)

    @Test("No path and no interval leaves it, with zeros and ones in the series")
    func inside() throws {
        let values = [0, 0, 0.1, 0.4, 0.7, 0.95, 1, 1, 0.98, 1, 1, 0.99]
        let fitted = try Bounded(Automatic(), scale: Self.scale).fit(TimeSeries(values))
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
            try Bounded(Automatic(), scale: Self.scale).fit(TimeSeries([0.5, 1.01, 0.4]))
        }
    }

    @Test("A series that stays at an end is continued there")
    func stuck() throws {
        let fitted = try Bounded(Automatic(), scale: Self.scale).fit(TimeSeries([1, 1, 1, 1, 1]))
        let forecast = fitted.forecast(steps: 2, level: 0.9)
        #expect(forecast.mean.allSatisfy { $0 > 0.85 && $0 <= 1 })
    }
}
