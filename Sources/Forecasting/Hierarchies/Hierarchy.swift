/// A tree of named nodes: villages under regencies under provinces under the nation.
public struct Hierarchy: Sendable, Equatable {
    /// Names of the upper nodes in the order given, then of the leaves in theirs: the order of the
    /// summing structure.
    public let names: [String]

    /// The parent of each node, by its place in `names`; nil for a root.
    public let parents: [Int?]

    /// The leaves below each upper node.
    public let structure: SummingStructure

    /// A tree from each node's name and parent; leaves are the nodes that are nobody's parent.
    ///
    /// - Throws: `empty`, `duplicate`, `orphan`, `cycle`.
    public init(_ nodes: [(name: String, parent: String?)]) throws(HierarchyFault) {
        if nodes.isEmpty { throw .empty }
        var places: [String: Int] = [:]
        for (place, node) in nodes.enumerated()
        where places.updateValue(place, forKey: node.name) != nil {
            throw .duplicate(node: node.name)
        }
        var given: [Int?] = []
        for node in nodes {
            guard let parent = node.parent else {
                given.append(nil)
                continue
            }
            guard let place = places[parent] else {
                throw .orphan(node: node.name, parent: parent)
            }
            given.append(place)
        }
        let isParent = given.reduce(into: [Bool](repeating: false, count: nodes.count)) {
            if let parent = $1 { $0[parent] = true }
        }
        let order = nodes.indices.filter { isParent[$0] } + nodes.indices.filter { !isParent[$0] }
        var rank = [Int](repeating: 0, count: nodes.count)
        for (place, node) in order.enumerated() { rank[node] = place }
        names = order.map { nodes[$0].name }
        parents = order.map { given[$0].map { rank[$0] } }
        structure = try Self.structure(names, parents, isParent.count { $0 })
    }

    private static func structure(
        _ names: [String], _ parents: [Int?], _ upperCount: Int
    ) throws(HierarchyFault) -> SummingStructure {
        // Every way up must end: a walk longer than all upper nodes goes round.
        for node in 0..<upperCount {
            var (at, steps) = (parents[node], 0)
            while let next = at {
                steps += 1
                if steps > upperCount { throw .cycle(node: names[node]) }
                at = parents[next]
            }
        }
        var upper = [[Int]](repeating: [], count: upperCount)
        for leaf in 0..<names.count - upperCount {
            var at = parents[upperCount + leaf]
            while let node = at {
                upper[node].append(leaf)
                at = parents[node]
            }
        }
        return SummingStructure(leafCount: names.count - upperCount, upper: upper)
    }
}
