import Foundation
import Testing

/// What protection buys, by hand: one segment in one region for one year.
@Suite struct ProtectionTests {
    /// The one row of `yearly-segment.csv`.
    private static func row(
        _ levers: String, _ assumptions: String, openingFunded: Int = 1
    ) throws -> [String: Double] {
        let folder = try TemporaryFolder()
        let file = folder.path("satu.yaml")
        try """
        name: satu
        title: { id: Satu, en: One }
        regions: ["35.74"]
        horizon: { from: 2027-01, until: 2027-12 }
        segments: [petani]
        purses: [apbd-kabkota]
        levers:
          quota.petani: 100000
          purse.ceiling.apbd-kabkota: 100000000000
        \(levers)
        assumptions:
          workers.petani: 100000
          opening.funded.petani: \(openingFunded)
          scholarship.tenure_share: 0
        \(assumptions)
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess("run", file, "--quiet", "--out", folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(
            contentsOfFile: folder.path("out/yearly-segment.csv"), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return Dictionary(
            zip(lines[0], lines[1].map { Double($0) ?? .nan }), uniquingKeysWith: { a, _ in a })
    }

    @Test("At 1.943 deaths per 1,000 the contributions of JKM pay its benefits, and no more")
    func breakEven() throws {
        let row = try Self.row(
            "", "  rate.death: 0.001942857\n  death.at_work_share: 0\n  accident.rate: 0")
        // 81,600 / 42,000,000, less the months that the dead do not pay.
        #expect(abs((row["claim_ratio_jkm_share"] ?? .nan) - 1) < 2e-4)
        let deaths = try #require(row["protected_deaths_persons"])
        #expect(abs((row["jkm_benefit_rp"] ?? .nan) - deaths * 42e6) <= 1)
        #expect(row["jkk_benefit_rp"] == 0 && row["scholarship_rp"] == 0)
        #expect(row["waiting_deaths_persons"] == 0)
    }

    @Test("Deaths are the month's exits of those exposed, month after month")
    func deaths() throws {
        let row = try Self.row("", "  rate.death: 0.12\n  accident.rate: 0")
        // 100,000 people at 1 % a month: 1 - exp(-0.12) of them die in the year.
        let expected = 100_000 * (1 - Foundation.exp(-0.12))
        #expect(abs((row["protected_deaths_persons"] ?? .nan) - expected) < 1e-6)
        #expect(row["deaths_persons"] == row["protected_deaths_persons"])
    }

    @Test("Who joins in January waits for two months, and dies with Rp 10 million in them")
    func waiting() throws {
        let row = try Self.row(
            "", "  rate.death: 0.12\n  death.at_work_share: 0", openingFunded: 0)
        let (stay, all) = (Foundation.exp(-0.01), 100_000.0)
        let waiting = all * (1 - stay * stay)
        // Nobody is left to replace the dead, so all deaths are of those who joined in January.
        let total = all * (1 - Foundation.exp(-0.12))
        #expect(abs((row["waiting_deaths_persons"] ?? .nan) - waiting) < 1e-6)
        let money = waiting * 10e6 + (total - waiting) * 42e6
        #expect(abs((row["jkm_benefit_rp"] ?? .nan) - money) <= 1)
    }

    @Test("JKK pays accidents by the exposed month and Rp 70 million on a death at work")
    func accidents() throws {
        let row = try Self.row(
            "",
            """
              rate.death: 0.12
              death.at_work_share: 1
              scholarship.children: 0
              accident.rate: 0.024
              accident.cost: 3000000
              base.petani: 1000000
            """)
        let months = try #require(row["funded_person_months"])
        #expect(abs((row["accidents_persons"] ?? .nan) - months * 0.002) < 1e-6)
        let deaths = try #require(row["protected_deaths_persons"])
        let expected = months * 0.002 * 3e6 + deaths * 70e6
        #expect(abs((row["jkk_benefit_rp"] ?? .nan) - expected) <= 1)
        #expect(row["jkm_benefit_rp"] == 0)
    }

    @Test("A discount on contributions moves the claim ratio and not the benefits")
    func discount() throws {
        let full = try Self.row("", "  rate.death: 0.003")
        let half = try Self.row(
            "law: { bpu.jkm.amount: 3400 }", "  rate.death: 0.003")
        #expect(half["jkm_benefit_rp"] == full["jkm_benefit_rp"])
        let ratio = try #require(full["claim_ratio_jkm_share"])
        #expect(abs((half["claim_ratio_jkm_share"] ?? .nan) - 2 * ratio) < 1e-9)
    }

    @Test("Families are counted where poverty is known, as an interval that holds the figure")
    func families() throws {
        let unknown = try Self.row("", "  rate.death: 0.003")
        #expect(unknown["families_kept_families"] == 0)
        let row = try Self.row(
            "",
            """
              rate.death: 0.003
              death.at_work_share: 0
              event.consumption_fall: { value: 0.2, range: 0.01 .. 0.5 }
              poverty.headcount: 0.095
              poverty.line: 558029
              poverty.gini: 0.37
              population: 1000000
            """)
        let deaths = try #require(row["protected_deaths_persons"])
        let kept = try #require(row["families_kept_families"])
        // Rp 42 million over 12 months and 4 persons is more than the line: all who would fall
        // below are kept. N((ln(1 / 0.8) + 0.681246 z(0.095)) / 0.681246) = 0.162795.
        #expect(abs(kept / deaths - 0.162795) < 1e-4)
        #expect((row["families_kept_low_families"] ?? .nan) < kept)
        #expect((row["families_kept_high_families"] ?? .nan) > kept)
        // The poor before are P0 of them: 9.5 %.
        #expect(abs((row["families_kept_poor_families"] ?? .nan) / deaths - 0.095) < 1e-9)
    }
}
