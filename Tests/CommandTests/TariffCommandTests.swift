import Foundation
import Testing

/// `lindung tariff` against published amounts, to the rupiah.
@Suite struct TariffCommandTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let name: String
        let arguments: String
        /// `programme,contribution_rp`, the last one `total`.
        let rows: [String]

        var testDescription: String { name }
    }

    static let vectors = [
        Vector(
            name: "BPU in a normal month",
            arguments:
                "--route bpu --base 1000000 --programmes jkk,jkm --payer apbd --date 2025-05",
            rows: ["jkk,10000", "jkm,6800", "total,16800"]),
        Vector(
            name: "BPU under PP 49/2020",
            arguments:
                "--route bpu --base 1000000 --programmes jkk,jkm --payer apbd --date 2020-09",
            rows: ["jkk,100", "jkm,68", "total,168"]),
        Vector(
            name: "BPU under PP 50/2025, paid by the worker",
            arguments:
                "--route bpu --base 1000000 --programmes jkk,jkm --payer self --date 2026-05",
            rows: ["jkk,5000", "jkm,3400", "total,8400"]),
        Vector(
            name: "BPU under PP 50/2025, paid by APBD",
            arguments:
                "--route bpu --base 1000000 --programmes jkk,jkm --payer apbd --date 2026-05",
            rows: ["jkk,10000", "jkm,6800", "total,16800"]),
        Vector(
            name: "transport keeps PP 50/2025 until 2027-03",
            arguments: "--route bpu --base 1000000 --programmes jkk,jkm --payer self"
                + " --group transport --date 2027-03",
            rows: ["jkk,5000", "jkm,3400", "total,8400"]),
        Vector(
            name: "BPU with JHT",
            arguments: "--route bpu --base 1000000 --programmes jkk,jkm,jht --payer apbd"
                + " --date 2025-05",
            rows: ["jkk,10000", "jkm,6800", "jht,20000", "total,36800"]),
        Vector(
            name: "construction, Rp 1bn, wage unknown",
            arguments: "--route jakon --base 1000000000 --programmes jkk,jkm --payer employer"
                + " --date 2026-05",
            rows: ["jkk,1540000", "jkm,210000", "total,1750000"]),
        Vector(
            name: "PU at Rp 1m, two programmes",
            arguments: "--route pu --base 1000000 --risk 1 --programmes jkk,jkm --payer employer"
                + " --date 2026-05",
            rows: ["jkk,2400", "jkm,3000", "total,5400"]),
        Vector(
            name: "PU at Rp 1m with JHT",
            arguments: "--route pu --base 1000000 --risk 1 --programmes jkk,jkm,jht"
                + " --payer employer --date 2026-05",
            rows: ["jkk,2400", "jkm,3000", "jht,57000", "total,62400"]),
        Vector(
            name: "migrant worker, 24 months",
            arguments: "--route pmi --programmes jkk,jkm --payer self --date 2026-05",
            rows: ["jkk+jkm,370000", "total,370000"]),
        Vector(
            name: "migrant worker, 6 months",
            arguments: "--route pmi --months 6 --programmes jkk,jkm --payer self --date 2026-05",
            rows: ["jkk+jkm,108000", "total,108000"]),
    ]

    @Test(arguments: vectors)
    func amounts(_ vector: Vector) throws {
        let words = vector.arguments.split(separator: " ").map(String.init)
        let run = try LindungProcess(["tariff"] + words + ["--format", "csv"])
        #expect(run.status == 0, "\(run.errors)")
        let header = run.rows.first ?? []
        #expect(header.prefix(2) == ["programme", "contribution_rp"])
        #expect(header.suffix(2) == ["legal_reference", "mark"])
        let amounts = run.output.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").prefix(2).joined(separator: ",")
        }
        #expect(amounts == vector.rows)
    }

    /// The law's parts at Rp 6 million: JHT 3.7 % and 2 %, JP 2 % and 1 %; JKP 0.14 % of
    /// Rp 5 million out of JKK, which the employer owes anyway, and not the state's 0.22 %.
    @Test(arguments: [
        ("2026-05", "7400", "18000"), ("2025-01", "7400", "13000"),
    ])
    func employersAndWorkersParts(_ date: String, _ jkk: String, _ jkm: String) throws {
        let run = try LindungProcess(
            "tariff", "--route", "pu", "--base", "6000000", "--risk", "1", "--programmes",
            "jkk,jkm,jht,jp,jkp", "--payer", "employer", "--date", date, "--format", "csv",
            "--lang", "en")
        let jkp = date < "2025-02" ? "12000" : "7000"
        #expect(
            run.rows.map { $0.prefix(4).joined(separator: ",") } == [
                "programme,contribution_rp,employer_rp,worker_rp", "jkk,\(jkk),\(jkk),0",
                "jkm,\(jkm),\(jkm),0", "jht,342000,222000,120000", "jp,180000,120000,60000",
                "jkp,\(jkp),\(jkp),0", "total,554400,374400,180000",
            ])
        #expect(run.errors.contains("the state adds Rp 11,000 a month for JKP"))
    }

    @Test func wholeTableInCSV() throws {
        let run = try LindungProcess(
            "tariff", "--route", "pu", "--base", "Rp 1.000.000", "--risk", "1", "--programmes",
            "jkk,jkm", "--payer", "employer", "--date", "2025-05", "--format", "csv")
        #expect(
            run.output == """
                programme,contribution_rp,legal_reference,mark
                jkk,2400,PP 44/2015,V2
                jkm,3000,PP 44/2015,V2
                total,5400,,V2

                """)
    }

    @Test(arguments: ["1000000", "1.000.000", "1,000,000", "Rp 1.000.000", "Rp1.000.000"])
    func moneyAsPlannersWriteIt(_ base: String) throws {
        let run = try LindungProcess(
            "tariff", "--route", "pu", "--base", base, "--risk", "1", "--programmes", "jkk,jkm",
            "--payer", "employer", "--date", "2025-05", "--format", "csv")
        #expect(run.rows.last?.prefix(2) == ["total", "5400"])
    }

    @Test func forPeople() throws {
        let run = try LindungProcess(
            "tariff", "--route", "bpu", "--programmes", "jkk,jkm", "--payer", "apbd", "--date",
            "2025-05")
        #expect(run.output.contains("jumlah   16.800"))
        let english = try LindungProcess(
            "tariff", "--route", "bpu", "--programmes", "jkk,jkm", "--payer", "apbd", "--date",
            "2025-05", "--lang", "en")
        #expect(english.output.contains("16,800"))
        #expect(!run.output.contains("\u{1B}"), "no colour outside a terminal")
    }
}
