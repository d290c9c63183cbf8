import Analysis
import Foundation
import Testing

@testable import Formats
@testable import Policy
@testable import Quantities
@testable import Store

/// The store of a sweep survives any end of the process, and refuses what is not its own.
@Suite struct SweepStoreTests {
    private static let effort = SweepFolder.Effort(threads: 2, block: 5)

    /// A whole sweep of 24 evaluations in a folder, and the bytes of its store.
    private static func swept(_ folder: String) async throws -> [UInt8] {
        let header = SweepFixture.header(12)
        let sweep = try SweepFolder(folder, header: header)
        try await sweep.run(SweepFixture.work(12), effort)
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/sweep.store")))
    }

    /// The bytes of the results after the store was changed and the sweep run again.
    ///
    /// - Parameter hasResults: false compares stores alone, which decide the results.
    private static func resumed(
        _ folder: String, _ store: some Collection<UInt8>, hasResults: Bool = true
    ) async throws -> (results: Data, store: [UInt8], done: Int) {
        let url = URL(fileURLWithPath: folder + "/sweep.store")
        try Data(store).write(to: url)
        let sweep = try SweepFolder(folder, header: SweepFixture.header(12))
        let done = sweep.done
        try await sweep.run(SweepFixture.work(12), effort)
        if hasResults { try sweep.finish(report: SweepFixture.report) }
        let results = URL(fileURLWithPath: folder + "/results.csv")
        return (
            hasResults ? try Data(contentsOf: results) : Data(),
            [UInt8](try Data(contentsOf: url)), done
        )
    }

    @Test("Cut off at every byte of its last three lines, it goes on to the same bytes")
    func cutAnywhere() async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        let ends = whole.indices.filter { whole[$0] == 10 }
        for length in ends[ends.count - 4] + 1...whole.count {
            let again = try await Self.resumed(
                folder.path, whole.prefix(length), hasResults: false)
            #expect(again.store == whole, "cut to \(length) bytes")
            #expect(again.done == 21 + whole[..<length].count { $0 == 10 } - (ends.count - 3))
        }
    }

    @Test("Cut off within its header, it begins anew")
    func cutInHeader() async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        let header = try #require(whole.firstIndex(of: 10)) + 40
        for length in [0, 1, 8, 15, 16, 17, header] {
            let again = try await Self.resumed(folder.path, whole.prefix(length))
            #expect(again.store == whole, "cut to \(length) bytes")
            #expect(again.done == 0)
        }
    }

    @Test("A changed byte costs the line it stands in and nothing else")
    func damagedLine() async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        let reference = try await Self.resumed(folder.path, whole)
        let ends = whole.indices.filter { whole[$0] == 10 }
        for place in ends[4] + 1..<ends[5] {
            var changed = whole
            changed[place] ^= 1
            // A new line end divides the line, so that two are damaged.
            let again = try await Self.resumed(folder.path, changed)
            #expect(again.done == 23, "byte \(place)")
            #expect(again.results == reference.results, "byte \(place)")
        }
    }

    @Test("Rows in any order, some twice, give the same results")
    func shuffledLines() async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        let reference = try await Self.resumed(folder.path, whole)
        let lines = whole.split(separator: 10)
        let shuffled = Array(lines[2...].reversed()) + [lines[5], lines[9]]
        let store = (lines[..<2] + shuffled).flatMap { $0 + [10] }
        let again = try await Self.resumed(folder.path, store)
        #expect(again.done == 24)
        #expect(again.results == reference.results)
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

    @Test("A store of another version or format, and a file that is none")
    func otherVersions() async throws {
        let folder = try ScratchFolder()
        let whole = try await Self.swept(folder.path)
        let url = URL(fileURLWithPath: folder.path + "/sweep.store")
        func told(_ bytes: some Collection<UInt8>) throws -> String? {
            try Data(bytes).write(to: url)
            let fault = #expect(throws: SweepStoreFault.self) {
                _ = try SweepFolder(folder.path, header: SweepFixture.header(12))
            }
            return fault?.diagnostic.message.english
        }
        let json = SweepFixture.header(12).json.replacing(
            "\"version\":\"\(ProgramVersion.current)\"", with: "\"version\":\"0.0.1\"")
        let old = Array(SweepStore.magic.utf8) + SweepLines.line(0, json)
        #expect(try told(old)?.contains("computed with version 0.0.1, now") == true)
        #expect(try told(Array("lindung-sweep 9\n".utf8) + whole)?.contains("format 9") == true)
        #expect(try told(Array("titik,hasil\n1,2\n".utf8))?.contains("not a store") == true)
    }

    @Test("Two processes cannot write to one store")
    func locked() async throws {
        let folder = try ScratchFolder()
        _ = try await Self.swept(folder.path)
        let first = try SweepFolder(folder.path, header: SweepFixture.header(12))
        let fault = #expect(throws: SweepStoreFault.self) {
            _ = try SweepFolder(folder.path, header: SweepFixture.header(12))
        }
        #expect(fault?.diagnostic.message.english.contains("another process") == true)
        #expect(first.done == 24)
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
