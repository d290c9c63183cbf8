import Synchronization

/// How far long work has come, by name, for pages that wait for it.
final class ProgressBoard: Sendable {
    private let shares = Mutex<[String: Double]>([:])

    /// Notes how much of some work is done; what is finished is forgotten.
    func note(_ name: String, _ done: Int, of all: Int) {
        shares.withLock { $0[name] = done < all ? Double(done) / Double(max(1, all)) : nil }
    }

    /// The share that is done; nil for what is not begun, finished, or not counted.
    func share(_ name: String) -> Double? { shares.withLock { $0[name] } }
}
