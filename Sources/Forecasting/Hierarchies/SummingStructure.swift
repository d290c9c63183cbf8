public import LinearAlgebra

/// Which leaves each upper node is the sum of.
///
/// Nodes are the upper ones in the order given, then the leaves; a table of series has one column
/// for each of them, in this order. Storage is proportional to the leaves times the upper nodes
/// above each.
public struct SummingStructure: Sendable, Equatable {
    /// The number of leaves.
    public let leafCount: Int

    /// The leaves of each upper node, by number.
    public let upper: [[Int]]

    /// The upper nodes of each leaf, one leaf after the other.
    let above: [Int]
    /// Where a leaf's upper nodes begin in `above`; one more entry than leaves.
    let aboveStarts: [Int]

    /// Upper nodes by the leaves that they sum; a leaf outside the range traps.
    public init(leafCount: Int, upper: [[Int]]) {
        self.leafCount = leafCount
        self.upper = upper
        var counts = [Int](repeating: 0, count: leafCount + 1)
        for leaves in upper {
            for leaf in leaves { counts[leaf + 1] += 1 }
        }
        for leaf in 0..<leafCount { counts[leaf + 1] += counts[leaf] }
        aboveStarts = counts
        var above = [Int](repeating: 0, count: counts[leafCount])
        for (node, leaves) in upper.enumerated() {
            for leaf in leaves {
                above[counts[leaf]] = node
                counts[leaf] += 1
            }
        }
        self.above = above
    }

    /// The number of upper nodes.
    public var upperCount: Int { upper.count }

    /// The number of nodes of both kinds.
    public var nodeCount: Int { upper.count + leafCount }

    /// Every node of this structure with every node of another: regions by segments.
    ///
    /// Leaves are pairs of leaves, those of the other varying fastest; upper nodes are the other
    /// pairs, in the same order.
    public func crossed(with other: SummingStructure) -> SummingStructure {
        func leaves(_ structure: SummingStructure, _ node: Int) -> [Int] {
            node < structure.upperCount
                ? structure.upper[node] : [node - structure.upperCount]
        }
        var upper: [[Int]] = []
        for first in 0..<nodeCount {
            for second in 0..<other.nodeCount
            where first < upperCount || second < other.upperCount {
                let across = leaves(other, second)
                upper.append(
                    leaves(self, first).flatMap { leaf in
                        across.map { leaf * other.leafCount + $0 }
                    })
            }
        }
        return SummingStructure(leafCount: leafCount * other.leafCount, upper: upper)
    }

    /// The table of all nodes from that of the leaves: what is below adds up to what is above.
    public func summed(_ leaves: Matrix) -> Matrix {
        precondition(leaves.columns == leafCount, "\(leaves.columns) columns for \(leafCount)")
        let steps = leaves.rows
        var result = Matrix(rows: steps, columns: nodeCount)
        result.withUnsafeMutableBufferPointer { all in
            leaves.withUnsafeBufferPointer { source in
                for (node, own) in upper.enumerated() {
                    for leaf in own {
                        for step in 0..<steps {
                            all[node * steps + step] += source[leaf * steps + step]
                        }
                    }
                }
                let first = upperCount * steps
                for place in 0..<source.count { all[first + place] = source[place] }
            }
        }
        return result
    }

    /// What each upper node has above the sum of its leaves: one column for each.
    public func excess(_ table: Matrix) -> Matrix {
        precondition(table.columns == nodeCount, "\(table.columns) columns for \(nodeCount)")
        let (steps, first) = (table.rows, upperCount * table.rows)
        var result = Matrix(rows: steps, columns: upperCount)
        result.withUnsafeMutableBufferPointer { out in
            table.withUnsafeBufferPointer { source in
                for place in 0..<out.count { out[place] = source[place] }
                for (node, own) in upper.enumerated() {
                    for leaf in own {
                        for step in 0..<steps {
                            out[node * steps + step] -= source[first + leaf * steps + step]
                        }
                    }
                }
            }
        }
        return result
    }

    /// `D_a + A D_b A'` for weights of upper nodes and leaves: the covariance of the excesses.
    ///
    /// Time is proportional to the leaves, times the square of the upper nodes above each.
    func excessCovariance(_ weights: [Double]) -> Matrix {
        var result = Matrix(rows: upperCount, columns: upperCount)
        result.withUnsafeMutableBufferPointer { out in
            for node in 0..<upperCount { out[node * (upperCount + 1)] = weights[node] }
            for leaf in 0..<leafCount {
                let weight = weights[upperCount + leaf]
                let range = aboveStarts[leaf]..<aboveStarts[leaf + 1]
                for i in range {
                    let column = above[i] * upperCount
                    for j in range { out[column + above[j]] += weight }
                }
            }
        }
        return result
    }

    /// `A' z` for a leaf: the sum over its upper nodes.
    func sumAbove(_ leaf: Int, _ z: UnsafePointer<Double>) -> Double {
        var sum = 0.0
        for place in aboveStarts[leaf]..<aboveStarts[leaf + 1] { sum += z[above[place]] }
        return sum
    }
}
