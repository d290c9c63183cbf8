/// Why a design of points does not exist.
public enum DesignFault: Error, Hashable, Sendable {
    /// The number of points is below 1, or above what a sequence has.
    case badCount(Int, most: Int)
    /// There are more dimensions than direction numbers, or none where one is needed.
    case badDimensions(Int, most: Int)
    /// Two dimensions have one name.
    case duplicateName(String)
    /// A correlated input is not among the dimensions.
    case unknownName(String)
}
