import Foundation
import Testing

@testable import Formats
@testable import Store

/// The history of questions opens after any end of its process, for one process at a time.
@Suite struct RunHistoryTests {
    private static func folder() -> String {
        NSTemporaryDirectory() + "riwayat-" + UUID().uuidString
    }

    private static func add(_ history: RunHistory, _ number: Int = 1) throws -> RecordedRun {
        try history.add(
            kind: "sapuan", form: "berkas=a%2Fb.yaml&n=\(number)",
            words: ["sweep", "a b.yaml", "--seed", "\(number)"], language: "id")
    }

    @Test("What was kept comes back, the latest first; a note stays when a run goes on")
    func kept() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var history: RunHistory? = try RunHistory(folder)
        var run = try Self.add(try #require(history))
        #expect(run.state == .waiting && run.words == ["sweep", "a b.yaml", "--seed", "1"])
        (run.state, run.answer, run.digest) = (.done, "Jawaban", "ab12")
        (run.done, run.total, run.began, run.ended) = (3, 4, run.asked, run.asked)
        try history?.note("penting", on: run.id)
        try history?.keep(run)
        _ = try Self.add(try #require(history), 2)
        history = nil
        let again = try RunHistory(folder)
        run.note = "penting"
        #expect(try again.run(run.id) == run)
        #expect(try again.runs(most: 10).map(\.id) == [2, 1])
        #expect(try again.runs(most: 1).map(\.id) == [2])
        #expect(try again.run(3) == nil)
    }

    @Test("What was open when the process went has broken off, and numbers are not given twice")
    func broken() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var history: RunHistory? = try RunHistory(folder)
        var running = try Self.add(try #require(history))
        running.state = .running
        try history?.keep(running)
        let waiting = try Self.add(try #require(history), 2)
        history = nil
        let again = try RunHistory(folder)
        for id in [running.id, waiting.id] { #expect(try again.run(id)?.state == .broken) }
        #expect(try Self.add(again, 3).id == 3)
    }

    @Test("A second program is told that the history is in use")
    func locked() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let history = try RunHistory(folder)
        let fault = #expect(throws: InputFaults.self) { try RunHistory(folder) }
        #expect(fault?.diagnostics.rendered(in: .english).contains("another lindung-app") == true)
        #expect(try history.runs(most: 1).isEmpty)
    }

    @Test("A file that is no history is left as it is")
    func others() throws {
        let folder = Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/runs.sqlite"
        let text = Data(String(repeating: "bukan riwayat\n", count: 200).utf8)
        try text.write(to: URL(fileURLWithPath: path))
        #expect(throws: InputFaults.self) { try RunHistory(folder) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    }
}
