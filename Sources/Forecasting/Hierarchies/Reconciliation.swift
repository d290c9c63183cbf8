public import LinearAlgebra

/// Forecasts of all nodes made to add up, by the least change that the weights allow.
///
///     y~ = y - W C' (C W C')^-1 C y
///
/// C takes from a table what upper nodes have above the sum of their leaves. Only `C W C'`, a
/// matrix of the order of the upper nodes, is factorized; with weights by node the rest is linear
/// in the leaves.
///
/// Reference: S. Wickramasuriya, G. Athanasopoulos and R. Hyndman, Optimal forecast reconciliation
/// for hierarchical and grouped time series through trace minimization, JASA 114 (2019),
/// doi:10.1080/01621459.2018.1448825.
public struct Reconciliation: Sendable {
    /// What adds up.
    public let structure: SummingStructure

    /// The diagonal of W, in parts of its mean.
    let diagonal: [Double]
    /// The rest of W, where there is one.
    let shrunk: ShrunkCovariance?
    private let factor: CholeskyFactorization

    /// Prepares the reconciliation of a structure.
    ///
    /// - Throws: `tooFewResiduals`; `undetermined` where the weights of a node and of all below it
    ///   are 0.
    public init(
        _ structure: SummingStructure, weights: ReconciliationWeights
    ) throws(HierarchyFault) {
        self.structure = structure
        switch weights {
        case .equal:
            diagonal = [Double](repeating: 1, count: structure.nodeCount)
            shrunk = nil
        case .structural:
            diagonal =
                structure.upper.map { Double($0.count) }
                + [Double](repeating: 1, count: structure.leafCount)
            shrunk = nil
        case .variance(let residuals):
            diagonal = try Self.variances(residuals)
            shrunk = nil
        case .shrunk(let residuals, let isCentred):
            let covariance = try ShrunkCovariance(residuals, isCentred: isCentred)
            diagonal = covariance.diagonal.map { $0 * covariance.intensity }
            shrunk = covariance
        }
        precondition(diagonal.count == structure.nodeCount, "residuals of other nodes")
        factor = try Self.factorize(structure, diagonal, shrunk)
    }

    /// Mean squares of the residuals of each node.
    private static func variances(_ table: Matrix) throws(HierarchyFault) -> [Double] {
        var result: [Double] = []
        for node in 0..<table.columns {
            let known = table.column(node).filter { !$0.isNaN }
            if known.isEmpty { throw .tooFewResiduals(complete: 0) }
            result.append(known.reduce(0) { $0 + $1 * $1 } / Double(known.count))
        }
        return result
    }

    /// The factor of `C W C'`.
    static func factorize(
        _ structure: SummingStructure, _ diagonal: [Double], _ shrunk: ShrunkCovariance?
    ) throws(HierarchyFault) -> CholeskyFactorization {
        var covariance = structure.excessCovariance(diagonal)
        if let shrunk, shrunk.intensity < 1 {
            let excess = structure.excess(shrunk.residuals.transpose)
            covariance.add(excess.transpose * excess, times: 1 - shrunk.intensity)
        }
        do {
            return try CholeskyFactorization(covariance)
        } catch .notPositiveDefinite(let pivot) {
            throw .undetermined(node: pivot)
        } catch {
            throw .undetermined(node: 0)
        }
    }

    /// The share of the diagonal in a shrunk covariance; nil for weights by node.
    public var shrinkage: Double? { shrunk?.intensity }

    /// Forecasts that add up, exactly: leaves are adjusted, upper nodes are their sums.
    ///
    /// - Parameter forecasts: a row for each step, a column for each node.
    public func reconciled(_ forecasts: Matrix) -> Matrix {
        let z = factor.solve(structure.excess(forecasts).transpose)
        var leaves = Matrix(rows: forecasts.rows, columns: structure.leafCount)
        for step in 0..<forecasts.rows {
            let shift = leafShift(Array(z.column(step)))
            for leaf in 0..<structure.leafCount {
                leaves[step, leaf] = forecasts[step, structure.upperCount + leaf] + shift[leaf]
            }
        }
        return structure.summed(leaves)
    }

    /// `-(W C' z)` of the leaves.
    func leafShift(_ z: [Double]) -> [Double] {
        let first = structure.upperCount
        var above = (0..<structure.leafCount).map { structure.sumAbove($0, z) }
        let whole = Vector(z + above.map { -$0 })
        for leaf in above.indices { above[leaf] *= diagonal[first + leaf] }
        if let shrunk, shrunk.intensity < 1 {
            let along = shrunk.residuals * (whole * shrunk.residuals)
            for leaf in above.indices {
                above[leaf] -= (1 - shrunk.intensity) * along[first + leaf]
            }
        }
        return above
    }
}
