/// The exact contribution of each change to a difference, by Shapley's rule.
///
///     phi_i = sum over S without i of |S|! (n-|S|-1)! / n! (v(S + i) - v(S))
///
/// The average over all orders of applying the changes: parts sum to the whole difference, equal
/// changes get equal parts, a change that never matters gets nothing.
///
/// Reference: L. S. Shapley, A value for n-person games, 1953, doi:10.1515/9781400881970-018.
///
/// The order in which changes are applied one by one was rejected as an attribution: cost is heads
/// times price, so whichever comes second gets the product of both.
///
///     cost = heads x price, from 100 x 16.8 to 150 x 20
///     heads 920, price 400, together 1320
public struct Attribution: Sendable, Equatable {
    /// One row of outputs for each change. Indexed `[change][output]`.
    public private(set) var parts: [[Double]]
    /// The outputs with no change.
    public let before: [Double]
    /// The outputs with all changes.
    public private(set) var after: [Double]

    /// How many changes are attributed one by one; each more doubles the evaluations, 1,024 at
    /// ten.
    public static let limit = 10

    /// Evaluates every subset of changes once, a few at a time, and adds them up in order, so that
    /// scheduling changes no bit.
    ///
    /// - Parameters:
    ///   - changes: how many, at most ``limit``.
    ///   - value: the outputs with the changes in a set of bits applied; always equally many.
    /// - Throws: what `value` throws.
    /// - Complexity: 2^changes evaluations.
    public init(
        changes: Int, progress: ((Int, Int) -> Void)? = nil,
        value: @escaping @Sendable (Int) async throws -> [Double]
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
            progress?(batch.upperBound, subsets)
        }
    }

    /// How many subsets are evaluated at once. Bounds how many outputs are held at a time.
    private static let batch = 16

    /// The outputs of some subsets, in order of subset, whatever the order in which they are done.
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

    /// Adds what one subset means for every change:
    ///
    ///     phi_i += w(|S| - 1) v(S)   where i is in S
    ///     phi_i -= w(|S|) v(S)       where it is not
    ///
    /// So each subset is evaluated once and then forgotten, not once for each change.
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

    /// `k! (n-k-1)! / n!`, zero where a change cannot be added to a set of that size. Made
    /// step by step, without factorials.
    private static func weight(_ size: Int, of changes: Int) -> Double {
        guard (0..<changes).contains(size) else { return 0 }
        var weight = 1 / Double(changes)
        for step in 0..<size { weight *= Double(step + 1) / Double(changes - 1 - step) }
        return weight
    }
}
