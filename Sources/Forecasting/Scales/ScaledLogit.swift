internal import RealModule

/// A scale between two ends, laid out without ends: `log((y - a) / (b - y))`.
///
/// Observations at an end itself are taken as lying off it by half the distance of the nearest
/// other observation, at most `(b - a) / (2 n)`.
///
/// Reference: M. Smithson and J. Verkuilen, A better lemon squeezer?, Psychological Methods 11
/// (2006), doi:10.1037/1082-989X.11.1.54.
public struct ScaledLogit: SeriesScale, Hashable {
    /// The lower end, a.
    public let lower: Double
    /// The upper end, b.
    public let upper: Double

    /// The scale between two ends.
    public init(lower: Double, upper: Double) {
        precondition(lower < upper && (upper - lower).isFinite, "a scale from \(lower) to \(upper)")
        self.lower = lower
        self.upper = upper
    }

    /// The series on the scale without ends.
    public func laidOut(_ series: TimeSeries) throws(FitFault) -> TimeSeries {
        if let step = series.values.firstIndex(where: { $0 < lower || $0 > upper }) {
            throw .outOfBounds(step: step)
        }
        let width = upper - lower
        let distances = series.values.filter { !$0.isNaN }.map { min($0 - lower, upper - $0) }
        let nearest = distances.filter { $0 > 0 }.min() ?? width
        let margin = min(nearest / 2, width / Double(2 * series.count))
        return TimeSeries(
            series.values.map { value in
                guard !value.isNaN else { return .nan }
                let inside = min(max(value, lower + margin), upper - margin)
                return .log((inside - lower) / (upper - inside))
            }, period: series.period)
    }

    /// The value of a place on the scale without ends: never outside the ends.
    public func value(_ place: Double) -> Double {
        let share = 1 / (1 + .exp(-place))
        return min(max(lower + (upper - lower) * share, lower), upper)
    }
}
