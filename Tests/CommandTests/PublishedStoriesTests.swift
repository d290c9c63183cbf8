import Foundation
import Testing

/// What was published of single regions comes out of scenarios that say no more than was published.
@Suite struct PublishedStoriesTests {
    /// The yearly totals of a scenario: column name to number, a row for each year.
    private static func years(_ scenario: String) throws -> [[String: Double]] {
        let folder = try TemporaryFolder()
        let run = try LindungProcess("run", scenario, "--quiet", "--out", folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let path = folder.path("out/yearly-total.csv")
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { row in
            Dictionary(uniqueKeysWithValues: zip(lines[0], row.map { Double($0) ?? .nan }))
        }
    }

    private static func near(_ value: Double?, _ published: Double, within slack: Double) -> Bool {
        value.map { abs($0 - published) <= slack } ?? false
    }

    @Test("Kayong Utara: 2,700 people in 2025, 177 in 2026 (chanelindonesia.com)")
    func kayongUtara() throws {
        let years = try Self.years("scenarios/cerita/kayong-utara.yaml")
        #expect(years.count == 2)
        #expect(Self.near(years[0]["funded_end_persons"], 2700, within: 1e-6))
        #expect(Self.near(years[1]["funded_end_persons"], 177, within: 1e-6))
        #expect(years.allSatisfy { $0["gap_rp"] == 0 })
        #expect(years[0]["paid_rp"] == 544_320_000.0)
        #expect(years[1]["paid_rp"] == 35_683_200.0)
    }

    @Test("Kabupaten Blitar: the same people for 9 months, then for 4 (kafeberita.com)")
    func blitar() throws {
        let years = try Self.years("scenarios/cerita/blitar.yaml")
        for (year, months) in zip(years, [9.0, 4.0]) {
            let funded = try #require(year["funded_person_months"])
            #expect(abs(funded / 5387 - months) < 1e-9)
            #expect(year["paid_rp"] == 5387 * months * 16_800)
            // Stop and go: in both years everyone waits for two months before the full benefit.
            #expect(Self.near(year["waiting_person_months"], 5387 * 2, within: 1e-6))
            #expect(year["protected_end_persons"] == 0)
        }
    }

    @Test("Kutai Timur: 150,000 planned, 98,000 eligible, Rp 20bn of Rp 40bn (teraskata.com)")
    func kutaiTimur() throws {
        let year = try #require(try Self.years("scenarios/cerita/kutai-timur.yaml").first)
        #expect(Self.near(year["funded_end_persons"], 98_000, within: 1))
        // About Rp 20bn, half of the money.
        #expect(Self.near(year["paid_rp"], 20e9, within: 0.5e9))
        #expect(year["gap_rp"] == 0)
        let unfilled = try #require(year["unfilled_person_months"])
        #expect(Self.near(unfilled, 52_000, within: 1))
    }

    /// Published budgets and people, and the months that they pay for.
    ///
    /// Sources: kaltim.antaranews.com 227609, kaltimkita.com 2025-03-28, ketapangmedia.com
    /// 2025-07-31, kabarkalimantan1.com, ketik.co.id, malangtimes.com 352354. Batu's people are
    /// those whom the money pays for a whole year; the text itself says 13,100.
    @Test(
        "A published budget pays its published people for so many months",
        arguments: [
            ("Penajam 2025", 1_008_000_000, 5_000, 12.0),
            ("Penajam 2025, both purses", 3_000_000_000, 15_000, 11.9),
            ("Ketapang 2024", 4_300_000_000, 34_400, 7.4),
            ("Kotawaringin Timur", 739_122_000, 4_400, 10.0),
            ("Kutai Timur 2025", 20_000_000_000, 98_000, 12.1),
            ("Kabupaten Malang 2024", 177_878_000, 2_647, 4.0),
            ("Batu 2026", 2_833_000_000, 14_052, 12.0),
        ])
    func personMonths(region: String, budget: Int, people: Int, months: Double) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("anggaran.yaml")
        // Two years, so that money for more than twelve months is not lost in the first.
        try """
        name: anggaran
        title: { id: Anggaran, en: Budget }
        regions: ["64.08"]
        horizon: { from: 2027-01, until: 2028-12 }
        segments: [petani]
        purses: [apbd-kabkota]
        levers:
          quota.petani: \(people)
          purse.ceiling.apbd-kabkota: { values: { 2027-01: \(budget / 2), 2028-01: \(budget / 2) } }
        assumptions: { workers.petani: 1000000 }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let years = try Self.years(file)
        let paid = years.reduce(0) { $0 + ($1["paid_rp"] ?? .nan) }
        #expect(abs(paid / 16_800 / Double(people) - months) <= 0.05, "\(region): \(paid)")
        #expect(paid <= Double(budget) && paid > Double(budget) - 16_800)
    }
}
