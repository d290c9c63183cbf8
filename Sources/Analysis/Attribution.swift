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
    public let parts: [[Double]]
    /// The outputs with no change.
    public let before: [Double]
    /// The outputs with all changes.
    public let after: [Double]

    /// How many changes are attributed one by one.
    public static let limit = 10

    /// Evaluates every subset of changes once.
    ///
    /// - Parameters:
    ///   - changes: how many, at most ``limit``.
    ///   - value: the outputs with the changes in a set of bits applied; always equally many.
    /// - Complexity: 2^changes evaluations.
    public init(changes: Int, value: (Int) async throws -> [Double]) async rethrows {
        precondition((0...Self.limit).contains(changes), "\(changes) changes")
        let before = try await value(0)
        var after = before
        var parts = Array(
            repeating: Array(repeating: 0.0, count: before.count), count: changes)
        for subset in 0..<(1 << changes) {
            let outputs = subset == 0 ? before : try await value(subset)
            if subset == (1 << changes) - 1 { after = outputs }
            let size = subset.nonzeroBitCount
            for change in 0..<changes {
                let isIn = subset >> change & 1 == 1
                let weight =
                    isIn
                    ? Self.weight(size - 1, of: changes) : -Self.weight(size, of: changes)
                for output in outputs.indices {
                    parts[change][output] += weight * outputs[output]
                }
            }
        }
        self.parts = parts
        self.before = before
        self.after = after
    }

    /// `k! (n-k-1)! / n!`, zero where a change cannot be added to a set of that size.
    private static func weight(_ size: Int, of changes: Int) -> Double {
        guard (0..<changes).contains(size) else { return 0 }
        var weight = 1 / Double(changes)
        for step in 0..<size { weight *= Double(step + 1) / Double(changes - 1 - step) }
        return weight
    }
}
