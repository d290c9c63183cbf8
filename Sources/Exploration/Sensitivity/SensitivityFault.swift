import Sampling

/// Why a sensitivity design or its analysis is refused.
public enum SensitivityFault: Error, Equatable, Sendable {
    /// A design needs at least one input.
    case noInputs
    /// Two inputs of a design have the same name.
    case duplicateInput(String)
    /// Too few or too many base points, repetitions or levels for the design.
    case sizeOutOfRange(Int, least: Int, most: Int)
    /// A scrambled Sobol sequence is balanced over a power of two points; the base must be
    /// `replicates` times one.
    case baseNotBalanced(base: Int, replicates: Int)
    /// The jumps of a trajectory need an even number of levels.
    case levelsNotEven(Int)
    /// A group names an input by a position that does not exist.
    case unknownInput(Int, group: String)
    /// A group without inputs, by its name.
    case emptyGroup(String)
    /// The input is in no group, or in more than one.
    case inputGroupedTimes(Int, input: String)
    /// The sampling design behind this one is refused, such as for too many inputs.
    case points(DesignFault)

    /// The outputs were made by the runs of another design; both identities.
    case wrongDesign(given: String, expected: String)
    /// An output has more or fewer values than the design has runs.
    case wrongLength(output: String, count: Int, expected: Int)
    /// The outputs and their names, or the inputs and their ranges, are not equally many.
    case countsDiffer(names: Int, values: Int)
    /// The level of an interval lies outside (0, 1).
    case levelOutOfRange(Double)
    /// Too few of the rows have no failed run.
    case tooFewRows(kept: Int, of: Int, needed: Int)
    /// The run at the base values failed, so that nothing can be compared with it.
    case baseFailed(output: String)
}
