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

    @Test("Year and month may stand in two columns, quarters too, and columns have common names")
    func columns() throws {
        let files = [
            "bulan.csv": "nama,tahun,bulan,jumlah_peserta\nA,2024,Desember,1\nA,2025,1,2\n",
            "triwulan.csv": "tahun,triwulan,nilai\n2024,4,1\n2025,1,2\n",
            "satuan.csv": "periode;orang;sumber\n2024-12;1,5;x\n2025-01;2;x\n",
            "angka.csv": "waktu,nilai\n1,1\n2,2\n",
            "semester.csv": "bulan,nilai\n2024-03,1\n2024-09,2\n2025-03,2\n",
        ]
        let expected = [
            "bulan.csv": ("A", "2024-12", "2025-02", 12), "angka.csv": ("angka", "1", "3", 1),
            "triwulan.csv": ("triwulan", "2024-Q4", "2025-Q2", 4),
            "satuan.csv": ("satuan", "2024-12", "2025-02", 12),
            "semester.csv": ("semester", "2024-03", "2025-09", 2),
        ]
        try FixtureFolder.inFolder(files) { folder in
            for (file, (name, first, next, period)) in expected {
                let table = try SeriesTable.read(
                    file, locale: .indonesian, files: SourceFiles(root: folder)
                ).value
                let member = try #require(table[name])
                #expect(member.first.text == first)
                #expect(member.time(member.series.count).text == next)
                #expect(member.series.period == period)
            }
        }
    }

    private func told(_ read: () throws -> [Diagnostic]) -> [Diagnostic] {
        do {
            return try read()
        } catch {
            return (error as? InputFaults)?.diagnostics ?? []
        }
    }
}
