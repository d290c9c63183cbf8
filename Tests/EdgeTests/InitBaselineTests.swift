import Foundation
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// A first scenario of a region says what a child of its province's scenario says.
@Suite struct InitBaselineTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let workspace = Result {
        try Workspace(asked: nil, files: SourceFiles(root: root))
    }

    /// The scenario of a text.
    private func policy(_ text: String) throws -> ResolvedPolicy {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString + ".yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Self.workspace.get().policy(file.path).value
    }

    /// A child of a province's scenario for some regions.
    private func child(_ folder: String, _ regions: String) throws -> ResolvedPolicy {
        try policy(
            """
            name: anak
            title: Anak
            extends: \(Self.root)/scenarios/\(folder)/dasar.yaml
            regions: ["\(regions)"]
            """)
    }

    @Test(
        "Every kabupaten and kota, and the province itself",
        arguments: [("jawa-timur", "35"), ("kalimantan-tengah", "62")])
    func sameAsAChild(_ folder: String, _ province: String) throws {
        let workspace = try Self.workspace.get()
        let code = try #require(RegionCode(province))
        let regions = workspace.catalogue.regions.kabkota(in: code)
        #expect(regions.count >= 14)
        for region in [code] + regions {
            let made = try policy(
                ScenarioTemplate(region.code, workspace: workspace, in: .indonesian).text)
            let child = try child(folder, region.code)
            #expect(made.mismatches(with: child) == [], "\(region)")
            #expect(made.sharedChanges(to: child) == [], "\(region)")
            let (ours, theirs) = (made.uncertainty, child.uncertainty)
            #expect(Set(ours.keys) == Set(theirs.keys), "\(region)")
            #expect(ours.filter { theirs[$0.key] != $0.value }.keys.sorted() == [], "\(region)")
        }
    }

    @Test("Budgets, poverty, accidents and deaths come along")
    func bringsEverything() throws {
        let workspace = try Self.workspace.get()
        let made = try policy(
            ScenarioTemplate("35.07", workspace: workspace, in: .english).text)
        let region = try #require(RegionCode("35.07"))
        let start = made.horizon.lowerBound
        let (formal, farmers) = (SegmentID("formal"), SegmentID("petani"))
        #expect(made.timeline(Parameters.accidentRate, formal, region)[start] == 0.0139)
        #expect(made.timeline(Parameters.mortalityLoad, farmers, region)[start] == 0.67)
        for path in ["apbd.spending", "population", "poverty.headcount", "household.size"] {
            let definition = try #require(Parameters.definition(path))
            let number = made.settings(definition, member: nil, region: region)?
                .step(at: start)?.value.number
            #expect((number ?? 0) > 0, "\(path)")
        }
    }

    @Test("Age bands are those of the narrowest group that holds all regions")
    func cohortsFollowTheRegions() throws {
        let one = try child("jawa-timur", "35.07")
        let two = try child("jawa-timur", "35.07\", \"35.74")
        let all = try child("jawa-timur", "35")
        let shares = [one, two, all].map { $0.scenario.cohorts.map(\.stockShare) }
        #expect(shares[0] != shares[2])
        #expect(shares[1] == shares[2])
    }
}

extension ResolvedPolicy {
    /// What is uncertain: how far the inputs of each key spread. A range of one number is none.
    fileprivate var uncertainty: [String: [String]] {
        var found: [String: [String]] = [:]
        for input in scenario.uncertainInputs {
            if let range = input.setting.provenance.range, range.lowerBound == range.upperBound {
                continue
            }
            found["\(input.setting.address.key)", default: []].append("\(input.spread)")
        }
        return found.mapValues { $0.sorted() }
    }
}
