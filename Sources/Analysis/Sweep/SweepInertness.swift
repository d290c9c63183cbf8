import Policy
import Quantities

/// Which inputs of a sweep change no outcome.
///
/// Each input is moved alone, from the middle of all to two or three levels that lie well apart. An
/// input that no alternative answers to is inert: it is misspelt in meaning, does not concern the
/// outcomes, or is overridden by what is resolved after it.
public struct SweepInertness: Sendable {
    /// Positions among the inputs, in order.
    public let inert: [Int]
    /// How many inputs could have moved something.
    public let asked: Int

    /// Whether nothing at all moves.
    public var isWhole: Bool { asked > 0 && inert.count == asked }

    /// Asks every input, alternative by alternative until it has moved something.
    ///
    /// - Parameters:
    ///   - levels: for each input two or three numbers; one that has a single number is not asked.
    ///   - work: evaluates points, whatever their design.
    public init(levels: [[Double]], work: SweepWork, threads: Int) async throws {
        let middle = levels.map { $0.isEmpty ? 0 : $0[$0.count / 2] }
        var open = levels.indices.filter { levels[$0].count > 1 }
        asked = open.count
        var isJudged = false
        for alternative in 0..<work.alternatives where !open.isEmpty {
            let probes = open.flatMap { input in
                levels[input].filter { $0 != middle[input] }.map { (input, $0) }
            }
            let points =
                [middle]
                + probes.map { input, level in
                    var point = middle
                    point[input] = level
                    return point
                }
            let results = try await Self.results(alternative, points, work, threads)
            guard case .values(let base) = results[0] else { continue }
            isJudged = true
            let moved = Set(
                zip(probes, results.dropFirst()).filter { !Self.isSame($1, base) }.map(\.0.0))
            open.removeAll(where: moved.contains)
        }
        inert = isJudged ? open : []
    }

    /// The results of one alternative at some points, a few at a time on each thread.
    private static func results(
        _ alternative: Int, _ points: [[Double]], _ work: SweepWork, _ threads: Int
    ) async throws -> [PointResult] {
        let probe = SweepWork(
            alternatives: 1, points: points.count, point: { points[$0] },
            evaluate: { work.evaluate(alternative, $1) })
        var results: [PointResult] = []
        try await probe.run(
            SweepWork.blocks(of: [0..<points.count], size: 4), threads: threads, make: \.results
        ) { results += $1 }
        return results
    }

    /// Whether a result is that of the middle; missing values are alike.
    private static func isSame(_ result: PointResult, _ base: [Double]) -> Bool {
        guard case .values(let values) = result else { return false }
        return zip(values, base).allSatisfy { $0.isAbout($1) || ($0.isNaN && $1.isNaN) }
    }
}

extension SweepPlan {
    /// For each input two or three levels that lie well apart and that the design could take.
    ///
    /// - Throws: what is wrong with a distribution.
    public func probeLevels() throws -> [[Double]] {
        try subject.inputs.enumerated().map { index, input in
            if design.kind == .list {
                let column = (0..<design.count).map { design.point($0)[index] }.sorted()
                return Self.spread(column)
            }
            if let levels = input.levels { return Self.spread(levels) }
            let distribution = try input.distribution()
            return Self.spread(
                [0.05, 0.5, 0.95].map { input.number(at: $0, of: distribution) })
        }
    }

    /// The first, the middle and the last of some numbers, each once.
    private static func spread(_ numbers: [Double]) -> [Double] {
        guard let first = numbers.first, let last = numbers.last else { return [] }
        var kept = [first]
        for number in [numbers[numbers.count / 2], last] where !kept.contains(number) {
            kept.append(number)
        }
        return kept
    }
}
