import ArgumentParser
import Formats
import Foundation

/// Starts the command and turns what it throws into words and an exit code.
@main
enum Program {
    static func main() async {
        Interruption.watch()
        do {
            try Invocation.check(CommandLine.arguments)
            var command = try Lindung.parseAsRoot()
            if Interface.isForPage { Interruption.watchInput() }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(error)
        }
    }

    private static func end(_ error: any Error) -> Never {
        switch error {
        case let faults as InputFaults:
            Interface.note(faults.diagnostics.rendered(in: Interface.language))
            exit(ExitStatus.badInput)
        case let fault as OutputFault:
            if fault.reason != .closedPipe {
                Interface.note(fault.diagnostic.rendered(in: Interface.language))
            }
            exit(ExitStatus.badInput)
        case let failure as CheckFailure:
            Interface.note(failure.text)
            exit(ExitStatus.checkFailed)
        default: endParsing(error)
        }
    }

    /// Help, the version and completions are results; anything else is a fault of the arguments.
    private static func endParsing(_ error: any Error) -> Never {
        let isResult = Lindung.exitCode(for: error) == .success
        let text = UsageText.translated(
            Lindung.fullMessage(for: error), isResult: isResult, in: Interface.language)
        guard isResult else {
            Interface.note(text)
            exit(ExitStatus.badInput)
        }
        do {
            try Interface.print(text)
        } catch {
            exit(ExitStatus.badInput)
        }
        exit(ExitStatus.done)
    }
}

/// What the process tells its caller.
enum ExitStatus {
    static let done: Int32 = 0
    /// A check did not pass.
    static let checkFailed: Int32 = 1
    /// Arguments, files or the place for results cannot be used.
    static let badInput: Int32 = 2
}

/// A check that did not pass, in the words of its report.
struct CheckFailure: Error {
    let text: String
}
