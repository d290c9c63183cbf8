import _LindungKernels

/// A thousand draws with an operator of their own each, eight draws of a region at a time.
final class Ensemble {
    static let (draws, regions, segments, months) = (1_000, 38, 12, 60)
    static let years = months / 12
    static let operations = 200.0 * Double(draws * regions * segments * months)

    /// Eight draws of one segment, region by region.
    struct Pack {
        let segment: Int
        let rooms: [SegmentRoom]
        let moves: Lanes
    }

    private let packs: [Pack]
    /// `[segments][regions]` of `[10][8]`.
    private let openings: [[Lanes]]

    init() {
        openings = (0..<Self.segments).map { s in
            (0..<Self.regions).map { region in
                Lanes(rows: 10) { Formulas.openingShares[$0] * Formulas.workers(s, region) }
            }
        }
        packs = (0..<Self.segments).flatMap { s in
            let frame = SegmentFrame(
                s, cohorts: 1, months: Self.months, moves: Lanes(rows: 0), own: true)
            let rooms = (0..<Self.regions).map { region in
                SegmentRoom(frame, regions: Array(repeating: region, count: Lanes.width))
            }
            return stride(from: 0, to: Self.draws, by: Lanes.width).map { first in
                let scales = (first..<first + Lanes.width).map(Formulas.scale)
                return Pack(
                    segment: s, rooms: rooms, moves: SegmentFrame.moves(s, scales: scales))
            }
        }
    }

    private final class Desk {
        let population = Lanes(rows: 10)
        let previousQuota = Lanes(rows: 1)
        let cut = Lanes(rows: 12) { _ in 1 }
        let record = Lanes(rows: 12 * Int(LK_RECORD_ROWS))
        /// `[years][10][8]`.
        let sums = Lanes(rows: Ensemble.years * 10)
    }

    /// - Parameter sums: `[packs][years][10][8]`: person-months over regions
    private func run(_ range: Range<Int>, _ desk: Desk, _ sums: Lanes) {
        for position in range {
            let pack = packs[position]
            desk.sums.base.update(repeating: 0, count: desk.sums.count)
            for (region, room) in pack.rooms.enumerated() {
                var segment = room.kernel
                segment.moves = UnsafePointer(pack.moves.base)
                desk.population.base.update(
                    from: openings[pack.segment][region].base, count: desk.population.count)
                desk.previousQuota.base.update(repeating: 0, count: Lanes.width)
                for year in 0..<Self.years {
                    lk_project(
                        &segment, desk.population.base, desk.previousQuota.base, Int32(year * 12),
                        12, desk.cut.base, desk.record.base)
                    lk_sum_months(12, desk.record.base, 0, 10, desk.sums.row(year * 10))
                }
            }
            sums.row(position * Self.years * 10).update(
                from: desk.sums.base, count: desk.sums.count)
        }
    }

    func job(threads: Int) -> Job {
        let desks = (0..<threads).map { _ in Desk() }
        let sums = Lanes(rows: packs.count * Self.years * 10)
        return {
            Threads.run(self.packs.count, on: threads) { self.run($0, desks[$1], sums) }
            return { self.means(sums) }
        }
    }

    /// Person-months by year, segment and status, mean over draws.
    private func means(_ sums: Lanes) -> [Double] {
        var table = Array(repeating: 0.0, count: Self.years * Self.segments * 10)
        for (position, pack) in packs.enumerated() {
            for row in 0..<Self.years * 10 {
                let lanes = sums.row(position * Self.years * 10 + row)
                let cell = (row / 10 * Self.segments + pack.segment) * 10 + row % 10
                table[cell] += (0..<Lanes.width).reduce(0) { $0 + lanes[$1] }
            }
        }
        return table.map { $0 / Double(Self.draws) }
    }
}

extension Measure {
    /// Draws with their own operators.
    static let ensemble = Measure(name: "ensemble", operations: Ensemble.operations) {
        Ensemble().job(threads: 1)
    }

    /// The same on two threads.
    static let ensembleOnTwo = Measure(name: "ensemble-two-threads") {
        Ensemble().job(threads: 2)
    }
}
