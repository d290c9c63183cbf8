import Formats
import Foundation

/// Leaves no partial file behind when the process is asked to stop, or who started it is gone.
enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    nonisolated(unsafe) private static var sources: [any DispatchSourceSignal] = []

    /// Watches for the signals of Ctrl-C, `kill` and a closed terminal.
    ///
    /// The exit code is then 128 plus the signal's number, as shells give it.
    ///
    /// A closed pipe is no signal but an error of writing, so that it ends the command like any
    /// other.
    static func watch() {
        signal(SIGPIPE, SIG_IGN)
        let queue = DispatchQueue(label: "lindung.interruption")
        sources = signals.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { PartialFiles.removeAllAndExit(128 + number) }
            source.resume()
            return source
        }
    }

    /// Stops once standard input ends, as on a signal: the program that started this one holds its
    /// other end, and would not be there to stop it.
    static func watchInput() {
        Thread.detachNewThread {
            while let bytes = try? FileHandle.standardInput.read(upToCount: 64), !bytes.isEmpty {}
            PartialFiles.removeAllAndExit(128 + SIGHUP)
        }
    }
}
