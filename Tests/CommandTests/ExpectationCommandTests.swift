import Foundation
import Testing

/// `check` on what authors expect of their scenarios.
@Suite struct ExpectationCommandTests {
    /// Kabupaten Blitar pays 5,387 people for 9 and then 4 months: Rp 814,514,400 in 2025 and
    /// Rp 362,006,400 in 2026, all of it by DBH-CHT.
    private static func file(_ folder: TemporaryFolder, _ statements: [String]) throws -> String {
        let path = folder.path("harapan.yaml")
        let items = statements.map { "  - that: \($0)\n    because: uji" }
        try """
        name: harapan
        title: { id: Harapan, en: Expectations }
        extends: \(LindungProcess.root)/scenarios/cerita/blitar.yaml
        expect:
        \(items.joined(separator: "\n"))
        """.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private static let held = [
        "public_bill_rp 2025 sama dengan Rp 814.514.400",
        "if purse.ceiling.dbh-cht is halved then gap_rp 2026 rises",
    ]

    @Test("Those that hold are listed, with what they are")
    func hold() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess("check", try Self.file(folder, Self.held))
        #expect(run.status == 0, "\(run.errors)")
        for text in [
            "memenuhi semua pemeriksaan hasil dan 2 harapan", "Rp 0 → Rp 181 juta", "naik",
        ] { #expect(run.output.contains(text), "\(text): \(run.output)") }
    }

    @Test(
        "One that fails exits with 1, and says by how much and where",
        arguments: [
            (
                "id", "public_bill_rp 2025 paling banyak Rp 800.000.000",
                "harapan.yaml:5:11: harapan meleset: 'public_bill_rp 2025 paling banyak"
                    + " Rp 800.000.000'; nilainya Rp 814,5 juta, Rp 14,51 juta terlalu banyak"
            ),
            (
                "en", "public_bill_rp 2025 at most Rp 800.000.000",
                "harapan.yaml:5:11: expectation missed: 'public_bill_rp 2025 at most"
                    + " Rp 800.000.000'; it is Rp 814.5 million, Rp 14.51 million too much"
            ),
            (
                "en", "if purse.ceiling.dbh-cht is halved from 2026-01 then paid_rp 2026 rises",
                "it is Rp 362 million → Rp 181 million, falls by Rp 181 million"
            ),
            (
                "id", "jika quota.petani digandakan maka workers_end_persons naik",
                ", tidak berubah"
            ),
            (
                "en", "if accident.cost is doubled from 2026-12 then gap_rp rises",
                ", changes nothing"
            ),
        ])
    func fail(_ language: String, _ statement: String, _ told: String) throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(folder, [statement])
        let run = try LindungProcess("check", path, "--lang", language)
        #expect(run.status == 1)
        #expect(run.errors.contains(told), "\(run.errors)")
        #expect(run.output.contains(language == "en" ? "FAILED" : "GAGAL"), "\(run.output)")
        let quiet = try LindungProcess("check", path, "--lang", language, "--quiet")
        #expect(quiet.status == 1 && quiet.output.isEmpty)
        #expect(quiet.errors.contains(told), "\(quiet.errors)")
    }

    @Test("Programs read numbers, in the unit that stands beside them")
    func machines() throws {
        let folder = try TemporaryFolder()
        let missed = "public_bill_rp 2025 paling banyak Rp 800.000.000"
        let path = try Self.file(folder, Self.held + [missed])
        let run = try LindungProcess("check", path, "--format", "json", "--lang", "en")
        #expect(run.status == 1)
        let tables = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(tables.map { $0["name"] as? String } == ["check", "expectations"])
        let rows = try #require(tables[1]["rows"] as? [[String: Any]])
        #expect(rows.count == 3)
        let last = rows[2]
        #expect(last["statement"] as? String == missed)
        #expect(last["because"] as? String == "uji")
        #expect(last["outcome"] as? String == "public_bill_rp 2025")
        #expect(last["unit"] as? String == "Rp")
        #expect(last["value"] as? Double == 814_514_400)
        #expect(last["at_most"] as? Double == 800_000_000)
        #expect(last["at_least"] is NSNull)
        #expect(last["off_by"] as? Double == 14_514_400)
        #expect(last["result"] as? String == "FAILED")
        let moved = rows[1]
        #expect(moved["condition"] as? String == "purse.ceiling.dbh-cht scale")
        #expect(moved["movement"] as? String == "rises")
        #expect(moved["without_condition"] as? Double == 0)
        #expect(moved["value"] as? Double == 181_003_200)
        let csv = try LindungProcess("check", path, "--format", "csv", "--lang", "en")
        #expect(csv.rows.contains { $0.prefix(2) == ["scenario", "statement"] })
        #expect(csv.rows.count == 6 + 4)
    }

    @Test("A condition that changes nothing is a warning where the statement holds")
    func idle() throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(
            folder, ["if purse.ceiling.dbh-cht is doubled then gap_rp stays"])
        let run = try LindungProcess("check", path, "--lang", "en")
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: this condition changes no result"), "\(run.errors)")
        #expect(run.output.contains("changes nothing"))
    }

    @Test("What a condition makes of a key is refused at the statement")
    func refused() throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(
            folder, ["if funding.months is halved from 2025-01 then gap_rp falls"])
        let run = try LindungProcess("check", path, "--lang", "en")
        #expect(run.status == 2)
        #expect(run.errors.contains("harapan.yaml:5:14: error:"), "\(run.errors)")
    }

    @Test("Expectations change neither digest nor result of a run")
    func noInput() throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(folder, Self.held)
        func manifest(_ out: String) throws -> [String: Any] {
            let run = try LindungProcess("run", path, "--quiet", "--out", folder.path(out))
            #expect(run.status == 0, "\(run.errors)")
            let data = try Data(
                contentsOf: URL(fileURLWithPath: folder.path(out + "/manifest.json")))
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }
        func table(_ out: String) throws -> Data {
            try Data(
                contentsOf: URL(fileURLWithPath: folder.path(out + "/yearly-segment.csv")))
        }
        let with = try manifest("a")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let bare = try #require(text.components(separatedBy: "expect:").first)
        try bare.write(toFile: path, atomically: true, encoding: .utf8)
        let without = try manifest("b")
        #expect(try table("a") == table("b"))
        let (first, second) = (with["scenarios"] as? NSArray, without["scenarios"] as? NSArray)
        #expect(first != nil && first == second)
    }

    @Test("Every shipped scenario meets what its author expects", arguments: folders)
    func shipped(_ folder: String) throws {
        let files = ShippedScenarioTests.scenarios.filter {
            $0.hasPrefix("scenarios/\(folder)/")
        }
        let run = try LindungProcess(["check"] + files + ["--lang", "en", "--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(!run.errors.contains("changes no result"), "\(run.errors)")
        let tables = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        let rows = tables.last?["rows"] as? [[String: Any]] ?? []
        #expect(tables.count == 2 && rows.count >= 2)
        #expect(rows.contains { ($0["movement"] as? String)?.isEmpty == false })
    }

    static let folders = [
        "jawa-timur", "kalimantan-tengah", "kota-probolinggo", "kab-malang",
        "cerita",
    ]
}
