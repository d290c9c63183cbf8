import Foundation
import Testing

/// The manuals' commands work as they are typed, and both languages type the same.
@Suite struct ManualTests {
    static let manuals = ["README.md", "scenarios/README.md"]

    @Test("Both languages have the same headings, commands and files", arguments: manuals)
    func twins(path: String) throws {
        let english = try Manual(path)
        let indonesian = try Manual(path.dropLast(3) + ".id.md")
        #expect(english.headings == indonesian.headings)
        #expect(english.commands.map(Self.inAnyLanguage) == indonesian.commands)
        #expect(english.blocks.map(\.kind) == indonesian.blocks.map(\.kind))
        for (one, other) in zip(english.blocks, indonesian.blocks) where one.kind == "yaml" {
            #expect(Self.entries(one) == Self.entries(other))
        }
    }

    /// What a file says, without what its comments say of it.
    private static func entries(_ block: Manual.Block) -> [String] {
        block.lines.map(Manual.withoutComment).filter { !$0.isEmpty }
    }

    private static func inAnyLanguage(_ command: String) -> String {
        command.replacingOccurrences(of: " --lang en", with: "")
    }

    /// Every line that names a file names one that is there, or one that a line before it wrote.
    @Test("Commands work in their order, in one shell", arguments: manuals)
    func asTyped(path: String) throws {
        let room = try Room()
        let commands = try Manual(path).commands
        #expect(commands.count > 10)
        let typed = commands.filter { !$0.hasPrefix("make ") && !Self.isRunElsewhere($0) }
        #expect(typed.count > 10)
        let run = try room.run(typed.map(Self.quickly))
        #expect(run.status == 0, "\(run.errors)")
    }

    /// Whether other tests run the shipped question or scenarios that the command is about: they
    /// take minutes without optimization.
    private static func isRunElsewhere(_ command: String) -> Bool {
        let words = command.split(separator: " ").map(String.init)
        let files = words.dropFirst(2).filter { $0.hasPrefix("scenarios/jawa-timur/") }
        let tested =
            ShippedScenarioTests.scenarios + ShippedTargetTests.targets
            + ShippedAllocationTests.names.map { "scenarios/jawa-timur/alokasi-\($0).yaml" }
        return ["compare", "allocate", "target"].contains(words.dropFirst().first)
            && !files.isEmpty
            && files.allSatisfy { tested.contains($0) || $0 == "scenarios/jawa-timur/*.yaml" }
    }

    /// The command with fewer draws.
    private static func quickly(_ command: String) -> String {
        command.replacing(/--(draws|samples) \d+/) { "--\($0.output.1) 64" }
    }
}

/// A copy of what a reader has after `make install`, where commands may write.
private final class Room {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let files = FileManager.default
        for name in ["scenarios", "notebooks-data"] {
            try files.copyItem(
                atPath: LindungProcess.root + "/" + name, toPath: folder.path(name))
        }
        try files.createDirectory(
            atPath: folder.path("home/.local/bin"), withIntermediateDirectories: true)
        try files.createSymbolicLink(
            atPath: folder.path("home/.local/bin/lindung"),
            withDestinationPath: LindungProcess.executable)
    }

    /// Runs lines in one shell, which stops at the first that fails and says which it was.
    func run(_ lines: [String]) throws -> (status: Int32, errors: String) {
        let script = folder.path("typed.sh")
        let head = ["set -eu", "trap 'echo \"at: $BASH_COMMAND\" >&2' ERR"]
        try (head + lines).joined(separator: "\n").write(
            toFile: script, atomically: true, encoding: .utf8)
        let errors = folder.path("errors")
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = [script]
        process.currentDirectoryURL = folder.url
        let home = folder.path("home")
        process.environment = ["HOME": home, "PATH": "\(home)/.local/bin:/usr/bin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: errors, encoding: .utf8))
    }
}
