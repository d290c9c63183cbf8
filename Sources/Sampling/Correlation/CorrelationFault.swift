/// Why rank correlations cannot be used.
public enum CorrelationFault: Error, Hashable, Sendable {
    /// A pair names an input that is not there.
    case unknownName(String)
    /// An input is paired with itself.
    case selfPair(String)
    /// A pair is given twice, in either order.
    case duplicatePair(String, String)
    /// The correlation is not in -1...1.
    case outOfRange(String, String, Double)
    /// No set of numbers has these correlations at once.
    case inconsistent(InconsistentCorrelations)
}

/// Correlations that contradict one another, such as three inputs that are all opposed.
public struct InconsistentCorrelations: Hashable, Sendable {
    /// The pair that breaks it: taking the inputs in order, the first input that cannot be
    /// added, and of its correlations with earlier ones the one farthest from the nearest
    /// possible.
    public let first: String
    /// The later of the pair, in the order of the inputs.
    public let second: String
    /// What was asked for that pair, and what it is in the nearest possible set.
    public let given: Double
    /// What it is in the nearest possible set.
    public let nearest: Double
    /// The inputs that take part in any pair, in the order of the inputs.
    public let names: [String]
    /// The nearest possible rank correlations of these inputs, row by row; they are accepted
    /// when given instead.
    public let nearestRows: [[Double]]
    /// The same in whole hundredths, as near as such numbers come and accepted too.
    public let roundedRows: [[Double]]
}
