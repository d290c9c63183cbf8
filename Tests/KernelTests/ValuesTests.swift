import Testing
import _LindungKernels
import _TestSupport

/// A segment without decisions that a seed fixes, and what its person-months cost.
private struct ValueCase {
    let segment: SegmentCase
    let releases: Bool
    /// Rows x 10 x 8.
    let cost: Lanes
    let costOf: [Int32]

    init(_ seed: UInt64, table: Bool = false) {
        var shape = SeededDraws(seed)
        var draws = SeededDraws(seed + 3_000)
        segment = SegmentCase(shape: &shape, &draws, own: seed % 3 == 0, table: table)
            .withoutDecisions(releases: seed % 2 == 0)
        releases = seed % 2 == 0
        cost = (0..<3 * 80).map { _ in draws.real(-5...20) }
        costOf = (0..<segment.months).map { _ in Int32(draws.whole(0...2)) }
    }

    /// Values at the start, then of one who joins in each month.
    func run(level: Int32? = nil, splits: [Int] = []) -> Lanes {
        let memory = CMemory()
        var kernel = segment.kernelSegment(memory)
        var values = Lanes(repeating: 0, count: segment.cohorts * 80)
        var joining: Lanes = []
        var end = segment.months
        for first in splits.reversed() + [0] {
            var part = Lanes(repeating: .nan, count: (end - first) * 8)
            lk_values_at(
                level ?? lk_processor_level(), &kernel, releases ? 1 : 0, Int32(first),
                Int32(end - first), cost, Array(costOf[first..<end]), &values, &part)
            joining = part + joining
            end = first
        }
        return values + joining
    }
}

extension SegmentCase {
    /// A quota of nobody, or one that no one is left to fill.
    fileprivate func withoutDecisions(releases: Bool) -> SegmentCase {
        var copy = self
        copy.heads = Lanes(repeating: releases ? 0 : 1e15, count: months * 8)
        copy.share = Lanes(repeating: 0, count: months * 8)
        if !releases { copy.eligible = copy.share }
        copy.cut = Lanes(repeating: 1, count: months * 8)
        return copy
    }
}

@Suite struct ValuesTests {
    @Test(arguments: UInt64(1)...18)
    func equalsPeopleRunForwards(seed: UInt64) {
        let values = ValueCase(seed, table: seed % 4 == 1)
        let (segment, found) = (values.segment, values.run())
        let record = segment.run().record
        let cells = segment.population.count / 8
        for world in 0..<8 {
            var sum = (forward: 0.0, backward: 0.0, size: 0.0)
            for cell in 0..<cells {
                sum.backward +=
                    segment.population[row: cell, world: world] * found[row: cell, world: world]
            }
            for month in 0..<segment.months {
                sum.backward +=
                    segment.entrants[row: month, world: world]
                    * found[row: cells + month, world: world]
                for status in 0..<10 {
                    let cost = values.cost[
                        row: Int(values.costOf[month]) * 10 + status, world: world]
                    let persons = record[row: month * 32 + status, world: world]
                    sum.forward += cost * persons
                    sum.size += abs(cost) * persons
                }
            }
            #expect(
                abs(sum.forward - sum.backward) <= 1e-12 * sum.size, "seed \(seed), world \(world)")
        }
    }

    @Test(arguments: UInt64(1)...6)
    func splitAnywhereGivesTheSameBits(seed: UInt64) {
        let values = ValueCase(seed)
        let whole = values.run().bits
        for month in 1..<values.segment.months {
            #expect(values.run(splits: [month]).bits == whole, "seed \(seed), month \(month)")
        }
    }

    @Test(arguments: UInt64(1)...12)
    func everyProcessorGivesTheSameBits(seed: UInt64) {
        let values = ValueCase(seed)
        let plainest = values.run(level: 0).bits
        for level in 0...lk_processor_level() {
            #expect(values.run(level: level).bits == plainest, "seed \(seed), level \(level)")
        }
    }
}
