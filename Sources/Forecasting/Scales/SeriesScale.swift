/// Another scale for observations, increasing, on which a method is fitted.
public protocol SeriesScale: Sendable {
    /// The series on the scale.
    ///
    /// - Throws: for an observation that has no place on it.
    func laidOut(_ series: TimeSeries) throws(FitFault) -> TimeSeries

    /// The value of a place on the scale.
    func value(_ place: Double) -> Double
}
