import Foundation

/// Who is told how much of a piece of work is done.
package enum ProgressAudience: Sendable {
    case nobody
    /// Where standard error is a terminal.
    case people
    /// Lines `progress 120 4000` on standard output, for a program that started this one.
    case programs

    /// Nobody in place of people whom no terminal shows anything.
    var present: ProgressAudience {
        self == .people && isatty(STDERR_FILENO) != 1 ? .nobody : self
    }

    /// Tells programs; nothing can be done where that fails.
    static func tellPrograms(_ done: Int, of total: Int) {
        try? FileHandle.standardOutput.write(contentsOf: Data("progress \(done) \(total)\n".utf8))
    }
}
