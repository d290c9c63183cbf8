import Foundation
import Quantities

/// Tells how far a sweep is: people on a terminal its rate and the time left, a program in lines.
///
///     menghitung 1.200 / 4.000, 350/detik, sisa 0:08
///
/// The rate is that of this process alone: what an earlier one had done counts as done, not as
/// fast.
package final class SweepProgress {
    private let audience: ProgressAudience
    private let language: Language
    private let total: Int
    /// When it began, and with how much done before.
    private let start = ContinuousClock.now
    private var first: Int?
    /// When something was shown last.
    private var last = ContinuousClock.now - .seconds(1)

    /// A line for a part of a sweep.
    ///
    /// - Parameter total: evaluations of the part, those done before among them.
    package init(of total: Int, in language: Language, to audience: ProgressAudience) {
        self.total = total
        self.language = language
        self.audience = audience.present
    }

    /// Shows how many evaluations are done, ten times a second at most.
    package func show(_ done: Int) {
        guard audience != .nobody else { return }
        let before = first ?? done
        first = before
        let now = ContinuousClock.now
        guard now - last > .milliseconds(100) else { return }
        last = now
        guard audience == .people else {
            return ProgressAudience.tellPrograms(done, of: total)
        }
        let seconds = (now - start) / .seconds(1)
        let rate = seconds > 0 ? Double(done - before) / seconds : 0
        let left = rate > 0 ? Double(total - done) / rate : .nan
        let text = Phrase.sweepProgress(done, of: total, rate: rate, left: left)[language]
        write("\r\u{1B}[K\(text)")
    }

    package func finish() {
        if audience == .people { write("\r\u{1B}[K") }
    }

    /// Puts a text on the terminal at once.
    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
