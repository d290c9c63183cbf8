/// Why a method cannot be fitted to a series.
public enum FitFault: Error, Sendable, Equatable {
    /// The method needs more observations than there are.
    case tooShort(needed: Int, have: Int)

    /// The method takes no gaps, and the step (0 is the first) is missing.
    case missing(step: Int)

    /// The method takes positive values alone, and the step holds another.
    case notPositive(step: Int)

    /// The step holds a value below 0 or above the ceiling that was given.
    case outOfRange(step: Int)

    /// All observations, or all their differences, are equal, so that the method has nothing to
    /// learn from.
    case constant

    /// The scale has ends, and the step holds a value outside.
    case outOfBounds(step: Int)

    /// The method takes sums of all so far, and the step lies below the one before it.
    case falling(step: Int)

    /// The likelihood or the sum of squares has no optimum that the search could find.
    case notConverged

    /// The step that is at fault; nil where the whole series is.
    public var step: Int? {
        switch self {
        case .missing(let step), .notPositive(let step), .outOfRange(let step),
            .outOfBounds(let step), .falling(let step):
            step
        case .tooShort, .constant, .notConverged: nil
        }
    }
}
