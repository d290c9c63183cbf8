import Foundation
import Testing

/// `lindung sense` over real scenarios of Kota Probolinggo.
@Suite struct SenseCommandTests {
    static let folder = "scenarios/kota-probolinggo/sapuan/"
    private static let file = folder + "yang-menentukan.yaml"

    @Test(arguments: ["id", "en"])
    func helpIsWordForWord(_ language: String) throws {
        let run = try LindungProcess("sense", "--help", "--lang", language)
        #expect(run.status == 0)
        try Snapshot.check(run.output, "sense.\(language).txt")
    }

    @Test(arguments: ["id", "en"])
    func tornadoOfASweepFile(_ language: String) throws {
        let run = try LindungProcess(
            ["sense", Self.file, "--lang", language], environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        try Snapshot.check(run.output, "sense-tornado.\(language).txt")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func morrisNamesDirectionsAndWhatIsUndecided() throws {
        let run = try LindungProcess(
            "sense", Self.file, "--method", "morris", "--samples", "8", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        try Snapshot.check(run.output, "sense-morris.en.txt")
    }

    @Test func sobolSharesForPrograms() throws {
        let run = try LindungProcess(
            "sense", Self.folder + "bulan-dan-kuota.yaml", "--method", "sobol", "--samples", "32",
            "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.rows[0].prefix(5) == ["output", "index", "input", "with", "value"])
        let ceiling = run.rows.first {
            $0[0] == "gap_rp" && $0[1] == "total" && $0[2].hasPrefix("purse.ceiling")
        }
        #expect((ceiling.flatMap { Double($0[4]) } ?? 0) > 0.5)
    }

    /// A gap where the ceiling is low and the quota high: a case in a hundred.
    @Test func sharesThatRestOnAHandfulOfPointsAreNotSaid() throws {
        let folder = try TemporaryFolder()
        let file = try Snapshot.sweep(
            in: folder,
            """
            inputs:
              purse.ceiling.apbd-provinsi:
                from: 2026-01
                distribution: { uniform: [0, 5000000000] }
              quota.pedagang: { from: 2026-01, distribution: { uniform: [0, 10000] } }
            outcomes: [gap_rp]
            """)
        let arguments = ["sense", file, "--method", "sobol", "--samples", "128", "--seed", "2"]
        let table = try LindungProcess(arguments + ["--format", "csv"])
        #expect(table.status == 0, "\(table.errors)")
        let (low, high) = (
            table.rows[0].firstIndex(of: "low"), table.rows[0].firstIndex(of: "high")
        )
        let places = try [low, high].map { try #require($0) }
        #expect(table.rows.dropFirst().allSatisfy { $0[places[0]] == "0" && $0[places[1]] == "1" })
        let run = try LindungProcess(arguments + ["--lang", "en"])
        let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("results differ at only"), "\(run.output)")
        #expect(words.contains("of 128 base points (--samples"), "\(run.output)")
    }

    @Test func groupsOfAFileOrAnOptionAreMovedTogether() throws {
        let folder = try TemporaryFolder()
        let text = """
            inputs:
              rate.lapse: 0.05 .. 0.5
              retention: 0.02 .. 0.3
              quota.pedagang: { from: 2026-01, distribution: { uniform: [0, 10000] } }
            outcomes: [public_bill_rp]
            """
        let plain = try Snapshot.sweep(in: folder, text)
        let asked = [
            "--method", "sobol", "--samples", "64", "--group", "perilaku=retention, rate.lapse",
        ]
        let option = try LindungProcess(["sense", plain, "--format", "csv"] + asked)
        let file = try Snapshot.sweep(
            in: folder, text + "\ngroups: { perilaku: [rate.lapse, retention] }")
        let method = ["--method", "sobol", "--samples", "64"]
        let written = try LindungProcess(["sense", file, "--format", "csv"] + method)
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output == option.output)
        let totals = written.rows.filter { $0.prefix(2) == ["public_bill_rp", "total"] }
        #expect(totals.map { $0[2] } == ["perilaku", "quota.pedagang 2026-01"])
        let report = try LindungProcess(["sense", file, "--lang", "en"] + method)
        #expect(report.output.contains("Moved together: perilaku (rate.lapse, retention)"))
        let tornado = try LindungProcess(["sense", file, "--lang", "en"])
        #expect(tornado.output.contains("the groups of this file are left out"))
    }

    @Test func aScenarioHasItsOwnInputs() throws {
        let run = try LindungProcess(
            "sense", "scenarios/kota-probolinggo/dasar.yaml", "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.rows.contains { $0[0] == "public_bill_rp" && $0[1] == "mortality.load" })
    }

    @Test func theFolderHoldsTablePictureAndManifest() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            let run = try LindungProcess("sense", Self.file, "--out", folder.path(name), "--quiet")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.isEmpty)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
        #expect(
            files
                == DrawnPictureTests.drawn([
                    "datapackage.json", "manifest.json", "report.md", "tornado.csv",
                    "tornado.vl.json",
                ]))
        for file in files {
            let bytes = ["a/", "b/"].map {
                FileManager.default.contents(atPath: folder.path($0 + file))
            }
            #expect(bytes[0] == bytes[1])
        }
        let picture = try JSONSerialization.jsonObject(
            with: Data(contentsOf: folder.url.appendingPathComponent("a/tornado.vl.json")))
        #expect((picture as? [String: Any])?["vconcat"] is [[String: Any]])
    }

    @Test func failuresAreCountedExplainedAndPlaced() throws {
        let folder = try TemporaryFolder()
        let file = try Snapshot.sweep(
            in: folder,
            """
            inputs:
              eligible_share: { distribution: { uniform: [0.5, 0.9] } }
              rate.lapse: 0.05 .. 0.5
              retention: { scale: [1, 8, 20] }
            """)
        let run = try LindungProcess("sense", file, "--method", "morris", "--samples", "40")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("56 dari 160 perhitungan tidak punya hasil"))
        #expect(run.output.contains("56 x 'retention.non-asn' keluar dari batas setelah digeser"))
        let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
        #expect(
            words.contains(
                "(retention scale) di atas 14 kali, 100 % gagal; itu 100 % dari semua yang gagal"))
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        let arguments: [String]
        let errors: String
        var testDescription: String { arguments.joined(separator: " ") }
    }

    static let broken = [
        Broken(
            arguments: [file, "--method", "sobl"],
            errors: """
                --method: galat: 'sobl' bukan pilihan di sini
                  petunjuk: maksud Anda 'sobol'? (pilihan: tornado, morris, sobol, pawn)

                """),
        Broken(
            arguments: [file, "--method", "sobol", "--samples", "1000"],
            errors: """
                --samples: galat: N = 1000 bukan pangkat dua
                  petunjuk: pilih 512 atau 1024

                """),
        Broken(
            arguments: [file, "--samples", "100"],
            errors: "--samples: galat: tornado tidak mengacak; --samples hanya untuk morris dan"
                + " sobol\n"),
        Broken(
            arguments: [file, "--group", "a=rate.lapse"],
            errors: "--group: galat: tornado menggeser masukan satu per satu; --group hanya untuk"
                + " morris dan sobol\n"),
        Broken(
            arguments: [file, "--method", "morris", "--group", "a=rate.laps", "--group", "b"],
            errors: """
                --group: galat: 'rate.laps' tidak divariasikan
                  petunjuk: maksud Anda 'rate.lapse'?
                --group: galat: kelompok 'b' tidak menyebut masukan
                  petunjuk: misalnya --group "bersama=purse.ceiling.dbh-cht scale 2026-01, \
                purse.ceiling.apbd-kabkota scale 2026-01"

                """),
        Broken(
            arguments: [file, "--level", "1.5"],
            errors: """
                --level: galat: '1.5' bukan bagian
                  petunjuk: tulis bilangan antara 0 dan 1, misalnya 0.95 atau 95 %

                """),
        Broken(
            arguments: [folder + "pedagang-mandiri.yaml", "--policy", "dilepaskan"],
            errors: """
                --policy: galat: kebijakan 'dilepaskan' tidak ada di sapuan ini
                  petunjuk: maksud Anda 'dilepas'? (pilihan: dasar, separuh, dilepas)

                """),
    ]

    @Test(arguments: broken)
    func brokenInputIsWordForWord(_ item: Broken) throws {
        let run = try LindungProcess(["sense"] + item.arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors == item.errors)
    }
}

/// Outputs that are compared word for word with files; `LINDUNG_WRITE_SNAPSHOTS` renews them.
enum Snapshot {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Snapshots")

    /// Compares an output with a file, or writes the file.
    static func check(_ output: String, _ name: String) throws {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["LINDUNG_WRITE_SNAPSHOTS"] != nil {
            try output.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(output == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
    }

    /// Writes a sweep over the base scenario of Kota Probolinggo; its path.
    static func sweep(in folder: TemporaryFolder, _ rest: String) throws -> String {
        let file = folder.path("sapuan.yaml")
        let base = LindungProcess.root + "/scenarios/kota-probolinggo/dasar.yaml"
        try """
        name: sapuan
        scenario: \(base)
        \(rest)
        """.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }
}
