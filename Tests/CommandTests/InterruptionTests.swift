import Foundation
import Testing

/// A command that is asked to stop leaves nothing behind.
@Suite struct InterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func noPartialFile(_ signal: Int32) throws {
        let folder = try TemporaryFolder()
        let inner = folder.url.appendingPathComponent("hasil")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
        let process = try LindungProcess.started(
            [
                "run", "scenarios/kalimantan-tengah/dasar.yaml", "--quiet", "--resolved",
                inner.appendingPathComponent("angka.json").path,
            ], [:], folder.path("out"), folder.path("err"))
        // Wait for the hidden file, then interrupt its writing.
        var hidden: [String] = []
        while process.isRunning, hidden.isEmpty {
            usleep(2000)
            hidden = try FileManager.default.contentsOfDirectory(atPath: inner.path)
                .filter { $0.hasSuffix(".tmp") }
        }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(!hidden.isEmpty, "the file was seen in the making")
        #expect(process.terminationStatus == 128 + signal)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inner.path).isEmpty)
    }
}
