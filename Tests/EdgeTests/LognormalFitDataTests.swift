import Analysis
import Foundation
import Quantities
import Testing
import Welfare

@testable import Formats
@testable import Policy
@testable import Reading

/// The shipped table of how well a lognormal fits, computed anew.
@Suite struct LognormalFitDataTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    @Test("All 38 regions of Jawa Timur: published, fitted, and the errors")
    func fit() throws {
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: Self.root))
        let codes = workspace.catalogue.regions.kabkota(in: try #require(RegionCode("35")))
        #expect(codes.count == 38)
        let table = try DataTable(
            "poverty/lognormal_fit.csv", .init(key: ["region"], numbers: []), in: workspace)
        for code in codes {
            let region = try PovertyRegion.read(code.code, in: workspace)
            let row = try #require(try table.rows(of: code.code).rows.first)
            func expect(_ column: String, _ value: Double, _ tolerance: Double) throws {
                let written = try #require(row.number(column), "\(code.code) \(column)")
                #expect(abs(written - value) <= tolerance, "\(code.code) \(column) \(value)")
            }
            let fitted = region.fitted
            try expect("p0_percent", region.headcount * 100, 1e-9)
            try expect("p1_percent", region.gap * 100, 1e-9)
            try expect("p2_percent", region.severity * 100, 1e-9)
            try expect("gini", region.gini, 1e-12)
            try expect("p1_fitted_percent", fitted.gap * 100, 5.001e-5)
            try expect("p2_fitted_percent", fitted.severity * 100, 5.001e-5)
            try expect("p1_error_points", (fitted.gap - region.gap) * 100, 5.001e-5)
            try expect("p2_error_points", (fitted.severity - region.severity) * 100, 5.001e-5)
            let other = LognormalWelfare(
                headcount: region.headcount, line: region.line,
                gini: try #require(row.number("gini_of_p1")))
            // The Gini is written with four decimals.
            #expect(abs(other.indices(below: region.line).gap - region.gap) < 2e-5)
        }
    }

    @Test("The errors are those that the folder's page names")
    func summary() throws {
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: Self.root))
        let state = try PovertyState(
            "35", errors: PaymentErrors(leakage: nil, exclusion: nil), in: workspace)
        let gap = try #require(
            FitErrors(state.neighbours, published: \.gap, fitted: \.gap))
        let severity = try #require(
            FitErrors(state.neighbours, published: \.severity, fitted: \.severity))
        func points(_ value: Double) -> String {
            NumberLocale.english.format(value * 100, decimals: 2)
        }
        let page = try String(
            contentsOfFile: Self.root + "/notebooks-data/poverty/README.md", encoding: .utf8)
        #expect(
            page.contains(
                "absolute error, percentage points | \(points(gap.absolute)) | "
                    + "\(points(severity.absolute)) |"))
        #expect(
            page.contains("| mean error | +\(points(gap.bias)) | +\(points(severity.bias)) |"))
        #expect(gap.worst.name == "Kabupaten Sampang")
        #expect(page.contains("| worst | +\(points(gap.worst.error)), Sampang"))
    }

    @Test("What a scenario reads agrees with what is published")
    func welfare() throws {
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: Self.root))
        let table = try DataTable(
            "poverty/welfare.csv", .init(key: ["region", "key"], numbers: []), in: workspace)
        for province in ["35", "62"] {
            let codes = workspace.catalogue.regions.kabkota(in: try #require(RegionCode(province)))
            for code in codes {
                let region = try PovertyRegion.read(code.code, in: workspace)
                let rows = try table.rows(of: code.code)
                func value(_ key: String) throws -> Double {
                    try #require(rows.first("key", key)?.number("value"), "\(code.code) \(key)")
                }
                #expect(abs(try value("poverty.headcount") - region.headcount) < 1e-12)
                #expect(try value("poverty.line") == region.line)
                #expect(try value("poverty.gini") == region.gini)
                #expect(abs(try value("population") - region.persons) <= 0.5)
            }
        }
    }
}
