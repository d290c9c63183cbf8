/// Why nodes do not form a hierarchy, or forecasts cannot be made to add up.
public enum HierarchyFault: Error, Sendable, Equatable {
    /// There is no node.
    case empty
    /// Two nodes have one name.
    case duplicate(node: String)
    /// The parent of the node is not among the nodes.
    case orphan(node: String, parent: String)
    /// The node is its own ancestor.
    case cycle(node: String)
    /// Shares from the top need a single root; this is another.
    case severalRoots(node: String)
    /// The weights leave the node undetermined: no residual of it or below it varies.
    case undetermined(node: Int)
    /// The residuals have fewer complete steps than the two that are needed.
    case tooFewResiduals(complete: Int)
    /// The lower bound of the leaf lies above its upper bound.
    case emptyBounds(leaf: Int)
    /// No history from which a share of the total could be taken.
    case noTotal
}
