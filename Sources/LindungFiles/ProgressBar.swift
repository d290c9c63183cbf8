import Foundation
import Synchronization

/// Tells on a terminal how much of a piece of work is done; silent anywhere else.
public final class ProgressBar: Sendable {
    private static let length = 28
    private let title: String
    private let isShown: Bool
    private let last = Mutex(-1)

    /// - Parameter isQuiet: shows nothing, whatever the terminal.
    public init(_ title: String, isQuiet: Bool = false) {
        self.title = title
        isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Shows `done` of `total`.
    public func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let percent = done * 100 / total
        let isNew = last.withLock { last in
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

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
