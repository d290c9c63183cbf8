import Foundation
import Testing

/// `lindung sense --method pawn`: from rows that are there.
@Suite struct PawnCommandTests {
    /// A table in which `y` follows `pagu` and `aturan` and knows nothing of `lain`.
    private func table(_ rows: Int, in folder: TemporaryFolder) throws -> String {
        let lines = (0..<rows).map { row in
            let (pagu, lain) = (row * 37 % rows, row * 61 % 101)
            let aturan = ["lapor", "potong"][row % 2]
            let y = Double(pagu) / Double(rows) + (row % 2 == 0 ? 0.3 : 0)
            return "\(pagu),\(lain),\(aturan),\(row == 3 ? "" : "\(y)")"
        }
        let file = folder.path("baris.csv")
        try (["pagu,lain,aturan,y"] + lines).joined(separator: "\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test func aTableThatNoScenarioMade() throws {
        let folder = try TemporaryFolder()
        let asked = [
            "sense", try table(401, in: folder), "--method", "pawn", "--outcome", "y",
        ]
        let run = try LindungProcess(asked + ["--format", "csv"])
        #expect(run.status == 0, "\(run.errors)")
        let heading = run.rows[0]
        let verdict = try #require(heading.firstIndex(of: "verdict"))
        let rows = try #require(heading.firstIndex(of: "rows"))
        let found = Dictionary(
            uniqueKeysWithValues: run.rows.dropFirst().map { ($0[1], $0[verdict]) })
        #expect(found == ["pagu": "distinct", "lain": "undecided", "aturan": "distinct"])
        #expect(run.rows.dropFirst().allSatisfy { $0[rows] == "400" })
        let report = try LindungProcess(asked + ["--lang", "en", "--out", folder.path("hasil")])
        #expect(report.status == 0, "\(report.errors)")
        let words = report.output.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("The distribution of y is moved most by pagu"), "\(words)")
        #expect(words.contains("no more than an input that does nothing, at 400 rows: lain"))
        #expect(words.contains("1 of 401 rows have no value"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("hasil"))
        #expect(
            files.sorted() == ["datapackage.json", "manifest.json", "pawn.csv", "report.md"])
    }

    @Test func aSweepAndTheFolderOfItsResults() throws {
        let folder = try TemporaryFolder()
        let file = SenseCommandTests.folder + "kekurangan-dana.yaml"
        let stored = folder.path("sapuan")
        let sweep = try LindungProcess("sweep", file, "--out", stored, "--quiet")
        #expect(sweep.status == 0, "\(sweep.errors)")
        let outputs = try [file, stored].map {
            try LindungProcess(
                "sense", $0, "--method", "pawn", "--outcome", "gap_rp 2027", "--format", "csv"
            ).output
        }
        #expect(outputs[0] == outputs[1])
        #expect(outputs[0].contains("gap_rp 2027,purse.ceiling.dbh-cht 2026-01"))
        #expect(outputs[0].contains("distinct"))
    }

    @Test func tooFewRowsAreRefusedWithTheNumberThatWouldDo() throws {
        let folder = try TemporaryFolder()
        let file = try table(61, in: folder)
        let run = try LindungProcess("sense", file, "--method", "pawn", "--outcome", "y")
        #expect(run.status == 2 && run.output.isEmpty)
        #expect(
            run.errors.hasSuffix(
                "galat: hanya 60 baris yang punya nilai untuk 'y'; cara ini memerlukan paling"
                    + " sedikit 100, sepuluh untuk setiap potongan masukan\n"), "\(run.errors)")
    }

    @Test func whatIsNotForItIsRefused() throws {
        let folder = try TemporaryFolder()
        let file = try table(200, in: folder)
        let cases = [
            (["--outcome", "z"], "--outcome: galat: "), ([], "--outcome: galat: sebutkan kolom"),
            (["--outcome", "y", "--samples", "8"], "--samples: galat: pawn memakai baris"),
            (["--outcome", "aturan"], "galat: 'lapor' di kolom 'aturan' bukan bilangan"),
        ]
        for (options, words) in cases {
            let run = try LindungProcess(["sense", file, "--method", "pawn"] + options)
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.contains(words), "\(run.errors)")
        }
        let other = try LindungProcess(
            "sense", SenseCommandTests.folder + "yang-menentukan.yaml", "--outcome", "gap_rp")
        #expect(other.errors.contains("--outcome hanya untuk pawn"))
    }
}
