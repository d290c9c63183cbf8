import Foundation
import Testing

@testable import Formats

/// What `run` and `compare` write, and that it is whole or not there.
@Suite struct ResultFolderTests {
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"
    private static let mandiri = "scenarios/kota-probolinggo/mandiri.yaml"

    private static func bytes(_ folder: TemporaryFolder, _ name: String) throws -> Data {
        try Data(contentsOf: folder.url.appendingPathComponent(name))
    }

    @Test func sameInputsGiveTheSameBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            let run = try LindungProcess(
                "run", Self.dasar, "--out", folder.path(name), "--resolved",
                folder.path(name + ".json"), "--seed", "7", "--quiet")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.isEmpty)
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
        #expect(
            files == [
                "balance.csv", "budgeted.csv", "claims.csv", "cost.svg", "cost.vl.json",
                "costs.csv", "coverage.svg", "coverage.vl.json", "cuts.csv", "datapackage.json",
                "evidence.csv", "fiscal.csv", "flows.csv", "manifest.json", "overlap.csv",
                "people.csv", "purses.csv", "report.md", "stocks.csv", "yearly-region.csv",
                "yearly-segment.csv", "yearly-total.csv",
            ])
        for file in files {
            #expect(try Self.bytes(folder, "a/" + file) == Self.bytes(folder, "b/" + file))
        }
        #expect(try Self.bytes(folder, "a.json") == Self.bytes(folder, "b.json"))
        #expect(folder.contents.filter { $0.contains(".tmp") }.isEmpty)
    }

    @Test func manifestNamesInputsAndOutputs() throws {
        let folder = try TemporaryFolder()
        _ = try LindungProcess("run", Self.dasar, "--out", folder.path("a"), "--seed", "7")
        let json = try JSONSerialization.jsonObject(with: Self.bytes(folder, "a/manifest.json"))
        let manifest = try #require(json as? [String: Any])
        let inputs = try #require(manifest["inputs"] as? [[String: String]]).compactMap {
            $0["file"]
        }
        #expect(inputs.contains(Self.dasar))
        #expect(inputs.contains("scenarios/jawa-timur/dasar.yaml"))
        #expect(inputs.contains("notebooks-data/law/bpu.yaml"))
        #expect(inputs.contains("notebooks-data/coverage/opening.csv"))
        #expect(manifest["seed"] as? String == "7")
        let outputs = try #require(manifest["outputs"] as? [[String: String]])
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a"))
        #expect(
            outputs.compactMap { $0["file"] }.sorted()
                == files.filter { $0 != "manifest.json" }.sorted())
        #expect(outputs.allSatisfy { $0["sha256"]?.count == 64 })
    }

    @Test func comparisonAlignsScenarios() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "compare", Self.mandiri, Self.dasar, "--baseline", "dasar", "--format", "csv", "--out",
            folder.path("a"), "--attribute")
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(
            contentsOfFile: folder.path("a/comparison-total.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(
            rows[0].joined(separator: ",")
                == "scenario,year,quantity,unit,value,baseline_value,difference,ratio")
        let baseline = rows.filter { $0[0] == "dasar" && !$0[6].isEmpty }
        #expect(baseline.allSatisfy { $0[6] == "0" }, "a baseline differs from itself by nothing")
        let bill = rows.filter { $0[0] == "mandiri" && $0[2] == "public_bill_rp" && $0[1] == "all" }
        let attribution = try String(
            contentsOfFile: folder.path("a/attribution.csv"), encoding: .utf8)
        let cells = attribution.split(separator: "\n").map { $0.split(separator: ",") }
        let parts = cells.filter { $0[3] == "public_bill_rp" }.compactMap { Int($0[5]) }
        #expect(!parts.isEmpty)
        #expect(parts.reduce(0, +) == Int(bill[0][6]), "parts sum to the difference")
    }

    @Test func formatsOfAFolder() throws {
        let folder = try TemporaryFolder()
        for format in ["json", "md"] {
            let run = try LindungProcess(
                "run", Self.dasar, "--out", folder.path(format), "--format", format, "--quiet")
            #expect(run.status == 0)
            #expect(
                FileManager.default.fileExists(
                    atPath: folder.path("\(format)/yearly-total.\(format)")))
        }
        let json = try JSONSerialization.jsonObject(
            with: Self.bytes(folder, "json/yearly-total.json"))
        let rows = try #require((json as? [String: Any])?["rows"] as? [[String: Any]])
        #expect(rows.count == 6)
        #expect(rows[0]["year"] as? Int == 2025)
        #expect(rows[0]["public_bill_rp"] is Int)
    }

    @Test func aFileWhereTheFolderShouldBe() throws {
        let folder = try TemporaryFolder()
        try "isi".write(toFile: folder.path("a"), atomically: true, encoding: .utf8)
        let run = try LindungProcess("run", Self.dasar, "--out", folder.path("a"))
        #expect(run.status == 2)
        #expect(run.errors.contains("adalah berkas, bukan folder"))
        #expect(folder.contents == ["a"])
    }

    @Test func aFolderThatCannotBeMade() throws {
        let run = try LindungProcess("run", Self.dasar, "--out", "/proc/lindung/hasil")
        #expect(run.status == 2)
        #expect(run.errors.contains("/proc/lindung/hasil: galat:"))
    }

    /// The superuser may write anywhere, so this one says nothing then.
    @Test(.enabled(if: geteuid() != 0))
    func aFolderWithoutPermission() throws {
        let folder = try TemporaryFolder()
        let closed = folder.path("tutup")
        try FileManager.default.createDirectory(
            atPath: closed, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o555])
        let run = try LindungProcess("run", Self.dasar, "--out", closed)
        #expect(run.status == 2)
        #expect(run.errors.contains("tidak boleh ditulis"))
        #expect(folder.contents == ["tutup"])
    }

    @Test func aFullDisk() throws {
        let resolved = try LindungProcess("run", Self.dasar, "--resolved", "/dev/full")
        #expect(resolved.status == 2)
        #expect(resolved.errors.contains("/dev/full: galat: tempat penyimpanan penuh"))
        let stream = try LindungProcess(["doctor"], output: "/dev/full")
        #expect(stream.status == 2)
        #expect(stream.errors.contains("tempat penyimpanan penuh"))
    }

    @Test func anOlderFolderIsFilledAgain() throws {
        let folder = try TemporaryFolder()
        _ = try LindungProcess("run", Self.dasar, "--out", folder.path("a"), "--quiet")
        let files = folder.contents.count
        try "catatan".write(toFile: folder.path("a/catatan.txt"), atomically: true, encoding: .utf8)
        let before = try Self.bytes(folder, "a/manifest.json")
        let run = try LindungProcess("run", Self.mandiri, "--out", folder.path("a"), "--quiet")
        #expect(run.status == 0)
        #expect(try Self.bytes(folder, "a/manifest.json") != before)
        #expect(try Self.bytes(folder, "a/catatan.txt") == Data("catatan".utf8))
        #expect(folder.contents.count == files + 1)
    }

    @Test func outputsNeverReplaceInputs() throws {
        let folder = try TemporaryFolder()
        let (path, base) = (folder.path("a.yaml"), folder.path("b.yaml"))
        let text = "name: a\ntitle: { id: A, en: A }\nextends: b.yaml\n"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try "name: b\ntitle: B\nextends: \(LindungProcess.root)/\(Self.dasar)\n"
            .write(toFile: base, atomically: true, encoding: .utf8)
        let target = [
            "target", path, "--lever", "quota.petani", "--value", "0..8000", "--outcome",
            "public_bill_rp", "--at-most", "900000000", "--write-scenario",
        ]
        for arguments in [
            ["run", path, "--resolved", path], ["run", path, "--resolved", path, "--force"],
            ["run", path, "--resolved", base, "--force"], target + [path],
            target + [path, "--force"],
        ] {
            let run = try LindungProcess(arguments + ["--quiet"])
            #expect(run.status == 2)
            #expect(run.errors.contains("berkas ini dibaca oleh perintah ini"), "\(run.errors)")
        }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }

    @Test func filesOfOthersNeedForce() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("catatan.txt")
        for arguments in [
            ["run", Self.dasar, "--resolved", path, "--quiet"], ["init", "35.74", "--out", path],
        ] {
            try "saya".write(toFile: path, atomically: true, encoding: .utf8)
            let refused = try LindungProcess(arguments + ["--lang", "en"])
            #expect(refused.status == 2)
            #expect(
                refused.errors == """
                    \(path): error: this file exists already, and this program did not write it
                      hint: choose another name, or add --force to replace it

                    """)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "saya")
            #expect(try LindungProcess(arguments + ["--force"]).status == 0)
            #expect(try String(contentsOfFile: path, encoding: .utf8) != "saya")
        }
        // What the command itself wrote may be written again.
        #expect(
            try LindungProcess("run", Self.dasar, "--resolved", path, "--quiet", "--force").status
                == 0)
        #expect(try LindungProcess("run", Self.dasar, "--resolved", path, "--quiet").status == 0)
    }

    @Test func tablesForIndonesianSpreadsheets() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "run", Self.dasar, "--out", folder.path("a"), "--locale", "id-ID", "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let table = try String(
            decoding: Self.bytes(folder, "a/yearly-total.csv"), as: UTF8.self)
        let header = try #require(table.split(separator: "\n").first)
        #expect(header.contains(";") && !header.contains(","))
        #expect(table.contains(where: { $0 == "," }), "shares have decimal commas")
        let printed = try LindungProcess(
            "run", Self.dasar, "--format", "csv", "--locale", "id-ID", "--quiet")
        #expect(printed.output.hasPrefix(header))
        let plain = try LindungProcess("run", Self.dasar, "--format", "csv", "--quiet")
        let english = try LindungProcess(
            "run", Self.dasar, "--format", "csv", "--locale", "en-US", "--quiet")
        #expect(plain.output == english.output)
    }

    @Test func aCurrentFolderThatIsGone() throws {
        let folder = try TemporaryFolder()
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        let dasar = LindungProcess.root + "/" + Self.dasar
        shell.arguments = [
            "-c",
            """
            mkdir '\(folder.path("x"))' && cd '\(folder.path("x"))' && rmdir '\(folder.path("x"))' \
              && exec '\(LindungProcess.executable)' run '\(dasar)' --resolved x.json --lang en \
                2> '\(folder.path("err"))'
            """,
        ]
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 2)
        let errors = try String(contentsOfFile: folder.path("err"), encoding: .utf8)
        #expect(errors.contains("the current folder is gone"), "\(errors)")
        #expect(!FileManager.default.fileExists(atPath: "/x.json"))
    }

    /// The set of a folder before and after a run that is stopped while it is replaced.
    @Test func anInterruptedRunLeavesTheOldSetOrTheNewOne() throws {
        let folder = try TemporaryFolder()
        #expect(try LindungProcess("run", Self.dasar, "--out", folder.path("a"), "-q").status == 0)
        let before = try Self.bytes(folder, "a/manifest.json")
        var sets: Set<Data> = []
        for delay in [0, 2, 5, 10, 20, 40] as [useconds_t] {
            let process = try LindungProcess.started(
                ["run", Self.mandiri, "--out", folder.path("a"), "-q"], [:], folder.path("out"),
                folder.path("err"))
            // From the moment on in which the new set is in the making.
            while process.isRunning, !folder.contents.contains(where: { $0.hasPrefix(".lindung") })
            { usleep(1000) }
            usleep(delay * 1000)
            kill(process.processIdentifier, SIGINT)
            process.waitUntilExit()
            let json = try JSONSerialization.jsonObject(with: Self.bytes(folder, "a/manifest.json"))
            let outputs = (json as? [String: Any])?["outputs"] as? [[String: String]] ?? []
            for output in outputs {
                let bytes = try Self.bytes(folder, "a/" + (output["file"] ?? ""))
                #expect(SHA256(bytes).hexadecimal == output["sha256"])
            }
            #expect(folder.contents.count(where: { $0.hasPrefix("a/") }) == outputs.count + 1)
            #expect(!folder.contents.contains { $0.hasPrefix(".lindung") })
            sets.insert(try Self.bytes(folder, "a/manifest.json"))
        }
        #expect(sets.subtracting([before]).count <= 1, "one set or the other")
    }
}
