internal import LinearAlgebra
internal import RealModule

/// Rank correlations between named inputs, by a Gaussian copula.
///
/// Spearman's correlation r of two inputs is had by normals of correlation `2 sin(pi r / 6)`;
/// with L the Cholesky factor of these, `z = L x` correlates independent normals x, and each
/// input's uniform is `Phi(z)`. Pairs that are not given are uncorrelated. Correlations that only
/// just exist, such as 1, are given up to a 1e-12th.
///
/// Reference: W. H. Kruskal, Ordinal measures of association, JASA 53 (1958),
/// doi:10.1080/01621459.1958.10501481.
public struct RankCorrelation: Sendable {
    /// The inputs that take part in any pair, in the order of the inputs.
    public let names: [String]
    /// Row i mixes the independent normals 0...i into the i-th correlated one.
    let rows: [[Double]]

    /// Checks pairs of inputs and their Spearman correlations.
    ///
    /// - Parameter names: all inputs, of which the first of a pair may be any.
    /// - Throws: every case of `CorrelationFault`.
    public init(
        names: [String], pairs: [(String, String, Double)]
    ) throws(CorrelationFault) {
        let table = try PairTable(names: names, pairs: pairs)
        self.names = table.names
        rows = try Self.factor(table)
    }

    private static func factor(_ table: PairTable) throws(CorrelationFault) -> [[Double]] {
        let matrix = table.normals
        if let factor = try? CholeskyFactorization(matrix) { return triangle(factor.lower) }
        // On the border, such as at 1, there is a factor of what lies just inside.
        let shift = Double(matrix.rows) * 1e-13
        do {
            let inner = (1 - shift) * matrix + shift * Matrix.identity(matrix.rows)
            return triangle(try CholeskyFactorization(inner).lower)
        } catch .notPositiveDefinite(let pivot) {
            throw .inconsistent(table.inconsistency(at: pivot))
        } catch {
            preconditionFailure("a symmetric matrix of sines was refused: \(error)")
        }
    }

    /// A lower triangular matrix by rows, without the zeros above its diagonal.
    private static func triangle(_ lower: Matrix) -> [[Double]] {
        (0..<lower.rows).map { row in (0...row).map { lower[row, $0] } }
    }

    /// A design's dimensions, those of the correlated inputs replaced.
    ///
    /// An input that is correlated with none before it keeps its dimension. A Latin hypercube's
    /// layers are dealt by the ranks of the mixed normals; other dimensions are mixed outright.
    ///
    /// - Parameter places: the place of each name among the dimensions.
    /// - Throws: `unknownName` for a correlated input that is no dimension.
    func applied(
        to columns: [UnitColumn], places: [String: Int], count: Int
    ) throws(DesignFault) -> [UnitColumn] {
        var inputs: [Int] = []
        for name in names {
            guard let place = places[name] else { throw .unknownName(name) }
            inputs.append(place)
        }
        var result = columns
        for (input, weights) in zip(inputs, rows) {
            let parts = zip(weights, inputs).filter { $0.0 != 0 }
            // An input that stands alone so far keeps its bits.
            guard parts.count > 1 else { continue }
            let mixture = NormalMixture(
                weights: parts.map(\.0), sources: parts.map { columns[$0.1] })
            if case .layers(let layers) = columns[input] {
                result[input] = .layers(layers.ranked(mixture.ranks(count)))
            } else {
                result[input] = .mixed(mixture)
            }
        }
        return result
    }
}

extension NormalMixture {
    /// The rank of each point's normal, from 0; the earlier of two equal ones is the lower.
    func ranks(_ count: Int) -> [UInt32] {
        var normals = [Double](repeating: 0, count: count)
        normals.withUnsafeMutableBufferPointer { fillNormals(0..<count, $0) }
        let order = (0..<count).sorted { (normals[$0], $0) < (normals[$1], $1) }
        var ranks = [UInt32](repeating: 0, count: count)
        for (rank, point) in order.enumerated() { ranks[point] = UInt32(rank) }
        return ranks
    }
}

/// Correlations of two normals and of what is made of them.
public enum NormalCorrelation {
    /// The correlation of the normals whose ranks have Spearman's correlation r: `2 sin(pi r/6)`.
    public static func ofRanks(_ spearman: Double) -> Double {
        // Exact at the ends, where the sine rounds.
        abs(spearman) == 1 ? spearman : 2 * .sin(.pi * spearman / 6)
    }

    /// Spearman's correlation of two normals: `6/pi asin(rho / 2)`.
    public static func ranks(_ normal: Double) -> Double {
        abs(normal) == 1 ? normal : 6 / .pi * .asin(normal / 2)
    }
}

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
