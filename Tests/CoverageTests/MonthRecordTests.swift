import Testing

@testable import Coverage

struct MonthRecordTests {
    @Test("stocks and exits are found by region, status and cause")
    func places() {
        var months = MonthRecords(
            packs: [8, 3].map { Array(repeating: 0, count: 2 * $0 * MonthRow.count) }, months: 2,
            regions: 11)
        months[MonthRow.start + 3, 1, 10] = 5
        months[MonthRow.exposed + 7, 1, 1] = 7
        months[MonthRow.exposed + 1, 1, 1] = 2
        months[MonthRow.exits + 3, 1, 2] = 1.5
        let record = months[1]
        #expect(record.start.count == 110 && record.exposed.count == 110)
        #expect(record.exits.count == 44 && record.quota.count == 11)
        #expect(record.start[10 * 10 + 3] == 5 && record.exits[2 * 4 + 3] == 1.5)
        #expect(record != months[0] && months[0].start.allSatisfy { $0 == 0 })
        #expect(record.stock([.funded], region: 10) == 5)
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
