import Forecasting
import LinearAlgebra

/// Ways to make forecasts add up, by the names that a command takes.
package enum ReconciliationName: String, Sendable, CaseIterable {
    /// Leaves are kept.
    case bottomUp = "bu"
    /// The top is kept and shared by the forecasts of its parts.
    case topDown = "td"
    /// The top is kept and shared by the mean of past shares.
    case meanOfShares = "td-shares"
    /// The top is kept and shared by the shares of past means.
    case shareOfMeans = "td-means"
    /// All nodes count alike.
    case ordinary = "ols"
    /// An error's variance is the number of leaves below.
    case structural = "wls-struct"
    /// An error's variance is that of past residuals.
    case variance = "wls-var"
    /// The covariance of past residuals, shrunk, each node's mean taken off.
    case shrunk = "mint-shrink"
    /// The same of residuals as they are, so that a method's bias counts as error.
    case shrunkUncentred = "mint-shrink-uncentred"

    /// Forecasts that add up.
    ///
    /// - Parameters:
    ///   - forecasts: a row for each step, a column for each node.
    ///   - residuals: a row for each step of the past.
    ///   - bounds: of the leaves.
    /// - Throws: where residuals or history do not tell the weights.
    func reconciled(
        _ forecasts: Matrix, of tree: SeriesHierarchy, residuals: Matrix,
        bounds: ClosedRange<Double>?
    ) throws(HierarchyFault) -> Matrix {
        let structure = tree.hierarchy.structure
        let weights: ReconciliationWeights
        switch self {
        case .bottomUp: return structure.bottomUp(forecasts)
        case .topDown: return try tree.hierarchy.topDown(forecasts, shares: .forecasts)
        case .meanOfShares:
            return try tree.hierarchy.topDown(
                forecasts, shares: .meanOfShares(history: try tree.completeHistory()))
        case .shareOfMeans:
            return try tree.hierarchy.topDown(
                forecasts, shares: .shareOfMeans(history: try tree.completeHistory()))
        case .ordinary: weights = .equal
        case .structural: weights = .structural
        case .variance: weights = .variance(residuals: residuals)
        case .shrunk: weights = .shrunk(residuals: residuals, isCentred: true)
        case .shrunkUncentred: weights = .shrunk(residuals: residuals, isCentred: false)
        }
        let reconciliation = try Reconciliation(structure, weights: weights)
        guard let bounds else { return reconciliation.reconciled(forecasts) }
        let count = structure.leafCount
        return try reconciliation.reconciled(
            forecasts,
            bounds: LeafBounds(
                lower: [Double](repeating: bounds.lowerBound, count: count),
                upper: [Double](repeating: bounds.upperBound, count: count)))
    }
}

extension SeriesHierarchy {
    /// The steps at which every node is known.
    fileprivate func completeHistory() throws(HierarchyFault) -> Matrix {
        let history = history
        let complete = (0..<history.rows).filter { row in
            (0..<history.columns).allSatisfy { !history[row, $0].isNaN }
        }
        if complete.isEmpty { throw .noTotal }
        return Matrix(rows: complete.count, columns: history.columns) { history[complete[$0], $1] }
    }
}
