internal import Sampling

/// What a method would have said at earlier origins, beside what came.
///
/// Reference: L. J. Tashman, Out-of-sample tests of forecasting accuracy, International Journal of
/// Forecasting 16 (2000), doi:10.1016/S0169-2070(00)00065-0.
public struct Backtest: Sendable, Equatable {
    /// One forecast of one step.
    public struct Step: Sendable, Equatable {
        /// The number of observations that were known.
        public let origin: Int
        /// How many steps after the last of them, 1 first.
        public let ahead: Int
        /// What came; NaN where it is missing.
        public let actual: Double
        /// What was expected.
        public let mean: Double
        /// The lower end of the interval.
        public let lower: Double
        /// The upper end of the interval.
        public let upper: Double
        /// The continuous ranked probability score of the method's paths.
        public let crps: Double
        /// Mean absolute and mean square change over a period of what was known.
        let scales: (absolute: Double, square: Double)

        /// By its numbers.
        public static func == (left: Step, right: Step) -> Bool {
            (left.origin, left.ahead, left.actual, left.mean, left.lower, left.upper)
                == (right.origin, right.ahead, right.actual, right.mean, right.lower, right.upper)
                && left.crps == right.crps
        }
    }

    /// The probability that an outcome lies inside an interval.
    public let level: Double
    /// All forecasts, by origin and distance.
    public let steps: [Step]
    /// Origins at which the method could not be fitted, and why.
    public let faults: [Int: FitFault]

    /// Forecasts at the last `origins` origins, `stride` steps apart, the latest one step before
    /// the end.
    ///
    /// - Parameters:
    ///   - horizon: the farthest step of each forecast; those after the end are left out.
    ///   - paths: simulated paths from which the probability score is taken.
    public init(
        _ method: some ForecastMethod, _ series: TimeSeries, horizon: Int, origins: Int,
        stride: Int = 1, level: Double = 0.9, paths: Int = 200
    ) {
        precondition(horizon >= 1 && origins >= 1 && stride >= 1, "a backtest of nothing")
        self.level = level
        var (steps, faults) = ([Step](), [Int: FitFault]())
        for back in (0..<origins).reversed() {
            let origin = series.count - 1 - back * stride
            guard origin >= 1 else { continue }
            let known = series.prefix(origin)
            do {
                let fitted = try method.fit(known)
                steps += Self.steps(
                    fitted, series, count: min(horizon, series.count - origin), level: level,
                    paths: paths)
            } catch {
                faults[origin] = error
            }
        }
        self.steps = steps
        self.faults = faults
    }

    private static func steps(
        _ fitted: some FittedSeries, _ series: TimeSeries, count: Int, level: Double, paths: Int
    ) -> [Step] {
        let origin = fitted.series.count
        let forecast = fitted.forecast(steps: count, level: level)
        let drawn = fitted.simulate(
            steps: count, paths: paths, stream: RandomStream(seed: 0, name: "backtest"))
        let scales = ForecastMeasure.scales(fitted.series)
        return (0..<count).map { ahead in
            let actual = series.values[origin + ahead]
            let outcomes = (0..<paths).map { drawn[$0, ahead] }
            return Step(
                origin: origin, ahead: ahead + 1, actual: actual, mean: forecast.mean[ahead],
                lower: forecast.lower[ahead], upper: forecast.upper[ahead],
                crps: ForecastMeasure.crps(outcomes: outcomes, actual), scales: scales)
        }
    }

    /// Errors over all origins.
    public struct Summary: Sendable, Equatable {
        /// The number of forecasts whose outcome is known.
        public let count: Int
        /// Mean absolute scaled error.
        public let mase: Double
        /// Symmetric mean absolute percentage error.
        public let smape: Double
        /// Root mean squared scaled error.
        public let rmsse: Double
        /// The share of outcomes inside their intervals.
        public let coverage: Double
        /// The mean pinball loss of both ends, in the unit of the series.
        public let pinball: Double
        /// The mean continuous ranked probability score, in the unit of the series.
        public let crps: Double
        /// The same score over the mean absolute change over a period, as in `mase`.
        public let scaledCRPS: Double
    }

    /// The errors of the forecasts `ahead` steps ahead, of all where nil; nil where there is none.
    ///
    /// - Parameter other: a test of the same series, whose origins alone count.
    public func summary(ahead: Int? = nil, asOf other: Backtest? = nil) -> Summary? {
        let origins = other.map { Set($0.steps.map(\.origin)) }
        let told = steps.filter {
            !$0.actual.isNaN && (ahead == nil || $0.ahead == ahead)
                && origins?.contains($0.origin) != false
        }
        guard !told.isEmpty else { return nil }
        let count = Double(told.count)
        func mean(_ measure: (Step) -> Double) -> Double {
            told.reduce(0) { $0 + measure($1) } / count
        }
        let tail = (1 - level) / 2
        return Summary(
            count: told.count,
            mase: mean { abs($0.actual - $0.mean) / $0.scales.absolute },
            smape: mean { ForecastMeasure.smape([$0.mean], [$0.actual]) },
            rmsse: mean {
                ($0.actual - $0.mean) * ($0.actual - $0.mean) / $0.scales.square
            }.squareRoot(),
            coverage: mean { $0.lower <= $0.actual && $0.actual <= $0.upper ? 1 : 0 },
            pinball: mean {
                (ForecastMeasure.pinball($0.lower, $0.actual, share: tail)
                    + ForecastMeasure.pinball($0.upper, $0.actual, share: 1 - tail)) / 2
            },
            crps: mean { $0.crps }, scaledCRPS: mean { $0.crps / $0.scales.absolute })
    }
}
