/// An estimate with its standard error, both in the unit of what is estimated.
public struct Estimate: Sendable, Equatable {
    /// The estimate.
    public var value: Double
    /// Its standard error.
    public var standardError: Double

    /// An estimate with its standard error.
    public init(value: Double, standardError: Double) {
        self.value = value
        self.standardError = standardError
    }
}
