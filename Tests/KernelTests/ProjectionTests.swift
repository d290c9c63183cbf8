import Testing
import _LindungKernels
import _TestSupport

/// A segment that a seed fixes; odd seeds have tables with exits, every third its own operators.
private func segmentCase(_ seed: UInt64, bands: Int? = nil) -> SegmentCase {
    var shape = SeededDraws(seed)
    var draws = SeededDraws(seed + 1_000)
    return SegmentCase(
        bands: bands, shape: &shape, &draws, own: seed % 3 == 0, table: seed % 2 == 1)
}

@Suite struct ProjectionTests {
    @Test(arguments: UInt64(1)...24)
    func equalsPlainLoop(seed: UInt64) {
        let segment = segmentCase(seed)
        let result = segment.run()
        for world in 0..<8 {
            var plain = PlainProjection(segment, world: world)
            plain.run()
            var worst = Discrepancy()
            worst.note(result.previousQuota[world], plain.previousQuota, "previous quota")
            for (row, value) in plain.record.joined().enumerated() {
                worst.note(
                    result.record[row: row, world: world], value, "record row \(row)")
            }
            for (lane, value) in plain.people.joined().enumerated() {
                worst.note(result.population[row: lane, world: world], value, "lane \(lane)")
            }
            let bound = 1e-12 * segment.persons(world: world)
            #expect(worst.size < bound, "seed \(seed), world \(world), \(worst.place)")
        }
    }

    @Test(arguments: UInt64(1)...12)
    func conservesPeople(seed: UInt64) {
        let segment = segmentCase(seed)
        let record = segment.run().record
        for world in 0..<8 {
            func persons(_ rows: Range<Int>, _ month: Int) -> Double {
                rows.reduce(0) { $0 + record[row: month * 32 + $1, world: world] }
            }
            let opening = (0..<segment.cohorts * 10).reduce(0) {
                $0 + segment.population[row: $1, world: world]
            }
            var worst = Discrepancy()
            for month in 0..<segment.months {
                let before = month == 0 ? opening : persons(10..<20, month - 1)
                let entrants = segment.entrants[row: month, world: world]
                worst.note(persons(10..<24, month), before + entrants, "month \(month)")
            }
            let bound = 1e-12 * segment.persons(world: world)
            #expect(worst.size < bound, "seed \(seed), world \(world), \(worst.place)")
        }
    }

    @Test(arguments: UInt64(1)...12)
    func keepsStocksAndQuotas(seed: UInt64) {
        let segment = segmentCase(seed)
        let result = segment.run()
        #expect(result.population.allSatisfy { $0 >= 0 }, "seed \(seed)")
        #expect(result.record.allSatisfy { $0 >= 0 }, "seed \(seed)")
        var worst = Discrepancy()
        for (cell, quota) in result.record.enumerated() where cell / 8 % 32 == 26 {
            let funded = (1...3).reduce(0) { $0 + result.record[cell + ($1 - 26) * 8] }
            worst.note(max(funded, quota), quota, "world \(cell % 8), month \(cell / 224)")
        }
        #expect(worst.size < 1e-9, "seed \(seed), \(worst.place)")
    }

    @Test(arguments: UInt64(1)...12)
    func sharedAndOwnMovesGiveTheSameBits(seed: UInt64) {
        var shape = SeededDraws(seed)
        var draws = SeededDraws(seed + 1_000)
        let shared = SegmentCase(shape: &shape, &draws, own: false, table: seed % 2 == 1)
        #expect(shared.run().bits == shared.withOwnMoves.run().bits, "seed \(seed)")
    }

    /// Moves that rates cannot make are not read, and leaving zeros out changes no bit.
    @Test(arguments: UInt64(1)...12, [LK_REACH_WAITING, LK_REACH_VESTED])
    func zerosLeftOutChangeNoBit(seed: UInt64, reach: Int) {
        let segment = segmentCase(seed, bands: seed % 4 < 2 ? 1 : nil)
        let whole = segment.within(reach: reach)
        let bits = whole.run().bits
        for level in 0...lk_processor_level() {
            let found = whole.read(reach: reach).run(level: level)
            #expect(found.bits == bits, "seed \(seed), reach \(reach), level \(level)")
        }
    }

    @Test func reachesAreOfTheSizeTold() {
        let sizes = (0..<Int32(LK_REACHES)).map { reach in
            (0..<10).reduce(0) { $0 + lk_reach(reach, $1).nonzeroBitCount }
        }
        #expect(sizes == [100, 53, 50])
    }

    @Test(arguments: UInt64(1)...12)
    func worldsDoNotTouchEachOther(seed: UInt64) {
        let segment = segmentCase(seed)
        var shape = SeededDraws(seed)
        var draws = SeededDraws(seed + 2_000)
        let other = SegmentCase(
            shape: &shape, &draws, own: segment.own, table: !segment.exits.isEmpty)
        let result = segment.run()
        for world in 0..<8 {
            let mixed = other.replacing(world: world, from: segment)
            var run = mixed
            if !segment.own { run.moves = segment.moves }
            #expect(
                run.run().bits(world: world) == result.bits(world: world),
                "seed \(seed), world \(world)")
        }
    }

    @Test(arguments: UInt64(1)...6)
    func splitAnywhereGivesTheSameBits(seed: UInt64) {
        let segment = segmentCase(seed)
        let whole = segment.run().bits
        for month in 1..<segment.months {
            #expect(segment.run(splits: [month]).bits == whole, "seed \(seed), month \(month)")
        }
        #expect(segment.run(splits: Array(1..<segment.months)).bits == whole, "seed \(seed)")
    }

    @Test(arguments: UInt64(1)...12)
    func everyProcessorGivesTheSameBits(seed: UInt64) {
        let segment = segmentCase(seed)
        let plainest = segment.run(level: 0).bits
        for level in 0...lk_processor_level() {
            #expect(segment.run(level: level).bits == plainest, "seed \(seed), level \(level)")
        }
    }
}
