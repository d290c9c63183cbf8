import Foundation
import Testing

/// Commands about scenarios: check, diff, explain, init, run.
@Suite struct ScenarioCommandTests {
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"
    private static let mandiri = "scenarios/kota-probolinggo/mandiri.yaml"

    @Test func checkPassesEveryGate() throws {
        let run = try LindungProcess("check", Self.dasar, "--format", "csv", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let gates = run.rows.prefix { $0.prefix(2) != ["scenario", "statement"] }
        #expect(gates.count == 6 && run.rows.count == 6 + 4)
        #expect(gates.dropFirst().allSatisfy { $0.contains("passed") })
    }

    @Test func checkTakesScenariosOfOneName() throws {
        let run = try LindungProcess(
            "check", Self.dasar, "scenarios/kalimantan-tengah/dasar.yaml", "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        let gates = run.rows.prefix { $0.prefix(2) != ["scenario", "statement"] }
        #expect(gates.count == 11 && run.rows.count == 11 + 6)
    }

    @Test func checkWarnsAboutQuotasAboveTheEligible() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("besar.yaml")
        let base = LindungProcess.root + "/" + Self.dasar
        try """
        name: besar
        title: { id: Besar, en: Large }
        extends: \(base)
        levers:
          quota.petani: 1000000
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess("check", file)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("besar.yaml:5:3: peringatan: kuota 'petani'"))
    }

    @Test func diffShowsKeysMonthsAndPlaces() throws {
        let run = try LindungProcess("diff", Self.dasar, Self.mandiri, "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.rows[0].prefix(5) == ["key", "region", "from", "dasar", "mandiri"])
        #expect(run.rows[1].prefix(5) == ["quota.pedagang", "all", "2026-04", "5000", "0"])
        #expect(run.rows[1].last == "\(Self.mandiri):10")
    }

    @Test func diffOfAScenarioWithItself() throws {
        let run = try LindungProcess("diff", Self.dasar, Self.dasar)
        #expect(run.output == "tidak ada yang berbeda\n")
    }

    @Test func explainNamesTheRowBehindAValue() throws {
        let run = try LindungProcess(
            "explain", Self.dasar, "quota.petani", "--at", "2027-03", "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("quota.petani,35.74,2025-01,4098,person,dasar,"))
        #expect(run.output.contains("notebooks-data/coverage/funded_quota.csv:"))
    }

    @Test func explainNamesTheLawBehindAResult() throws {
        let run = try LindungProcess(
            "explain", Self.dasar, "public_bill_rp.petani@35.74", "--at", "2027-03", "--format",
            "json")
        #expect(run.status == 0, "\(run.errors)")
        for word in ["bpu.jkm.amount", "PP 44/2015", "notebooks-data/law/bpu.yaml", "quota.petani"]
        {
            #expect(run.output.contains(word), "\(word)")
        }
    }

    @Test func explainOfALaw() throws {
        let run = try LindungProcess(
            "explain", Self.dasar, "law.pu.jp.ceiling", "--at", "2025-05", "--format", "csv")
        #expect(run.output.contains("10547400"))
    }

    @Test(arguments: ["35.74", "62.71"])
    func initPassesCheckAndRunsAsItIs(_ region: String) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("baru.yaml")
        let made = try LindungProcess("init", region, "--out", file)
        #expect(made.status == 0, "\(made.errors)")
        let check = try LindungProcess("check", file)
        #expect(check.status == 0, "\(check.errors)")
        let run = try LindungProcess("run", file, "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.rows.count == 7)
        let again = try LindungProcess("init", region, "--out", file)
        #expect(again.status == 2, "an existing file is kept")
    }

    @Test(arguments: [
        ("35.07", "jawa-timur"), ("35.74", "jawa-timur"), ("62.71", "kalimantan-tengah"),
    ])
    func initGivesTheProvincesNumbers(_ region: String, _ province: String) throws {
        let folder = try TemporaryFolder()
        let (made, child) = (folder.path("baru.yaml"), folder.path("anak.yaml"))
        #expect(try LindungProcess("init", region, "--out", made).status == 0)
        try """
        name: anak
        title: Anak
        extends: \(LindungProcess.root)/scenarios/\(province)/dasar.yaml
        regions: ["\(region)"]
        """.write(toFile: child, atomically: true, encoding: .utf8)
        #expect(try LindungProcess("diff", made, child).output == "tidak ada yang berbeda\n")
        let runs = try [made, child].map { try LindungProcess("run", $0, "--format", "csv") }
        #expect(runs[0].rows.count == 7)
        #expect(runs[0].output == runs[1].output)
    }

    @Test func initWritesToStandardOutput() throws {
        let run = try LindungProcess("init", "62", "--lang", "en")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("# A first scenario for Kalimantan Tengah: 13 segments"))
    }

    @Test func runPrintsAReport() throws {
        let run = try LindungProcess("run", Self.dasar)
        #expect(run.status == 0)
        for heading in ["Menurut tahun", "Siapa membayar", "Ringkasnya", "Perintah: lindung run"] {
            #expect(run.output.contains(heading))
        }
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test func narrowTerminalsGetBlocks() throws {
        let run = try LindungProcess(["run", Self.dasar], environment: ["COLUMNS": "60"])
        let widest = run.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(widest <= 100)
        let rules = run.output.split(separator: "\n").filter { $0.hasPrefix("──") }
        #expect(rules.allSatisfy { $0.count <= 60 })
    }

    @Test func doctorIsSound() throws {
        let run = try LindungProcess("doctor", "--format", "csv", "--lang", "en")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
        // Tools that set documents may be made or not.
        let added = ["documents", "pictures"]
        for row in run.rows.dropFirst() {
            #expect(
                row[1] == "passed" || (added.contains(row[0]) && row[1] == "not here"), "\(row)")
        }
        for part in ["blas", "lapack", "clp", "xlsx", "data", "tables", "law", "scenarios"] + added
        {
            #expect(run.rows.contains { $0[0] == part })
        }
    }

    /// Thirteen keys are attributed in twelve groups, which is said with its reason, and parts
    /// still add up.
    @Test(arguments: [
        ("id", "digabung per awalan ('banyak' 13 kunci menjadi 12)", "4.096 perhitungan"),
        ("en", "put together by their beginning ('banyak' 13 keys in 12)", "4,096 runs"),
    ])
    func manyChangesAreGrouped(_ language: String, _ words: String, _ runs: String) throws {
        let folder = try TemporaryFolder()
        let base = """
            name: dasar
            title: { id: x, en: x }
            regions: ["35.05"]
            horizon: { from: 2025-01, until: 2025-03 }
            segments: [petani]
            purses: [dbh-cht, apbd-kabkota]
            levers:
              quota.petani: 2693
              purse.ceiling.dbh-cht: 8e8
              purse.ceiling.apbd-kabkota: 1e8
            assumptions: { workers: 20000, rate.death: 0.005 }
            """
        let many = """
            name: banyak
            title: { id: x, en: x }
            extends: dasar.yaml
            levers:
              quota.petani: 3000
              funding.months: 9
              funding.start: 2
              purse.ceiling.dbh-cht: 7e8
              purse.ceiling.apbd-kabkota: 9e7
              refill: false
            assumptions:
              workers: 21000
              rate.death: 0.006
              rate.lapse: 0.1
              rate.return: 0.1
              retention: 0.2
              eligible_share: 0.9
              accident.rate: 0.01
              accident.cost: 5000000
            """
        for (name, text) in [("dasar", base), ("banyak", many)] {
            try text.write(toFile: folder.path("\(name).yaml"), atomically: true, encoding: .utf8)
        }
        let run = try LindungProcess(
            "compare", folder.path("dasar.yaml"), folder.path("banyak.yaml"), "--attribute",
            "--lang", language)
        #expect(run.status == 0, "\(run.errors)")
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains(words), "\(run.output)")
        #expect(run.errors.contains(runs), "\(run.errors)")
    }
}
