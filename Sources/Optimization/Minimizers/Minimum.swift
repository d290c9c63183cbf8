/// Where a search ended.
public struct Minimum: Sendable, Equatable {
    /// The best point found.
    public var point: [Double]

    /// The value there.
    public var value: Double

    /// How often the function was asked for a value.
    public var evaluations: Int

    /// Whether the search ended by its tolerance, not by its limit of evaluations.
    public var hasConverged: Bool

    /// A point, its value and how they were found.
    public init(point: [Double], value: Double, evaluations: Int, hasConverged: Bool) {
        self.point = point
        self.value = value
        self.evaluations = evaluations
        self.hasConverged = hasConverged
    }
}
