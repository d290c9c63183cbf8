import Foundation
import Testing

/// `balance.csv` of shipped scenarios, beside what `purses.csv` and `yearly-*.csv` say.
@Suite struct BalanceCommandTests {
    /// A table as column name to cell.
    private static func rows(_ path: String) throws -> [[String: String]] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map {
            Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first })
        }
    }

    private static func money(_ row: [String: String], _ column: String) -> Int {
        row[column].flatMap { Int($0) } ?? .min / 4
    }

    @Test("Village funds pay for cash-for-work labourers only, and not before 2026")
    func villageFunds() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "run", "scenarios/kalimantan-tengah/padat-karya-desa.yaml", "--quiet", "--out",
            folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let rows = try Self.rows(folder.path("out/balance.csv"))
        for row in rows {
            let paid = Self.money(row, "dana-desa_rp")
            guard row["segment"] == "pktd" else {
                #expect(paid == 0, "\(row)")
                continue
            }
            // 600 people, three months, Rp 16,800; half of it in the months of relief.
            switch row["year"] {
            case "2025": #expect(paid == 0 && Self.money(row, "gap_rp") == 30_240_000)
            case "2026": #expect(paid == 15_120_000 && Self.money(row, "gap_rp") == 0)
            default: #expect(paid == 30_240_000, "\(row)")
            }
        }
        #expect(rows.contains { $0["segment"] == "pktd" })
    }

    @Test("A village fund is refused where it is asked to pay for others")
    func villageFundsOfOthers() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("petani.yaml")
        try """
        name: petani
        title: { id: Petani, en: Farmers }
        extends: \(LindungProcess.root)/scenarios/kalimantan-tengah/padat-karya-desa.yaml
        levers: { funding.purses.petani: [dana-desa] }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess("check", file)
        #expect(run.status == 2)
        #expect(run.errors.contains("dana-desa") && run.errors.contains("petani"))
    }

    @Test(
        "Needs are purses plus gap in every row, and sums are those of the other tables",
        arguments: [
            "kota-probolinggo/dasar", "kota-probolinggo/bulan-dipotong", "cerita/blitar",
            "kalimantan-tengah/dasar", "jawa-timur/gotong-royong",
        ])
    func shipped(scenario: String) throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "run", "scenarios/\(scenario).yaml", "--quiet", "--out", folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let rows = try Self.rows(folder.path("out/balance.csv"))
        let purses = try Self.rows(folder.path("out/purses.csv"))
        let names = Set(purses.compactMap { $0["purse"] }).subtracting(["gap"])
        #expect(!rows.isEmpty && !names.isEmpty)
        var sums: [[String]: Int] = [:]
        var needs: [String: Int] = [:]
        for row in rows {
            let parts =
                names.map { ($0, Self.money(row, $0 + "_rp")) }
                + [("gap", Self.money(row, "gap_rp"))]
            #expect(Self.money(row, "needs_rp") == parts.reduce(0) { $0 + $1.1 }, "\(row)")
            needs[(row["year"] ?? "") + (row["segment"] ?? ""), default: 0] +=
                Self.money(row, "needs_rp")
            for (purse, paid) in parts {
                sums[[row["year"] ?? "", row["region"] ?? "", purse], default: 0] += paid
            }
        }
        for row in purses {
            let key = [row["year"] ?? "", row["region"] ?? "", row["purse"] ?? ""]
            let (paid, gap) = (Self.money(row, "paid_rp"), Self.money(row, "gap_rp"))
            #expect(sums[key] == paid + gap, "\(row)")
            #expect(row["purse"] == "gap" ? paid == 0 : gap == 0, "\(row)")
        }
        for row in try Self.rows(folder.path("out/yearly-segment.csv")) {
            let key = (row["year"] ?? "") + (row["segment"] ?? "")
            #expect(needs[key] == Self.money(row, "public_bill_rp"), "\(row)")
        }
    }
}
