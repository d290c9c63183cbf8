internal import RealModule

/// Natural logarithms: what changes by percentages becomes a line.
public struct LogScale: SeriesScale, Hashable {
    /// Natural logarithms.
    public init() {}

    /// The logarithms of the series.
    ///
    /// - Throws: `notPositive` for the first observation of 0 or less.
    public func laidOut(_ series: TimeSeries) throws(FitFault) -> TimeSeries {
        if let step = series.values.firstIndex(where: { $0 <= 0 }) {
            throw .notPositive(step: step)
        }
        return TimeSeries(
            series.values.map { $0.isNaN ? .nan : .log($0) }, period: series.period)
    }

    /// The number whose logarithm is given; never so large that it is none.
    public func value(_ place: Double) -> Double { .exp(min(place, 709)) }
}
