import Policy
import Quantities

/// Which inputs of a sweep change no outcome.
///
/// Each input is moved alone, to two or three levels that lie well apart: first from the middle of
/// all, then, since some inputs matter only together, from corners in which the others lie at
/// their ends. Any two inputs take all four pairs of ends there (rows of a Hadamard matrix). An
/// input that no alternative answers to anywhere is inert: it is misspelt in meaning, does not
/// concern the outcomes, or is overridden by what is resolved after it.
///
///     gap = max(0, 16,800 x 12 x quota - ceiling)    quota and ceiling, each inert in the middle
package struct SweepInertness: Sendable {
    /// Positions among the inputs, in order.
    package let inert: [Int]
    package let asked: Int

    package let places: Int

    package var isWhole: Bool { asked > 0 && inert.count == asked }

    /// Asks every input, alternative by alternative until it has moved something.
    ///
    /// - Parameters:
    ///   - levels: for each input two or three numbers, in order; one that has a single number is
    ///     not asked.
    ///   - work: evaluates points, whatever their design.
    package init(levels: [[Double]], work: SweepWork, threads: Int) async throws {
        let bases = [levels.map { $0.isEmpty ? 0 : $0[$0.count / 2] }] + Self.corners(levels)
        var open = levels.indices.filter { levels[$0].count > 1 }
        asked = open.count
        places = bases.count
        var isJudged = false
        for base in bases {
            for alternative in 0..<work.alternatives where !open.isEmpty {
                let probes = open.flatMap { input in
                    levels[input].filter { $0 != base[input] }.map { (input, $0) }
                }
                let points =
                    [base]
                    + probes.map { input, level in
                        var point = base
                        point[input] = level
                        return point
                    }
                let results = try await Self.results(alternative, points, work, threads)
                guard case .values(let values) = results[0] else { continue }
                isJudged = true
                let moved = Set(
                    zip(probes, results.dropFirst()).filter { !Self.isSame($1, values) }
                        .map(\.0.0))
                open.removeAll(where: moved.contains)
            }
        }
        inert = isJudged ? open : []
    }

    private static let mostCorners = 16

    /// Settings of all inputs at their first or last level.
    ///
    /// Input `i` lies at its last level in corner `c` where `c and (i + 1)` has an odd number of
    /// bits.
    private static func corners(_ levels: [[Double]]) -> [[Double]] {
        let inputs = levels.count { $0.count > 1 }
        guard inputs > 1 else { return [] }
        var count = 4
        while count <= inputs, count < mostCorners { count *= 2 }
        return (0..<count).map { corner in
            var asked = 0
            return levels.map { levels in
                guard levels.count > 1 else { return levels.first ?? 0 }
                let bits = corner & (asked % (count - 1) + 1)
                asked += 1
                return bits.nonzeroBitCount % 2 == 1 ? levels[levels.count - 1] : levels[0]
            }
        }
    }

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

    private static func isSame(_ result: PointResult, _ base: [Double]) -> Bool {
        guard case .values(let values) = result else { return false }
        return zip(values, base).allSatisfy { $0.isAbout($1) || ($0.isNaN && $1.isNaN) }
    }
}

extension SweepPlan {
    /// For each input two or three levels that lie well apart and that the design could take.
    ///
    /// - Throws: what is wrong with a distribution.
    package func probeLevels() throws -> [[Double]] {
        try subject.inputs.enumerated().map { index, input in
            if design.kind == .list {
                let column = (0..<design.count).map { design.point($0)[index] }.sorted()
                return Self.spread(column)
            }
            if let levels = input.levels { return Self.spread(levels) }
            let distribution = try input.distribution()
            return Self.spread(
                [0.01, 0.5, 0.99].map { input.number(at: $0, of: distribution) })
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
