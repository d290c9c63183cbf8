import LinearAlgebra
import Policy
import Quantities
import Testing
import _LindungKernels

@testable import Coverage

/// The fast path against the plain loop, which shares no code with it.
struct SegmentPackTests {
    @Test("fast path equals the plain loop", arguments: UInt64(1)...72)
    func equalsPlainLoop(seed: UInt64) throws {
        let plain = RandomScenario.make(seed: seed)
        let projection = try plain.resolved().projected()
        for segment in plain.cells.indices {
            for region in plain.regions.indices {
                var loop = plain.plainLoop(segment: segment, region: region)
                let expected = loop.run(months: plain.monthCount)
                let found = projection.segments[segment]
                let size = 1 + plain.cells[segment][region].workers
                for (month, record) in found.months.enumerated() {
                    let worst = difference(record, region, expected[month]) / size
                    #expect(worst < 1e-10, "seed \(seed) segment \(segment) month \(month)")
                }
                let closing = found.closing[(region * 10)..<(region * 10 + 10)]
                let worst = zip(closing, loop.sums()).map { abs($0 - $1) }.max() ?? 0
                #expect(worst / size < 1e-10, "seed \(seed) segment \(segment) closing")
            }
        }
    }

    /// The largest difference between a record and a month of the plain loop.
    private func difference(_ record: MonthRecord, _ region: Int, _ plain: PlainMonth) -> Double {
        let cells = (region * 10)..<(region * 10 + 10)
        var pairs = Array(zip(record.start[cells], plain.start))
        pairs += zip(record.exposed[cells], plain.charged)
        pairs += [
            (record.entrants[region], plain.entrants), (record.enrolled[region], plain.enrolled),
            (record.released[region], plain.released), (record.quota[region], plain.quota),
            (record.exits(.death, region: region), plain.deaths),
            (record.exits(.ageLimit, region: region), plain.ageLimit),
            (record.exits(.outOfLabourForce, region: region), plain.outOfLabourForce),
            (record.exits(.movedAway, region: region), plain.movedAway),
        ]
        return pairs.map { abs($0 - $1) }.max() ?? 0
    }

    @Test("G33 a scenario split at any month and resumed gives the same numbers")
    func splitAndResume() throws {
        for seed in UInt64(200)...206 {
            let plain = RandomScenario.make(seed: seed)
            let model = try SegmentModel(plain.resolved(), plain.segment(0))
            let pack = SegmentPack(model, regions: SegmentModel.packs(model.regionCount)[0].padded)
            let whole = pack.start()
            let records = run(pack, whole, 0..<plain.monthCount)
            for split in 1..<plain.monthCount {
                let first = pack.start()
                var parts = run(pack, first, 0..<split)
                let resumed = PackState(cohorts: model.cohortCount)
                resumed.copy(first)
                // What happens to one copy must not reach the other.
                _ = run(pack, first, split..<split + 1, cut: 0)
                parts += run(pack, resumed, split..<plain.monthCount)
                #expect(parts == records, "seed \(seed) split \(split)")
            }
        }
    }

    /// The records of consecutive months, one number after another.
    private func run(
        _ pack: SegmentPack, _ state: PackState, _ months: Range<Int>, cut: Double = 1
    ) -> [Double] {
        let factors = WorldBuffer(rows: months.count)
        factors.fill(cut)
        let record = WorldBuffer(rows: months.count * PackRecord.rows)
        pack.advance(state, months, cut: factors.base, record: record.base)
        return Array(UnsafeBufferPointer(start: record.base, count: record.count))
    }

    @Test("rows of a record are those of the kernel")
    func rows() {
        #expect(worldCount == Int(LK_WORLDS))
        #expect(PackRecord.exposed == Int(LK_EXPOSED) && PackRecord.closing == Int(LK_CLOSING))
        #expect(PackRecord.deaths == Int(LK_DEATHS))
        #expect(PackRecord.exits == Int(LK_EXITS) && PackRecord.rows == Int(LK_RECORD_ROWS))
        #expect(PackRecord.enrolled == Int(LK_ENROLLED) && PackRecord.quota == Int(LK_QUOTA))
        #expect(PackRecord.released == Int(LK_RELEASED) && PackRecord.unfilled == Int(LK_UNFILLED))
    }

    @Test("a world's numbers do not depend on the seven beside it")
    func worldsAreApart() throws {
        for seed in UInt64(210)...215 {
            let plain = RandomScenario.make(seed: seed)
            let model = try SegmentModel(plain.resolved(), plain.segment(0))
            let last = model.regionCount - 1
            let mixed = SegmentPack(
                model, regions: (0..<8).map { min($0, last) })
            let alone = SegmentPack(model, regions: Array(repeating: last, count: 8))
            let months = 0..<plain.monthCount
            let (one, other) = (
                run(mixed, mixed.start(), months), run(alone, alone.start(), months)
            )
            for place in stride(from: min(7, last), to: one.count, by: 8) {
                #expect(one[place].bitPattern == other[place].bitPattern, "seed \(seed)")
            }
        }
    }

    @Test("G33 scenarios that first differ in month t agree before t to the bit")
    func differenceStartsInItsMonth() throws {
        for seed in UInt64(300)...312 {
            let plain = RandomScenario.make(seed: seed)
            var changed = plain
            let t = plain.monthCount / 2
            var rates = changed.cells[0][0].rates.steps.filter { $0.from < t }
            rates.append((t, PlainRates(selfEnrolment: 3, lapse: 1, death: 0.4)))
            changed.cells[0][0].rates = PlainSteps(steps: rates)
            let one = try plain.resolved().projected().segments[0]
            let other = try changed.resolved().projected().segments[0]
            #expect(Array(one.months[..<t]) == Array(other.months[..<t]), "seed \(seed)")
            #expect(one.months[t].start == other.months[t].start, "seed \(seed)")
            #expect(one.closing != other.closing, "seed \(seed)")
        }
    }

    @Test("where nobody waits, nobody is in a waiting month")
    func noWaitingMonthsForWageEarners() throws {
        for seed in UInt64(400)...415 {
            var plain = RandomScenario.make(seed: seed)
            for s in plain.cells.indices {
                for r in plain.cells[s].indices { plain.cells[s][r].waits = false }
            }
            var protected = 0.0
            for segment in try plain.resolved().projected().segments {
                for record in segment.months {
                    for region in plain.regions.indices {
                        #expect(record.stock(Status.waiting, region: region) == 0, "seed \(seed)")
                        #expect(
                            record.exposure(Status.waiting, region: region) == 0, "seed \(seed)")
                        protected += record.exposure([.funded, .selfPaying], region: region)
                    }
                }
            }
            #expect(protected > 0, "seed \(seed)")
        }
    }

    @Test("enrolled in month t, vested in month t + 2")
    func vestsInThirdMonth() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.quota = PlainSteps(steps: [(0, .heads(0)), (3, .heads(400))])
        let months = try PlainScenario.single(cell, months: 9).months()
        let vested = months.map { $0.exposure([.funded], region: 0) }
        #expect(vested == [0, 0, 0, 0, 0, 400, 400, 400, 400])
        #expect(months[3].exposure([.fundedFirst], region: 0) == 400)
        #expect(months[4].exposure([.fundedSecond], region: 0) == 400)
    }

    @Test("after a gap the vested wait again only where the rule restarts")
    func waitingAfterGap() throws {
        for restarts in [true, false] {
            var cell = PlainCell()
            cell.workers = 100
            cell.quota = PlainSteps(steps: [(0, .heads(100)), (5, .heads(0)), (7, .heads(100))])
            cell.restarts = PlainSteps(restarts)
            let months = try PlainScenario.single(cell, months: 10).months()
            let vested = months.map { $0.exposure([.funded], region: 0) }
            let after: [Double] = restarts ? [0, 0, 100] : [100, 100, 100]
            #expect(vested == [0, 0, 100, 100, 100, 0, 0] + after)
            #expect(months[5].exposure([.lapsedVested], region: 0) == 100)
        }
    }

    @Test("retention sends its share of the released on as self-payers, months kept")
    func retentionKeepsMonths() throws {
        var cell = PlainCell()
        cell.workers = 100
        cell.quota = PlainSteps(steps: [(0, .heads(80)), (1, .heads(0))])
        cell.retention = PlainSteps(0.25)
        let months = try PlainScenario.single(cell, months: 3).months()
        #expect(months[1].exposure([.selfSecond], region: 0) == 20)
        #expect(months[1].exposure([.lapsed], region: 0) == 60)
        #expect(months[2].exposure([.selfPaying], region: 0) == 20)
        #expect(months[1].released[0] == 80)
    }

    @Test("without refill only a rising quota enrols, and at most by the rise")
    func withoutRefill() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.rates = PlainSteps(PlainRates(movedAway: 1.2))
        cell.quota = PlainSteps(steps: [(0, .heads(400)), (4, .heads(450))])
        cell.refill = PlainSteps(false)
        let months = try PlainScenario.single(cell, months: 6).months()
        #expect(months.map { $0.enrolled[0] } == [400, 0, 0, 0, 50, 0])
        cell.refill = PlainSteps(true)
        let refilled = try PlainScenario.single(cell, months: 6).months()
        for record in refilled { #expect(record.unfilled[0] == 0) }
        for (record, quota) in zip(refilled, [400, 400, 400, 400, 450, 450.0]) {
            #expect(isNear(record.exposure(Status.publiclyFunded, region: 0), quota))
        }
    }

    @Test("a quota beyond the eligible leaves the rest unfilled")
    func unfilledQuota() throws {
        var cell = PlainCell()
        cell.workers = 1_000
        cell.eligibleShare = PlainSteps(0.3)
        cell.quota = PlainSteps(.heads(500))
        let months = try PlainScenario.single(cell, months: 2).months()
        #expect(months[0].enrolled[0] == 300)
        #expect(months[0].unfilled[0] == 200)
        #expect(isNear(months[1].enrolled[0], 200))
    }
}

extension PlainScenario {
    /// One segment in one region from January 2026.
    static func single(
        _ cell: PlainCell, months: Int, cohorts: [PlainCohort] = []
    ) -> PlainScenario {
        let region = RegionCode("35.74") ?? .indonesia
        let start = Month(2026, 1)
        return PlainScenario(
            regions: [region], horizon: start...start.advanced(by: months - 1), cohorts: cohorts,
            cells: [[cell]])
    }

    /// The records of the first segment.
    func months() throws -> MonthRecords {
        try resolved().projected().segments[0].months
    }
}
