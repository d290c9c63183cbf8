import Analysis
import Foundation
import Testing

@testable import Formats
@testable import Policy
@testable import Quantities
@testable import Store

/// How a sweep is computed changes no byte of its results.
@Suite struct SweepFolderTests {
    private static let points = 31
    private static let files = [
        "results.csv", "sweep.vl.json", "report.md", "datapackage.json", "manifest.json",
    ]

    /// Computes a part of the sweep in a folder.
    private static func compute(_ folder: String, _ effort: SweepFolder.Effort) async throws {
        let sweep = try SweepFolder(folder, header: SweepFixture.header(points))
        try await sweep.run(SweepFixture.work(points), effort)
        if sweep.isWhole {
            try sweep.finish(
                picture: SweepFixture.picture, report: SweepFixture.report,
                package: SweepFixture.package)
        }
    }

    private static func contents(_ folder: String) throws -> [Data] {
        try files.map { try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0)) }
    }

    @Test("Threads and blocks", arguments: [(1, 1), (1, 7), (2, 3), (4, 62), (3, 1000)])
    func threadsAndBlocks(_ threads: Int, _ block: Int) async throws {
        let folder = try ScratchFolder()
        try await Self.compute(folder.path + "/a", .init(threads: 1, block: 64))
        try await Self.compute(folder.path + "/b", .init(threads: threads, block: block))
        #expect(try Self.contents(folder.path + "/a") == Self.contents(folder.path + "/b"))
    }

    @Test("One part, and seven that are merged in any order", arguments: [1, 2, 7, 62, 70])
    func merged(_ parts: Int) async throws {
        let folder = try ScratchFolder()
        try await Self.compute(folder.path + "/whole", .init(threads: 2, block: 4))
        var paths: [String] = []
        for part in 1...parts {
            let path = folder.path + "/\(part)"
            paths.insert(path, at: part % 2 == 0 ? 0 : paths.count)
            try await Self.compute(path, .init(threads: 1, shard: (part, parts)))
        }
        let out = folder.path + "/merged"
        _ = try SweepMerge.run(
            paths, out: out, picture: SweepFixture.picture, report: SweepFixture.report,
            package: SweepFixture.package)
        #expect(try Self.contents(out) == Self.contents(folder.path + "/whole"))
    }

    @Test("Parts that overlap, of which one is where the whole goes")
    func overlapping() async throws {
        let folder = try ScratchFolder()
        try await Self.compute(folder.path + "/whole", .init(threads: 2, block: 4))
        for (name, part, parts) in [("a", 1, 2), ("b", 2, 3), ("c", 3, 3), ("d", 1, 1)] {
            try await Self.compute(
                folder.path + "/" + name, .init(threads: 1, block: 7, shard: (part, parts)))
        }
        for (parts, out) in [(["c", "b", "a"], "b"), (["d", "a", "d"], "e")] {
            _ = try SweepMerge.run(
                parts.map { folder.path + "/" + $0 }, out: folder.path + "/" + out,
                picture: SweepFixture.picture, report: SweepFixture.report,
                package: SweepFixture.package)
            #expect(
                try Self.contents(folder.path + "/" + out)
                    == Self.contents(folder.path + "/whole"))
        }
    }

    @Test("What no part has is named in ranges, and nothing is written")
    func missingParts() async throws {
        let folder = try ScratchFolder()
        for part in [1, 3, 7] {
            try await Self.compute(
                folder.path + "/\(part)", .init(threads: 1, shard: (part, 7)))
        }
        let out = folder.path + "/out"
        let faults = #expect(throws: InputFaults.self) {
            _ = try SweepMerge.run(
                [1, 3, 7].map { folder.path + "/\($0)" }, out: out, picture: SweepFixture.picture,
                report: SweepFixture.report, package: SweepFixture.package)
        }
        let told = faults?.diagnostics.first?.message.english
        #expect(told == "36 evaluations are missing: 9–17, 27–53")
        #expect(!FileManager.default.fileExists(atPath: out))
    }

    @Test("Parts of two sweeps, and a folder without a store")
    func foreignParts() async throws {
        let folder = try ScratchFolder()
        try await Self.compute(folder.path + "/a", .init(threads: 1))
        _ = try SweepFolder(folder.path + "/b", header: SweepFixture.header(4, name: "lain"))
        for (other, text) in [("/b", "its plan is another"), ("/c", "holds no store")] {
            let faults = #expect(throws: InputFaults.self) {
                _ = try SweepMerge.run(
                    [folder.path + "/a", folder.path + other], out: folder.path + "/d",
                    picture: SweepFixture.picture, report: SweepFixture.report,
                    package: SweepFixture.package)
            }
            #expect(faults?.diagnostics.first?.message.english.contains(text) == true)
        }
    }

    @Test("Rows say policy, point, inputs, outcomes and why there are none")
    func rows() async throws {
        let folder = try ScratchFolder()
        try await Self.compute(folder.path, .init(threads: 1))
        let text = try String(contentsOfFile: folder.path + "/results.csv", encoding: .utf8)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 63)
        #expect(lines[0] == "policy,point,x,pilihan,jumlah,rasio,titik,failed")
        #expect(lines[1] == "dasar,1,0,pu,0,-inf,,")
        #expect(
            lines[3] == "dasar,3,0.2857142857142857,bpu,285714285.7142857,-3.5,2,")
        #expect(lines[9] == "dasar,9,1.1428571428571428,bpu,,,,other Refused")
        #expect(lines[33].hasPrefix("\"lain, \"\"dua\"\"\",2,0.14285714285714285,\"a,b\",1428571"))
        let report = try String(contentsOfFile: folder.path + "/report.md", encoding: .utf8)
        #expect(report.contains("62 perhitungan, 6 gagal"))
        #expect(report.contains("| other Refused | galat lain: Refused | 6 | 9 |"))
    }

    @Test("Parts of every size cover all, each once")
    func shards() throws {
        for (count, of) in [(0, 3), (1, 1), (10, 3), (600, 7), (5, 9), (Int.max / 8, 1000)] {
            var next = 0
            for part in 1...of {
                let numbers = SweepFolder.Effort(threads: 1, shard: (part, of)).numbers(of: count)
                #expect(numbers.lowerBound == next)
                next = numbers.upperBound
            }
            #expect(next == count)
        }
        #expect(try SweepFolder.Effort.shard("2/7").part == 2)
        for text in ["0/7", "8/7", "1", "a/b", "1/2/3", ""] {
            #expect(throws: (any Error).self) { try SweepFolder.Effort.shard(text) }
        }
    }

    @Test("A table for Indonesian spreadsheets has the same cells")
    func indonesianMarks() async throws {
        let folder = try ScratchFolder()
        let sweep = try SweepFolder(folder.path + "/a", header: SweepFixture.header(Self.points))
        try await sweep.run(SweepFixture.work(Self.points), .init(threads: 2))
        try sweep.finish(
            picture: SweepFixture.picture, report: SweepFixture.report,
            package: SweepFixture.package)
        let plain = try Self.contents(folder.path + "/a")
        try sweep.finish(
            marks: .indonesian, picture: SweepFixture.picture, report: SweepFixture.report,
            package: SweepFixture.package)
        let marked = try Self.contents(folder.path + "/a")
        func cells(_ data: Data) throws -> [[String]] {
            let text = String(decoding: data, as: UTF8.self)
            var scanner = CSVScanner(SourceText(file: "x.csv", text: text))
            var rows: [[String]] = []
            while let row = try scanner.next() { rows.append(row.cells.map(\.text)) }
            return rows
        }
        let (first, second) = (try cells(plain[0]), try cells(marked[0]))
        #expect(first.count == second.count)
        for (a, b) in zip(first.joined(), second.joined()) where a != b {
            #expect(Double(b.replacing(",", with: ".")) == Double(a), "\(a) \(b)")
        }
        #expect(first != second)
    }

    @Test("Results and stores of others stay")
    func filesOfOthers() throws {
        let folder = try ScratchFolder()
        let url = URL(fileURLWithPath: folder.path)
        let header = SweepFixture.header(Self.points)
        try Data("saya".utf8).write(to: url.appendingPathComponent("results.csv"))
        #expect(throws: OutputFault(path: folder.path, reason: .holds(["results.csv"]))) {
            _ = try SweepFolder(folder.path, header: header)
        }
        _ = try SweepFolder(folder.path, header: header, replacesOthers: true)
        try Data("saya".utf8).write(to: url.appendingPathComponent("sweep.store"))
        #expect(throws: SweepStoreFault.self) {
            _ = try SweepFolder(folder.path, header: header, startsOver: true)
        }
        let kept = try Data(contentsOf: url.appendingPathComponent("sweep.store"))
        #expect(kept == Data("saya".utf8))
    }
}
