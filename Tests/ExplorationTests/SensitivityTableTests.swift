import Quantities
import Testing

@testable import Exploration

/// Results as tables.
@Suite struct SensitivityTableTests {
    private func texts(_ table: ResultTable, _ column: String) -> [String] {
        guard let cells = table[column: column]?.cells else { return [] }
        return (0..<table.rowCount).map { cells.text(at: $0) }
    }

    @Test("Sobol: a row for each index of each output, with verdicts")
    func sobol() throws {
        let design = try SobolDesign(names: ["a", "idle"], base: 128, seed: 1)
        let values = (0..<design.count).map { design.unitRow($0)[0] }
        let indices = try design.indices(of: [values, values], named: ["y", "z"])
        let table = indices.table
        #expect(table.rowCount == 10)
        #expect(
            texts(table, "output") == Array(repeating: "y", count: 5)
                + Array(repeating: "z", count: 5))
        #expect(texts(table, "index").prefix(5) == ["first", "first", "total", "total", "second"])
        #expect(texts(table, "input").prefix(5) == ["a", "idle", "a", "idle", "a"])
        #expect(texts(table, "with").prefix(5) == ["", "", "", "", "idle"])
        #expect(
            texts(table, "verdict").prefix(5) == ["distinct", "zero", "distinct", "zero", "zero"])
        #expect(texts(table, "tells_at").prefix(5).allSatisfy { $0.isEmpty })
        #expect(texts(table, "rows").prefix(5) == ["128", "0", "128", "0", "0"])
        #expect(texts(table, "differing_rows").allSatisfy { $0 == "128" })
        let shown = texts(table, "value").compactMap(Double.init)
        #expect(shown == indices.outputs.flatMap { $0.estimates.map(\.value) })
    }

    @Test("Sobol: an undecided index says at which base it would be decided")
    func undecided() throws {
        let design = try SobolDesign(names: ["x1", "x2", "x3"], base: 64, seed: 3)
        let values = KnownFunction.ishigami.outputs(of: design)
        let indices = try design.indices(of: [values], named: ["y"])
        let table = indices.table
        let verdicts = texts(table, "verdict")
        #expect(verdicts.contains("undecided"))
        for (row, estimate) in indices.outputs[0].estimates.enumerated() {
            guard case .undecided(let size?) = estimate.verdict else { continue }
            #expect(texts(table, "tells_at")[row] == "\(size)" && size > 64)
        }
    }

    @Test("Morris: mean and deviation beside the mean absolute effect, empty for groups")
    func morris() throws {
        let design = try MorrisDesign(
            names: ["a", "b", "c"], repetitions: 8, seed: 2,
            groups: [.init(name: "ab", members: [0, 1]), .init(name: "c", members: [2])])
        let values = (0..<design.count).map { design.unitRow($0)[2] }
        let table = try design.effects(of: [values], named: ["y"]).table
        #expect(texts(table, "input") == ["ab", "c"])
        #expect(texts(table, "verdict") == ["zero", "distinct"])
        #expect(texts(table, "mean")[0].isEmpty && !texts(table, "mean")[1].isEmpty)
    }

    @Test("Failures: the separating input first")
    func failures() throws {
        let design = try SobolDesign(names: ["a", "b"], base: 64, seed: 1)
        let values = (0..<design.count).map { design.unitRow($0)[1] > 0.9 ? .nan : 1 }
        let table = try #require(try design.indices(of: [values], named: ["y"]).failures).table
        #expect(texts(table, "input") == ["b", "a"])
        #expect(Double(texts(table, "failed_low")[0]) ?? 0 > 0.9)
    }
}
