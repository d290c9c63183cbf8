import Sampling

/// The runs that first-order, total and second-order Sobol indices need, and their analysis.
///
/// Each row has two independent points A and B and their mixtures: AB(i) is A with input i from B,
/// BA(i) is B with input i from A. A row's runs are, in order,
///
///     A, AB(1), ..., AB(k), B                          base (k + 2) runs
///     A, AB(1), ..., AB(k), BA(1), ..., BA(k), B       base (2k + 2) runs, with second order
///
/// The mirrored mixtures BA pay off even where second order is not asked for: for the same number
/// of runs the errors of first-order indices are smaller by 20 to 70 % (see ``SobolIndices``).
///
///     let design = try SobolDesign(names: ["quota", "price"], base: 1024, seed: 7)
///     let bills = (0..<design.count).map { bill(design.unitRow($0)) }
///     let indices = try design.indices(of: [bills], named: ["bill"])
///
/// Reference: A. Saltelli, Making best use of model evaluations to compute sensitivity indices,
/// Computer Physics Communications 145 (2002), doi:10.1016/S0010-4655(02)00280-1.
public struct SobolDesign: SensitivityDesign {
    /// The inputs, in the order of a point's coordinates.
    public let names: [String]
    /// Number of rows.
    public let base: Int
    /// Of the base points, and of resampling where intervals need it.
    public let seed: UInt64
    /// Whether rows have the mirrored mixtures.
    public let secondOrder: Bool
    /// How base points are drawn.
    public let points: Points
    private let source: SobolPoints

    /// Base points allowed: a row is kept only if all its runs worked, and intervals need some.
    static let bases = 32...1 << 26
    static let replicates = 8...256

    /// - Parameters:
    ///   - base: rows; a power of two for `sobol`, the number of replicates times one, and four
    ///     or more of each, for `replicatedSobol`.
    /// - Throws: ``SensitivityFault`` for no inputs, equal names, or a base that does not fit.
    public init(
        names: [String], base: Int, seed: UInt64, secondOrder: Bool = true,
        points: Points = .replicatedSobol(16)
    ) throws(SensitivityFault) {
        try Self.check(names)
        try Self.check(base, points)
        source = try SobolPoints(points, names: names, base: base, seed: seed)
        self.names = names
        self.base = base
        self.seed = seed
        self.secondOrder = secondOrder
        self.points = points
    }

    private static func check(_ base: Int, _ points: Points) throws(SensitivityFault) {
        guard bases.contains(base) else {
            throw .sizeOutOfRange(base, least: bases.lowerBound, most: bases.upperBound)
        }
        if case .replicatedSobol(let count) = points, !replicates.contains(count) {
            throw .sizeOutOfRange(
                count, least: replicates.lowerBound, most: replicates.upperBound)
        }
        guard let count = points.replicates else { return }
        let length = base / count
        guard length * count == base, length.nonzeroBitCount == 1 else {
            throw .baseNotBalanced(base: base, replicates: count)
        }
    }

    /// Runs in a row: k + 2, or 2k + 2.
    public var rowLength: Int { (secondOrder ? 2 : 1) * names.count + 2 }
    /// Rows times runs in a row.
    public var count: Int { base * rowLength }

    /// The method with its version, then all that points depend on.
    public var identity: String {
        "sobol 1; points \(points); base \(base); seed \(seed); second order \(secondOrder); "
            + "inputs \(Self.listed(names))"
    }

    /// Whether both give the same points; the sequences behind them follow from the identity.
    public static func == (a: SobolDesign, b: SobolDesign) -> Bool { a.identity == b.identity }

    /// Writes the points of some runs, 256 rows at a time, so that room does not grow with the
    /// design. A range may begin and end inside a row.
    ///
    /// - Complexity: O(runs x inputs).
    public func fill(_ runs: Range<Int>, into points: inout [Double]) {
        prepare(&points, runs)
        guard !runs.isEmpty else { return }
        var pairs: [Double] = []
        let rows = runs.lowerBound / rowLength..<(runs.upperBound - 1) / rowLength + 1
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: 256) {
            let block = first..<min(rows.upperBound, first + 256)
            source.fill(block, dimensions: 2 * names.count, into: &pairs)
            points.withUnsafeMutableBufferPointer { points in
                pairs.withUnsafeBufferPointer { write(block, $0, runs, into: points) }
            }
        }
    }

    private func write(
        _ rows: Range<Int>, _ pairs: UnsafeBufferPointer<Double>, _ runs: Range<Int>,
        into points: UnsafeMutableBufferPointer<Double>
    ) {
        let inputs = names.count
        for row in rows {
            let first = row * rowLength
            for run in runs.clamped(to: first..<first + rowLength) {
                let (isMirrored, swapped) = mixture(run - first)
                for input in 0..<inputs {
                    let isOther = isMirrored != (input == swapped)
                    let column = isOther ? inputs + input : input
                    points[(run - runs.lowerBound) * inputs + input] =
                        pairs[column * rows.count + row - rows.lowerBound]
                }
            }
        }
    }

    /// Whether the run at a place of its row starts from B, and which input it has from the other
    /// point, -1 for none.
    private func mixture(_ place: Int) -> (isMirrored: Bool, swapped: Int) {
        if place == rowLength - 1 { return (true, -1) }
        return place <= names.count ? (false, place - 1) : (true, place - 1 - names.count)
    }
}
