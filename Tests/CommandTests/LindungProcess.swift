import Foundation
import _TestSupport

/// One run of the built command, as a user runs it.
struct LindungProcess {
    let output: String
    let errors: String
    let status: Int32

    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let executable = BuiltProgram.path("lindung")

    /// Runs the command in the package's folder.
    init(_ arguments: String..., environment: [String: String] = [:], output: String? = nil)
        throws
    {
        try self.init(arguments, environment: environment, output: output)
    }

    /// - Parameter output: a file that gets standard output instead of the test.
    init(_ arguments: [String], environment: [String: String] = [:], output: String? = nil) throws {
        let folder = try TemporaryFolder()
        let (out, err) = (output ?? folder.path("out"), folder.path("err"))
        let process = try Self.started(arguments, environment, out, err)
        process.waitUntilExit()
        self.output = output == nil ? try String(contentsOfFile: out, encoding: .utf8) : ""
        errors = try String(contentsOfFile: err, encoding: .utf8)
        status = process.terminationStatus
    }

    /// Starts the command with its streams in files.
    static func started(
        _ arguments: [String], _ environment: [String: String] = [:], _ out: String, _ err: String
    ) throws -> Process {
        for path in [out, err] where !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: root)
        var variables = ProcessInfo.processInfo.environment
        for name in ["LINDUNG_LANG", "LINDUNG_DATA", "COLUMNS", "NO_COLOR"] {
            variables[name] = nil
        }
        process.environment = variables.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: err)
        try process.run()
        return process
    }

    /// Rows of a CSV without quoted cells, header included.
    var rows: [[String]] {
        output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

/// A folder that goes away with its owner.
final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("lindung-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    /// Everything in it, hidden files too.
    var contents: [String] {
        ((try? FileManager.default.subpathsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
}
