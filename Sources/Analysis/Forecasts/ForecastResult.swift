import Forecasting

/// What `forecast` found: each series with its continuation.
package struct ForecastResult: Sendable {
    typealias Fit = (member: SeriesTable.Member, fit: any FittedSeries)

    package let question: ForecastQuestion
    package let series: [SeriesForecast]
    /// Series that the method cannot be fitted to, and why.
    package let refused: [(member: SeriesTable.Member, fault: FitFault)]
}
