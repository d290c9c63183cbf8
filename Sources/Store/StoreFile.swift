import Formats
import Foundation
internal import GRDB

/// The SQLite file of a store: how it is opened, and what its errors mean to a reader.
struct StoreFile: Sendable {
    /// In `PRAGMA user_version`; format 1 was a log of lines.
    static let format = 2
    static let application = 0x4C6E_6467

    let path: String
    private let file: String

    /// - Parameter folder: that of the results.
    init(in folder: String, _ files: SourceFiles) {
        path = folder + "/" + OutputFolder.sweepStore
        file = files.canonical(folder) + "/" + OutputFolder.sweepStore
    }

    var isThere: Bool { access(file, F_OK) == 0 }

    /// Opens the file for one process alone, and makes it where it is missing.
    ///
    /// The lock is taken before anything is read. A connection that has it needs no memory shared
    /// with others, which a network folder cannot give.
    func opened() throws -> DatabaseQueue {
        // A limit on the size of files is told as a full disk, not by the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        return try open { configuration in
            configuration.prepareDatabase {
                try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
            }
        }
    }

    /// Opens the file to be read; several processes may.
    ///
    /// What a killed process left beside the file is first taken into it, which is writing.
    func openedToRead() throws -> DatabaseQueue {
        if access(file + "-wal", F_OK) == 0 { try settle(opened()) }
        return try open { $0.readonly = true }
    }

    private func open(_ configure: (inout Configuration) -> Void) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configure(&configuration)
        return try telling { try DatabaseQueue(path: file, configuration: configuration) }
    }

    /// Brings everything into the one file, which can then be copied, and read where nothing may
    /// be written.
    func settle(_ database: DatabaseQueue) throws {
        try telling {
            try database.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA journal_mode = DELETE")
            }
        }
    }

    /// Removes a store of the format before SQLite.
    func discardLines() { if formatOfLines != nil { unlink(file) } }

    /// Whether the file holds a store; an empty one holds none.
    ///
    /// - Throws: ``SweepStoreFault`` where it holds something else.
    func holdsStore(_ db: Database, ofAnyFormat: Bool = false) throws -> Bool {
        let owner = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        if owner == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 {
            return false
        }
        guard owner == Self.application else { throw SweepStoreFault(path: path, .notAStore) }
        let number = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard ofAnyFormat || number == Self.format else {
            throw SweepStoreFault(path: path, .otherFormat(number))
        }
        return true
    }

    /// Does something with the database.
    ///
    /// - Throws: ``SweepStoreFault``, ``OutputFault``, what `body` throws.
    func telling<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError {
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: throw SweepStoreFault(path: path, .locked)
            case .SQLITE_NOTADB:
                throw SweepStoreFault(
                    path: path, formatOfLines.map { .otherFormat($0) } ?? .notAStore)
            case .SQLITE_FULL: throw OutputFault(path: path, reason: .diskFull)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
                throw OutputFault(path: path, reason: .notAllowed)
            // A quota and a limit on the size of files come as this one.
            case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE:
                throw OutputFault(path: path, reason: .diskFull)
            case .SQLITE_IOERR: throw OutputFault(path: path, error: EIO)
            default: throw SweepStoreFault(path: path, .damaged)
            }
        }
    }

    /// The number of the format of a store that is a log of lines, as they were before SQLite.
    private var formatOfLines: Int? {
        guard let handle = FileHandle(forReadingAtPath: file) else { return nil }
        defer { try? handle.close() }
        let head = (try? handle.read(upToCount: 32)) ?? Data()
        let line = String(decoding: head.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        return line.wholeMatch(of: /lindung-sweep (\d+)/).flatMap { Int($0.1) }
    }
}
