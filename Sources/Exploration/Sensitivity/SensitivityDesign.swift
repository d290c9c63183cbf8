import Sampling

/// A list of runs that owns both its points and their analysis.
///
/// A run's point is a function of the design and the run's number alone, so runs may be done in
/// any order, in parts, on any machine. Runs come in rows of equal length, such as the base point
/// of a Sobol design with all its mixtures; a row with a failed run is left out as a whole.
public protocol SensitivityDesign: Sendable, Equatable {
    /// The inputs, in the order of a point's coordinates.
    var names: [String] { get }
    /// How many runs there are.
    var count: Int { get }
    /// How many runs make a row.
    var rowLength: Int { get }
    /// All that made the design, in one line of text: equal identities, equal points.
    var identity: String { get }

    /// Writes the points of some runs, one after the other, an input beside the next.
    ///
    /// - Parameters:
    ///   - runs: a range within `0..<count`.
    ///   - points: made `runs.count * names.count` long if it is not.
    func fill(_ runs: Range<Int>, into points: inout [Double])
}

extension SensitivityDesign {
    /// The point of one run: a number in (0, 1) for each input, or its value in a tornado.
    public func unitRow(_ run: Int) -> [Double] {
        var point: [Double] = []
        fill(run..<run + 1, into: &point)
        return point
    }

    /// Rows of equal length: `count / rowLength`.
    public var rowCount: Int { count / rowLength }

    /// The values of all runs of some rows: what failed rows held decides nothing.
    func values(_ output: [Double], in rows: [Int]) -> some Sequence<Double> {
        rows.lazy.flatMap { output[$0 * rowLength..<($0 + 1) * rowLength] }
    }

    func prepare(_ points: inout [Double], _ runs: Range<Int>) {
        precondition(runs.lowerBound >= 0 && runs.upperBound <= count, "runs \(runs) of \(count)")
        let size = runs.count * names.count
        if points.count != size { points = [Double](repeating: 0, count: size) }
    }

    static func check(_ names: [String]) throws(SensitivityFault) {
        guard !names.isEmpty else { throw .noInputs }
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted { throw .duplicateInput(name) }
    }

    /// Refuses outputs that this design did not make.
    func check(
        _ outputs: [[Double]], named: [String], madeBy maker: String?
    ) throws(SensitivityFault) {
        if let maker, maker != identity { throw .wrongDesign(given: maker, expected: identity) }
        guard named.count == outputs.count else {
            throw .countsDiffer(names: named.count, values: outputs.count)
        }
        for (name, output) in zip(named, outputs) where output.count != count {
            throw .wrongLength(output: name, count: output.count, expected: count)
        }
    }

    /// The names of inputs or outputs, quoted so that no two lists read alike.
    static func listed(_ names: [String]) -> String {
        names.map { String(reflecting: $0) }.joined(separator: ",")
    }
}

extension SensitivityDesign {
    /// Refuses groups that do not divide the inputs.
    static func check(
        _ groups: [SensitivityGroup], of names: [String]
    ) throws(SensitivityFault) {
        try check(groups.map(\.name))
        var times = names.map { _ in 0 }
        for group in groups {
            guard !group.members.isEmpty else { throw .emptyGroup(group.name) }
            for member in group.members {
                guard names.indices.contains(member) else {
                    throw .unknownInput(member, group: group.name)
                }
                times[member] += 1
            }
        }
        for (name, count) in zip(names, times) where count != 1 {
            throw .inputGroupedTimes(count, input: name)
        }
    }

    /// Groups as an identity lists them.
    static func listed(_ groups: [SensitivityGroup]) -> String {
        groups.map { "\(String(reflecting: $0.name)):\($0.members)" }.joined(separator: ",")
    }
}

/// Inputs that are moved together, and have one index for all of them.
public struct SensitivityGroup: Sendable, Equatable {
    /// As results name the group.
    public let name: String
    /// Positions of inputs.
    public let members: [Int]

    /// A group of inputs; whether it fits is checked where the design is made.
    public init(name: String, members: [Int]) {
        self.name = name
        self.members = members
    }

    /// A group for each input.
    static func each(of names: [String]) -> [SensitivityGroup] {
        names.enumerated().map { SensitivityGroup(name: $1, members: [$0]) }
    }
}

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
