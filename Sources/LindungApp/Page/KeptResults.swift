import Foundation

/// What was computed, kept while the files that it rests on stay as they are.
actor KeptResults<Value: Sendable> {
    private struct Entry {
        let value: Value
        let stamps: [String: FileStamp]
        var lastUse: Int
    }

    private let most: Int
    private var entries: [String: Entry] = [:]
    private var uses = 0

    /// - Parameter most: how many results are kept; the one that was not asked for longest goes.
    init(most: Int) { self.most = most }

    /// A result under a name: the one that is kept, else a new one.
    ///
    /// - Parameter compute: also gives the absolute paths of the files that it read.
    func value(
        _ name: String, compute: @Sendable () async throws -> (Value, files: [String])
    ) async throws -> Value {
        uses += 1
        if let entry = entries[name], entry.stamps.allSatisfy({ FileStamp($0.key) == $0.value }) {
            entries[name]?.lastUse = uses
            return entry.value
        }
        let (value, files) = try await compute()
        let stamps = Dictionary(
            files.map { ($0, FileStamp($0)) }, uniquingKeysWith: { first, _ in first })
        entries[name] = Entry(value: value, stamps: stamps, lastUse: uses)
        while entries.count > most,
            let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })?.key
        {
            entries[oldest] = nil
        }
        return value
    }
}

/// What tells two versions of a file apart without reading it; all zero where there is none.
struct FileStamp: Hashable, Sendable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int64
    private let node: UInt64

    init(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            (seconds, nanoseconds, size, node) = (0, 0, 0, 0)
            return
        }
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        size = Int64(status.st_size)
        node = UInt64(status.st_ino)
    }
}
