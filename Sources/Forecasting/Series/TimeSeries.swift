/// Observations of one variable at equal steps, oldest first.
public struct TimeSeries: Sendable, Equatable {
    /// The observations in the unit of the variable; NaN where one is missing.
    public let values: [Double]

    /// Steps of one season: 12 for months, 4 for quarters, 1 where nothing recurs.
    public let period: Int

    /// Takes observations as they are; infinite ones, and a period below 1, trap.
    public init(_ values: [Double], period: Int = 1) {
        precondition(period >= 1, "a season of \(period) steps")
        precondition(values.allSatisfy { !$0.isInfinite }, "an infinite observation")
        self.values = values
        self.period = period
    }

    /// The number of steps, missing observations among them.
    public var count: Int { values.count }

    /// Whether no observation is missing.
    public var isComplete: Bool { values.allSatisfy { !$0.isNaN } }

    /// The first `count` steps: what was known at an earlier origin.
    public func prefix(_ count: Int) -> TimeSeries {
        TimeSeries(Array(values.prefix(count)), period: period)
    }
}
