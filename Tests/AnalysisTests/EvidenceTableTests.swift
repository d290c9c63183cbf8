import Policy
import Quantities
import Testing

@testable import Analysis

@Suite struct EvidenceTableTests {
    private func counts(_ table: ResultTable, _ column: String, _ parameter: String) -> Int? {
        guard case .text(let names)? = table[column: "parameter"]?.cells,
            case .whole(let values)? = table[column: column]?.cells,
            let row = names.firstIndex(of: parameter)
        else { return nil }
        return values[row]
    }

    @Test("Each cell is counted once, with its weakest mark and whether it was borrowed")
    func marks() throws {
        let place = { (mark: EvidenceMark, borrowed: RegionCode?) in
            Provenance(
                file: "data.csv", line: 2, column: 1, layer: "data", mark: mark,
                borrowedFrom: borrowed, range: 1...2)
        }
        let quota = try #require(Parameters.definition("quota"))
        let region = try #require(RegionCode("35.02"))
        let more = [
            Setting(
                address: Address(subject: .parameter(quota), region: region),
                points: [.init(from: nil, value: .heads(9))], provenance: place(.secondary, nil)),
            Setting(
                address: Address(subject: .parameter(quota), member: "ojek", region: region),
                points: [.init(from: Month(2026, 1), value: .heads(8))],
                provenance: place(.gap, RegionCode("35"))),
        ]
        let table = try AnalysisFixture().with("tanda", more).scenario.resolved().evidenceTable
        #expect(counts(table, "mark_V2_cells", "quota") == 1)
        #expect(counts(table, "mark_gap_cells", "quota") == 1)
        #expect(counts(table, "unmarked_cells", "quota") == 2)
        #expect(counts(table, "borrowed_cells", "quota") == 1)
        #expect(counts(table, "ranged_cells", "quota") == 2)
        // Nobody set it, so it is not among the inputs.
        #expect(counts(table, "unmarked_cells", "refill") == nil)
    }
}
