import Analysis
import Formats
import Quantities

/// How a sweep came to what its folder holds: the commands that added evaluations.
package struct SweepHistory: Sendable {
    package struct Run: Sendable, Equatable {
        /// `sweep`, `sweep 2/7` of a part, `merge`.
        package let command: String
        /// When it began, and when it last added any, as ISO 8601 in UTC.
        package let began, last: String
        package let evaluations: Int
    }

    package let header: SweepHeader
    package let done: Int
    /// In the order in which they began.
    package let runs: [Run]

    /// - Throws: ``InputFaults`` for a folder without a store, ``SweepStoreFault``,
    ///   ``OutputFault``.
    package init(_ folder: String, in files: SourceFiles) throws {
        let store = try SweepStore(reading: folder, in: files)
        header = store.header
        done = store.done
        runs = try store.runs()
    }
}
