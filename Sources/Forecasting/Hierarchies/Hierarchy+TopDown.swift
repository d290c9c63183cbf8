public import LinearAlgebra

/// How a total is shared among the leaves below it.
public enum TopDownShares: Sendable, Equatable {
    /// The mean over the steps of a history of each leaf's share of the total.
    case meanOfShares(history: Matrix)
    /// Each leaf's mean over a history, in parts of the total's.
    case shareOfMeans(history: Matrix)
    /// At each node, its children's own forecasts in parts of their sum, step by step.
    case forecasts
}

extension Hierarchy {
    /// Forecasts that add up because the total's alone is kept and shared among those below.
    ///
    /// Tables have a row for each step and a column for each node in the order of `names`. Children
    /// whose forecasts sum to 0 share alike.
    ///
    /// References: C. Gross and J. Sohl, Disaggregation methods to expedite product line
    /// forecasting, J. Forecasting 9 (1990), doi:10.1002/for.3980090304; G. Athanasopoulos, R.
    /// Ahmed and R. Hyndman, 2009, doi:10.1016/j.ijforecast.2008.07.004 (forecast proportions).
    ///
    /// - Throws: `severalRoots`; `noTotal` where the history has no step with a total other than 0.
    public func topDown(
        _ forecasts: Matrix, shares: TopDownShares
    ) throws(HierarchyFault) -> Matrix {
        let roots = parents.indices.filter { parents[$0] == nil }
        if roots.count > 1 { throw .severalRoots(node: names[roots[1]]) }
        let (root, first) = (roots[0], structure.upperCount)
        let parts: [Double]
        switch shares {
        case .forecasts: return byForecasts(forecasts, root)
        case .meanOfShares(let history):
            let steps = (0..<history.rows).filter { history[$0, root] != 0 }
            if steps.isEmpty { throw .noTotal }
            parts = (first..<names.count).map { node in
                steps.reduce(0) { $0 + history[$1, node] / history[$1, root] }
                    / Double(steps.count)
            }
        case .shareOfMeans(let history):
            let total = history.column(root).reduce(0, +)
            if total == 0 { throw .noTotal }
            parts = (first..<names.count).map { history.column($0).reduce(0, +) / total }
        }
        let leaves = Matrix(rows: forecasts.rows, columns: structure.leafCount) {
            forecasts[$0, root] * parts[$1]
        }
        return structure.summed(leaves)
    }

    private func byForecasts(_ forecasts: Matrix, _ root: Int) -> Matrix {
        var children = [[Int]](repeating: [], count: names.count)
        for (node, parent) in parents.enumerated() {
            if let parent { children[parent].append(node) }
        }
        let first = structure.upperCount
        var leaves = Matrix(rows: forecasts.rows, columns: structure.leafCount)
        for step in 0..<forecasts.rows {
            var waiting = [(node: root, value: forecasts[step, root])]
            while let (node, value) = waiting.popLast() {
                if node >= first { leaves[step, node - first] = value }
                let sum = children[node].reduce(0) { $0 + forecasts[step, $1] }
                for child in children[node] {
                    let share =
                        sum == 0
                        ? 1 / Double(children[node].count) : forecasts[step, child] / sum
                    waiting.append((child, value * share))
                }
            }
        }
        return structure.summed(leaves)
    }
}

extension SummingStructure {
    /// Forecasts that add up because the leaves' alone are kept.
    public func bottomUp(_ forecasts: Matrix) -> Matrix {
        precondition(forecasts.columns == nodeCount, "\(forecasts.columns) columns")
        return summed(
            Matrix(rows: forecasts.rows, columns: leafCount) { forecasts[$0, upperCount + $1] })
    }
}
