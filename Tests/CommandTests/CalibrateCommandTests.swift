import Foundation
import Testing

/// `lindung calibrate` over a made-up monitoring table.
@Suite struct CalibrateCommandTests {
    private static let table = "scenarios/pemantauan/contoh-buatan.csv"

    @Test(arguments: ["id", "en"])
    func helpIsWordForWord(_ language: String) throws {
        let run = try LindungProcess("calibrate", "--help", "--lang", language)
        #expect(run.status == 0)
        try Snapshot.check(run.output, "calibrate.\(language).txt")
    }

    @Test("Rates, what is odd, and who is not budgeted", arguments: ["id", "en"])
    func report(_ language: String) throws {
        let run = try LindungProcess(
            ["calibrate", Self.table, "--lang", language], environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        try Snapshot.check(run.output, "calibrate-contoh.\(language).txt")
    }

    @Test("A scenario takes the rates as they are, and draws them")
    func scenarioTakesThem() throws {
        let folder = try TemporaryFolder()
        let made = try LindungProcess(
            "calibrate", Self.table, "--extends", "scenarios/kota-probolinggo/dasar.yaml", "--out",
            folder.path("hasil"), "--quiet")
        #expect(made.status == 0, "\(made.errors)")
        let scenario = folder.path("hasil/calibrated.yaml")
        let text = try String(contentsOfFile: scenario, encoding: .utf8)
        #expect(text.contains("rate.lapse.ojek@35.74"))
        #expect(!text.contains("35.07"))
        let run = try LindungProcess(
            "run", scenario, "--draws", "4", "--all-draws", folder.path("draws.csv"), "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let draws = try String(contentsOfFile: folder.path("draws.csv"), encoding: .utf8)
        #expect(draws.prefix { $0 != "\n" }.contains("rate.lapse.ojek@35.74"))
        let told = try LindungProcess(
            "explain", scenario, "rate.lapse.ojek@35.74", "--at", "2026-01", "--format", "csv")
        #expect(told.output.contains("lindung calibrate: contoh-buatan.csv"), "\(told.errors)")
    }

    @Test("The folder holds tables, settings, scenario and manifest")
    func folderHolds() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "calibrate", Self.table, "--out", folder.path("a"), "--quiet", "--format", "json")
        #expect(run.status == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
        #expect(
            files == [
                "calibrated.yaml", "correlations.json", "datapackage.json", "findings.json",
                "manifest.json", "monitoring.json", "rates.json", "report.md", "settings.csv",
            ])
    }

    private static let header = "wilayah,segmen,bulan,status,jumlah\n"

    /// What each broken table is told, word for word.
    @Test(
        "Broken tables are refused",
        arguments: [
            (
                "wilayah,segmen,bulan,jumlah\n35.74,ojek,2025-01,4\n",
                "1:1: galat: tabel 'x.csv' tidak punya kolom 'status'",
                "1:1: error: table 'x.csv' has no column 'status'"
            ),
            (
                header + "35.74,ojek,2025-01,mandirii,4\n",
                "2:20: galat: status 'mandirii' tidak dikenal",
                "2:20: error: unknown status 'mandirii'"
            ),
            (
                header + "35.74,ojek,2025-01,mandiri,-4\n",
                "2:28: galat: 'count' tidak boleh negatif",
                "2:28: error: 'count' must not be negative"
            ),
            (
                header + "35.74,ojek,Januari,mandiri,4\n",
                "2:12: galat: 'Januari' bukan bulan", "2:12: error: 'Januari' is not a month"
            ),
            (
                header + "35.74,ojek,2025-01,mandiri,4\n",
                "1:1: galat: tidak ada dua bulan berturut-turut untuk satu segmen dan daerah",
                "1:1: error: no segment of any region has two months in a row"
            ),
            (
                header + "35.74,ojek,2025-01,mandiri,1.204\n",
                "2:28: galat: '1.204' punya dua arti: 1204 (titik ribuan) atau 1,204 (titik"
                    + " desimal)",
                "2:28: error: '1.204' has two meanings: 1204 (thousands point) or 1.204 (decimal"
                    + " point)"
            ),
            (
                header + "35.74,ojek,2025-01,mandiri,\n",
                "2:28: galat: baris ini punya sel kosong yang wajib diisi",
                "2:28: error: this row has an empty cell that must be filled"
            ),
        ])
    func refused(_ text: String, _ indonesian: String, _ english: String) throws {
        let folder = try TemporaryFolder()
        try text.write(toFile: folder.path("x.csv"), atomically: true, encoding: .utf8)
        for (language, message) in [("id", indonesian), ("en", english)] {
            let run = try LindungProcess("calibrate", folder.path("x.csv"), "--lang", language)
            #expect(run.status == 2)
            let told = run.errors.replacing(folder.path("x.csv"), with: "x.csv")
            #expect(told.contains("x.csv:" + message), "\(told)")
        }
    }
}
