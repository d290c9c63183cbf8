import Formats
import Foundation
import Quantities
import Store

/// The process that answers a question: the command, told to speak to this program.
///
/// It ends when its standard input does, so that it never outlives the program that started it.
final class RunWorker: @unchecked Sendable {
    /// How a process ended.
    enum Ending: Sendable {
        case exited(Int32)
        case killed
    }

    /// How long a process may take to leave nothing behind.
    private static let patience = 5.0

    /// Set once, before it is shared.
    private let process: Process
    private let input: Pipe

    /// Starts the process.
    ///
    /// - Parameters:
    ///   - command: the program.
    ///   - root: the folder in which it runs.
    ///   - onEnd: called once, on any thread.
    /// - Throws: ``InputFaults`` where the program is not there, ``OutputFault``.
    init(
        _ run: RecordedRun, command: String, root: String, data: String?, in folder: RunFolder,
        onEnd: @escaping @Sendable (Ending) -> Void
    ) throws {
        guard FileManager.default.isExecutableFile(atPath: command) else {
            throw InputFaults(
                option: command,
                Phrase(
                    id: "program 'lindung' tidak ada di sebelah lindung-app",
                    en: "the program 'lindung' is not beside lindung-app"),
                hint: Phrase(
                    id: "pasang keduanya di folder yang sama: make install app",
                    en: "install both in one folder: make install app"))
        }
        try folder.prepare()
        (process, input) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments =
            run.words + (data.map { ["--data", $0] } ?? [])
            + ["--lang", run.language, "--out", folder.results, "--format=page"]
        process.currentDirectoryURL = URL(fileURLWithPath: root)
        process.standardInput = input
        process.standardOutput = FileHandle(forWritingAtPath: folder.output)
        process.standardError = FileHandle(forWritingAtPath: folder.errors)
        process.terminationHandler = { process in
            onEnd(
                process.terminationReason == .exit ? .exited(process.terminationStatus) : .killed)
        }
        // A process that is started later must not hold the other end open.
        for end in [input.fileHandleForReading, input.fileHandleForWriting] {
            _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
        }
        do {
            try process.run()
        } catch {
            throw InputFaults(
                option: command,
                Phrase(id: "tidak dapat dijalankan (\(error))", en: "cannot be run (\(error))"))
        }
        // Pages come first.
        setpriority(
            __priority_which_t(PRIO_PROCESS.rawValue), UInt32(process.processIdentifier), 10)
    }

    /// Asks the process to stop, and ends it where it does not.
    func stop() {
        let process = process
        process.terminate()
        DispatchQueue.global().asyncAfter(deadline: .now() + Self.patience) {
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }
}
