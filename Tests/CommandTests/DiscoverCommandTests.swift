import Foundation
import Testing

/// `lindung discover` over real sweeps of Kota Probolinggo, computed and stored.
@Suite struct DiscoverCommandTests {
    private static let grid = SenseCommandTests.folder + "bulan-dan-kuota.yaml"
    private static let drawn = SenseCommandTests.folder + "kekurangan-dana.yaml"

    @Test(arguments: ["id", "en"])
    func helpIsWordForWord(_ language: String) throws {
        let run = try LindungProcess("discover", "--help", "--lang", language)
        #expect(run.status == 0)
        try Snapshot.check(run.output, "discover.\(language).txt")
    }

    @Test(arguments: ["id", "en"])
    func boxesAreSentences(_ language: String) throws {
        let run = try LindungProcess(
            [
                "discover", Self.drawn, "--outcome", "gap_rp 2027", "--above", "0", "--lang",
                language,
            ],
            environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        try Snapshot.check(run.output, "discover-gap.\(language).txt")
    }

    @Test func aFolderGivesWhatItsFileGives() throws {
        let folder = try TemporaryFolder()
        let results = folder.path("hasil")
        let swept = try LindungProcess("sweep", Self.grid, "--out", results, "--quiet")
        #expect(swept.status == 0, "\(swept.errors)")
        let question = [
            "--outcome", "gap_rp", "--above", "Rp 1.000.000.000", "--threshold", "90 %",
        ]
        let stored = try LindungProcess(["discover", results] + question)
        let computed = try LindungProcess(["discover", Self.grid] + question)
        #expect(stored.status == 0, "\(stored.errors)")
        #expect(stored.errors.isEmpty, "\(stored.errors)")
        #expect(stored.output == computed.output)
    }

    @Test func theFolderHoldsTablesAndManifest() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "discover", Self.grid, "--outcome", "gap_rp", "--above", "0", "--out",
            folder.path("a"), "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
        #expect(
            files == [
                "datapackage.json", "discover-fresh.csv", "discover-limits.csv",
                "discover-trajectory.csv", "manifest.json", "report.md",
            ])
        let manifest = try String(contentsOfFile: folder.path("a/manifest.json"), encoding: .utf8)
        #expect(manifest.contains("\"above\": \"0.0\"") && manifest.contains(Self.grid))
    }

    @Test(arguments: [
        (
            ["--outcome", "gap", "--above", "0"],
            """
            --outcome: galat: sapuan ini tidak menghitung 'gap'
              petunjuk: maksud Anda 'gap_rp'? (pilihan: public_bill_rp, gap_rp, \
            funded_person_months.petani, coverage_protected_end_of_workers_share)

            """
        ),
        (
            ["--outcome", "gap_rp"],
            """
            --above: galat: sebutkan salah satu: --above atau --below
              petunjuk: misalnya --above 0

            """
        ),
        (
            ["--outcome", "gap_rp", "--above", "nan"],
            """
            --above: galat: 'nan' bukan angka yang terhingga
              petunjuk: tulis angka, misalnya 0, 0,3 atau Rp 1.200.000.000

            """
        ),
        (
            ["--outcome", "gap_rp", "--above", "1.000"],
            """
            --above: galat: '1.000' punya dua arti: 1000 (titik ribuan) atau 1,000 (titik desimal)
              petunjuk: tulis tanpa tanda ribuan, atau dengan 'Rp' untuk uang

            """
        ),
        (
            ["--outcome", "gap_rp", "--below", "0"],
            """
            --below: galat: tidak satu pun dari 48 titik adalah kasus: kekurangan pagu di bawah Rp 0
              petunjuk: pilih batas antara Rp 0 dan Rp 4,89 miliar

            """
        ),
        (
            ["--outcome", "gap_rp", "--above", "0", "--threshold", "0"],
            """
            --threshold: galat: '0' bukan bagian
              petunjuk: tulis bilangan antara 0 dan 1, misalnya 0.95 atau 95 %

            """
        ),
    ])
    func brokenInputIsWordForWord(_ arguments: [String], _ errors: String) throws {
        let run = try LindungProcess(["discover", Self.grid] + arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors == errors)
    }

    @Test func tooFewPointsForTheInputs() throws {
        let folder = try TemporaryFolder()
        let file = try Snapshot.sweep(
            in: folder,
            """
            design: { kind: lhs, points: 3, seed: 1 }
            inputs:
              rate.lapse: 0.05 .. 0.5
              rate.return: 0.02 .. 0.2
              retention: 0.02 .. 0.3
            """)
        let run = try LindungProcess("discover", file, "--outcome", "gap_rp", "--above", "0")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                \(file): galat: 3 titik terlalu sedikit untuk 3 masukan
                  petunjuk: pakai paling sedikit 100 titik: 'design: { kind: lhs, points: 100, \
                seed: 1 }'

                """)
    }

    @Test func aScenarioIsNoSweep() throws {
        let file = "scenarios/kota-probolinggo/dasar.yaml"
        let run = try LindungProcess("discover", file, "--outcome", "gap_rp", "--above", "0")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                \(file): galat: berkas ini bukan sapuan
                  petunjuk: sebutkan berkas sapuan (dengan 'scenario', 'inputs', 'design') atau \
                folder hasilnya

                """)
    }

    @Test func aFolderWithoutResults() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "discover", folder.url.path, "--outcome", "gap_rp", "--above", "0", "--data",
            "notebooks-data")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                \(folder.url.path): galat: folder ini tidak berisi simpanan sapuan
                  petunjuk: sebutkan folder yang ditulis 'lindung sweep BERKAS --out FOLDER'

                """)
    }

    @Test func resultsOfAnotherDesignAndOfAPart() throws {
        let folder = try TemporaryFolder()
        let file = try Snapshot.sweep(
            in: folder,
            """
            design: { kind: lhs, points: 8, seed: 1 }
            inputs: { rate.lapse: 0.05 .. 0.5, purse.ceiling.dbh-cht: { scale: 0.2 .. 1 } }
            outcomes: [gap_rp]
            """)
        let results = folder.path("hasil")
        let part = try LindungProcess("sweep", file, "--out", results, "--shard", "1/2", "--quiet")
        #expect(part.status == 0, "\(part.errors)")
        let question = ["--outcome", "gap_rp", "--above", "0"]
        let unfinished = try LindungProcess(["discover", results] + question)
        #expect(
            unfinished.errors == """
                \(results): galat: 4 perhitungan belum ada: 5–8
                  petunjuk: jalankan lagi perintah sapuannya; yang sudah dihitung tidak diulang

                """)
        _ = try LindungProcess("sweep", file, "--out", results, "--quiet")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try text.replacing("points: 8", with: "points: 9")
            .write(toFile: file, atomically: true, encoding: .utf8)
        let other = try LindungProcess(["discover", results] + question)
        #expect(other.status == 2)
        #expect(
            other.errors == """
                \(results): galat: hasil di folder ini bukan lagi hasil berkasnya: rencananya lain \
                (masukan, rancangan, benih, kebijakan atau besaran)
                  petunjuk: hitung lagi: lindung sweep \(file) --out \(results) --start-over

                """)
        try FileManager.default.removeItem(atPath: file)
        let gone = try LindungProcess(["discover", results, "--lang", "en"] + question)
        #expect(gone.status == 0, "\(gone.errors)")
        #expect(gone.errors.contains("warning: the sweep file '\(file)' is not here"))
    }
}
