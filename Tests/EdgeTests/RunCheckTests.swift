import Analysis
import Foundation
import Testing

@testable import Formats
@testable import Policy
@testable import Reading
@testable import Reporting

/// The gates of a result, its manifest and its digest.
@Suite struct RunCheckTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static func workspace() throws -> Workspace {
        try Workspace(asked: "notebooks-data", files: SourceFiles(root: root))
    }

    static func result(_ workspace: Workspace, _ name: String) throws -> ScenarioResult {
        let reading = try workspace.policy("scenarios/kota-probolinggo/\(name).yaml")
        return try ScenarioResult(reading.value, law: workspace.law)
    }

    @Test(arguments: ["dasar", "bulan-dipotong", "dbhcht-dipangkas"])
    func shippedScenariosPass(_ name: String) throws {
        let workspace = try Self.workspace()
        let check = RunCheck(try Self.result(workspace, name))
        for outcome in check.outcomes {
            #expect(outcome.passed, "\(outcome.gate.rawValue): \(outcome.worst)")
        }
        #expect(check.outcomes.map(\.gate) == RunCheck.Gate.allCases)
    }

    @Test func equalInputsHaveEqualDigests() throws {
        let workspace = try Self.workspace()
        let first = try Self.result(workspace, "dasar")
        let digest = { (result: ScenarioResult) in SHA256(PolicyDigest(result).bytes) }
        #expect(digest(first) == digest(try Self.result(workspace, "dasar")))
        #expect(digest(first) != digest(try Self.result(workspace, "mandiri")))
    }

    @Test func inputsAreEveryFileThatSetSomething() throws {
        let workspace = try Self.workspace()
        let scenario = try Self.result(workspace, "mandiri").policy.scenario
        let paths = try workspace.inputs([scenario]).map(\.path)
        #expect(paths == paths.sorted())
        for path in [
            "scenarios/kota-probolinggo/mandiri.yaml", "scenarios/kota-probolinggo/dasar.yaml",
            "scenarios/jawa-timur/dasar.yaml", "notebooks-data/segments.yaml",
            "notebooks-data/law/overlays.yaml", "notebooks-data/budget/purse_ceilings.csv",
        ] {
            #expect(paths.contains(path), "\(path)")
        }
    }
}
