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
