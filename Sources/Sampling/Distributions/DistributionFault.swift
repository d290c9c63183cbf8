/// Why a distribution does not exist, with the parameter that is wrong.
public enum DistributionFault: Error, Hashable, Sendable {
    /// What a number of a distribution is called; a range's ends are `low` and `high` in all
    /// families.
    public enum Parameter: String, Hashable, Sendable, CaseIterable {
        /// Numbers that say where a distribution lies, how wide and of what shape it is.
        case value, low, high, mode, median, mean, deviation, alpha, beta, shape, scale, lambda
        /// Numbers that say how likely something is.
        case probability, weight
        /// The lower and the upper bound of what a value may be.
        case lowerBound, upperBound
    }

    /// The number is infinite or not a number.
    case notFinite(Parameter, Double)
    /// The number is 0 or less where it must be above.
    case notPositive(Parameter, Double)
    /// The low end lies above the high end, or upon it where a range is needed.
    case emptyRange(low: Double, high: Double)
    /// The number lies outside its range; `isOpen` where it may not lie on an end either.
    case outside(Parameter, Double, range: ClosedRange<Double>, isOpen: Bool)
    /// There is no value to draw.
    case noValues
    /// Values and weights differ in number.
    case unequalCounts(values: Int, weights: Int)
    /// The weight at this position is negative or not finite.
    case badWeight(position: Int, weight: Double)
    /// All weights are 0.
    case noWeight
    /// A truncation leaves next to nothing: so large a share of all numbers lies in the range.
    case nothingInside(ClosedRange<Double>, share: Double)
}

extension DistributionFault {
    /// Throws unless the number is finite.
    static func requireFinite(
        _ parameter: Parameter, _ number: Double
    ) throws(DistributionFault) {
        if !number.isFinite { throw .notFinite(parameter, number) }
    }

    /// Throws unless the number is finite and above 0.
    static func requirePositive(
        _ parameter: Parameter, _ number: Double
    ) throws(DistributionFault) {
        try requireFinite(parameter, number)
        if number <= 0 { throw .notPositive(parameter, number) }
    }

    /// Throws unless the ends are finite and in order; they may be equal.
    static func requireRange(_ low: Double, _ high: Double) throws(DistributionFault) {
        try requireFinite(.low, low)
        try requireFinite(.high, high)
        if low > high { throw .emptyRange(low: low, high: high) }
    }

    /// Throws unless the number lies in the range, ends included.
    static func requireInside(
        _ parameter: Parameter, _ number: Double, _ range: ClosedRange<Double>
    ) throws(DistributionFault) {
        try requireFinite(parameter, number)
        if !range.contains(number) {
            throw .outside(parameter, number, range: range, isOpen: false)
        }
    }
}
