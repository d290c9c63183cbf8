import Policy
import Quantities

extension ResolvedPolicy {
    /// How well the inputs of a scenario are known, parameter by parameter.
    ///
    /// Keys: `parameter`. Measures: how many of its cells carry each mark, how many were borrowed
    /// from another region, and how many come with a range or distribution. A cell is a segment,
    /// purse or region, counted once with the weakest mark that it has in the horizon; cells that
    /// stand at the parameter's standard value are left out, and so is a parameter with no other
    /// cells.
    ///
    /// Cells are counted, not weighted by money: it says where to look first, not how much is at
    /// stake.
    package var evidenceTable: ResultTable {
        let spreads = scenario.spreads
        let rows = Parameters.catalogue.concurrentMap { parameter in
            (path: parameter.path, cells: evidence(of: parameter, spreads))
        }
        return ResultTable("evidence", rows.filter { $0.cells.total > 0 }) {
            Key("parameter", \.path)
            for mark in EvidenceMark.allCases {
                Column("mark_\(mark.rawValue)_cells", .factor) { $0.cells.marks[mark] ?? 0 }
            }
            Column("unmarked_cells", .factor, \.cells.unmarked)
            Column("borrowed_cells", .factor, \.cells.borrowed)
            Column("ranged_cells", .factor, \.cells.ranged)
        }
    }

    /// Counts the cells of one parameter; steps with line 0 were written by nobody.
    private func evidence(
        of definition: ParameterDefinition, _ spreads: [Provenance: Spread]
    ) -> CellEvidence {
        var evidence = CellEvidence()
        for member in members(of: definition) {
            for region in regions {
                let timeline = settings(definition, member: member, region: region)
                let steps = (timeline?.steps ?? []).filter { $0.provenance.line > 0 }
                if !steps.isEmpty { evidence.add(steps.map(\.provenance), spreads) }
            }
        }
        return evidence
    }
}

/// Counts of cells by what is known of them.
///
/// A cell may count as borrowed and ranged besides its mark; marks and unmarked together are all
/// cells.
private struct CellEvidence {
    var marks: [EvidenceMark: Int] = [:]
    /// Cells of which no step has a mark.
    var unmarked = 0
    var borrowed = 0
    var ranged = 0

    var total: Int { marks.values.reduce(0, +) + unmarked }

    mutating func add(_ steps: [Provenance], _ spreads: [Provenance: Spread]) {
        let known = steps.compactMap(\.mark)
        if known.isEmpty {
            unmarked += 1
        } else {
            marks[.weakest(of: known), default: 0] += 1
        }
        if steps.contains(where: { $0.borrowedFrom != nil }) { borrowed += 1 }
        let isRanged = steps.contains { step in
            step.range != nil || !spreads.isEmpty && spreads[step] != nil
        }
        if isRanged { ranged += 1 }
    }
}
