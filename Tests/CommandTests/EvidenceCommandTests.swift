import Foundation
import Testing

/// How well inputs are known, as `run` and `compare` tell it; headlines that fit a page.
@Suite struct EvidenceCommandTests {
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"

    @Test(arguments: [("id", "Tanda data", "dipinjam"), ("en", "Data marks", "borrowed")])
    func runCountsMarks(_ language: String, _ heading: String, _ borrowed: String) throws {
        let run = try LindungProcess("run", Self.dasar, "--full", "--lang", language)
        let lines = run.output.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex(of: heading))
        let section = lines[start...]
        let columns = try #require(section.first { $0.hasPrefix("parameter ") })
            .replacing("tanpa tanda", with: "unmarked")
            .replacing("tanpa sumber", with: "gap").split(separator: " ").map(String.init)
        #expect(columns.contains("A") && columns.contains(borrowed))
        let counts = section.map { $0.split(separator: " ").dropFirst().map(String.init) }
            .filter { $0.count == columns.count - 1 && $0.allSatisfy { Int($0) != nil } }
        #expect(counts.count > 10)
        for column in columns.indices.dropFirst() {
            #expect(counts.contains { $0[column - 1] != "0" }, "\(columns[column]) is all zero")
        }
    }

    @Test func theFolderHoldsEvidence() throws {
        let folder = try TemporaryFolder()
        _ = try LindungProcess("run", Self.dasar, "--out", folder.path("a"), "--quiet")
        let text = try String(contentsOfFile: folder.path("a/evidence.csv"), encoding: .utf8)
        #expect(text.hasPrefix("parameter,mark_V1_cells,mark_V2_cells,"))
        #expect(text.contains("\nwaiting_restarts,0,0,0,0,0,11,0,"))
        let report = try String(contentsOfFile: folder.path("a/report.md"), encoding: .utf8)
        #expect(report.contains("## Tanda data"))
    }

    @Test func comparisonsSayHowMuchIsAssumed() throws {
        let run = try LindungProcess(
            "compare", Self.dasar, "scenarios/kota-probolinggo/mandiri.yaml", "--lang", "en")
        let text = run.output.replacing("\n", with: " ")
        let sentence = /[\d,]+ of [\d,]+ input cells of 'dasar' are assumed, 11 have no source/
        #expect(text.contains(sentence), "\(text.prefix(800))")
        #expect(text.contains("Results are point values of assumptions that have ranges"))
    }

    @Test(arguments: ["id", "en"])
    func headlinesFit(_ language: String) throws {
        let run = try LindungProcess(
            "compare", "scenarios/jawa-timur/dasar.yaml", "scenarios/jawa-timur/ucj-2029.yaml",
            "--lang", language)
        let widest = run.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(widest <= 140)
        let csv = try LindungProcess("compare", Self.dasar, "--format", "csv")
        let row = try #require(
            csv.rows.first { $0[1] == "all" && $0[2] == "bill_per_funded_person_month_rp" })
        let number = try #require(Double(row[4]))
        let shown = try LindungProcess("compare", Self.dasar, "--full", "--lang", language)
        let mark = language == "id" ? "." : ","
        let text = String(Int(number.rounded()))
        #expect(shown.output.contains(text.dropLast(3) + mark + text.suffix(3)))
    }
}
