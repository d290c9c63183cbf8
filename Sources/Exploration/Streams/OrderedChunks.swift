/// Work in chunks on several threads, whose results are taken in order.
///
/// At most `concurrency` chunks are worked on and at most twice as many are held, so memory does
/// not grow with their number; what is taken, and in which order, does not depend on threads.
package struct OrderedChunks {
    /// How many chunks there are.
    package let count: Int
    /// How many are worked on at a time, at least one.
    package let concurrency: Int

    package init(count: Int, concurrency: Int) {
        self.count = count
        self.concurrency = concurrency
    }

    /// Works on all chunks.
    ///
    /// - Parameters:
    ///   - work: makes the result of a chunk, on any thread.
    ///   - take: gets the results, the first chunk's first, one at a time.
    /// - Throws: what either throws; chunks not yet begun are dropped.
    package func run<Output: Sendable>(
        _ work: @escaping @Sendable (Int) async throws -> Output,
        take: (Int, Output) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var (begun, done, taken) = (0, 0, 0)
            var waiting: [Int: Output] = [:]
            let limit = max(1, concurrency)
            while taken < count {
                while begun < count, begun - done < limit, begun - taken < 2 * limit {
                    let chunk = begun
                    group.addTask { (chunk, try await work(chunk)) }
                    begun += 1
                }
                guard let (chunk, output) = try await group.next() else { return }
                waiting[chunk] = output
                done += 1
                while let next = waiting.removeValue(forKey: taken) {
                    try take(taken, next)
                    taken += 1
                }
            }
        }
    }
}
