import Formats
import Foundation
import Quantities
import Testing
import _TestSupport

@testable import LindungApp
@testable import Store

/// A history of questions in a folder of its own, and the desk that asks them.
struct OpenRuns {
    /// How often a test looks before it gives up. Looks are counted and not seconds: beside other
    /// tests that hold the threads, the next look may be late, and so may the answer be.
    private static let patience = 1200

    let folder: String
    let queue: RunQueue
    let open: OpenDesk

    /// - Parameters:
    ///   - folder: where a history is already; nil begins one.
    ///   - scenarios: the folder of scenarios.
    init(_ folder: String? = nil, scenarios: String = "scenarios") throws {
        let place = folder ?? NSTemporaryDirectory() + "tanya-" + UUID().uuidString
        queue = try RunQueue(
            place, command: BuiltProgram.path("lindung"), data: nil,
            files: SourceFiles(root: OpenDesk.root))
        self.folder = place
        open = OpenDesk(scenarios, runs: queue)
    }

    /// Sends a form; the number of the run that it started.
    func ask(_ form: String, in language: Language = .indonesian) async throws -> Int64 {
        let answer = await open.post("/tanya/mulai", form, in: language)
        #expect(answer.status == 303, "\(answer.text)")
        return try #require(answer.text.split(separator: "=").last.flatMap { Int64($0) })
    }

    /// The run once something holds of it.
    func run(
        _ id: Int64, when isReached: (RecordedRun) -> Bool = { !$0.state.isOpen }
    ) async throws -> RecordedRun {
        for _ in 0..<Self.patience {
            if let run = try await queue.run(id), isReached(run) { return run }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Overdue(id: id)
    }

    /// What a run left in its folder of results.
    func file(_ id: Int64, _ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(id)/results/\(name)"))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    struct Overdue: Error {
        let id: Int64
    }
}
