import Foundation
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// The tables of all 514 kabupaten and kota: what they add up to, that no region is missing, and
/// the ages of provinces.
@Suite struct NationDataTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
    private static let workspace = Result {
        try Workspace(asked: nil, files: SourceFiles(root: root))
    }
    private static let nation = RegionCode.indonesia

    /// Every row of a table.
    private func rows(
        _ file: String, _ key: [String], _ numbers: String...
    ) throws -> [DataRows.Row] {
        let columns = DataTable.Columns(
            key: ["region"] + key, numbers: numbers.map { ($0, -1e16...1e16) })
        return try DataTable(file, columns, in: Self.workspace.get()).rows(within: Self.nation).rows
    }

    @Test("Employed persons: 146,542,264 in 2025; regions make provinces, provinces the nation")
    func employed() throws {
        let rows = try rows("workforce/employed_structure.csv", ["year"], "employed_persons")
        let regions = try Self.workspace.get().catalogue.regions
        for (year, ofYear) in Dictionary(grouping: rows, by: { $0["year"] }) {
            var persons: [String: Double] = [:]
            for row in ofYear { persons[row["region"]] = row.number("employed_persons") }
            #expect(persons.count == 514 + 38 + 1, "\(year)")
            let provinces = regions.regions.map(\.code).filter { $0.level == .province }
            for province in provinces {
                let parts = regions.kabkota(in: province).map { persons[$0.code] ?? .nan }
                #expect(parts.reduce(0, +) == persons[province.code], "\(province) \(year)")
            }
            let sum = provinces.reduce(0) { $0 + (persons[$1.code] ?? .nan) }
            #expect(sum == persons["00"], "\(year)")
            if year == "2025" { #expect(sum == 146_542_264) }
        }
    }

    @Test("Workers of 14 segments and ASN, TNI, Polri make the employed of August 2024")
    func segments() throws {
        let workers = try rows("workforce/segments.csv", ["segment"], "workers_persons")
        let employed = try rows(
            "workforce/workforce.csv", ["year"], "employed_persons", "asn_tni_polri_persons")
        let sums = Dictionary(grouping: workers) { $0["region"] }.mapValues { rows in
            rows.reduce(0) { $0 + ($1.number("workers_persons") ?? .nan) }
        }
        #expect(sums.count == 514)
        #expect(workers.count == 514 * 14)
        for row in employed where row["year"] == "2024" && row["region"].contains(".") {
            let others = row.number("asn_tni_polri_persons") ?? .nan
            let whole = row.number("employed_persons") ?? .nan
            #expect((sums[row["region"]] ?? .nan) + others == whole, "\(row["region"])")
        }
    }

    @Test(
        "Every kabupaten and kota has its rows",
        arguments: [
            ("coverage/opening.csv", ["segment"]),
            ("coverage/funded_quota.csv", ["segment", "year"]),
            ("budget/purse_ceilings.csv", ["purse", "year", "month"]),
            ("wages/minimum_wages.csv", ["year"]), ("poverty/poverty.csv", ["year"]),
            ("poverty/inequality.csv", ["year"]), ("poverty/welfare.csv", ["key"]),
            ("regions/population_history.csv", ["year"]), ("coverage/region_totals.csv", []),
        ])
    func complete(_ file: String, _ key: [String]) throws {
        let codes = Set(try rows(file, key).map { $0["region"] }.filter { $0.contains(".") })
        let regions = try Self.workspace.get().catalogue.regions
        #expect(codes == Set(regions.kabkota(in: Self.nation).map(\.code)))
    }

    @Test("Every kabupaten and kota has an outline")
    func outlines() throws {
        let workspace = try Self.workspace.get()
        let regions = workspace.catalogue.regions.kabkota(in: Self.nation)
        let outlines = try OutlineReader(workspace).outlines(of: regions)
        #expect(Set(outlines.map(\.region)) == Set(regions))
        for ring in outlines.flatMap(\.parts).flatMap({ $0 }) {
            #expect(ring.points.count >= 3)
            #expect(ring.points.allSatisfy { (94...142).contains($0.longitude) })
            #expect(ring.points.first != ring.points.last)
        }
    }

    @Test(
        "A name gives the first scenario that the code gives",
        arguments: [
            ("61.71", "Kota Pontianak"), ("32.01", "Kabupaten Bogor"), ("73.71", "Kota Makassar"),
        ])
    func templates(_ code: String, _ name: String) throws {
        let workspace = try Self.workspace.get()
        let made = try ScenarioTemplate(code, workspace: workspace, in: .indonesian).text
        #expect(try ScenarioTemplate(name, workspace: workspace, in: .indonesian).text == made)
        #expect(made.contains("until: 2030-12"))
        #expect(made.contains("rates/regional.csv"))
        let policy = try policy(made)
        #expect(policy.regions.map(\.code) == [code])
        #expect(policy.segments.count >= 13)
    }

    @Test("Where a scenario speaks of several provinces each has its own ages")
    func ages() throws {
        let (both, one, other) = (
            try child("34\", \"75"), try child("34"), try child("75")
        )
        #expect(Set(both.scenario.provinceCohorts.keys.map(\.code)) == ["34", "75"])
        for (alone, region) in [(one, "34.71"), (other, "75.71")] {
            #expect(alone.scenario.provinceCohorts.isEmpty)
            let code = try #require(RegionCode(region))
            let (mine, theirs) = (
                both.scenario.cohorts(of: code), alone.scenario.cohorts(of: code)
            )
            #expect(mine.map(\.stockShare) == theirs.map(\.stockShare))
            #expect(mine.map(\.entrantShare) == theirs.map(\.entrantShare))
        }
        #expect(one.scenario.cohorts.map(\.stockShare) != other.scenario.cohorts.map(\.stockShare))
    }

    /// The scenario of the nation for some regions.
    private func child(_ regions: String) throws -> ResolvedPolicy {
        try policy(
            """
            name: anak
            title: Anak
            extends: \(Self.root)/scenarios/indonesia/dasar.yaml
            regions: ["\(regions)"]
            """)
    }

    /// The scenario of a text.
    private func policy(_ text: String) throws -> ResolvedPolicy {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString + ".yaml")
        try text.write(to: file, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: file) }
        return try Self.workspace.get().policy(file.path).value
    }
}
