import Foundation
import Testing

/// `lindung robust` over real sweeps of Kota Probolinggo.
@Suite struct RobustCommandTests {
    private static let file = SenseCommandTests.folder + "cara-memotong.yaml"

    @Test(arguments: ["id", "en"])
    func helpIsWordForWord(_ language: String) throws {
        let run = try LindungProcess("robust", "--help", "--lang", language)
        #expect(run.status == 0)
        try Snapshot.check(run.output, "robust.\(language).txt")
    }

    @Test(arguments: ["id", "en"])
    func waysThatDisagree(_ language: String) throws {
        let run = try LindungProcess(
            [
                "robust", Self.file, "--outcome", "funded_person_months", "--best", "high",
                "--lang", language,
            ], environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        try Snapshot.check(run.output, "robust-months.\(language).txt")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func theFolderHoldsTablesAndManifest() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "robust", Self.file, "--outcome", "public_bill_rp", "--best", "low", "--out",
            folder.path("a"), "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
        #expect(
            files == [
                "datapackage.json", "manifest.json", "report.md", "robust-information.csv",
                "robust-mixture.csv",
                "robust-pairs.csv", "robust.csv",
            ])
        let table = try String(contentsOfFile: folder.path("a/robust.csv"), encoding: .utf8)
        #expect(table.hasPrefix("policy,expected_rp,"))
        #expect(table.split(separator: "\n").count == 4)
    }

    @Test func oneFutureAtATimeGivesTheSameRowsAsItsFolder() throws {
        let folder = try TemporaryFolder()
        let results = folder.path("hasil")
        let swept = try LindungProcess("sweep", Self.file, "--out", results, "--quiet")
        #expect(swept.status == 0, "\(swept.errors)")
        let question = ["--outcome", "public_bill_rp", "--best", "low", "--format", "csv"]
        let stored = try LindungProcess(["robust", results] + question)
        let computed = try LindungProcess(["robust", Self.file] + question)
        #expect(stored.status == 0, "\(stored.errors)")
        #expect(stored.output == computed.output)
    }

    @Test func nothingToChooseFrom() throws {
        let file = SenseCommandTests.folder + "bulan-dan-kuota.yaml"
        let run = try LindungProcess("robust", file, "--outcome", "gap_rp", "--best", "low")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                \(file): galat: tidak ada yang dapat dipilih: sapuan ini hanya menghitung 'dasar'
                  petunjuk: tulis paling sedikit dua di bawah 'policies:', misalnya 'dasar: {}' \
                dan 'separuh: { quota: { scale: 0.5 } }'

                """)
    }

    @Test func anOutcomeThatTheSweepHasNot() throws {
        let run = try LindungProcess(
            "robust", Self.file, "--outcome", "public_bil_rp", "--best", "low", "--lang", "en")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                --outcome: error: this sweep has no outcome 'public_bil_rp'
                  hint: did you mean 'public_bill_rp'? (choices: funded_person_months, \
                coverage_protected_average_of_workers_share, \
                coverage_protected_end_of_workers_share, public_bill_rp)

                """)
    }

    @Test func aWayThatIsNone() throws {
        let run = try LindungProcess(
            "robust", Self.file, "--outcome", "public_bill_rp", "--best", "rendah", "--lang", "en")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("--best: error: "))
        #expect(run.errors.contains("choices: low, high"))
    }
}
