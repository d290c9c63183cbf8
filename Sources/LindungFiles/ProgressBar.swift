import Foundation

/// Tells on a terminal how much of a piece of work is done; silent anywhere else.
///
/// Work is done on several threads; a lock keeps their steps in order, and only a new percentage is
/// written.
public final class ProgressBar: @unchecked Sendable {
    /// Characters between the title and the percentage.
    private static let length = 28

    /// What is being done.
    private let title: String
    /// Whether anybody looks: a terminal, and no wish for quiet.
    private let isShown: Bool
    /// Guards `last`.
    private let lock = NSLock()
    /// The percentage that was shown last; -1 before the first.
    private var last = -1

    /// - Parameter isQuiet: shows nothing, whatever the terminal.
    public init(_ title: String, isQuiet: Bool = false) {
        self.title = title
        isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Shows `done` of `total`.
    public func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let percent = done * 100 / total
        let isNew = lock.withLock {
            defer { last = max(last, percent) }
            return percent > last
        }
        guard isNew else { return }
        let filled = Self.length * done / total
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.length - filled)
        write("\r\(title) \(bar) \(percent) %")
    }

    /// Takes the bar away.
    public func finish() {
        guard isShown else { return }
        write("\r\u{1B}[K")
    }

    /// Puts a text on the terminal at once.
    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
