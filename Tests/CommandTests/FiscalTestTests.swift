import Foundation
import Testing

/// Fiscal tests against the budgets as published (DJPK SIKD, APBD 2024; PMK 84/2023).
@Suite struct FiscalTestTests {
    /// The rows of `fiscal.csv` of a scenario, as column name to cell.
    private static func rows(_ scenario: String) throws -> [[String: String]] {
        let folder = try TemporaryFolder()
        let run = try LindungProcess("run", scenario, "--quiet", "--out", folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(contentsOfFile: folder.path("out/fiscal.csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map {
            Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first })
        }
    }

    /// A scenario of Kota Probolinggo with some more settings.
    private static func scenario(_ sections: String, _ folder: TemporaryFolder) throws -> String {
        let file = folder.path("anggaran.yaml")
        try """
        name: anggaran
        title: { id: Anggaran, en: Budget }
        extends: \(LindungProcess.root)/scenarios/kota-probolinggo/dasar.yaml
        \(sections)
        """.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    private static func number(_ row: [String: String]?, _ column: String) -> Double {
        row?[column].flatMap(Double.init) ?? .nan
    }

    @Test("Pacitan's shares are those of its published budget, in Rp billion")
    func published() throws {
        let rows = try Self.rows("scenarios/jawa-timur/dasar.yaml")
            .filter { $0["region"] == "35.01" && $0["year"] == "2027" }
        func row(_ test: String) -> [String: String]? { rows.first { $0["test"] == test } }
        let personnel = row("personnel")
        #expect(abs(Self.number(personnel, "share") - 784.48 / 1884.86) < 1e-12)
        #expect(Self.number(personnel, "limit_share") == 0.3)
        #expect(personnel?["verdict"] == "fails")
        // 0.30 x 1,884.86 - 784.48 = -219.022 billion.
        #expect(Self.number(personnel, "margin_rp") == -219_022_000_000)
        let infrastructure = row("infrastructure")
        #expect(
            abs(Self.number(infrastructure, "share") - 222.15 / (1884.86 - 282.62)) < 1e-12)
        #expect(infrastructure?["mark"] == "A")
        #expect(Self.number(row("bill_of_capacity"), "base_rp") == 0.856 * 784_480_000_000)
        #expect(row("bill_of_spending")?["verdict"] == "no_limit")
    }

    @Test("Before 2027 a cap that is passed does not bind, and unknown figures give no verdict")
    func verdicts() throws {
        let rows = try Self.rows("scenarios/jawa-timur/dasar.yaml")
        let early = rows.filter { $0["year"] == "2026" && $0["test"] == "personnel" }
        #expect(early.count == 38 && !early.contains { $0["verdict"] == "fails" })
        #expect(early.contains { $0["verdict"] == "not_yet_binding" })
        let situbondo = rows.filter { $0["region"] == "35.12" && $0["test"] == "bill_of_capacity" }
        #expect(situbondo.allSatisfy { $0["verdict"] == "no_data" && $0["share"] == "" })
    }

    @Test("A limit that the region sets itself is tested to the rupiah")
    func ownLimit() throws {
        let folder = try TemporaryFolder()
        for (limit, verdict) in [("0.5", "passes"), ("0.000001", "fails")] {
            let file = try Self.scenario(
                "levers: { apbd.bill_limit: \(limit) }\n"
                    + "assumptions: { apbd.spending: 1000000000000 }", folder)
            for row in try Self.rows(file) where row["test"] == "bill_of_spending" {
                #expect(row["verdict"] == verdict)
                let bill = Self.number(row, "amount_rp")
                let room = (Double(limit) ?? .nan) * 1e12 - bill
                #expect(abs(Self.number(row, "margin_rp") - room) <= 1, "\(row)")
            }
        }
    }

    @Test("The amount tested is the public bill of the year")
    func billIsThePublicBill() throws {
        let folder = try TemporaryFolder()
        let scenario = "scenarios/kota-probolinggo/dasar.yaml"
        let run = try LindungProcess("run", scenario, "--quiet", "--out", folder.path("out"))
        #expect(run.status == 0)
        let yearly = try String(
            contentsOfFile: folder.path("out/yearly-total.csv"), encoding: .utf8
        )
        .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        let column = try #require(yearly[0].firstIndex(of: "public_bill_rp"))
        let bills = yearly.dropFirst().map { $0[column] }
        let tested = try Self.rows(scenario).filter { $0["test"] == "bill_of_spending" }
            .compactMap { $0["amount_rp"] }
        #expect(tested == bills && tested.count == 6)
    }

    @Test("Without a budget there is no section, and the table says that there is no data")
    func unknown() throws {
        let run = try LindungProcess("run", "scenarios/kalimantan-tengah/dasar.yaml")
        #expect(!run.output.contains("Uji fiskal"))
        let rows = try Self.rows("scenarios/kalimantan-tengah/dasar.yaml")
        #expect(rows.allSatisfy { $0["verdict"] == "no_data" })
    }
}
