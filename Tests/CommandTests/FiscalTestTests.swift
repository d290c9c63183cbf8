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

    @Test("What a purse pays is tested against the part of its revenue that the law leaves for it")
    func pursesOfLaw() throws {
        let folder = try TemporaryFolder()
        // 2,222,236,800 a year out of DBH-CHT: 30 % of 8 billion is enough, of 7 billion is not.
        for (revenue, verdict, margin) in [
            (8_000_000_000.0, "passes", 177_763_200.0), (7_000_000_000, "fails", -122_236_800),
        ] {
            let file = try Self.scenario(
                "assumptions: { purse.revenue.dbh-cht: \(Int(revenue)) }", folder)
            let rows = try Self.rows(file).filter { $0["test"] == "dbh_cht_assistance" }
            #expect(rows.count == 6)
            for row in rows {
                #expect(row["verdict"] == verdict, "\(row)")
                #expect(Self.number(row, "limit_share") == 0.3)
                #expect(Self.number(row, "margin_rp") == margin, "\(row)")
            }
        }
    }

    @Test("Only purses of the scenario are tested, and without their revenue there is no verdict")
    func pursesWithoutRevenue() throws {
        let rows = try Self.rows("scenarios/kalimantan-tengah/dasar.yaml")
        #expect(!rows.contains { $0["test"] == "dbh_cht_assistance" })
        let palm = rows.filter { $0["test"] == "dbh_sawit_other" }
        #expect(palm.count == 14 * 6 && palm.allSatisfy { $0["verdict"] == "no_data" })
    }

    @Test("The amount tested is what contributions need in the year")
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
