import ArgumentParser
import Formats
import Foundation
import Quantities
import Reading

/// Starts the page and turns what it throws into words and an exit code.
@main
enum AppProgram {
    static let language = Language.asked(
        CommandLine.arguments, ProcessInfo.processInfo.environment["LINDUNG_LANG"])

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let watched = stopping()
        defer { for source in watched { source.cancel() } }
        do {
            let options = try AppOptions.parse()
            try await options.serve()
        } catch let faults as InputFaults {
            note(faults.diagnostics.rendered(in: language))
            exit(2)
        } catch {
            end(error)
        }
    }

    /// Ends at once when the process is asked to, whatever is being computed, and leaves no partial
    /// file behind.
    private static func stopping() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { PartialFiles.removeAllAndExit(128 + number) }
            source.resume()
            return source
        }
    }

    /// Help and the version are results; anything else is a fault of the arguments.
    private static func end(_ error: any Error) -> Never {
        let isResult = AppOptions.exitCode(for: error) == .success
        let text = UsageText.translated(
            AppOptions.fullMessage(for: error), isResult: isResult, in: language)
        if isResult { print(text) } else { note(text) }
        exit(isResult ? 0 : 2)
    }

    static func say(_ phrase: Phrase) -> String { phrase[language] }

    static func note(_ text: String) {
        try? FileHandle.standardError.write(
            contentsOf: Data((ControlCharacters.shown(text) + "\n").utf8))
    }
}
