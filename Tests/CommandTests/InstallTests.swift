import Foundation
import Testing

/// `make install` and `make uninstall`, with the command of the tests in place of a release.
@Suite struct InstallTests {
    /// Runs a target of the Makefile without building first.
    private func make(_ target: String, _ prefix: String) throws -> Int32 {
        try ran(
            "/usr/bin/make",
            ["-s", "-o", "build", target, "PREFIX=\(prefix)"]
                + ["LINDUNG=\(LindungProcess.executable)"], in: LindungProcess.root)
    }

    private func ran(
        _ program: String, _ arguments: [String], in folder: String
    ) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test("What is installed finds its data from any folder, and goes away whole")
    func installs() throws {
        let folder = try TemporaryFolder()
        let prefix = folder.path("di sini")
        #expect(try make("install", prefix) == 0)
        let program = prefix + "/bin/lindung"
        #expect(try ran(program, ["doctor"], in: folder.url.path) == 0)
        #expect(try ran(program, ["init", "35.74", "--quiet"], in: folder.url.path) == 0)
        #expect(try make("install", prefix) == 0)
        let data = prefix + "/share/lindung/notebooks-data"
        let files = FileManager.default
        #expect(
            try files.contentsOfDirectory(atPath: data).sorted()
                == files.contentsOfDirectory(atPath: LindungProcess.root + "/notebooks-data")
                .sorted())
        #expect(try make("uninstall", prefix) == 0)
        #expect(!files.fileExists(atPath: program))
        #expect(!files.fileExists(atPath: data))
    }
}
