import Foundation
import Testing

/// What the README shows is what the command prints.
@Suite struct ReadMeTests {
    private static func text(_ name: String) throws -> String {
        try String(contentsOfFile: LindungProcess.root + "/" + name, encoding: .utf8)
    }

    /// The fenced blocks of a Markdown file.
    private static func blocks(_ text: String) -> [[String]] {
        text.components(separatedBy: "```").enumerated()
            .filter { $0.offset % 2 == 1 }
            .map { $0.element.split(separator: "\n").map(String.init) }
    }

    /// The words of a command line, with quotes around some.
    private static func words(_ line: String) -> [String] {
        line.components(separatedBy: "\"").enumerated().flatMap { part in
            part.offset % 2 == 1
                ? [part.element] : part.element.split(separator: " ").map(String.init)
        }
    }

    @Test(
        "The first block is the comparison of East Java", arguments: ["README.md", "README.id.md"])
    func comparison(name: String) throws {
        let shown = try #require(try Self.blocks(Self.text(name)).first)
        let scenarios = ShippedScenarioTests.scenarios.filter { $0.contains("jawa-timur") }
        let run = try LindungProcess(
            ["compare"] + scenarios + ["--baseline", "dasar"]
                + (name == "README.md" ? ["--lang", "en"] : []))
        #expect(run.status == 0, "\(run.errors)")
        let lines = Set(run.output.split(separator: "\n").map(String.init))
        #expect(shown.count > 8)
        for line in shown where !line.hasPrefix("$") { #expect(lines.contains(line), "\(line)") }
    }

    @Test("Commands with their output give that output", arguments: ["README.md", "README.id.md"])
    func examples(name: String) throws {
        let examples = try Self.blocks(Self.text(name)).filter { block in
            block.first?.hasPrefix("$ lindung tariff") ?? false
        }
        #expect(!examples.isEmpty)
        for block in examples {
            let arguments = Self.words(block[0]).dropFirst(2)
            let run = try LindungProcess(Array(arguments))
            #expect(run.output.split(separator: "\n").map(String.init) == Array(block.dropFirst()))
        }
    }

    @Test("Every command of the list of uses is one that the program has")
    func uses() throws {
        let help = try LindungProcess("--help", "--lang", "en").output
        for name in ["README.md", "README.id.md"] {
            let lines = try Self.blocks(Self.text(name)).joined().filter {
                $0.hasPrefix("lindung ")
            }
            #expect(lines.count >= 8)
            for line in lines {
                let command = Self.words(line)[1]
                #expect(help.contains("\n  \(command) "), "\(command)")
            }
        }
    }
}
