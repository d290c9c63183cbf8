import _LindungKernels

/// The deciding case: all regions, cohorts and segments, eight regions of a segment at a time.
final class Deciding {
    static let (regions, cohorts, segments, months) = (514, 20, 12, 120)
    static let years = months / 12
    static let operations = 200.0 * Double(regions * cohorts * segments * months)

    /// Eight regions of one segment.
    struct Pack {
        let segment: Int
        let room: SegmentRoom
        /// `[cohorts][10][8]`.
        let opening: Lanes
    }

    let packs: [Pack]

    init() {
        let shares = Formulas.stockShares(Self.cohorts)
        packs = (0..<Self.segments).flatMap { s in
            let frame = SegmentFrame(
                s, cohorts: Self.cohorts, months: Self.months, moves: SegmentFrame.sharedMoves(s))
            return stride(from: 0, to: Self.regions, by: Lanes.width).map { first in
                let regions = (0..<Lanes.width).map { world in
                    first + world < Self.regions ? first + world : nil
                }
                let opening = Lanes(rows: Self.cohorts * 10) { row, world in
                    guard let region = regions[world] else { return 0 }
                    return Formulas.openingShares[row % 10] * shares[row / 10]
                        * Formulas.workers(s, region)
                }
                let room = SegmentRoom(frame, regions: regions)
                return Pack(segment: s, room: room, opening: opening)
            }
        }
    }

    /// What one thread needs to run packs.
    private final class Desk {
        let population = Lanes(rows: Deciding.cohorts * 10)
        let previousQuota = Lanes(rows: 1)
        let cut = Lanes(rows: 12) { _ in 1 }
        let record = Lanes(rows: 12 * Int(LK_RECORD_ROWS))
        /// `[years][10][8]`.
        let sums = Lanes(rows: Deciding.years * 10)
    }

    /// Runs some packs, a year at a time.
    ///
    /// - Parameter sums: `[packs][years][10][8]`: person-months after decisions
    private func run(_ range: Range<Int>, _ desk: Desk, _ sums: Lanes) {
        for position in range {
            let pack = packs[position]
            desk.sums.base.update(repeating: 0, count: desk.sums.count)
            var segment = pack.room.kernel
            desk.population.base.update(from: pack.opening.base, count: desk.population.count)
            desk.previousQuota.base.update(repeating: 0, count: Lanes.width)
            for year in 0..<Self.years {
                lk_project(
                    &segment, desk.population.base, desk.previousQuota.base, Int32(year * 12), 12,
                    desk.cut.base, desk.record.base)
                lk_sum_months(12, desk.record.base, 0, 10, desk.sums.row(year * 10))
            }
            sums.row(position * Self.years * 10).update(
                from: desk.sums.base, count: desk.sums.count)
        }
    }

    /// A run of all packs; packs go to threads in equal parts and do not depend on them.
    func job(threads: Int, _ check: @escaping (Lanes) -> [Double]) -> Job {
        let desks = (0..<threads).map { _ in Desk() }
        let sums = Lanes(rows: packs.count * Self.years * 10)
        return {
            Threads.run(self.packs.count, on: threads) { self.run($0, desks[$1], sums) }
            return { check(sums) }
        }
    }

    /// Person-months by year, segment and status.
    func yearly(_ sums: Lanes) -> [Double] {
        var table = Array(repeating: 0.0, count: Self.years * Self.segments * 10)
        for (position, pack) in packs.enumerated() {
            for row in 0..<Self.years * 10 {
                let lanes = sums.row(position * Self.years * 10 + row)
                let cell = (row / 10 * Self.segments + pack.segment) * 10 + row % 10
                table[cell] += (0..<Lanes.width).reduce(0) { $0 + lanes[$1] }
            }
        }
        return table
    }
}

extension Measure {
    /// The projection of the deciding case.
    static let projection = Measure(name: "projection", operations: Deciding.operations) {
        let deciding = Deciding()
        return deciding.job(threads: 1, deciding.yearly)
    }

    /// The same on two threads.
    static let projectionOnTwo = Measure(name: "projection-two-threads") {
        let deciding = Deciding()
        return deciding.job(threads: 2, deciding.yearly)
    }
}
