import Analysis
import Formats
import Foundation
internal import GRDB
import Quantities

/// The evaluations of a sweep in an SQLite file that survives the end of the process at any moment.
///
///     sweep   what the results rest on, with its digest
///     chunk   evaluations that lie beside each other, with their digest
///     run     which commands added evaluations, and when
///
/// What is committed stays, and what a killed process had not committed is as if it had never been.
/// While one process writes no other may write or read; the lock is the operating system's, so that
/// the end of a process, however it comes, gives it back. No row is used that does not fit its
/// digest.
///
/// A class, because it owns an open file that several parts of a sweep add to; it stays on the
/// thread that takes the results.
final class SweepStore {
    private static let schema = """
        CREATE TABLE sweep (header TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
        CREATE TABLE chunk (
            first INTEGER PRIMARY KEY, count INTEGER NOT NULL, inputs BLOB NOT NULL,
            outcomes BLOB NOT NULL, reasons TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
        CREATE TABLE run (
            command TEXT NOT NULL, began TEXT NOT NULL, last TEXT NOT NULL,
            evaluations INTEGER NOT NULL) STRICT;
        PRAGMA application_id = \(StoreFile.application);
        PRAGMA user_version = \(StoreFile.format);
        """

    let header: SweepHeader
    /// Which evaluations are there, written or gathered.
    private(set) var there = RangeSet<Int>()
    /// Rows that did not fit their digests and were thrown away.
    private(set) var damaged = 0
    private let file: StoreFile
    private let database: DatabaseQueue
    private let digest: String
    private var pending: [(chunk: SweepChunk, digest: String)] = []
    private var pendingSize = 0
    private var written = ContinuousClock.now
    /// What adds evaluations, since when, and its row once it has added any.
    private var run = (command: "", began: Date(), row: Int64?.none)

    /// Opens the store of a folder for writing, or begins it.
    ///
    /// - Parameter startsOver: throws away what is there.
    /// - Throws: ``OutputFault``, ``SweepStoreFault``.
    init(_ file: StoreFile, header: SweepHeader, startsOver: Bool) throws {
        (self.file, self.header, digest) = (file, header, header.digest)
        if startsOver { file.discardLines() }
        database = try file.opened()
        try file.telling {
            if startsOver, try database.read({ try file.holdsStore($0, ofAnyFormat: true) }) {
                try database.erase()
            }
            try database.writeWithoutTransaction(open)
        }
    }

    private func open(_ db: Database) throws {
        let isThere = try file.holdsStore(db)
        if isThere {
            let found = try Self.header(db)
            guard found.digest == digest else {
                let rows = try Int.fetchOne(db, sql: "SELECT sum(count) FROM chunk") ?? 0
                throw SweepStoreFault(path: file.path, .other(found, header, rows: rows))
            }
            let damaged = try scan(db)
            for first in damaged {
                try db.execute(sql: "DELETE FROM chunk WHERE first = ?", arguments: [first])
            }
            self.damaged = damaged.count
        }
        // Where a folder cannot have a log, SQLite stays with a journal, which does as well.
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        guard !isThere else { return }
        try db.inTransaction {
            try db.execute(sql: Self.schema)
            try db.execute(
                sql: "INSERT INTO sweep VALUES (?, ?)",
                arguments: [header.json, SHA256(header.json.utf8).hexadecimal])
            return .commit
        }
    }

    /// Opens the store of a folder to read it.
    ///
    /// - Parameter hint: what helps where the folder has none.
    /// - Throws: ``InputFaults`` where there is none, ``SweepStoreFault``, ``OutputFault``.
    init(
        reading folder: String, in files: SourceFiles,
        hint: Phrase = Phrase(
            id: "sebutkan folder yang ditulis 'lindung sweep BERKAS --out FOLDER'",
            en: "name a folder that 'lindung sweep FILE --out FOLDER' wrote")
    ) throws {
        let file = StoreFile(in: folder, files)
        let none = InputFaults([
            Diagnostic(
                at: Position(file: folder),
                Phrase(
                    id: "folder ini tidak berisi simpanan sapuan",
                    en: "this folder holds no store of a sweep"), hint: hint)
        ])
        guard file.isThere else { throw none }
        let database = try file.openedToRead()
        let header = try file.telling {
            try database.read { try file.holdsStore($0) ? Self.header($0) : nil }
        }
        guard let header else { throw none }
        (self.file, self.database, self.header, digest) = (file, database, header, header.digest)
        try file.telling { _ = try database.read(scan) }
    }

    deinit { if !database.configuration.readonly { try? file.settle(database) } }

    // MARK: - Reading

    var done: Int { there.ranges.reduce(0) { $0 + $1.count } }

    /// The evaluations of a range that are not there: what a resumed sweep computes, and what a
    /// merge says is missing.
    func missing(in range: Range<Int>) -> [Range<Int>] {
        Array(RangeSet(range).subtracting(there).ranges)
    }

    /// Takes all evaluations in order of number.
    ///
    /// - Throws: ``SweepStoreFault`` where one is not there, ``OutputFault``, what `take` throws.
    func readWhole(_ take: (SweepChunk) throws -> Void) throws {
        var next = 0
        try read { chunk in
            guard chunk.numbers.lowerBound == next else { return }
            next = chunk.numbers.upperBound
            try take(chunk)
        }
        guard next == header.columns.count else {
            throw SweepStoreFault(path: file.path, .damaged)
        }
    }

    /// Takes what is there in order of number; rows that do not fit their digests are not.
    func read(_ take: (SweepChunk) throws -> Void) throws {
        try file.telling { try database.read { try each($0) { _, chunk in try chunk.map(take) } } }
    }

    /// Notes which evaluations are there, and finds rows that do not fit their digests.
    private func scan(_ db: Database) throws -> [Int64] {
        guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
            throw SweepStoreFault(path: file.path, .damaged)
        }
        var damaged: [Int64] = []
        try each(db) { first, chunk in
            if let chunk { there.insert(contentsOf: chunk.numbers) } else { damaged.append(first) }
        }
        return damaged
    }

    /// Each row with its key; nil for one that does not fit its digest.
    private func each(_ db: Database, _ take: (Int64, SweepChunk?) throws -> Void) throws {
        let sql = """
            SELECT first, count, inputs, outcomes, reasons, digest FROM chunk ORDER BY first
            """
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            // Of a damaged file a cell may be of any kind; a subscript of its type would stop.
            try take(Int64.fromDatabaseValue(row[0]) ?? -1, chunk(row))
        }
    }

    private func chunk(_ row: Row) -> SweepChunk? {
        let columns = header.columns
        guard let first = Int.fromDatabaseValue(row[0]), let count = Int.fromDatabaseValue(row[1]),
            first >= 0, count > 0, count <= columns.count - first,
            let inputs = Data.fromDatabaseValue(row[2]),
            inputs.count == count * columns.inputs.count * 8,
            let outcomes = Data.fromDatabaseValue(row[3]),
            outcomes.count == count * columns.outcomes.count * 8,
            let text = String.fromDatabaseValue(row[4])
        else { return nil }
        let reasons =
            text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false)
        guard reasons.isEmpty || reasons.count == count else { return nil }
        let chunk = SweepChunk(
            numbers: first..<first + count, inputs: SweepChunk.numbers(inputs),
            outcomes: SweepChunk.numbers(outcomes), reasons: reasons.map(String.init))
        return chunk.digest(digest) == String.fromDatabaseValue(row[5]) ? chunk : nil
    }

    /// The commands that added evaluations, the first one first.
    func runs() throws -> [SweepHistory.Run] {
        let sql = "SELECT command, began, last, evaluations FROM run ORDER BY rowid"
        return try file.telling {
            try database.read { db in
                try Row.fetchAll(db, sql: sql).map { row in
                    func text(_ column: Int) -> String {
                        String.fromDatabaseValue(row[column]) ?? ""
                    }
                    return SweepHistory.Run(
                        command: text(0), began: text(1), last: text(2),
                        evaluations: Int.fromDatabaseValue(row[3]) ?? 0)
                }
            }
        }
    }

    /// - Throws: an error of SQLite's where the header does not fit its digest.
    private static func header(_ db: Database) throws -> SweepHeader {
        let row = try Row.fetchOne(db, sql: "SELECT header, digest FROM sweep")
        guard let row, let json = String.fromDatabaseValue(row[0]),
            String.fromDatabaseValue(row[1]) == SHA256(json.utf8).hexadecimal,
            let header = SweepHeader(json: json.utf8)
        else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return header
    }

    // MARK: - Writing

    func begin(_ command: String) { run = (command, Date(), nil) }

    /// Adds evaluations; they are on the disk within half a second of the next ones.
    ///
    /// A killed process loses as much and no more, and neither does a power cut, as every commit
    /// waits for the disk: two a second cost nothing that can be measured, and evaluations are
    /// dearer than that.
    ///
    /// - Parameter digest: that of the chunk.
    /// - Throws: ``OutputFault``; what was written before stays.
    func append(_ chunk: SweepChunk, digest: String) throws {
        there.insert(contentsOf: chunk.numbers)
        pending.append((chunk, digest))
        pendingSize += (chunk.inputs.count + chunk.outcomes.count) * 8
        guard pendingSize > 1 << 22 || ContinuousClock.now - written > .milliseconds(500) else {
            return
        }
        try flush()
    }

    /// Writes what was gathered, and leaves one file.
    ///
    /// - Throws: ``OutputFault``; what was written before stays.
    func finish() throws {
        try flush()
        try file.settle(database)
    }

    func flush() throws {
        guard !pending.isEmpty else { return }
        let rows = pending
        pending = []
        pendingSize = 0
        try file.telling {
            try database.write { db in
                let insertion = try db.cachedStatement(
                    sql: "INSERT INTO chunk VALUES (?, ?, ?, ?, ?, ?)")
                for (chunk, digest) in rows {
                    try insertion.execute(arguments: [
                        chunk.numbers.lowerBound, chunk.numbers.count,
                        SweepChunk.data(chunk.inputs), SweepChunk.data(chunk.outcomes),
                        chunk.reasons.joined(separator: "\n"), digest,
                    ])
                }
                try note(rows.reduce(0) { $0 + $1.chunk.numbers.count }, db)
            }
        }
        written = .now
    }

    private func note(_ evaluations: Int, _ db: Database) throws {
        let now = Date().formatted(.iso8601)
        if let row = run.row {
            try db.execute(
                sql: "UPDATE run SET last = ?, evaluations = evaluations + ? WHERE rowid = ?",
                arguments: [now, evaluations, row])
        } else {
            try db.execute(
                sql: "INSERT INTO run VALUES (?, ?, ?, ?)",
                arguments: [run.command, run.began.formatted(.iso8601), now, evaluations])
            run.row = db.lastInsertedRowID
        }
    }
}
