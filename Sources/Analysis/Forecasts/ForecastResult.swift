import Forecasting

/// What `forecast` found: each series with its continuation.
package struct ForecastResult: Sendable {
    typealias Fit = (member: SeriesTable.Member, fit: any FittedSeries)

    package let question: ForecastQuestion
    package let series: [SeriesForecast]
    /// Series that the method cannot be fitted to, and why.
    package let refused: [(member: SeriesTable.Member, fault: FitFault)]
}

/// A series and how it goes on.
package struct SeriesForecast: Sendable {
    package let member: SeriesTable.Member
    /// The method with the form chosen.
    package let method: String
    /// Why the automatic choice took it; nil where a method was asked for.
    package let reason: Automatic.Reason?
    package let forecast: Forecast

    /// - Parameter bounds: which intervals do not leave; growth is cut at them, not scaled.
    init(
        _ member: SeriesTable.Member, _ fit: any FittedSeries, _ forecast: Forecast,
        bounds: ClosedRange<Double>? = nil
    ) {
        self.member = member
        method = fit.method
        let inner = (fit as? FittedBounded)?.fit ?? fit
        reason = (inner as? FittedAutomatic)?.reason
        guard let bounds else {
            self.forecast = forecast
            return
        }
        func inside(_ value: Double) -> Double {
            min(max(value, bounds.lowerBound), bounds.upperBound)
        }
        self.forecast = Forecast(
            mean: forecast.mean.map(inside), lower: forecast.lower.map(inside),
            upper: forecast.upper.map(inside), level: forecast.level)
    }

    /// When a step of the forecast is, 1 first.
    package func time(_ step: Int) -> SeriesTime { member.time(member.series.count - 1 + step) }

    /// The last observation and when it was.
    package var lastKnown: (time: SeriesTime, value: Double)? {
        member.series.values.indices.last { !member.series.values[$0].isNaN }.map {
            (member.time($0), member.series.values[$0])
        }
    }
}
