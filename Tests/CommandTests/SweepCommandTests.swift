import Foundation
import Testing

/// `lindung sweep`, as a user runs it.
@Suite struct SweepCommandTests {
    private static let results = [
        "results.csv", "sweep.vl.json", "report.md", "datapackage.json", "manifest.json",
    ]

    /// A sweep of 40 evaluations in a folder of its own.
    private static let text = """
        name: uji
        title: { id: Uji, en: Test }
        scenario: \(LindungProcess.root)/scenarios/kota-probolinggo/dasar.yaml
        policies:
          dasar: {}
          separuh: { quota.pedagang: { from: 2026-04, scale: 0.5 } }
        design: { kind: lhs, points: 20, seed: 7 }
        inputs:
          rate.lapse: 0.05 .. 0.5
          quota.petani: { scale: [0.5, 1, 1.5] }
        outcomes: [public_bill_rp, gap_rp, funded_person_months.petani 2027]
        """

    /// Writes a sweep file.
    private static func file(_ folder: TemporaryFolder, _ text: String = text) throws -> String {
        let path = folder.path("sapuan.yaml")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private static func sweep(_ words: String...) throws -> LindungProcess {
        try LindungProcess(["sweep"] + words + ["--data", "notebooks-data"])
    }

    private static func contents(_ folder: TemporaryFolder, _ name: String) throws -> [Data] {
        try results.map { try Data(contentsOf: folder.url.appendingPathComponent("\(name)/\($0)")) }
    }

    @Test func resultsAndReport() throws {
        let folder = try TemporaryFolder()
        let run = try Self.sweep(try Self.file(folder), "--out", folder.path("a"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("20 titik x 2 kebijakan = 40 perhitungan, 0 gagal"))
        #expect(run.output.contains("quota.petani scale"))
        let lines = try String(contentsOfFile: folder.path("a/results.csv"), encoding: .utf8)
            .split(separator: "\n")
        #expect(lines.count == 41)
        #expect(
            lines[0] == "policy,point,rate.lapse,quota.petani scale,public_bill_rp,gap_rp,"
                + "funded_person_months.petani 2027,failed")
        #expect(lines[21].hasPrefix("separuh,1,"))
    }

    @Test func threadsShardsAndResuming() throws {
        let folder = try TemporaryFolder()
        let file = try Self.file(folder)
        _ = try Self.sweep(file, "--out", folder.path("a"), "--quiet", "--threads", "1")
        let whole = try Self.contents(folder, "a")
        for part in 1...7 {
            let run = try Self.sweep(
                file, "--out", folder.path("\(part)"), "--shard", "\(part)/7", "--threads", "2")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("dari 40 perhitungan ada di folder ini"))
        }
        let parts = (1...7).map { folder.path("\($0)") }
        let short = try LindungProcess(
            ["sweep", "merge"] + parts.dropLast() + ["--out", folder.path("b")])
        #expect(short.status == 2)
        #expect(short.errors.contains("6 perhitungan belum ada: 35–40"))
        let merged = try LindungProcess(
            ["sweep", "merge"] + parts + ["--out", folder.path("b"), "--quiet"])
        #expect(merged.status == 0, "\(merged.errors)")
        #expect(try Self.contents(folder, "b") == whole)
        // The store of a part alone is gone on with.
        _ = try Self.sweep(file, "--out", folder.path("3"), "--quiet")
        #expect(try Self.contents(folder, "3") == whole)
        let history = try LindungProcess("history", folder.path("3"), "--format", "csv")
        #expect(history.status == 0, "\(history.errors)")
        let rows = history.output.split(separator: "\n").map { $0.split(separator: ",") }
        #expect(
            rows.map { "\($0[2]) \($0[5])" } == ["command evaluations", "sweep 3/7 6", "sweep 34"])
        let told = try LindungProcess("history", folder.path("3"), "--lang", "en")
        #expect(
            told.output.hasPrefix("40 of 40 evaluations of 'Test' are in \(folder.path("3")).\n"))
        let none = try LindungProcess("history", folder.path("x"))
        #expect(none.status == 2)
        #expect(none.errors.contains("folder ini tidak berisi simpanan sapuan"))
    }

    @Test func killedSweepGoesOn() throws {
        let folder = try TemporaryFolder()
        let file = try Self.file(folder)
        _ = try Self.sweep(file, "--out", folder.path("a"), "--quiet")
        let words = ["sweep", file, "--data", "notebooks-data", "--out", folder.path("b")]
        let process = try LindungProcess.started(
            words, [:], folder.path("out"), folder.path("err"))
        // Kill it as soon as there is a store, wherever that leaves it.
        while process.isRunning, !FileManager.default.fileExists(atPath: folder.path("b")) {
            usleep(2000)
        }
        usleep(50_000)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let again = try LindungProcess(words + ["--quiet"])
        #expect(again.status == 0, "\(again.errors)")
        #expect(try Self.contents(folder, "b") == Self.contents(folder, "a"))
    }

    @Test func aFullDiskKeepsWhatWasWritten() throws {
        let folder = try TemporaryFolder()
        let file = try Self.file(folder)
        _ = try Self.sweep(file, "--out", folder.path("a"), "--quiet")
        let size = try Data(
            contentsOf: folder.url.appendingPathComponent("a/sweep.store")
        ).count
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        // A limit below the size of the store, in blocks of 512 bytes.
        let command =
            "ulimit -f \((size - 1000) / 512); exec \"$0\" \"$@\" 2> \(folder.path("err"))"
        shell.arguments =
            ["-c", command, LindungProcess.executable, "sweep", file]
            + ["--data", "notebooks-data", "--quiet", "--out", folder.path("b")]
        shell.currentDirectoryURL = URL(fileURLWithPath: LindungProcess.root)
        try shell.run()
        shell.waitUntilExit()
        let errors = try String(contentsOfFile: folder.path("err"), encoding: .utf8)
        #expect(shell.terminationStatus == 2)
        #expect(errors.contains("tempat penyimpanan penuh"))
        #expect(errors.contains("hasil yang sudah ditulis tetap ada"))
        let again = try Self.sweep(file, "--out", folder.path("b"), "--quiet")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try Self.contents(folder, "b") == Self.contents(folder, "a"))
    }

    @Test func anotherPlanIsRefused() throws {
        let folder = try TemporaryFolder()
        _ = try Self.sweep(try Self.file(folder), "--out", folder.path("a"), "--quiet")
        let other = try Self.file(folder, Self.text.replacing("seed: 7", with: "seed: 8"))
        let run = try Self.sweep(other, "--out", folder.path("a"))
        #expect(run.status == 2)
        #expect(run.errors.contains("folder ini berisi sapuan lain: rencananya lain"))
        #expect(run.errors.contains("--start-over untuk membuang 40 hasil"))
        let anew = try Self.sweep(other, "--out", folder.path("a"), "--start-over", "--quiet")
        #expect(anew.status == 0, "\(anew.errors)")
        // Comments and titles are no part of a plan.
        let same = try Self.file(
            folder, "# catatan\n" + Self.text.replacing("seed: 7", with: "seed: 8"))
        #expect(try Self.sweep(same, "--out", folder.path("a"), "--quiet").status == 0)
    }

    @Test func inertInputs() throws {
        let folder = try TemporaryFolder()
        let one = try Self.file(
            folder, Self.text.replacing("inputs:", with: "inputs:\n  risk_class.petani: [1, 2]"))
        let run = try Self.sweep(one, "--out", folder.path("a"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.errors.contains(
                "peringatan: kunci ini, bila digeser sendiri, tidak mengubah hasil apa pun"))
        #expect(run.output.contains("tidak mengubah hasil bila digeser sendiri"))
        let all = try Self.file(
            folder,
            Self.text.replacing("  rate.lapse: 0.05 .. 0.5\n", with: "")
                .replacing(
                    "quota.petani: { scale: [0.5, 1, 1.5] }", with: "risk_class.petani: [1, 2]"))
        let none = try Self.sweep(all, "--out", folder.path("b"))
        #expect(none.status == 0)
        #expect(
            none.errors.contains(
                "peringatan: tidak satu pun masukan, bila digeser sendiri, mengubah hasil"))
    }

    /// A ceiling and a quota that come to a gap only together: what is said of them agrees with
    /// the rows.
    @Test func inputsThatMatterTogether() throws {
        let folder = try TemporaryFolder()
        let text = """
            name: bersama
            title: { id: x, en: x }
            scenario: \(LindungProcess.root)/scenarios/kota-probolinggo/dasar.yaml
            design: { kind: lhs, points: 60, seed: 1 }
            inputs:
              purse.ceiling.apbd-provinsi:
                { from: 2026-01, distribution: { uniform: [0, 5000000000] } }
              quota.pedagang: { from: 2026-01, distribution: { uniform: [0, 10000] } }
            outcomes: [gap_rp]
            """
        let file = try Self.file(folder, text)
        let run = try Self.sweep(file, "--out", folder.path("a"))
        #expect(run.status == 0, "\(run.errors)")
        #expect(!run.errors.contains("digeser sendiri"), "\(run.errors)")
        #expect(!run.output.contains("digeser sendiri"))
        let few = try LindungProcess(
            "sense", file, "--method", "sobol", "--samples", "64", "--seed", "2", "--lang", "en")
        #expect(few.status == 0, "\(few.errors)")
        #expect(!few.output.contains("explains") && !few.output.contains("only together"))
        #expect(few.output.contains("cannot be said yet"), "\(few.output)")
    }

    @Test func wordsThatDoNotFit() throws {
        let folder = try TemporaryFolder()
        let file = try Self.file(folder)
        let shard = try Self.sweep(file, "--out", folder.path("a"), "--shard", "8/7")
        #expect(shard.errors.contains("--shard: galat: '8/7' bukan bagian"))
        let two = try Self.sweep(file, file, "--out", folder.path("a"))
        #expect(two.errors.contains("hanya satu berkas sapuan sekali jalan"))
        let merge = try LindungProcess(
            "sweep", "merge", folder.path("x"), "--out", folder.path("y"))
        #expect(merge.errors.contains("folder ini tidak berisi simpanan sapuan"))
        #expect([shard.status, two.status, merge.status] == [2, 2, 2])
    }
}
