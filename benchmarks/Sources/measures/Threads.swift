import Dispatch
import Synchronization

/// Work in small parts, which threads take as they come to them.
enum Threads {
    /// How many parts each thread is to have: halves that are fixed beforehand would wait for the
    /// slower core.
    private static let parts = 64

    /// Runs parts of `0..<count` and waits for all; `part` is told which thread it is on.
    ///
    /// Threads stay for the next call, as those of a program do that computes more than once.
    static func run(_ count: Int, on threads: Int, _ part: @escaping (Range<Int>, Int) -> Void) {
        let size = max(1, count / (threads * parts))
        let next = Counter()
        // Each thread has parts and a desk of its own.
        nonisolated(unsafe) let part = part
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            while true {
                let first = next.take() * size
                guard first < count else { return }
                part(first..<min(count, first + size), thread)
            }
        }
    }

    /// Counts up, one thread at a time.
    private final class Counter: Sendable {
        private let next = Atomic(0)
        func take() -> Int { next.wrappingAdd(1, ordering: .relaxed).oldValue }
    }
}
