import Foundation
import Lindung
import Testing

/// The page of the package, as a program of somebody else would use it.
@Suite struct ReadMeTests {
    @Test("The example of the README is these lines, and compares two scenarios")
    func example() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().path
        #expect(FileManager.default.changeCurrentDirectoryPath(root))
        var printed = ""
        func print(_ text: String) { printed += text }
        // Example.
        let paths = ["dasar", "mandiri"].map { "scenarios/kota-probolinggo/\($0).yaml" }
        let workspace = try Workspace(asked: nil, scenario: paths[0])
        let policies = try paths.map { try workspace.policy($0).value }
        let results = try policies.map { try ScenarioResult($0, law: workspace.law) }
        let comparison = try Comparison(results, baseline: "dasar")
        for table in comparison.tables { print(CSVWriter.text(table)) }
        // End of the example.
        #expect(printed.contains("public_bill_rp") && printed.contains("mandiri"))
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let readme = try String(
            contentsOfFile: root + "/Sources/Lindung/README.md", encoding: .utf8)
        let lines = try #require(source.firstMatch(of: /(?s)Example\.\n(.*?) +\/\/ End/)).output.1
            .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let shown = try #require(readme.firstMatch(of: /(?s)import Lindung\n\n(.*?)```/)).output.1
            .split(separator: "\n").map(String.init)
        #expect(lines == shown)
    }
}
