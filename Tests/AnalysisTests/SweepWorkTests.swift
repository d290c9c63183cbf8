import Policy
import Testing

@testable import Analysis

/// Sweeps as functions of numbers.
@Suite struct SweepWorkTests {
    /// Three alternatives at five points; a result says which it is.
    private static let work = SweepWork(
        alternatives: 3, points: 5, point: { [Double($0), 1] },
        evaluate: { alternative, points in
            points.map { .values([Double(alternative) * 100 + $0[0]]) }
        })

    private static func values(_ results: [PointResult]) -> [Double] {
        results.compactMap { if case .values(let values) = $0 { values[0] } else { nil } }
    }

    @Test("A block may span alternatives")
    func blocks() {
        let whole = Self.values(Self.work.block(0..<15).results)
        #expect(whole == [0, 1, 2, 3, 4, 100, 101, 102, 103, 104, 200, 201, 202, 203, 204])
        for start in 0..<15 {
            for end in start..<15 {
                let block = Self.work.block(start..<end)
                #expect(Self.values(block.results) == Array(whole[start..<end]))
                #expect(block.points.map { Int($0[0]) } == (start..<end).map { $0 % 5 })
            }
        }
    }

    @Test("Ranges are cut without loss", arguments: [1, 2, 4, 100])
    func ranges(_ size: Int) {
        let ranges = [0..<3, 7..<7, 9..<20]
        let blocks = SweepWork.blocks(of: ranges, size: size)
        #expect(blocks.flatMap { Array($0) } == ranges.flatMap { Array($0) })
        #expect(blocks.allSatisfy { $0.count <= size })
    }

    @Test("Blocks are taken in order, whatever the threads", arguments: [1, 2, 5])
    func order(_ threads: Int) async throws {
        var taken: [Double] = []
        let blocks = SweepWork.blocks(of: [0..<15], size: 2)
        let make: @Sendable (SweepBlock) -> [Double] = { Self.values($0.results) }
        try await Self.work.run(blocks, threads: threads, make: make) { taken += $1 }
        #expect(taken == Self.values(Self.work.block(0..<15).results))
    }

    /// The second input moves the second alternative only, the third none, the fourth fails
    /// above 1.
    private static let inert = SweepWork(
        alternatives: 2, points: 1, point: { _ in [0, 5, 1, 0, 7] },
        evaluate: { alternative, points in
            points.map { point in
                if point[3] > 1 { return .failed(PointFault.noChoice(point)) }
                return .values([point[0] + (alternative == 1 ? point[1] : 0), .nan])
            }
        })

    @Test("An input is inert where no alternative answers to it")
    func inertness() async throws {
        let levels: [[Double]] = [[0, 1, 2], [5, 6], [1, 2, 3], [0, 1, 2], [7]]
        let found = try await SweepInertness(levels: levels, work: Self.inert, threads: 2)
        #expect(found.inert == [2])
        #expect(found.asked == 4)
        #expect(!found.isWhole)
        let none = try await SweepInertness(
            levels: [[0], [5], [1, 2], [0]], work: Self.inert, threads: 1)
        #expect(none.isWhole)
        let failing = try await SweepInertness(
            levels: [[0, 1], [5], [1], [2, 3]], work: Self.inert, threads: 1)
        #expect(failing.inert.isEmpty, "nothing is known where the middle has no result")
    }

    /// A result that only some inputs together can change.
    private static func joint(_ value: @escaping @Sendable ([Double]) -> Double) -> SweepWork {
        SweepWork(
            alternatives: 1, points: 1, point: { _ in [] },
            evaluate: { _, points in points.map { .values([value($0)]) } })
    }

    @Test("Inputs that matter only together are not inert", arguments: [2, 3, 5, 15, 40])
    func inertTogether(_ inputs: Int) async throws {
        let levels = (0..<inputs).map { _ in [0.0, 0.5, 1.0] }
        // A gap only where the first is high and the last low; the others do nothing.
        let gap = Self.joint { max(0, ($0.first ?? 0) - ($0.last ?? 0) - 0.8) }
        let found = try await SweepInertness(levels: levels, work: gap, threads: 2)
        #expect(found.inert == Array(0..<inputs).filter { $0 != 0 && $0 != inputs - 1 })
        #expect(found.places <= 17 && !found.isWhole)
        let none = try await SweepInertness(
            levels: levels, work: Self.joint { _ in 7 }, threads: 2)
        #expect(none.isWhole && none.inert == Array(0..<inputs))
    }

    @Test("Inputs that matter only where all are high are found at the sweep's own extremes")
    func inertAtExtremes() async throws {
        let levels = (0..<7).map { _ in [0.0, 0.5, 1.0] }
        func found(_ points: [[Double]]) async throws -> SweepInertness {
            let work = SweepWork(
                alternatives: 1, points: points.count, point: { points[$0] },
                evaluate: { _, points in
                    points.map { .values([max(0, ($0.prefix(6).min() ?? 0) - 0.8)]) }
                })
            return try await SweepInertness(levels: levels, work: work, threads: 2)
        }
        let high = Array(repeating: 0.9, count: 7)
        #expect(try await found([[0.1, 0.2, 0, 0, 0, 0, 0], high]).inert == [6])
        #expect(try await found([[0.1, 0.2, 0, 0, 0, 0, 0]]).isWhole, "as far as was tried")
    }
}
