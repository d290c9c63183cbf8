import Forecasting

/// A series and how it goes on.
package struct SeriesForecast: Sendable {
    /// What a policy did, as estimated together with the model; on a scale of logarithms in
    /// logarithms.
    package struct Effect: Sendable {
        package let policy: PolicyDate
        package let size: Estimate
    }

    /// Where the level of the series moved to another one.
    package struct Break: Sendable {
        /// The first step of the new level.
        package let time: SeriesTime
        package let before: Double
        package let after: Double
    }

    package let member: SeriesTable.Member
    /// The method with the form chosen.
    package let method: String
    /// Why the automatic choice took it; nil where a method was asked for.
    package let reason: Automatic.Reason?
    package let forecast: Forecast
    /// Effects of policies, in the order in which they were asked for.
    package let effects: [Effect]
    /// Breaks in level; none where a trend describes the series better.
    package let breaks: [Break]
    /// Where intervals come from.
    package let intervals: IntervalName
    /// Why they are not conformal ones: the first distance with too few errors; nil where nobody
    /// asked for those, or they are.
    package let shortfall: (distance: Int, have: Int, needed: Int)?

    /// - Parameters:
    ///   - policies: that the method took.
    ///   - bounds: which intervals do not leave; growth is cut at them, not scaled.
    init(
        _ member: SeriesTable.Member, _ fit: any FittedSeries, _ forecast: Forecast,
        policies: [PolicyDate], bounds: ClosedRange<Double>? = nil
    ) {
        self.member = member
        method = fit.method
        var inner = fit
        if let fit = inner as? FittedRescaled { inner = fit.fit }
        let conformal = inner as? FittedConformal
        if let conformal { inner = conformal.fit }
        shortfall = conformal?.shortfall(steps: forecast.mean.count, level: forecast.level)
        intervals = conformal == nil || shortfall != nil ? .analytic : .conformal
        reason = (inner as? FittedAutomatic)?.reason
        effects = zip(policies, (inner as? FittedARIMA)?.effects ?? []).map(Effect.init)
        breaks = Self.breaks(member)
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

    /// Observations from which breaks are looked for.
    private static let fewest = 10

    private static func breaks(_ member: SeriesTable.Member) -> [Break] {
        let known = member.series.values.count { !$0.isNaN }
        guard known >= fewest, let found = try? LevelBreaks(member.series), !found.isTrend else {
            return []
        }
        return found.starts.enumerated().map { place, step in
            Break(
                time: member.time(step), before: found.levels[place],
                after: found.levels[place + 1])
        }
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
