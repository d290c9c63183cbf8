import Forecasting

extension Measure {
    /// Theta on 1,000 monthly series, twelve steps ahead.
    static let theta = Measure(name: "forecast-theta", points: 1000) { forecasts(Theta()) }

    /// Dynamic optimised theta on the same.
    static let dynamicTheta = Measure(name: "forecast-dotm") {
        forecasts(Theta(.dynamicOptimised))
    }

    /// The form of exponential smoothing of least AICc on the same; the check is its AICc.
    static let smoothing = Measure(name: "forecast-ets", points: 1000) {
        let series = MonthlySeries.all
        return {
            let fits = try series.map { try ETS().fit($0) }
            for fit in fits { _ = fit.forecast(steps: 12, level: 0.9) }
            return { fits.map(\.aicc) }
        }
    }

    /// The searched ARIMA model of every twenty-fifth of them; the check is its AICc.
    static let autoregression = Measure(name: "forecast-arima", points: 40) {
        let series = stride(from: 0, to: 1000, by: 25).map { MonthlySeries.one($0, points: 120) }
        return {
            let fits = try series.map { try AutoARIMA().fit($0) }
            for fit in fits { _ = fit.forecast(steps: 12, level: 0.9) }
            return { fits.map(\.correctedCriterion) }
        }
    }

    private static func forecasts(_ method: some ForecastMethod) -> Job {
        let series = MonthlySeries.all
        return {
            let means = try series.map {
                try method.fit($0).forecast(steps: 12, level: 0.9).mean
            }
            return {
                (0..<12).map { step in
                    means.reduce(0) { $0 + $1[step] } / Double(means.count)
                }
            }
        }
    }
}

/// The series of `rivals/inputs.py`.
enum MonthlySeries {
    static var all: [TimeSeries] { (0..<1000).map { one($0, points: 120) } }

    static func one(_ number: Int, points: Int) -> TimeSeries {
        var level = 500.0 + Double(10 * (number % 50))
        let values = (0..<points).map { step in
            let place = number * points + step
            level += Double(number % 7 - 2) * 0.25 + Double(1 + number % 4) * shock(place, kind: 1)
            let month = step % 12
            let shape = Double((month * month * (3 + number % 5) + number) % 12) / 12 - 0.5
            let mean =
                switch number % 3 {
                case 0: level
                case 1: level + 80 * shape
                default: level * (1 + 0.25 * shape)
                }
            let noise = Double(5 + number % 11) * shock(place, kind: 0)
            return ((mean + noise) * 1000 + 0.5).rounded(.down) / 1000
        }
        return TimeSeries(values, period: 12)
    }

    static func shock(_ place: Int, kind: Int) -> Double {
        let total = (0..<4).reduce(0.0) { sum, part in
            sum + Double(mixed(UInt64(8 * place + 4 * kind + part)) >> 11) / 0x1p53
        }
        return (total - 2) * 1.75
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var z = (number &+ 1) &* 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
