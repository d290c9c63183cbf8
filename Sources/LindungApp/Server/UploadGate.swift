import Synchronization

/// Lets in so many files at a time.
final class UploadGate: Sendable {
    private let left: Mutex<Int>

    init(most: Int) { left = Mutex(most) }

    /// Whether another one may come in; then ``end()`` must follow.
    func begin() -> Bool {
        left.withLock { left in
            guard left > 0 else { return false }
            left -= 1
            return true
        }
    }

    func end() { left.withLock { $0 += 1 } }
}
