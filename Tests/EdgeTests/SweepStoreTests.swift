import Analysis
import Foundation
import Testing

@testable import Formats
@testable import Policy
@testable import Quantities
@testable import Store

/// The store of a sweep survives any end of the process, refuses what is not its own, and never
/// gives a wrong result.
@Suite struct SweepStoreTests {
    private static let effort = SweepFolder.Effort(threads: 2, block: 5)
    private static let header = SweepFixture.header(12)

    /// A whole sweep of 24 evaluations in a folder, and the bytes of its store.
    private static func swept(_ folder: String) async throws -> [UInt8] {
        _ = try await resumed(folder, nil)
        return try bytes(folder)
    }

    private static func bytes(_ folder: String, _ name: String = "sweep.store") throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
    }

    private static func write(_ bytes: some Collection<UInt8>, _ folder: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/sweep.store"))
    }

    /// The results after the store was changed and the sweep run again.
    private static func resumed(
        _ folder: String, _ store: (some Collection<UInt8>)?
    ) async throws -> (results: [UInt8], done: Int, damaged: Int) {
        if let store { try write(store, folder) }
        let sweep = try SweepFolder(folder, header: header)
        let (done, damaged) = (sweep.done, sweep.damaged)
        try await sweep.run(SweepFixture.work(12), effort)
        try sweep.finish(
            picture: SweepFixture.picture, report: SweepFixture.report,
            package: SweepFixture.package)
        return (try bytes(folder, "results.csv"), done, damaged)
    }

    private static func resumed(
        _ folder: String, _ store: [UInt8]?
    ) async throws -> (results: [UInt8], done: Int, damaged: Int) {
        try await resumed(folder, store.map { $0[...] })
    }

    /// What a damaged store came to: its evaluations that were still good; nil where it is refused.
    ///
    /// Whoever reads it and whoever goes on with it come to the right results, or to none.
    private static func outcome(
        _ folder: String, _ store: some Collection<UInt8>, _ results: [UInt8], _ note: Comment
    ) async throws -> Int? {
        try write(store, folder)
        do {
            let swept = try ExperimentStore(folder, in: SourceFiles())
            #expect(swept.inputs.map(\.digest) == [SHA256(results)], note)
        } catch is InputFaults {
        } catch is SweepStoreFault {
        } catch is OutputFault {
        }
        do {
            let again = try await resumed(folder, store)
            #expect(again.results == results, note)
            return again.done
        } catch is SweepStoreFault {
        } catch is OutputFault {
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder)
        where name.hasPrefix("sweep.store-") {
            try FileManager.default.removeItem(atPath: folder + "/" + name)
        }
        return nil
    }

    @Test(
        "A changed byte anywhere costs evaluations or the store, never a result", arguments: 0..<4)
    func changedByte(_ turn: Int) async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        let results = try Self.bytes(folder.path, "results.csv")
        var done: [Int?] = []
        for place in stride(from: turn * 29, to: whole.count, by: 116) {
            var changed = whole
            changed[place] ^= UInt8(1 << (place % 8))
            done.append(
                try await Self.outcome(folder.path, changed, results, "byte \(place)"))
        }
        #expect(done.count > 130)
        #expect(done.contains(24) && done.contains(19), "\(Set(done))")
    }

    @Test("Cut off anywhere, it is refused or goes on to the same results")
    func cutAnywhere() async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        let results = try Self.bytes(folder.path, "results.csv")
        var refused = 0
        for length in stride(from: 0, to: whole.count, by: 173) {
            let done = try await Self.outcome(
                folder.path, whole.prefix(length), results, "cut to \(length) bytes")
            refused += done == nil ? 1 : 0
            if length == 0 { #expect(done == 0) }
        }
        #expect(refused > 80)
    }

    @Test("The log of a killed process, cut off anywhere, goes on to the same results")
    func killed() async throws {
        let folder = try ScratchFolder()
        _ = try await Self.swept(folder.path + "/whole")
        let results = try Self.bytes(folder.path + "/whole", "results.csv")
        let live = try SweepFolder(folder.path + "/live", header: Self.header)
        for block in SweepWork.blocks(of: [0..<24], size: 5) {
            let chunk = SweepChunk(SweepFixture.work(12).block(block), Self.header.columns)
            try live.store.append(chunk, digest: chunk.digest(Self.header.digest))
            try live.store.flush()
        }
        let store = try Self.bytes(folder.path + "/live")
        let log = try Self.bytes(folder.path + "/live", "sweep.store-wal")
        let path = folder.path + "/killed"
        var found: Set<Int> = []
        for length in Array(stride(from: 0, to: log.count, by: 701)) + [log.count] {
            try? FileManager.default.removeItem(atPath: path)
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            try Data(log.prefix(length)).write(
                to: URL(fileURLWithPath: path + "/sweep.store-wal"))
            let again = try await Self.resumed(path, store)
            #expect(again.results == results, "cut to \(length) bytes")
            found.insert(again.done)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: path).sorted()
                    == [
                        "datapackage.json", "manifest.json", "report.md", "results.csv",
                        "sweep.store", "sweep.vl.json",
                    ])
        }
        #expect(found == [0, 5, 10, 15, 20, 24])
    }

    @Test("A changed number costs the evaluations of its row, and they are told")
    func damagedRow() async throws {
        let folder = try ScratchFolder()
        var whole = try await Self.swept(folder.path)
        let results = try Self.bytes(folder.path, "results.csv")
        // The point 6/7, which stands in the second of the rows alone.
        let number = withUnsafeBytes(of: 6.0 / 7) { Array($0) }
        let place = try #require(whole.indices.first { whole[$0...].starts(with: number) })
        whole[place] ^= 1
        let again = try await Self.resumed(folder.path, whole)
        #expect(again.done == 19)
        #expect(again.damaged == 1)
        #expect(again.results == results)
    }

    @Test("Numbers come back from a row to the same bits, and so do choices and reasons")
    func numbers() throws {
        let numbers: [Double] = [
            0, -0.0, 1, -1, 0.1, 1e15, 1e15 - 1, 123_456_789_012_345, .pi, -1 / 3,
            .leastNonzeroMagnitude,
            .greatestFiniteMagnitude, .infinity, -.infinity, 1e21, 2.5, 999_999_999_999_999.9,
        ]
        let columns = SweepColumns(
            policies: ["p"], inputs: [.init(name: "x"), .init(name: "c", choices: ["a", "b"])],
            outcomes: [.init(name: "y", unit: .share)], points: numbers.count + 1)
        let values = numbers + [7]
        let work = SweepWork(
            alternatives: 1, points: values.count, point: { [values[$0], 1] },
            evaluate: { _, points in
                points.map {
                    $0[0] == 7 ? .failed(SweepFixture.Refused()) : .values([$0[0]])
                }
            })
        let block = work.block(0..<columns.points)
        let folder = try ScratchFolder()
        let header = SweepHeader(name: "angka", columns: columns)
        var found: [SweepChunk] = []
        do {
            let made = SweepChunk(block, columns)
            let store = try SweepFolder(folder.path, header: header).store
            try store.append(made, digest: made.digest(header.digest))
            try store.finish()
            try store.read { found.append($0) }
        }
        let chunk = try #require(found.first)
        var rows = SweepRows(columns, .plain)
        rows.append(chunk.part(0..<3))
        rows.append(chunk.part(3..<columns.points))
        let lines = String(decoding: rows.bytes, as: UTF8.self).split(separator: "\n")
        for (number, value) in numbers.enumerated() {
            #expect(chunk.input(0, number).bitPattern == value.bitPattern)
            #expect(chunk.outcome(0, number).bitPattern == value.bitPattern)
            let cell = lines[number + 1].split(separator: ",")[2]
            #expect(Double(cell)?.bitPattern == value.bitPattern, "\(cell)")
        }
        #expect(lines[numbers.count + 1] == "p,18,7,b,,other Refused")
    }

    @Test("A store of another plan is refused and told what differs")
    func otherPlan() async throws {
        let folder = try ScratchFolder()
        _ = try await Self.swept(folder.path)
        let header = SweepFixture.header(12, name: "lain")
        let fault = #expect(throws: SweepStoreFault.self) {
            _ = try SweepFolder(folder.path, header: header)
        }
        let told = fault?.diagnostic
        #expect(told?.message.english.contains("another sweep: its plan is another") == true)
        #expect(told?.hint?.english.contains("--start-over to discard the 24 results") == true)
        let anew = try SweepFolder(folder.path, header: header, startsOver: true)
        #expect(anew.done == 0)
    }

    @Test("A store of another version is refused, by those who read it too")
    func otherVersion() async throws {
        let folder = try ScratchFolder()
        let json = Self.header.json.replacing(
            "\"version\":\"\(ProgramVersion.current)\"", with: "\"version\":\"0.0.1\"")
        let header = try #require(SweepHeader(json: json.utf8))
        do {
            let old = try SweepFolder(folder.path, header: header)
            try await old.run(SweepFixture.work(12), Self.effort)
        }
        let told = "dihitung dengan versi 0.0.1, sekarang \(ProgramVersion.current)"
        let swept = try ExperimentStore(folder.path, in: SourceFiles())
        for now in [nil, Self.header] {
            let faults = #expect(throws: InputFaults.self) { try swept.check(now, "hasil") }
            let fault = faults?.diagnostics.first
            #expect(fault?.message.indonesian.hasSuffix("hasil berkasnya: " + told) == true)
            #expect(
                fault?.hint?.indonesian
                    == "hitung lagi: lindung sweep uji --out hasil --start-over")
        }
        let fault = #expect(throws: SweepStoreFault.self) {
            _ = try SweepFolder(folder.path, header: Self.header)
        }
        #expect(fault?.diagnostic.message.indonesian == "folder ini berisi sapuan lain: " + told)
    }

    @Test("A store of another format, and files that are none")
    func otherFormats() async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        func told(_ bytes: some Collection<UInt8>) throws -> Phrase? {
            try Self.write(bytes, folder.path)
            let fault = #expect(throws: SweepStoreFault.self) {
                _ = try SweepFolder(folder.path, header: Self.header)
            }
            #expect(throws: SweepStoreFault.self) {
                _ = try ExperimentStore(folder.path, in: SourceFiles())
            }
            // What is refused stays as it is.
            #expect(try Self.bytes(folder.path) == Array(bytes))
            return fault?.diagnostic.message
        }
        var later = whole
        later[63] = 9
        #expect(
            try told(later)?.english == "this store has format 9; this program knows format 2 only")
        let lines = Array("lindung-sweep 1\n83c1f0aa 0 {\"columns\":{}}\n".utf8)
        #expect(
            try told(lines)?.indonesian
                == "simpanan ini berformat 1, program ini hanya mengenal format 2")
        for old in [later, lines] {
            try Self.write(old, folder.path)
            let anew = try SweepFolder(folder.path, header: Self.header, startsOver: true)
            #expect(anew.done == 0)
        }
        var foreign = whole
        foreign[71] ^= 1
        for none in [foreign, Array("titik,hasil\n1,2\n".utf8)] {
            #expect(try told(none)?.english == "this file is not a store of a sweep")
            #expect(throws: SweepStoreFault.self) {
                _ = try SweepFolder(folder.path, header: Self.header, startsOver: true)
            }
        }
        var torn = whole
        let place = try #require(torn.firstRange(of: Array("\"design\"".utf8)))
        torn[place.lowerBound + 1] ^= 1
        #expect(try told(torn)?.indonesian == "simpanan ini rusak")
        let anew = try SweepFolder(folder.path, header: Self.header, startsOver: true)
        #expect(anew.done == 0)
    }

    @Test("Two cannot write to one store, and none reads what another writes")
    func locked() async throws {
        let folder = try ScratchFolder()
        _ = try await Self.swept(folder.path)
        let first = try SweepFolder(folder.path, header: Self.header)
        for _ in 0..<2 {
            let fault = #expect(throws: SweepStoreFault.self) {
                _ = try SweepFolder(folder.path, header: Self.header, startsOver: true)
            }
            #expect(fault?.diagnostic.message.english.contains("another process") == true)
            #expect(throws: SweepStoreFault.self) {
                _ = try ExperimentStore(folder.path, in: SourceFiles())
            }
        }
        #expect(first.done == 24)
    }

    @Test("The commands that added evaluations are noted")
    func runs() async throws {
        let folder = try ScratchFolder()
        for part in [1, 3, 3] {
            let sweep = try SweepFolder(folder.path + "/a", header: Self.header)
            try await sweep.run(SweepFixture.work(12), .init(threads: 1, shard: (part, 3)))
        }
        do {
            let rest = try SweepFolder(folder.path + "/b", header: Self.header)
            try await rest.run(SweepFixture.work(12), Self.effort)
        }
        _ = try SweepMerge.run(
            ["/a", "/b"].map { folder.path + $0 }, out: folder.path + "/a",
            picture: SweepFixture.picture, report: SweepFixture.report,
            package: SweepFixture.package)
        let history = try SweepHistory(folder.path + "/a", in: SourceFiles())
        #expect(history.runs.map(\.command) == ["sweep 1/3", "sweep 3/3", "merge"])
        #expect(history.runs.map(\.evaluations) == [8, 8, 8])
        #expect(history.done == 24)
        for run in history.runs { #expect(run.began <= run.last && run.last.hasSuffix("Z")) }
    }
}

/// A folder that goes away with its owner.
final class ScratchFolder {
    let path: String

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("lindung-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
