import Policy
import Quantities
import Testing

@testable import Coverage

struct QuotaReductionTests {
    @Test("a cut is one until it is set, by month and region")
    func places() {
        var cut = QuotaReduction(months: 3, regions: 2)
        #expect(cut.factors == [1, 1, 1, 1, 1, 1])
        cut[2, 0] = 0.25
        #expect(cut.factors == [1, 1, 1, 1, 0.25, 1])
        #expect(cut[2, 0] == 0.25 && cut[2, 1] == 1)
    }

    @Test("heads cut and months cut that cost the same buy the same months, with other losses")
    func headsAgainstMonths() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.quota = PlainSteps(.heads(600))
        let policy = try PlainScenario.single(cell, months: 24).resolved()
        var heads = QuotaReduction(months: 24, regions: 1)
        var months = heads
        for month in 0..<24 {
            heads[month, 0] = 4.0 / 12
            months[month, 0] = month % 12 < 4 ? 1 : 0
        }
        func run(_ cut: QuotaReduction) throws -> (all: Double, waiting: Double) {
            let records = try policy.projected(cuts: [cut]).segments[0].months
            return (
                records.reduce(0) { $0 + $1.exposure(Status.publiclyFunded, region: 0) },
                records.reduce(0) { $0 + $1.exposure(Status.waiting, region: 0) }
            )
        }
        let (fewer, shorter) = (try run(heads), try run(months))
        #expect(isNear(fewer.all, 4_800) && isNear(shorter.all, 4_800))
        // Two waiting months once for 200, against two each year for 600.
        #expect(isNear(fewer.waiting, 400))
        #expect(isNear(shorter.waiting, 2_400))
    }

    @Test("a cut multiplies a share quota and an unfunded month alike")
    func shareQuota() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.quota = PlainSteps(.share(0.5))
        cell.fundedMonths = PlainSteps(6)
        let policy = try PlainScenario.single(cell, months: 8).resolved()
        var cut = QuotaReduction(months: 8, regions: 1)
        for month in 0..<8 { cut[month, 0] = 0.5 }
        let quotas = try policy.projected(cuts: [cut]).segments[0].months.map { $0.quota[0] }
        #expect(quotas == [250, 250, 250, 250, 250, 250, 0, 0])
    }
}
