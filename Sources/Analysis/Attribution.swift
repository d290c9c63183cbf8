/// The exact contribution of each change to a difference, by Shapley's rule.
///
///     phi_i = sum over S without i of |S|! (n-|S|-1)! / n! (v(S + i) - v(S))
///
/// The average over all orders of applying the changes: parts sum to the whole difference, equal
/// changes get equal parts, a change that never matters gets nothing.
///
/// Reference: L. S. Shapley, A value for n-person games, 1953, doi:10.1515/9781400881970-018.
public struct Attribution: Sendable, Equatable {
    /// One row of outputs for each change.
    public private(set) var parts: [[Double]]
    /// The outputs with no change.
    public let before: [Double]
    /// The outputs with all changes.
    public private(set) var after: [Double]

    /// How many changes are attributed one by one.
    public static let limit = 10

    /// Evaluates every subset of changes once, a few at a time, and adds them up in order, so that
    /// scheduling changes no bit.
    ///
    /// - Parameters:
    ///   - changes: how many, at most ``limit``.
    ///   - value: the outputs with the changes in a set of bits applied; always equally many.
    /// - Complexity: 2^changes evaluations.
    public init(
        changes: Int, value: @escaping @Sendable (Int) async throws -> [Double]
    ) async throws {
        precondition((0...Self.limit).contains(changes), "\(changes) changes")
        before = try await value(0)
        after = before
        parts = Array(repeating: Array(repeating: 0.0, count: before.count), count: changes)
        let subsets = 1 << changes
        for first in stride(from: 0, to: subsets, by: Self.batch) {
            let batch = first..<min(subsets, first + Self.batch)
            for (subset, outputs) in zip(batch, try await Self.evaluate(batch, value)) {
                if subset == subsets - 1 { after = outputs }
                add(outputs, of: subset)
            }
        }
    }

    /// How many subsets are evaluated at once.
    private static let batch = 16

    private static func evaluate(
        _ subsets: Range<Int>, _ value: @escaping @Sendable (Int) async throws -> [Double]
    ) async throws -> [[Double]] {
        try await withThrowingTaskGroup(of: (Int, [Double]).self) { group in
            for subset in subsets { group.addTask { (subset, try await value(subset)) } }
            var outputs: [Int: [Double]] = [:]
            for try await (subset, output) in group { outputs[subset] = output }
            return subsets.compactMap { outputs[$0] }
        }
    }

    private mutating func add(_ outputs: [Double], of subset: Int) {
        let size = subset.nonzeroBitCount
        for change in parts.indices {
            let isIn = subset >> change & 1 == 1
            let weight =
                isIn
                ? Self.weight(size - 1, of: parts.count)
                : -Self.weight(size, of: parts.count)
            for output in outputs.indices { parts[change][output] += weight * outputs[output] }
        }
    }

    /// `k! (n-k-1)! / n!`, zero where a change cannot be added to a set of that size.
    private static func weight(_ size: Int, of changes: Int) -> Double {
        guard (0..<changes).contains(size) else { return 0 }
        var weight = 1 / Double(changes)
        for step in 0..<size { weight *= Double(step + 1) / Double(changes - 1 - step) }
        return weight
    }
}
