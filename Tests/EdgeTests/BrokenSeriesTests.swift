import Analysis
import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One oddity in each file of `BrokenSeries`, and in each tree of `BrokenTrees`, named after it:
/// what is said of it, word for word.
@Suite struct BrokenSeriesTests {
    static let names = FixtureFolder.names(in: "BrokenSeries", suffix: ".csv")
    static let trees = FixtureFolder.names(in: "BrokenTrees", suffix: ".csv")
    private static let files = FixtureFolder.files

    @Test("Every broken file has its expected text, and there are many")
    func complete() {
        for (folder, names, least) in [
            ("BrokenSeries", Self.names, 20), ("BrokenTrees", Self.trees, 7),
        ] {
            #expect(names == FixtureFolder.names(in: folder, suffix: ".expected"))
            #expect(names == FixtureFolder.names(in: folder, suffix: ".expected.en"))
            #expect(names.count >= least)
        }
    }

    @Test("What is said of a series", arguments: names, Language.allCases)
    func series(_ name: String, _ language: Language) throws {
        let bounds = ["negative", "ratio-above-one"].contains(name) ? 0.0...1 : nil
        let told = told {
            try SeriesTable.read("BrokenSeries/\(name).csv", bounds: bounds, files: Self.files)
                .warnings
        }
        try FixtureFolder.compare(
            told.rendered(in: language), "BrokenSeries/\(name)", in: language)
    }

    @Test("What is said of a tree", arguments: trees, Language.allCases)
    func tree(_ name: String, _ language: Language) throws {
        let table = try SeriesTable.read("BrokenTrees/series/series.csv", files: Self.files).value
        let told = told {
            try SeriesHierarchy.read(
                "BrokenTrees/\(name).csv", over: table, files: Self.files
            ).warnings
        }
        try FixtureFolder.compare(
            told.rendered(in: language), "BrokenTrees/\(name)", in: language)
    }

    private func told(_ read: () throws -> [Diagnostic]) -> [Diagnostic] {
        do {
            return try read()
        } catch {
            return (error as? InputFaults)?.diagnostics ?? []
        }
    }
}
