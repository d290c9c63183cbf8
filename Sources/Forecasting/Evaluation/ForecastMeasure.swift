/// Measures of how far forecasts lie from what came.
///
/// References: R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy,
/// International Journal of Forecasting 22 (2006), doi:10.1016/j.ijforecast.2006.03.001; S.
/// Makridakis, E. Spiliotis and V. Assimakopoulos, The M4 Competition, International Journal of
/// Forecasting 36 (2020), doi:10.1016/j.ijforecast.2019.04.014; T. Gneiting and A. E. Raftery,
/// Strictly proper scoring rules, Journal of the American Statistical Association 102 (2007),
/// doi:10.1198/016214506000001437.
public enum ForecastMeasure {
    /// The mean absolute error of the seasonal naive method inside a series, and the mean square.
    ///
    /// A series of no more than one period is held against the step before. Zero where it never
    /// changes.
    public static func scales(_ history: TimeSeries) -> (absolute: Double, square: Double) {
        let lag = history.count > history.period ? history.period : 1
        var (absolute, square, count) = (0.0, 0.0, 0.0)
        for step in stride(from: lag, to: history.count, by: 1) {
            let change = history.values[step] - history.values[step - lag]
            guard !change.isNaN else { continue }
            absolute += abs(change)
            square += change * change
            count += 1
        }
        return count > 0 ? (absolute / count, square / count) : (0, 0)
    }

    /// The mean absolute error over that of the seasonal naive method inside the history.
    public static func mase(
        _ forecast: [Double], _ actual: [Double], history: TimeSeries
    ) -> Double {
        mean(forecast, actual) { abs($0 - $1) } / scales(history).absolute
    }

    /// The root of the mean square error over that of the seasonal naive method.
    public static func rmsse(
        _ forecast: [Double], _ actual: [Double], history: TimeSeries
    ) -> Double {
        (mean(forecast, actual) { ($0 - $1) * ($0 - $1) } / scales(history).square).squareRoot()
    }

    /// `200 |f - y| / (|f| + |y|)` on average, in per cent; a step where both are zero counts as
    /// hit.
    public static func smape(_ forecast: [Double], _ actual: [Double]) -> Double {
        mean(forecast, actual) { $0 == $1 ? 0 : 200 * abs($0 - $1) / (abs($0) + abs($1)) }
    }

    /// `100 |f - y| / |y|` on average, in per cent.
    public static func mape(_ forecast: [Double], _ actual: [Double]) -> Double {
        mean(forecast, actual) { 100 * abs($0 - $1) / abs($1) }
    }

    /// The mean of both errors over those of Naive2: the overall weighted average of M4.
    public static func owa(
        smape: Double, mase: Double, naive2 reference: (smape: Double, mase: Double)
    ) -> Double {
        (smape / reference.smape + mase / reference.mase) / 2
    }

    /// The loss of a quantile: `p (y - q)` above it, `(1 - p) (q - y)` below.
    public static func pinball(_ quantile: Double, _ actual: Double, share: Double) -> Double {
        actual >= quantile ? share * (actual - quantile) : (1 - share) * (quantile - actual)
    }

    /// The continuous ranked probability score of equally likely outcomes.
    ///
    /// `mean |x - y| - mean |x - x'| / 2` over all pairs, from sorted outcomes in one pass.
    public static func crps(outcomes: [Double], _ actual: Double) -> Double {
        let sorted = outcomes.sorted()
        let count = Double(sorted.count)
        var (distance, spread) = (0.0, 0.0)
        for (rank, value) in sorted.enumerated() {
            distance += abs(value - actual)
            spread += (2 * Double(rank) + 1 - count) * value
        }
        return distance / count - spread / (count * count)
    }

    /// The score from quantiles of evenly spread shares: twice their mean pinball loss.
    public static func crps(
        quantiles: [(share: Double, value: Double)], _ actual: Double
    ) -> Double {
        2 * quantiles.reduce(0) { $0 + pinball($1.value, actual, share: $1.share) }
            / Double(quantiles.count)
    }

    /// The share of outcomes inside their intervals, ends included.
    public static func coverage(_ forecast: Forecast, _ actual: [Double]) -> Double {
        let inside = actual.indices.count {
            actual[$0] >= forecast.lower[$0] && actual[$0] <= forecast.upper[$0]
        }
        return Double(inside) / Double(actual.count)
    }

    private static func mean(
        _ forecast: [Double], _ actual: [Double], _ measure: (Double, Double) -> Double
    ) -> Double {
        precondition(forecast.count == actual.count && !actual.isEmpty, "rows of several lengths")
        return zip(forecast, actual).reduce(0) { $0 + measure($1.0, $1.1) } / Double(actual.count)
    }
}
