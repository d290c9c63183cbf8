import Analysis
import Policy
import Quantities

/// How many input cells of a scenario carry each mark, over all parameters.
struct EvidenceCounts {
    /// Cells that some file sets.
    let cells: Int
    /// Those whose figure comes from another region.
    let borrowed: Int
    /// Cells by their weakest mark.
    private let marks: [EvidenceMark: Int]

    /// Sums the columns of the evidence table.
    init(_ policy: ResolvedPolicy) {
        let table = policy.evidenceTable
        /// The cells of a column over all parameters; 0 where there is no such column.
        func sum(_ column: String) -> Int {
            guard case .whole(let cells) = table[column: column]?.cells else { return 0 }
            return cells.reduce(0, +)
        }
        marks = Dictionary(
            uniqueKeysWithValues: EvidenceMark.allCases.map {
                ($0, sum("mark_\($0.rawValue)_cells"))
            })
        cells = marks.values.reduce(0, +) + sum("unmarked_cells")
        borrowed = sum("borrowed_cells")
    }

    /// Cells whose weakest mark is this one.
    subscript(mark: EvidenceMark) -> Int { marks[mark] ?? 0 }
}

extension ResolvedPolicy {
    /// The evidence table without columns in which no parameter has a cell.
    var shortEvidenceTable: ResultTable {
        evidenceTable.keeping { column in
            if case .whole(let cells) = column.cells { cells.contains { $0 > 0 } } else { true }
        }
    }
}
