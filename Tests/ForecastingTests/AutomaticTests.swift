import Sampling
import Testing

@testable import Forecasting

@Suite("The automatic choice") struct AutomaticTests {
    static func walk(_ count: Int, seed: UInt64 = 1, period: Int = 1) -> TimeSeries {
        let stream = RandomStream(seed: seed, name: "walk")
        var level = 100.0
        return TimeSeries(
            (0..<count).map { step in
                level += stream.uniform(step) - 0.45
                return level + (step % period == 0 && period > 1 ? 8 : 0)
            }, period: period)
    }

    @Test("tells why")
    func reasons() throws {
        func reason(_ series: TimeSeries) throws -> Automatic.Reason {
            try Automatic().fit(series).reason
        }
        #expect(try reason(Self.walk(3)) == .tooFewToSmooth(have: 3, needed: 10))
        #expect(try reason(Self.walk(9)) == .tooFewToSmooth(have: 9, needed: 10))
        #expect(try reason(Self.walk(24)) == .tooFewForForms(have: 24, needed: 25))
        #expect(try reason(Self.walk(25)) == .enough(have: 25))
        #expect(try reason(TimeSeries([5, 5, 5, 5, 5, 5])) == .constant)
        var values = Self.walk(30).values
        values[7] = .nan
        #expect(try reason(TimeSeries(values)) == .gaps(1))
        let seasonal = Self.walk(48, period: 4).values.enumerated().map { $0 == 20 ? .nan : $1 }
        let filled = try Automatic().fit(TimeSeries(seasonal, period: 4))
        let mean = filled.forecast(steps: 4, level: 0.9).mean
        #expect(mean[0] - mean[1] > 5 && filled.reason == .gaps(1))
        #expect(throws: FitFault.tooShort(needed: 2, have: 1)) { try reason(TimeSeries([4])) }
    }

    @Test("never answers with what is no number", arguments: 2..<32)
    func finite(count: Int) throws {
        let kinds = [
            Self.walk(count, seed: UInt64(count)), Self.walk(count, period: 4),
            Self.walk(count, period: 12), TimeSeries([Double](repeating: 0, count: count)),
            TimeSeries((0..<count).map { $0 == count - 1 ? 1000 : 1 }, period: 4),
            TimeSeries((0..<count).map { Double($0) }),
            TimeSeries((0..<count).map { Double($0 % 2) * -3 }),
        ]
        for (kind, series) in kinds.enumerated() {
            let fitted = try Automatic().fit(series)
            let forecast = fitted.forecast(steps: 13, level: 0.9)
            for step in 0..<13 {
                #expect(forecast.mean[step].isFinite, "\(kind)")
                #expect(forecast.lower[step] <= forecast.mean[step], "\(kind)")
                #expect(forecast.mean[step] <= forecast.upper[step], "\(kind)")
            }
        }
    }

    /// n observations, h steps ahead: `sqrt(1 + 2 h / (n - 1))` times as wide, intervals and paths.
    @Test("A series too short for all forms is widened for its slope, a longer one is not")
    func slope() throws {
        let thetas: [any ForecastMethod] = [Theta(.dynamicOptimised), Theta(.optimised)]
        let series = Self.walk(15)
        let plain = try Combination("plain", thetas).fit(series)
        let chosen = try Automatic().fit(series)
        let (narrow, wide) = (
            plain.forecast(steps: 7, level: 0.9), chosen.forecast(steps: 7, level: 0.9)
        )
        let stream = RandomStream(seed: 3, name: "slope")
        let paths = (
            plain.simulate(steps: 7, paths: 5, stream: stream),
            chosen.simulate(steps: 7, paths: 5, stream: stream)
        )
        for step in 0..<7 {
            let factor = (1 + 2 * Double(step + 1) / 14).squareRoot()
            let (half, whole) = (
                narrow.upper[step] - narrow.mean[step], wide.upper[step] - wide.mean[step]
            )
            #expect(wide.mean[step] == narrow.mean[step])
            #expect(abs(whole - factor * half) < 1e-9 * whole)
            for path in 0..<5 {
                let (near, far) = (
                    paths.0[path, step] - narrow.mean[step], paths.1[path, step] - wide.mean[step]
                )
                #expect(abs(far - factor * near) < 1e-9 * max(1, abs(far)))
            }
        }
        let longer = Self.walk(30)
        let all = try Combination("all", thetas + [AveragedETS()]).fit(longer)
        #expect(
            try Automatic().fit(longer).forecast(steps: 7, level: 0.9).upper
                == all.forecast(steps: 7, level: 0.9).upper)
    }

    /// Published quantiles of Student's distribution at 0.95 and 0.975.
    @Test(
        "Student's tails are as far out as the tables have them",
        arguments: [
            (3.0, 0.95, 2.3534, 0.02), (5.0, 0.95, 2.0150, 0.006), (10.0, 0.95, 1.8125, 0.001),
            (30.0, 0.95, 1.6973, 0.0005), (10.0, 0.975, 2.2281, 0.003),
        ])
    func tails(_ freedom: Double, _ probability: Double, _ quantile: Double, _ slack: Double) {
        let normal = probability == 0.95 ? 1.6448536 : 1.9599640
        let found = normal * StudentTail.factor(probability: probability, freedom: freedom)
        #expect(abs(found / quantile - 1) < slack, "\(found)")
    }

    @Test("Weights follow errors, and too narrow intervals are widened")
    func weights() {
        let good = Forecast(mean: [1, 1], deviations: [1, 1], level: 0.9)
        let bad = Forecast(mean: [5, 5], deviations: [1, 1], level: 0.9)
        let trial = EarlierOrigins.Trial(forecasts: [good, bad], actual: [2, 0])
        let weights = EarlierOrigins.weights([trial], members: 2)
        #expect(abs(weights[0] / weights[1] - (34.0 / 2).squareRoot()) < 1e-12)
        #expect(EarlierOrigins.weights([], members: 2) == [0.5, 0.5])
        let narrow = Forecast(mean: [0, 0], deviations: [0.5, 0.5], level: 0.9)
        let missed = EarlierOrigins.Trial(forecasts: [narrow], actual: [1, -1])
        #expect(abs(EarlierOrigins.stretch([missed], weights: [1]) - 2) < 1e-9)
        let shock = EarlierOrigins.Trial(forecasts: [narrow], actual: [100, 0])
        #expect(abs(EarlierOrigins.stretch([shock], weights: [1]) - 12.5.squareRoot()) < 1e-9)
        let wide = EarlierOrigins.Trial(forecasts: [good], actual: [1, 1])
        #expect(EarlierOrigins.stretch([wide], weights: [1]) == 1)
    }

    @Test("Paths of a combination spread as its interval does")
    func paths() throws {
        let fitted = try Automatic().fit(Self.walk(48, period: 4))
        let paths = fitted.simulate(
            steps: 6, paths: 3000, stream: RandomStream(seed: 3, name: "paths"))
        let forecast = fitted.forecast(steps: 6, level: 0.8)
        for step in 0..<6 {
            let outside = (0..<3000).count {
                paths[$0, step] < forecast.lower[step] || paths[$0, step] > forecast.upper[step]
            }
            #expect((400...760).contains(outside), "\(step): \(outside)")
        }
    }

    @Test("All names give a method that continues a series", arguments: MethodName.allCases)
    func names(name: MethodName) throws {
        let growing = (0..<40).map { 900 / (1 + 30 * Double.exp(-0.2 * Double($0))) }
        let isGrowth = name.method is Growth
        let fitted = try name.method.fit(isGrowth ? TimeSeries(growing) : Self.walk(40))
        #expect(fitted.forecast(steps: 3, level: 0.9).mean.allSatisfy { $0.isFinite })
        #expect(fitted.fitted.count == 40)
        #expect(fitted.simulate(steps: 2, paths: 3, stream: .ofIntervals).rows == 3)
    }
}
