import Foundation
import Testing
import _TestSupport

/// What the command tells a program that started it.
@Suite struct PageFormTests {
    /// Starts a command whose standard input the caller holds.
    private static func started(
        _ words: [String], _ out: String
    ) throws -> (process: Process, input: FileHandle) {
        _ = FileManager.default.createFile(atPath: out, contents: nil)
        let (process, input) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: LindungProcess.executable)
        process.arguments = words + ["--format=page"]
        process.currentDirectoryURL = URL(fileURLWithPath: LindungProcess.root)
        process.standardInput = input
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle.nullDevice
        _ = fcntl(input.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try process.run()
        return (process, input.fileHandleForWriting)
    }

    @Test("Progress in lines, then the report as one document")
    func told() throws {
        let folder = try TemporaryFolder()
        let (process, input) = try Self.started(
            [
                "sense", "scenarios/kota-probolinggo/dasar.yaml", "--method", "morris",
                "--samples", "20",
            ], folder.path("out"))
        process.waitUntilExit()
        try input.close()
        #expect(process.terminationStatus == 0)
        let text = try String(contentsOfFile: folder.path("out"), encoding: .utf8)
        let lines = text.split(separator: "\n").prefix { $0.hasPrefix("progress ") }
        #expect(!lines.isEmpty)
        let json = text.dropFirst(lines.reduce(0) { $0 + $1.count + 1 })
        let report = try #require(
            JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((report["answer"] as? [String])?.isEmpty == false)
        #expect((report["tables"] as? [Any])?.isEmpty == false)
        #expect((report["sections"] as? String)?.contains("<table>") == true)
    }

    @Test("It ends when the program that started it is gone, and leaves nothing half-written")
    func orphaned() throws {
        let folder = try TemporaryFolder()
        let results = folder.path("hasil")
        let (process, input) = try Self.started(
            [
                "sense", "scenarios/jawa-timur/dasar.yaml", "--method", "sobol", "--samples",
                "65536", "--out", results,
            ], folder.path("out"))
        let start = ContinuousClock.now
        try input.close()
        while process.isRunning, ContinuousClock.now - start < .seconds(30) { usleep(20_000) }
        #expect(!process.isRunning)
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        #expect(process.terminationStatus == 128 + SIGHUP)
        #expect(!FileManager.default.fileExists(atPath: results))
    }
}
