import Foundation
import Testing

/// What the README shows is what the command prints.
@Suite struct ReadMeTests {
    /// The fenced blocks of a Markdown file.
    private static func blocks(_ name: String) throws -> [[String]] {
        try Manual(name).blocks.map { $0.lines.filter { !$0.isEmpty } }
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
        let shown = try #require(try Self.blocks(name).first)
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
        let examples = try Self.blocks(name).filter { block in
            ["$ lindung tariff", "$ lindung compare scenarios/kab-malang"].contains {
                block.first?.hasPrefix($0) ?? false
            }
        }
        #expect(examples.count == 2)
        for block in examples {
            let arguments = Self.words(block[0]).dropFirst(2)
            let run = try LindungProcess(Array(arguments))
            #expect(run.output.split(separator: "\n").map(String.init) == Array(block.dropFirst()))
        }
    }
}
