import Foundation
import Testing

/// Invocations that cannot be carried out: exit code 2 and words that help.
@Suite struct BrokenInvocationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: [String]
        let says: String

        init(_ name: String, _ arguments: String, says: String) {
            self.name = name
            self.arguments = arguments.split(separator: " ").map(String.init)
            self.says = says
        }

        var testDescription: String { name }
    }

    private static let tariff = "tariff --route bpu --programmes jkk,jkm --payer apbd --date"
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"

    static let cases = [
        Case("no command", "", says: "PEMAKAIAN"),
        Case("unknown option", "\(tariff) 2025-05 --bass 3", says: "Pilihan tidak dikenal"),
        Case("missing option", "tariff --route bpu", says: "Argumen belum ada"),
        Case("language", "tariff --lang xx", says: "Pilih salah satu: 'id' atau 'en'."),
        Case(
            "three choices", "run \(dasar) --design zz",
            says: "Pilih salah satu: 'mc', 'lhs' atau 'sobol'."),
        Case(
            "value of a flag", "run \(dasar) --quiet=1",
            says: "Pilihan '--quiet' tidak memakai nilai, tetapi '1' ditulis di situ."),
        Case(
            "route", "tariff --route bpo --programmes jkk --payer apbd --date 2025-05",
            says: "maksud Anda 'bpu'?"),
        Case("month", "\(tariff) 2025-5", says: "maksud Anda '2025-05'?"),
        Case("no law yet", "\(tariff) 2010-05", says: "nilai pertama berlaku sejak"),
        Case(
            "programme of another route",
            "tariff --route bpu --programmes jp --payer apbd --date 2025-05",
            says: "program jp tidak ada di jalur bpu"),
        Case(
            "risk class missing",
            "tariff --route pu --base 1000000 --programmes jkk --payer employer --date 2025-05",
            says: "membutuhkan kelompok risiko"),
        Case(
            "risk class outside 1..5",
            "tariff --route pu --base 1000000 --risk 6 --programmes jkk --payer employer"
                + " --date 2025-05", says: "1 (sangat rendah) sampai 5"),
        Case(
            "ambiguous base",
            "tariff --route pu --base 1.000 --risk 1 --programmes jkk --payer employer"
                + " --date 2025-05", says: "punya dua arti"),
        Case(
            "negative base",
            "tariff --route pu --base=-5 --risk 1 --programmes jkk --payer employer"
                + " --date 2025-05", says: "tidak negatif"),
        Case(
            "base missing",
            "tariff --route pu --risk 1 --programmes jkk --payer employer --date 2025-05",
            says: "membutuhkan dasar iuran"),
        Case(
            "half a package",
            "tariff --route pmi --programmes jkk --payer self --date 2025-05",
            says: "menjual satu paket"),
        Case(
            "unknown package",
            "tariff --route pmi --months 7 --programmes jkk,jkm --payer self --date 2025-05",
            says: "tidak ada paket 7 bulan"),
        Case("no such file", "run tidak-ada.yaml", says: "berkas 'tidak-ada.yaml' tidak ada"),
        Case("a folder in place of a file", "run scenarios", says: "adalah folder, bukan berkas"),
        Case("unknown baseline", "compare \(dasar) --baseline dasr", says: "maksud Anda 'dasar'?"),
        Case("one scenario twice", "compare \(dasar) \(dasar)", says: "dua skenario bernama"),
        Case("no data folder", "doctor --data /tidak/ada", says: ""),
        Case("data folder missing", "run \(dasar) --data /tidak/ada", says: "folder data"),
        Case("region that does not exist", "init 35.99", says: "tidak ada"),
        Case("path that does not exist", "explain \(dasar) kuota.petani", says: "kuota.petani"),
        Case(
            "month outside the horizon", "explain \(dasar) quota.petani --at 2050-01",
            says: "2050-01"),
    ]

    private static let sweep =
        "sweep scenarios/kota-probolinggo/sapuan/bulan-dan-kuota.yaml --out /tidak/ada"

    /// Numbers at and beyond the ends of what may be asked for.
    static let limits = [
        "\(sweep) --threads=0": "bilangan bulat dari 1 sampai 1.024",
        "\(sweep) --threads=-1": "bilangan bulat dari 1 sampai 1.024",
        "\(sweep) --threads=9223372036854775807": "bilangan bulat dari 1 sampai 1.024",
        "\(sweep) --shard=0/2": "'0/2' bukan bagian",
        "\(sweep) --shard=3/2": "'3/2' bukan bagian",
        "\(sweep) --shard=9223372036854775807/9223372036854775807":
            "paling banyak 1.000.000 bagian",
        "run \(dasar) --draws=0": "paling sedikit 1",
        "run \(dasar) --draws=-9223372036854775808": "paling sedikit 1",
        "compare \(dasar) --draws=9223372036854775807": "paling banyak 1.000.000",
        "poverty path \(dasar) --draws=1000001": "paling banyak 1.000.000",
        "run \(dasar) --draws=99999999999999999999": "tidak sah",
        "poverty state 35.74 --mean=9223372036854775807": "punya terlalu banyak angka",
        "sense \(dasar) --method sobol --samples=67108864": "paling banyak",
        "run \(dasar) --out=": "--out: galat: nilainya kosong",
    ]

    @Test(arguments: limits.keys.sorted())
    func limitsAreTold(_ command: String) throws {
        let run = try LindungProcess(command.split(separator: " ").map(String.init))
        #expect(run.status == 2, "\(run.output)")
        #expect(run.errors.contains(Self.limits[command] ?? "?"), "\(run.errors)")
    }

    @Test(arguments: ["--out", "--resolved", "--data", "--all-draws", "--locale"])
    func emptyOptions(_ option: String) throws {
        for value in ["", "  "] {
            let run = try LindungProcess("run", Self.dasar, option, value, "--lang", "en")
            #expect(run.status == 2)
            #expect(
                run.errors == """
                    \(option): error: its value is empty
                      hint: write a value; is a variable of the shell not set?

                    """)
        }
        #expect(try LindungProcess("run", "").status == 2)
    }

    @Test(arguments: cases.filter { !$0.says.isEmpty && $0.name != "no command" })
    func exitsWithTwo(_ item: Case) throws {
        let run = try LindungProcess(item.arguments)
        #expect(run.status == 2, "\(run.output)")
        #expect(run.errors.contains(item.says), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test func unsoundInstallationExitsWithOne() throws {
        let run = try LindungProcess("doctor", "--data", "/tidak/ada")
        #expect(run.status == 1)
        #expect(run.output.contains("GAGAL"))
        #expect(run.errors.contains("ada pemeriksaan yang gagal"))
    }

    @Test func faultsAreInTheLanguageAskedFor() throws {
        let option = try LindungProcess("run", "tidak-ada.yaml", "--lang", "en")
        #expect(option.errors.contains("there is no file 'tidak-ada.yaml'"))
        let environment = try LindungProcess(
            "run", "tidak-ada.yaml", environment: ["LINDUNG_LANG": "en"])
        #expect(environment.errors == option.errors)
        let parsing = try LindungProcess("tariff", "--route", "bpu", "--lang", "en")
        #expect(parsing.errors.contains("Missing expected argument"))
        #expect(parsing.status == 2)
    }

    @Test func faultsNameTheirPlace() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("salah.yaml")
        let base = LindungProcess.root + "/" + Self.dasar
        try """
        name: salah
        title: { id: Salah, en: Wrong }
        extends: \(base)
        levers:
          qouta.petani: 5
          quota.nelayan: -1
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess("check", file)
        #expect(run.status == 2)
        #expect(run.errors.contains("salah.yaml:5:3: galat:"), "\(run.errors)")
        #expect(run.errors.contains("quota.petani"))
        #expect(run.errors.contains("salah.yaml:6:"), "all faults are told at once")
    }
}
