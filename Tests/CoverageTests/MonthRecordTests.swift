import Testing

@testable import Coverage

struct MonthRecordTests {
    @Test("stocks and exits are found by region, status and cause")
    func places() {
        var record = MonthRecord(regions: 3)
        #expect(record.start.count == 30 && record.exposed.count == 30)
        #expect(record.exits.count == 12 && record.quota.count == 3)
        record.start[2 * 10 + 3] = 5
        record.exposed[1 * 10 + 7] = 7
        record.exposed[1 * 10 + 1] = 2
        record.exits[2 * 4 + 3] = 1.5
        #expect(record.stock([.funded], region: 2) == 5)
        #expect(record.stock([.funded], region: 1) == 0)
        #expect(record.exposure([.employer, .fundedFirst], region: 1) == 9)
        #expect(record.exits(.movedAway, region: 2) == 1.5)
        #expect(record.exits(.movedAway, region: 0) == 0)
    }

    @Test("the stock after the last month is the closing stock")
    func closing() throws {
        var cell = PlainCell()
        cell.workers = 50
        cell.rates = PlainSteps(PlainRates(selfEnrolment: 1))
        let plain = PlainScenario.single(cell, months: 2)
        let segment = try plain.resolved().projected().segments[0]
        let start = segment.stock([.selfFirst], month: 1, region: 0)
        let closing = segment.stock([.selfSecond], month: 2, region: 0)
        #expect(start > 0 && isNear(start, closing, 1e-12))
        #expect(closing == segment.closing[Status.selfSecond.rawValue])
    }
}
