import Analysis
import Foundation
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading
@testable import Reporting

/// Workbooks of results: what stands in their cells is what the program found.
@Suite struct ResultWorkbookTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let workspace = Result {
        try Workspace(asked: nil, files: SourceFiles(root: root))
    }

    /// Scenarios and what a report about them says.
    static func results(_ files: [String]) throws -> (report: Report, results: [ScenarioResult]) {
        let workspace = try workspace.get()
        let results = try files.map {
            try ScenarioResult(
                try workspace.policy("scenarios/" + $0).value, law: workspace.law)
        }
        let regions = workspace.catalogue.regions
        if results.count == 1 {
            let report = Report(
                results[0], regions: regions, record: try ClaimRecord(workspace), stage: nil,
                ensemble: nil, in: .indonesian)
            return (report, results)
        }
        let comparison = try workspace.comparison(of: results, baseline: results[0].name)
        let report = Report(
            comparison, regions: regions, attribution: [], attributionNote: nil, ensemble: nil,
            in: .indonesian)
        return (report, comparison.results)
    }

    static let cases = [
        ["kota-probolinggo/dasar.yaml"], ["jawa-timur/ucj-2029.yaml"],
        [
            "kab-malang/dasar.yaml", "kab-malang/petani-9-bulan.yaml",
            "kab-malang/petani-12-bulan.yaml",
        ],
    ]

    /// Numbers of a sheet by the texts at the left of their rows and their column.
    static func numbers(_ sheet: ReadSheet, _ column: Int) -> [(String, Double)] {
        sheet.lines.map(\.row).compactMap { row in
            guard case .text(let name) = sheet.cells[CellPlace(row, 0)],
                case .number(let number, _) = sheet.cells[CellPlace(row, column)]
            else { return nil }
            return (name, number)
        }
    }

    /// What a workbook says must be what was found, to the rupiah.
    static func check(_ sheets: [ReadSheet], _ results: [ScenarioResult]) throws {
        let names = ["Ringkasan", "Biaya", "Sumber dana", "Segmen", "Asal angka"]
        #expect(sheets.map(\.name) == names)
        let years = results[0].summary.years
        for result in results {
            #expect(result.balanceRows.allSatisfy { $0.needs == $0.paid.reduce($0.gap, +) })
        }
        let total = years.count + 1
        let needs = results.map { result in
            result.balanceRows.reduce(0.0) { $0 + Double($1.needs.amount) }
        }
        for sheet in [sheets[2], sheets[3]] {
            let sums = numbers(sheet, total).filter { $0.0 == "Kebutuhan iuran" }.map(\.1)
            #expect(sums == needs, "\(sheet.name)")
        }
        for (year, number) in years.enumerated() {
            let found = numbers(sheets[2], year + 1)
            var expected: [(String, Double)] = []
            for result in results {
                for (place, purse) in result.policy.purses.enumerated() {
                    let paid = result.balanceRows.filter { $0.year == number }
                        .reduce(0.0) { $0 + Double($1.paid[place].amount) }
                    expected.append((purse.name.indonesian, paid))
                }
            }
            let known = Set(expected.map(\.0))
            let told = found.filter { known.contains($0.0) }
            #expect(!told.isEmpty)
            #expect(
                told.map(\.1)
                    == expected.filter { pair in
                        told.contains { $0.0 == pair.0 }
                    }.map(\.1), "\(number)")
        }
    }

    @Test("Sums by purse, year and segment", arguments: cases)
    func sums(_ files: [String]) throws {
        let (report, results) = try Self.results(files)
        let bytes = try report.workbook(results, in: .indonesian).bytes()
        let sheets = try ReadSheet.sheets(of: Data(bytes))
        try Self.check(sheets, results)
        #expect(try report.workbook(results, in: .indonesian).bytes() == bytes)
        // Every line multiplies.
        let costs = sheets[1]
        let last = files.count == 1 ? 6 : 7
        var lines = 0
        for row in costs.lines.map(\.row) {
            let cells = (0...2).map { costs.cells[CellPlace(row, last - $0)] }
            guard case .number(let cost, _) = cells[0], case .number(let rate, _) = cells[1],
                case .number(let exposure, _) = cells[2]
            else { continue }
            lines += 1
            #expect((exposure * rate).rounded() == cost)
        }
        #expect(lines > 20)
    }

    @Test("A scenario that costs nothing")
    func nothing() throws {
        let workspace = try Self.workspace.get()
        let path = UUID().uuidString + ".yaml"
        let text = """
            name: kosong
            title: Kosong
            extends: scenarios/kota-probolinggo/dasar.yaml
            levers: { quota: 0, quota.non-asn@35.74: 0, quota@35.74: 0 }
            """
        workspace.files.lay(Array(text.utf8), at: path)
        defer { workspace.files.forget(path) }
        let policy = try workspace.policy(path).value
        let result = try ScenarioResult(policy, law: workspace.law)
        let report = Report(
            result, regions: workspace.catalogue.regions, record: try ClaimRecord(workspace),
            stage: nil, ensemble: nil, in: .indonesian)
        let sheets = try ReadSheet.sheets(
            of: Data(try report.workbook([result], in: .indonesian).bytes()))
        let sums = Self.numbers(sheets[2], 1).filter { $0.0 == "Kebutuhan iuran" }
        #expect(sums.allSatisfy { $0.1 >= 0 } && sums.count == 1)
    }
}
