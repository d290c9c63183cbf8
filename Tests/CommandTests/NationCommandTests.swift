import Foundation
import Testing

/// Scenarios of the nation for parts of it: regions do not know of each other.
@Suite(.serialized) struct NationCommandTests {
    /// What a child of a scenario for some regions comes to: the rows of a table of its results.
    private func rows(
        _ parent: String, _ regions: [String], _ file: String
    ) throws -> [[String: String]] {
        let folder = try TemporaryFolder()
        let child = folder.path("anak.yaml")
        let codes = regions.map { "\"\($0)\"" }.joined(separator: ", ")
        try """
        name: anak
        title: Anak
        extends: \(LindungProcess.root)/scenarios/\(parent)
        regions: [\(codes)]
        """.write(toFile: child, atomically: true, encoding: .utf8)
        let run = try LindungProcess("run", child, "--quiet", "--out", folder.path("hasil"))
        try #require(run.status == 0, "\(run.errors)")
        let table = try String(contentsOfFile: folder.path("hasil/" + file), encoding: .utf8)
            .split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let header = try #require(table.first)
        return table.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    @Test("East Java among other provinces is East Java alone, to the last digit")
    func eastJava() throws {
        let alone = try rows("jawa-timur/dasar.yaml", ["35"], "yearly-region.csv")
        let among = try rows("indonesia/dasar.yaml", ["34", "35"], "yearly-region.csv")
            .filter { $0["region"]?.hasPrefix("35.") == true }
        #expect(alone.count == 38 * 6)
        #expect(among == alone)
    }

    @Test("Provinces add up")
    func sums() throws {
        let parts = try ["34", "75"].map {
            try rows("indonesia/dasar.yaml", [$0], "yearly-total.csv")
        }
        let whole = try rows("indonesia/dasar.yaml", ["34", "75"], "yearly-total.csv")
        let sums = [
            "public_bill_rp", "paid_rp", "gap_rp", "funded_person_months", "workers_end_persons",
            "protected_end_persons", "deaths_persons",
        ]
        for (year, row) in whole.enumerated() {
            for name in sums {
                let total = try #require(Double(row[name] ?? ""))
                let sum = try parts.reduce(0) {
                    $0 + (try #require(Double($1[year][name] ?? "")))
                }
                let slack = name.hasSuffix("_rp") ? 0 : 1e-9 * abs(total)
                #expect(abs(sum - total) <= slack, "\(name) \(row["year"] ?? "")")
            }
        }
    }

    @Test("Of many warnings a run tells ten and where all are told; a check tells all")
    func manyWarnings() throws {
        let folder = try TemporaryFolder()
        let child = folder.path("anak.yaml")
        try """
        name: anak
        title: Anak
        extends: \(LindungProcess.root)/scenarios/indonesia/dasar.yaml
        regions: ["32", "53", "95"]
        """.write(toFile: child, atomically: true, encoding: .utf8)
        func warnings(_ text: String) -> Int {
            text.components(separatedBy: ": peringatan: ").count - 1
        }
        let data = LindungProcess.root + "/notebooks-data"
        let run = try LindungProcess("run", child, "--data", data)
        #expect(run.status == 0)
        let more = try #require(
            run.errors.firstMatch(of: /dan (\d+) peringatan lagi; semuanya: (.+)/))
        #expect(more.output.2 == "lindung check \(child) --data \(data)")
        #expect(warnings(run.errors) == 10)
        let check = try LindungProcess("check", child, "--data", data)
        #expect(try warnings(check.errors) == 10 + #require(Int(more.output.1)))
    }

    @Test(
        "A first scenario of any region passes its check and runs",
        arguments: ["61.71", "16.06", "95.08", "75"])
    func initRuns(_ region: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("baru.yaml")
        #expect(try LindungProcess("init", region, "--out", file).status == 0)
        let check = try LindungProcess("check", file)
        #expect(check.status == 0, "\(check.errors)")
        let run = try LindungProcess("run", file, "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.rows.count == 7)
    }
}
