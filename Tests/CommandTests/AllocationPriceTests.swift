import Foundation
import Testing

/// What `allocate` says of prices and of discounts, over one region.
@Suite struct AllocationPriceTests {
    /// One region, farmers, one year, and a purse's ceiling.
    private static func folder(purse: String, ceiling: Int) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try """
        name: dasar
        title: { id: dasar, en: dasar }
        regions: ["61.11"]
        horizon: { from: 2026-01, until: 2026-12 }
        segments: [petani]
        purses: [\(purse)]
        levers:
          quota.petani: 1000
          funding.purses.petani: [\(purse)]
          purse.ceiling.\(purse): \(ceiling)
        assumptions:
          workers.petani: 1000
          retention: 0

        """.write(toFile: folder.path("dasar.yaml"), atomically: true, encoding: .utf8)
        try """
        name: alokasi
        title: { id: Alokasi, en: Allocation }
        scenario: dasar.yaml
        objective: protected_person_months
        """.write(toFile: folder.path("alokasi.yaml"), atomically: true, encoding: .utf8)
        return folder
    }

    /// What is left to everybody, from a few rupiah to many millions: 1,000 x 12 x 16,800 less the
    /// ceiling.
    @Test(arguments: [
        (201_579_840, "at most Rp 20,160 more protects another 1.20 person-months"),
        (201_599_999, "at most Rp 1 more protects another"),
        (200_600_000, "Rp 1 million more protects another 59.52 person-months, up to Rp 1 million"),
        (
            101_600_000,
            "Rp 1 million more protects another 59.52 person-months, up to Rp 100 million"
        ),
    ])
    func pricesSayHowFarTheyHold(_ ceiling: Int, _ words: String) throws {
        let folder = try Self.folder(purse: "apbd-kabkota", ceiling: ceiling)
        let run = try LindungProcess(
            ["allocate", folder.path("alokasi.yaml"), "--lang", "en", "--out", folder.path("a")],
            environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains(words), "\(run.output)")
        let prices = try String(
            contentsOfFile: folder.path("a/allocation-prices.csv"), encoding: .utf8)
        let rows = prices.split(separator: "\n")
        #expect(rows[0] == "limit,year,region,segment,purse,unit,per,price,up_to")
        #expect(rows.count == 2 && rows[1].hasSuffix(",\(201_600_000 - ceiling)"), "\(prices)")
        #expect(rows[1].hasPrefix("ceiling,2026,61.11,,apbd-kabkota,Rp,1000000,"), "\(prices)")
    }

    @Test("enough for everybody has no price")
    func enough() throws {
        let folder = try Self.folder(purse: "apbd-kabkota", ceiling: 201_600_001)
        let run = try LindungProcess("allocate", folder.path("alokasi.yaml"), "--lang", "en")
        #expect(run.output.contains("12,000 person-months"))
        #expect(!run.output.contains("Shadow prices") && !run.output.contains("Not settled"))
    }

    /// BPU pay half from April to December 2026, where the discount of PP 50/2025 holds for CSR:
    /// 3 x 16,800 + 9 x 8,400 = 126,000 rupiah of a person's year, 75,600 more without it.
    @Test("what rests on a discount that is not settled is said", arguments: ["id", "en"])
    func openDiscount(_ language: String) throws {
        let folder = try Self.folder(purse: "csr", ceiling: 126_000_000)
        let run = try LindungProcess(
            ["allocate", folder.path("alokasi.yaml"), "--lang", language],
            environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let words =
            language == "id"
            ? "membayar 9.000 orang-bulan (Rp 75,6 juta) dengan potongan PP 50/2025, yang belum"
                + " pasti berlaku baginya; tanpa potongan Rp 75,6 juta lebih mahal"
            : "pays for 9,000 person-months (Rp 75.6 million) at the discount of PP 50/2025, which"
                + " may not hold for it; without it they cost Rp 75.6 million more"
        #expect(text.contains(words), "\(run.output)")
    }
}
