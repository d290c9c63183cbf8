internal import RealModule

/// All forms of exponential smoothing together, each weighed by how well it explains the series.
///
/// Weights are Akaike's, `exp(-(AICc - min AICc) / 2)` made to sum to one, so that a form which is
/// nearly as likely as the best counts nearly as much.
///
/// Reference: S. Kolassa, Combining exponential smoothing forecasts using Akaike weights,
/// International Journal of Forecasting 27 (2011), doi:10.1016/j.ijforecast.2010.04.006.
public struct AveragedETS: ForecastMethod, Hashable {
    /// The average of all forms whose variance stays finite.
    public init() {}

    /// Fits all forms that the series is long enough for; forms below a thousandth are left out.
    public func fit(_ series: TimeSeries) throws(FitFault) -> FittedCombination {
        if let gap = series.values.firstIndex(where: \.isNaN) { throw .missing(step: gap) }
        let fits = ETS().candidates(series)
        guard let least = fits.map(\.aicc).min() else {
            throw .tooShort(needed: 5, have: series.count)
        }
        let weighted = fits.map { (fit: $0, weight: Double.exp((least - $0.aicc) / 2)) }
        let total = weighted.reduce(0) { $0 + $1.weight }
        let kept = weighted.filter { $0.weight >= total / 1000 }
        let sum = kept.reduce(0) { $0 + $1.weight }
        return FittedCombination(
            "Averaged ETS", series, kept.map(\.fit), weights: kept.map { $0.weight / sum })
    }
}
