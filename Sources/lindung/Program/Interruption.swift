import Formats
import Foundation

/// Leaves no partial file behind when the process is asked to stop.
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
}
