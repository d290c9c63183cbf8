import Analysis
import Foundation
import Testing

@testable import Costing
@testable import Coverage
@testable import Policy
@testable import Quantities
@testable import Reading
@testable import Reporting

/// A stranger computes a result again from the resolved configuration.
@Suite struct ResolvedConfigurationTests {
    typealias Object = [String: Any]

    private static func document(
        _ result: ScenarioResult, _ workspace: Workspace
    ) throws -> Object {
        var bytes: [UInt8] = []
        try ResolvedConfiguration(result, catalogue: workspace.catalogue).write { bytes += $0 }
        let json = try JSONSerialization.jsonObject(with: Data(bytes))
        return try #require(json as? Object)
    }

    @Test(arguments: ["dasar", "mandiri"])
    func recomputed(_ name: String) throws {
        let workspace = try RunCheckTests.workspace()
        let result = try RunCheckTests.result(workspace, name)
        let document = try Self.document(result, workspace)
        let cells = try #require(document["cells"] as? [Object])
        #expect(cells.count == result.policy.segments.count)
        var bills: [(cell: Object, funded: [Double])] = []
        var worst = 0.0
        for (segment, cell) in cells.enumerated() {
            let stranger = StrangersProjection(cell, of: document)
            for (month, record) in result.projection.segments[segment].months.enumerated() {
                for (mine, theirs) in zip(record.exposed, stranger.exposed[month]) {
                    worst = max(worst, abs(mine - theirs) / max(1, mine))
                }
            }
            bills.append((cell, stranger.exposed.map { $0[1] + $0[2] + $0[3] }))
        }
        #expect(worst < 1e-10, "people")
        let bill = StrangersBill(bills, region: "35.74", of: document)
        for row in result.purseRows {
            let theirs = bill.paid["\(row.year) \(result.costs.name(of: row.bearer))"] ?? 0
            #expect(abs(theirs - Double(row.paid.amount)) < 0.51, "\(row)")
        }
    }

    @Test func everyListHasAValueForEachMonth() throws {
        let workspace = try RunCheckTests.workspace()
        let document = try Self.document(
            try RunCheckTests.result(workspace, "dasar"), workspace)
        let months = try #require(document["months"] as? [String])
        #expect(months.count == 72)
        let cell = try #require((document["cells"] as? [Object])?.first)
        for (name, value) in cell {
            if let list = value as? [Any] { #expect(list.count == months.count, "\(name)") }
        }
        let readMe = try #require(document["read_me"] as? [String])
        for word in [
            "expm", "retention", "ceiling_rp", "cap-heads", "remainder",
            "S0, which is S on route pu",
            "not less than 0", "may still use what is left", "waiting_person_months = paid F1+F2",
        ] {
            #expect(readMe.contains { $0.contains(word) }, "\(word)")
        }
    }
}
