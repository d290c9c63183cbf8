import Policy
import Quantities

/// Which inputs of a sweep change no outcome.
///
/// Each input is moved alone, to two or three levels that lie well apart: first from the middle of
/// all, then, since some inputs matter only together, from corners in which the others lie at
/// their ends, and at last from the sweep's own points at which an outcome is smallest or largest:
/// what matters only there has mattered there. Any two inputs take all four pairs of ends at the
/// corners (rows of a Hadamard matrix). An input that no alternative answers to anywhere is inert:
/// it is misspelt in meaning, does not concern the outcomes, or is overridden by what is resolved
/// after it.
///
///     gap = max(0, 16,800 x 12 x quota - ceiling)    quota and ceiling, each inert in the middle
package struct SweepInertness: Sendable {
    /// Positions among the inputs, in order.
    package let inert: [Int]
    package let asked: Int

    /// From how many settings of the others each was moved.
    package let places: Int
    /// How many points were evaluated.
    package let evaluations: Int

    package var isWhole: Bool { asked > 0 && inert.count == asked }

    /// Asks every input, alternative by alternative until it has moved something.
    ///
    /// - Parameters:
    ///   - levels: for each input two or three numbers, in order; one that has a single number is
    ///     not asked.
    ///   - work: evaluates points, whatever their design.
    package init(levels: [[Double]], work: SweepWork, threads: Int) async throws {
        var search = InertnessSearch(levels: levels, work: work, threads: threads)
        let asked = search.open.count
        let middle = levels.map { $0.isEmpty ? 0 : $0[$0.count / 2] }
        let alternatives = Array(0..<work.alternatives)
        for base in [middle] + Self.corners(levels) {
            try await search.ask(from: base, alternatives)
        }
        for alternative in alternatives where !search.open.isEmpty {
            for base in try await search.extremes(of: alternative) {
                try await search.ask(from: base, [alternative])
            }
        }
        self.asked = asked
        places = search.places
        evaluations = search.evaluations
        inert = search.isJudged ? search.open : []
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
}

/// Inputs that nothing has answered to yet.
private struct InertnessSearch {
    /// So many points of a sweep are looked at, from its first on.
    private static let mostLookedAt = 512

    let levels: [[Double]]
    let work: SweepWork
    let threads: Int
    /// Positions of the inputs that have moved nothing.
    private(set) var open: [Int]
    private(set) var places = 0
    private(set) var evaluations = 0
    /// Whether there was a result to compare with.
    private(set) var isJudged = false

    init(levels: [[Double]], work: SweepWork, threads: Int) {
        (self.levels, self.work, self.threads) = (levels, work, threads)
        open = levels.indices.filter { levels[$0].count > 1 }
    }

    /// Moves each open input alone, from one place, and closes those that change a result.
    mutating func ask(from base: [Double], _ alternatives: [Int]) async throws {
        guard !open.isEmpty else { return }
        places += 1
        for alternative in alternatives where !open.isEmpty {
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
            let results = try await results(alternative, points)
            guard case .values(let values) = results[0] else { continue }
            isJudged = true
            let moved = Set(
                zip(probes, results.dropFirst()).filter { !Self.isSame($1, values) }.map(\.0.0))
            open.removeAll(where: moved.contains)
        }
    }

    /// The sweep's own points at which an outcome of an alternative is smallest or largest, each
    /// once, as far as it differs at all.
    mutating func extremes(of alternative: Int) async throws -> [[Double]] {
        let points = (0..<min(Self.mostLookedAt, work.points)).map(work.point)
        let rows = try await results(alternative, points).map { result in
            if case .values(let values) = result { values } else { [Double]() }
        }
        var found: [Int] = []
        for outcome in 0..<(rows.map(\.count).max() ?? 0) {
            let known = rows.indices.filter { !rows[$0].isEmpty && rows[$0][outcome].isFinite }
            guard let least = known.min(by: { rows[$0][outcome] < rows[$1][outcome] }),
                let most = known.max(by: { rows[$0][outcome] < rows[$1][outcome] }),
                rows[least][outcome] != rows[most][outcome]
            else { continue }
            found += [least, most].filter { !found.contains($0) }
        }
        return found.map { points[$0] }
    }

    private mutating func results(
        _ alternative: Int, _ points: [[Double]]
    ) async throws -> [PointResult] {
        evaluations += points.count
        let work = work
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
