import Foundation
import Quantities

/// Tells on a terminal how far a sweep is: done, rate, time left; silent anywhere else.
///
///     menghitung 1.200 / 4.000, 350/detik, sisa 0:08
///
/// The rate is that of this process alone: what an earlier one had done counts as done, not as
/// fast.
package final class SweepProgress {
    /// Whether anybody looks: a terminal, and no wish for quiet.
    private let isShown: Bool
    private let language: Language
    private let total: Int
    /// When it began, and with how much done before.
    private let start = ContinuousClock.now
    private var first: Int?
    /// When something was shown last.
    private var last = ContinuousClock.now - .seconds(1)

    /// A line for a part of a sweep; silent where standard error is no terminal.
    ///
    /// - Parameter total: evaluations of the part, those done before among them.
    package init(of total: Int, in language: Language, isQuiet: Bool = false) {
        self.total = total
        self.language = language
        isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Shows how many evaluations are done, ten times a second at most.
    package func show(_ done: Int) {
        guard isShown else { return }
        let before = first ?? done
        first = before
        let now = ContinuousClock.now
        guard now - last > .milliseconds(100) else { return }
        last = now
        let seconds = (now - start) / .seconds(1)
        let rate = seconds > 0 ? Double(done - before) / seconds : 0
        let left = rate > 0 ? Double(total - done) / rate : .nan
        let text = Phrase.sweepProgress(done, of: total, rate: rate, left: left)[language]
        write("\r\u{1B}[K\(text)")
    }

    package func finish() {
        if isShown { write("\r\u{1B}[K") }
    }

    /// Puts a text on the terminal at once.
    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
