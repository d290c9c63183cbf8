/// Why boxes cannot be looked for.
public enum PrimFault: Error, Sendable, Equatable {
    /// No points, or more than 32-bit positions can count.
    case pointCount(Int)
    /// Nothing was varied.
    case noInputs
    /// Two inputs have the same name.
    case duplicateInput(String)
    /// An input has values for more or fewer points than there are outcomes.
    case lengthsDiffer(input: String, Int, expected: Int)
    /// A number is infinite or not a number.
    case notFinite(input: String, point: Int, Double)
    /// All points are of interest, or none is: there is nothing to tell apart.
    case sameOutcome(Bool)

    /// A share that is peeled or pasted at once must lie between 0 and 0.5, both excluded.
    case alpha(Double)
    /// The least share of points in a box must lie above 0 and not above 1.
    case minimumMass(Double)
    /// A share that a box must reach does not lie in 0...1.
    case share(Double)
    /// Less than one box was asked for.
    case boxCount(Int)
}
