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
    /// What is being computed; whoever asks for the same waits for it.
    private var running: [String: Task<(Value, files: [String]), any Error>] = [:]
    private var uses = 0

    /// - Parameter most: how many results are kept; the one that was not asked for longest goes.
    init(most: Int) { self.most = most }

    /// Whether a result is kept under a name, and the files that it rests on are as they were.
    func holds(_ name: String) -> Bool {
        entries[name].map { entry in
            entry.stamps.allSatisfy { FileStamp($0.key) == $0.value }
        } ?? false
    }

    /// A result under a name: the one that is kept, else a new one.
    ///
    /// - Parameter compute: also gives the absolute paths of the files that it read.
    func value(
        _ name: String, compute: @escaping @Sendable () async throws -> (Value, files: [String])
    ) async throws -> Value {
        uses += 1
        if holds(name), let entry = entries[name] {
            entries[name]?.lastUse = uses
            return entry.value
        }
        if let task = running[name] { return try await task.value.0 }
        let task = Task { try await compute() }
        running[name] = task
        defer { running[name] = nil }
        let (value, files) = try await task.value
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
