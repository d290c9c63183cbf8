import Analysis
import Forecasting
import Formats
import Quantities

extension SeriesHierarchy {
    /// Reads a tree, a row for each node with its parent (empty for the top), and lays the series
    /// of a table on it.
    ///
    /// - Throws: ``InputFaults`` for what is no tree, and leaves without a series.
    package static func read(
        _ path: String, over table: SeriesTable, files: SourceFiles
    ) throws(InputFaults) -> Checked<SeriesHierarchy> {
        let session = ReadingSession(files: files)
        let reader = CSVReader(session: session)
        guard let tree = reader.table(path), reader.has(["node", "parent"], tree),
            let nodePlace = tree.index(of: "node"), let parentPlace = tree.index(of: "parent")
        else { throw InputFaults(session.diagnostics) }
        reader.account(for: tree, reading: ["node", "parent"], optional: [])
        let nodes = tree.rows.map { row in
            let parent = row.cells[parentPlace].text
            return (name: row.cells[nodePlace].text, parent: parent.isEmpty ? nil : parent)
        }
        /// The cell of a node in a column, of its last row.
        func place(_ node: String, _ column: Int) -> Position {
            tree.rows.last { $0.cells[nodePlace].text == node }?.cells[column].position
                ?? tree.position
        }
        let hierarchy: Hierarchy
        do throws(HierarchyFault) {
            hierarchy = try Hierarchy(completed(nodes))
        } catch {
            let isOfParent = if case .orphan = error { true } else { false }
            session.fault(
                error.node.map { place($0, isOfParent ? parentPlace : nodePlace) }
                    ?? tree.position,
                Phrase.notATree(error), hint: Phrase.treeHint(error, nodes.map(\.name)))
            throw InputFaults(session.diagnostics)
        }
        do throws(Fault) {
            let laid = try SeriesHierarchy(hierarchy, table)
            laid.note(in: session, table) { place($0, nodePlace) }
            let diagnostics = session.diagnostics
            if !diagnostics.hasErrors { return Checked(laid, diagnostics) }
        } catch {
            switch error {
            case .noSeries(let node):
                session.fault(
                    place(node, nodePlace), Phrase.leafWithoutSeries(node, table.file),
                    hint: Phrase.nearest(node, among: table.members.map(\.name)))
            case .otherSteps(let node, let other):
                session.fault(
                    place(node, nodePlace), Phrase.otherSteps(node, other),
                    hint: Phrase.oneFrequencyOfTree)
            }
        }
        throw InputFaults(session.diagnostics)
    }

    /// The nodes, and before them the top where several rows name one parent that has no row and
    /// every other parent has one.
    private static func completed(
        _ nodes: [(name: String, parent: String?)]
    ) -> [(name: String, parent: String?)] {
        let names = Set(nodes.map(\.name))
        let lacking = nodes.compactMap(\.parent).filter { !names.contains($0) }
        guard let top = lacking.first, lacking.count > 1, Set(lacking).count == 1,
            nodes.allSatisfy({ $0.parent != nil })
        else { return nodes }
        return [(name: top, parent: nil)] + nodes
    }

    /// Tells what was done about nodes that are not as a tree would have them.
    private func note(
        in session: ReadingSession, _ table: SeriesTable, at place: (String) -> Position
    ) {
        for difference in differences {
            session.warn(place(difference.node), Phrase.incoherent(difference))
        }
        for (node, steps) in shortened {
            session.warn(place(node), Phrase.endsEarlier(node, steps))
        }
        if !strangers.isEmpty {
            session.warn(
                Position(file: table.file), Phrase.notInTree(strangers))
        }
    }
}

extension HierarchyFault {
    /// The node that a fault of a tree is told at.
    fileprivate var node: String? {
        switch self {
        case .duplicate(let node), .orphan(let node, _), .cycle(let node),
            .severalRoots(let node):
            node
        case .empty, .undetermined, .tooFewResiduals, .emptyBounds, .noTotal: nil
        }
    }
}
