import Foundation
import Testing

/// `allocate` where reaching people costs more the more are reached, over one region.
@Suite struct AllocationOutreachCommandTests {
    /// 1,000 farmers, one year at Rp 201,600; half of them cost Rp 10,000 to reach, the others Rp
    /// 30,000. The ceiling is enough for 500 at 211,600 and 100 at 231,600.
    private static func folder(_ outreach: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try """
        name: dasar
        title: { id: dasar, en: dasar }
        regions: ["61.11"]
        horizon: { from: 2026-01, until: 2026-12 }
        segments: [petani]
        purses: [apbd-kabkota]
        levers:
          quota.petani: 1000
          funding.purses.petani: [apbd-kabkota]
          purse.ceiling.apbd-kabkota: 128960000
        assumptions:
          workers.petani: 1000
          retention: 0

        """.write(toFile: folder.path("dasar.yaml"), atomically: true, encoding: .utf8)
        try """
        name: alokasi
        title: { id: Alokasi, en: Allocation }
        scenario: dasar.yaml
        objective: protected_person_months
        outreach:
          petani: \(outreach)

        """.write(toFile: folder.path("alokasi.yaml"), atomically: true, encoding: .utf8)
        return folder
    }

    @Test(arguments: ["{ 50 %: 10000, 100 %: 30000 }", "{ 500: 10000, 2000: 30000 }"])
    func dearerPieces(_ outreach: String) throws {
        let folder = try Self.folder(outreach)
        let run = try LindungProcess(
            ["allocate", folder.path("alokasi.yaml"), "--lang", "en", "--out", folder.path("a")],
            environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("7,200 person-months"), "\(run.output)")
        #expect(
            text.contains(
                "Rp 8 million reach 600 person-years, Rp 13,333 each; the dearest Rp 30,000"),
            "\(run.output)")
        func file(_ name: String) throws -> [Substring] {
            try String(contentsOfFile: folder.path("a/" + name), encoding: .utf8)
                .split(separator: "\n")
        }
        let rows = try file("allocation.csv")
        #expect(rows[0].hasSuffix(",persons,person_months,cost_rp,outreach_rp"))
        #expect(rows.count == 2 && rows[1].hasSuffix(",600,7200,128960000,8000000"), "\(rows)")
        // 1,000 at 201,600, 500 at 10,000 and 500 at 30,000.
        let balance = try file("allocation-balance.csv").dropFirst().map {
            $0.split(separator: ",")
        }
        let amounts = balance.reduce(into: [:]) { $0[String($1[1])] = Int($1[3]) }
        #expect(
            amounts == [
                "needs": 221_600_000, "apbd-kabkota": 128_960_000, "discount": 0,
                "gap": 92_640_000,
            ])
    }

    /// `201,600 n + 10,000 x 1,000 x 0.9 atanh(n / 900)` is the ceiling at n = 603.4.
    @Test("outreach that tires") func curve() throws {
        let folder = try Self.folder("{ cost: 10000, saturation: 90 % }")
        let run = try LindungProcess(
            ["allocate", folder.path("alokasi.yaml"), "--lang", "en"],
            environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("7,236 person-months"), "\(run.output)")
    }
}
