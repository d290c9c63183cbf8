import Foundation
import Testing

/// Help, version and completions, word for word.
@Suite struct HelpTests {
    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Snapshots")

    static let commands = [
        "", "run", "compare", "sweep", "history", "allocate", "check", "diff", "explain", "init",
        "tariff", "doctor", "forecast", "backtest", "template", "import", "report", "plot",
        "accept", "schema",
    ]

    /// With `LINDUNG_WRITE_SNAPSHOTS` set the files are written instead of compared.
    @Test(arguments: commands, ["id", "en"])
    func snapshot(_ command: String, _ language: String) throws {
        let words = (command.isEmpty ? [] : [command]) + ["--help"]
        let run = try LindungProcess(words, environment: ["LINDUNG_LANG": language])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let name = "\(command.isEmpty ? "lindung" : command).\(language).txt"
        let file = Self.folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["LINDUNG_WRITE_SNAPSHOTS"] != nil {
            try run.output.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(run.output == (try String(contentsOf: file, encoding: .utf8)))
    }

    @Test func version() throws {
        let run = try LindungProcess("--version")
        #expect(run.status == 0)
        #expect(run.output.split(separator: ".").count == 3)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) throws {
        let run = try LindungProcess("--generate-completion-script", shell)
        #expect(run.status == 0)
        #expect(run.output.contains("tariff"))
        #expect(run.output.contains("baseline"))
    }
}
