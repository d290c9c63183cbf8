import Analysis
import Formats
import Quantities

/// How a sweep came to what its folder holds: the commands that added evaluations.
public struct SweepHistory: Sendable {
    /// A command that added some.
    public struct Run: Sendable, Equatable {
        /// `sweep`, `sweep 2/7` of a part, `merge`.
        public let command: String
        /// When it began, and when it last added any, as ISO 8601 in UTC.
        public let began, last: String
        /// How many it added.
        public let evaluations: Int
    }

    /// What the results rest on.
    public let header: SweepHeader
    /// How many evaluations are there.
    public let done: Int
    /// In the order in which they began.
    public let runs: [Run]

    /// - Throws: ``InputFaults`` for a folder without a store, ``SweepStoreFault``,
    ///   ``OutputFault``.
    public init(_ folder: String, in files: SourceFiles) throws {
        let store = try SweepStore(reading: folder, in: files)
        header = store.header
        done = store.done
        runs = try store.runs()
    }
}
