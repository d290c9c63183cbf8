/// A series split into its season and the rest by moving averages.
///
/// The trend is the centred moving average over one season; the figure of a step of the season is
/// the mean of its distances (or ratios) to the trend, less (or over) the mean of all figures.
///
/// Reference: R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd
/// edition, section 3.4; the figures are those of R's `decompose`.
public struct ClassicalDecomposition: Sendable, Equatable {
    /// How season and rest make the series.
    public enum Kind: Sendable, Hashable {
        /// The series is their sum.
        case additive
        /// The series is their product.
        case multiplicative
    }

    /// How season and rest make the series.
    public let kind: Kind

    /// The figure of each step of the season, beginning with that of the first observation.
    public let figures: [Double]

    /// Splits a series without gaps that spans two seasons at least; nil where it is shorter.
    public init?(_ series: TimeSeries, kind: Kind) {
        let (values, period) = (series.values, series.period)
        guard period > 1, values.count >= 2 * period else { return nil }
        self.kind = kind
        let reach = period / 2
        var sums = [Double](repeating: 0, count: period)
        var counts = [Double](repeating: 0, count: period)
        for step in reach..<values.count - reach {
            let trend = Self.average(values, around: step, period: period)
            switch kind {
            case .additive: sums[step % period] += values[step] - trend
            case .multiplicative: sums[step % period] += values[step] / trend
            }
            counts[step % period] += 1
        }
        let raw = zip(sums, counts).map { $0 / $1 }
        let mean = raw.reduce(0, +) / Double(period)
        figures = raw.map { kind == .additive ? $0 - mean : $0 / mean }
    }

    /// The figure of a step, counted from the first observation.
    public func figure(_ step: Int) -> Double { figures[step % figures.count] }

    /// The series without its season.
    public func adjusted(_ series: TimeSeries) -> TimeSeries {
        let values = series.values.enumerated().map { step, value in
            kind == .additive ? value - figure(step) : value / figure(step)
        }
        return TimeSeries(values, period: series.period)
    }

    /// A value of the rest with the season of its step put back.
    public func restored(_ value: Double, step: Int) -> Double {
        kind == .additive ? value + figure(step) : value * figure(step)
    }

    private static func average(_ values: [Double], around step: Int, period: Int) -> Double {
        let reach = period / 2
        var sum = 0.0
        if period % 2 == 0 {
            sum = 0.5 * (values[step - reach] + values[step + reach])
            for place in step - reach + 1..<step + reach { sum += values[place] }
        } else {
            for place in step - reach...step + reach { sum += values[place] }
        }
        return sum / Double(period)
    }
}
