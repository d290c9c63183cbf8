/// What is expected of the steps after the last observation, step 1 first.
public struct Forecast: Sendable, Equatable {
    /// Expected values in the unit of the series.
    public var mean: [Double]

    /// Lower ends of the central interval.
    public var lower: [Double]

    /// Upper ends of the central interval.
    public var upper: [Double]

    /// The probability that an outcome lies inside the interval, in (0, 1).
    public var level: Double

    /// The three rows of one length.
    public init(mean: [Double], lower: [Double], upper: [Double], level: Double) {
        precondition(
            mean.count == lower.count && mean.count == upper.count, "rows of several lengths")
        self.mean = mean
        self.lower = lower
        self.upper = upper
        self.level = level
    }
}
