import Formats
import Foundation
internal import GRDB

/// A question that was asked, and what became of it.
package struct RecordedRun: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        case waiting, running
        /// With an answer.
        case done
        /// Refused, with the reason in ``RecordedRun/answer``.
        case failed
        /// By whoever asked.
        case stopped
        /// Its process, or the program that started it, was gone before an answer was there.
        case broken

        /// Whether anything more will come of itself.
        package var isOpen: Bool { self == .waiting || self == .running }
    }

    package let id: Int64
    /// What kind of question it is, as its asker names it.
    package let kind: String
    /// The form that asked, as browsers send it.
    package let form: String
    /// The command's words after the program's name.
    package let words: [String]
    package let language: String
    /// When it was asked, as ISO 8601 in UTC.
    package let asked: String
    /// When its process was started last, and when it ended; empty before.
    package var began = ""
    package var ended = ""
    package var state = State.waiting
    /// Of its evaluations, how many are done; zero where nobody counts.
    package var done = 0
    package var total = 0
    /// What came out in a sentence, or why nothing did.
    package var answer = ""
    /// SHA-256 of its manifest, which names inputs and results; empty before there is one.
    package var digest = ""
    /// What people wrote beside it.
    package var note = ""
}

/// Questions that were asked of this program, kept in an SQLite file:
///
///     runs.sqlite
///
/// Every change is on the disk before it is told, and one process has the file at a time; the
/// lock is the operating system's, so that the end of a process, however it comes, gives it back.
package final class RunHistory: Sendable {
    private static let application = 0x4C6E_5275
    private static let file = "runs.sqlite"
    private static let schema = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, form TEXT NOT NULL,
            words TEXT NOT NULL, language TEXT NOT NULL, asked TEXT NOT NULL,
            began TEXT NOT NULL, ended TEXT NOT NULL, state TEXT NOT NULL, done INTEGER NOT NULL,
            total INTEGER NOT NULL, answer TEXT NOT NULL, digest TEXT NOT NULL,
            note TEXT NOT NULL) STRICT;
        PRAGMA application_id = \(application);
        PRAGMA user_version = 1;
        """

    private let path: String
    private let database: DatabaseQueue

    /// Opens the history of a folder, or begins it. What another process left running has broken
    /// off.
    ///
    /// - Throws: ``InputFaults`` where the file is another's or in use, ``OutputFault`` where the
    ///   folder cannot be written.
    package init(_ folder: String, in files: SourceFiles = SourceFiles()) throws {
        try OutputFolder.make(files.canonical(folder), files, shownAs: folder)
        path = folder + "/" + Self.file
        var configuration = Configuration()
        configuration.prepareDatabase {
            try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
        }
        let (path, place) = (path, files.canonical(folder) + "/" + Self.file)
        database = try Self.telling(path) {
            try DatabaseQueue(path: place, configuration: configuration)
        }
        try Self.telling(path) { try database.writeWithoutTransaction { try Self.open($0, path) } }
    }

    private static func open(_ db: Database, _ path: String) throws {
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard owner == application || (owner == 0 && tables == 0) else {
            throw RunHistoryFault.faults(path, .notAHistory)
        }
        try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
        try db.inTransaction {
            if owner == 0 { try db.execute(sql: schema) }
            try db.execute(
                sql: "UPDATE run SET state = ?, ended = ? WHERE state IN (?, ?)",
                arguments: [
                    RecordedRun.State.broken.rawValue, now, RecordedRun.State.waiting.rawValue,
                    RecordedRun.State.running.rawValue,
                ])
            return .commit
        }
    }

    /// The present, as runs have it.
    package static var now: String { Date().formatted(.iso8601) }

    /// Notes a question that waits for its turn.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    package func add(
        kind: String, form: String, words: [String], language: String
    ) throws -> RecordedRun {
        let id = try write { db in
            try db.execute(
                sql: """
                    INSERT INTO run (kind, form, words, language, asked, began, ended, state, done,
                        total, answer, digest, note)
                    VALUES (?, ?, ?, ?, ?, '', '', ?, 0, 0, '', '', '')
                    """,
                arguments: [
                    kind, form, words.joined(separator: "\n"), language, Self.now,
                    RecordedRun.State.waiting.rawValue,
                ])
            return db.lastInsertedRowID
        }
        guard let run = try run(id) else { throw RunHistoryFault.faults(path, .damaged) }
        return run
    }

    /// The run with that number; nil where there is none.
    package func run(_ id: Int64) throws -> RecordedRun? {
        try Self.telling(path) {
            try database.read { db in
                try Row.fetchOne(db, sql: "SELECT * FROM run WHERE id = ?", arguments: [id])
                    .flatMap(RecordedRun.init)
            }
        }
    }

    /// The last ones, the latest first.
    package func runs(most: Int) throws -> [RecordedRun] {
        try Self.telling(path) {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM run ORDER BY id DESC LIMIT ?", arguments: [most]
                ).compactMap(RecordedRun.init)
            }
        }
    }

    /// Keeps how far a run is and what came of it; its question and its note stay as they are.
    package func keep(_ run: RecordedRun) throws {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE run SET began = ?, ended = ?, state = ?, done = ?, total = ?,
                        answer = ?, digest = ? WHERE id = ?
                    """,
                arguments: [
                    run.began, run.ended, run.state.rawValue, run.done, run.total, run.answer,
                    run.digest, run.id,
                ])
        }
    }

    /// Keeps what people wrote beside a run.
    package func note(_ text: String, on id: Int64) throws {
        try write {
            try $0.execute(sql: "UPDATE run SET note = ? WHERE id = ?", arguments: [text, id])
        }
    }

    private func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try Self.telling(path) { try database.write(body) }
    }

    /// - Throws: ``InputFaults``, ``OutputFault``.
    private static func telling<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw RunHistoryFault.faults(path, .locked)
            case .SQLITE_NOTADB: throw RunHistoryFault.faults(path, .notAHistory)
            case .SQLITE_FULL: throw OutputFault(path: path, reason: .diskFull)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
                throw OutputFault(path: path, reason: .notAllowed)
            case .SQLITE_IOERR: throw OutputFault(path: path, error: EIO)
            default: throw RunHistoryFault.faults(path, .damaged)
            }
        }
    }
}

extension RecordedRun {
    /// Nil for a row that is none of ours.
    fileprivate init?(_ row: Row) {
        func text(_ name: String) -> String { String.fromDatabaseValue(row[name]) ?? "" }
        guard let id = Int64.fromDatabaseValue(row["id"]),
            let state = State(rawValue: text("state"))
        else { return nil }
        self.init(
            id: id, kind: text("kind"), form: text("form"),
            words: text("words").split(separator: "\n").map(String.init),
            language: text("language"), asked: text("asked"), began: text("began"),
            ended: text("ended"), state: state, done: Int.fromDatabaseValue(row["done"]) ?? 0,
            total: Int.fromDatabaseValue(row["total"]) ?? 0, answer: text("answer"),
            digest: text("digest"), note: text("note"))
    }
}
