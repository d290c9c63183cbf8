import Foundation
import Quantities

/// Tells how much of a piece of work is done: people on a terminal, or a program in lines.
///
/// Work is done on several threads; a lock keeps their steps in order, and only a new percentage is
/// written.
package final class ProgressBar: @unchecked Sendable {
    private static let length = 28

    private let title: String
    private let audience: ProgressAudience
    /// Guards `last`.
    private let lock = NSLock()
    /// The percentage that was shown last; -1 before the first.
    private var last = -1
    private let start = ContinuousClock.now
    /// In which the time left is told; nil does not tell it.
    private let language: Language?

    /// - Parameters:
    ///   - audience: who is told.
    ///   - language: in which the time left is told; nil does not tell it.
    package init(_ title: String, to audience: ProgressAudience, language: Language? = nil) {
        self.title = title
        self.language = language
        self.audience = audience.present
    }

    package func show(_ done: Int, of total: Int) {
        guard audience != .nobody, total > 0 else { return }
        let percent = done * 100 / total
        let isNew = lock.withLock {
            defer { last = max(last, percent) }
            return percent > last
        }
        guard isNew else { return }
        guard audience == .people else {
            return ProgressAudience.tellPrograms(done, of: total)
        }
        let filled = Self.length * done / total
        let bar =
            String(repeating: "█", count: filled)
            + String(repeating: "░", count: Self.length - filled)
        let left = language.flatMap { language in
            Self.timeLeft(ContinuousClock.now - start, done, of: total).map {
                "  " + Phrase(id: "sisa \($0)", en: "\($0) left")[language]
            }
        }
        write("\r\(title) \(bar) \(percent) %\(left ?? "")\u{1B}[K")
    }

    /// How long the rest will take at the speed so far, as `0:42` or `1:02:03`; nil while that is
    /// not known: within the first second, and when nothing is left.
    static func timeLeft(_ elapsed: Duration, _ done: Int, of total: Int) -> String? {
        guard elapsed >= .seconds(1), done > 0, done < total else { return nil }
        let rest = elapsed / done * (total - done)
        let seconds = Int(rest.components.seconds) + (rest.components.attoseconds > 0 ? 1 : 0)
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0
            ? "\(hours):\(padded(minutes)):\(padded(seconds % 60))"
            : "\(minutes):\(padded(seconds % 60))"
    }

    package func finish() {
        guard audience == .people else { return }
        write("\r\u{1B}[K")
    }

    /// Puts a text on the terminal at once.
    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
