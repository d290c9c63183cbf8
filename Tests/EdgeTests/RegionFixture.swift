import Analysis
import Foundation
import Policy
import Quantities

@testable import Formats
@testable import Reading

/// Results of one region under the shipped data, with some lines of its own.
enum RegionFixture {
    /// The package's folder.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    /// The shipped data.
    static let workspace = Result { try Workspace(asked: nil, files: SourceFiles(root: root)) }

    /// A region of Jawa Timur as it is, with other levers.
    static func result(_ region: String, levers: String = "") throws -> ScenarioResult {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString + ".yaml")
        try """
        name: uji
        title: Uji
        extends: \(root)/scenarios/jawa-timur/dasar.yaml
        regions: ["\(region)"]
        levers:
          budget.revision_month: 7
        \(levers)
        """.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        let workspace = try workspace.get()
        return try ScenarioResult(try workspace.policy(file.path).value, law: workspace.law)
    }
}
