import Analysis
import Foundation
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Claims of the model lie beside the published ones.
@Suite struct ClaimRecordTests {
    /// A region with nothing changed.
    private static let malang = Result { try RegionFixture.result("35.07") }

    /// Published claims.
    private func record() throws -> ClaimRecord {
        try ClaimRecord(try RegionFixture.workspace.get())
    }

    @Test("The record lies near the default, and inside the range of the load")
    func recordLiesInside() throws {
        let (record, result) = (try record(), try Self.malang.get())
        let bpu = record.modelled(.bpu, result, year: 0)
        #expect(abs(bpu.ratio - 1.981) < 0.25)
        #expect(bpu.deaths < 3.85)
        #expect(bpu.ratio * 0.4 / 0.67 < 1.981 && 1.981 < bpu.ratio * 1 / 0.67)
        let all = record.modelled(.all, result, year: 0)
        #expect(abs(all.ratio - 0.914) < 0.15)
    }

    @Test("BPU are those who are registered so, all are all")
    func members() throws {
        let (record, result) = (try record(), try Self.malang.get())
        let all = record.modelled(.all, result, year: 2)
        #expect(
            abs(all.ratio - Indicator.claimRatioJKM.value(result.summary, year: 2)) < 1e-12)
        let bpu = result.policy.segments.indices.filter {
            let id = result.policy.segments[$0].id
            return result.policy.timeline(Parameters.route, id, result.policy.regions[0])[
                Month(2027, 1)] == .bpu
        }
        /// A figure of those segments.
        func sum(_ measure: Measure) -> Double {
            bpu.reduce(0) { $0 + result.summary.total(measure, year: 2, segment: $1) }
        }
        let ratio = sum(.jkmBenefit) / sum(.jkmContribution)
        #expect(abs(record.modelled(.bpu, result, year: 2).ratio - ratio) < 1e-12)
    }

    @Test("Years of the record and of the horizon stand side by side")
    func table() throws {
        let table = try record().table(try Self.malang.get())
        guard case .whole(let years) = table.keys[0].cells,
            case .number(let published) = table.measures[0].cells,
            case .number(let modelled) = table.measures[1].cells
        else {
            Issue.record("\(table)")
            return
        }
        #expect(years == Array(2019...2030))
        #expect(published[4] == 1.981 && published[5].isNaN)
        #expect(modelled[5].isNaN && modelled[6] > 1)
    }

    @Test("A table that is missing, or has a cell that is no number, is told")
    func faults() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let data = RegionFixture.root + "/notebooks-data"
        for name in try FileManager.default.contentsOfDirectory(atPath: data)
        where name != "protection" {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + name, withDestinationPath: data + "/" + name)
        }
        let workspace = try Workspace(asked: folder.path)
        #expect(throws: InputFaults.self) { try ClaimRecord(workspace) }
        try FileManager.default.createDirectory(
            atPath: folder.path + "/protection", withIntermediateDirectories: true)
        try """
        members,year,claim_ratio_jkm_share,deaths_per_thousand
        bpu,2023,banyak,3.85
        all,2024,0.914,
        """.write(
            toFile: folder.path + "/protection/claim_record.csv", atomically: true, encoding: .utf8)
        do {
            _ = try ClaimRecord(workspace)
            Issue.record("taken")
        } catch {
            #expect(error.diagnostics.first?.position.line == 2)
        }
    }
}
