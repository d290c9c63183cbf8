import Foundation
import Quantities

/// A file that appears whole or not at all.
///
/// Bytes go to a hidden file in the same folder, which is put in place by one rename once all of
/// them are on the disk. A device or a pipe is written straight.
///
/// A value that goes out of scope without ``commit()`` removes its hidden file, so that every way
/// out of a function, thrown errors included, leaves the folder as it was:
///
///     var file = try AtomicFile("hasil.csv", over: .own(["tahun,"]))
///     try file.write(bytes)
///     try file.commit()
package struct AtomicFile: ~Copyable {
    /// What a file that stands there already must be.
    package enum Predecessor: Sendable {
        /// Begins as files of the program do, or is empty, and is no input of the command.
        case own([String])
        case any
        /// A file that is read in order to be brought up to date.
        case state
    }

    private let path: String
    /// Where it goes, absolute and with symbolic links followed.
    private let target: String
    /// Nil where the target is written straight.
    private let temporary: String?
    private let descriptor: Int32
    /// Forgets what was read of the file before.
    private let files: SourceFiles
    /// Whether the file is in place, so that nothing is left to remove.
    private var isCommitted = false

    /// Begins a file.
    ///
    /// - Throws: ``OutputFault`` where there is no folder for it or it may not be written.
    package init(
        _ path: String, over old: Predecessor, in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        let (target, isOrdinary) = try Self.place(path, over: old, in: files)
        let hidden = isOrdinary ? HiddenName.beside(target) : nil
        if let hidden { PartialFiles.add(hidden) }
        // A file or link that somebody put there before is never written through.
        let flags = isOrdinary ? O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW : O_WRONLY
        let opened = open(hidden ?? target, flags | O_CLOEXEC, 0o644)
        guard opened >= 0 else {
            let error = errno
            if let hidden { PartialFiles.forget(hidden) }
            throw OutputFault(path: path, error: error)
        }
        self.path = path
        self.target = target
        self.files = files
        temporary = hidden
        descriptor = opened
    }

    /// Whether a file may be written, without writing it: for commands that compute for long.
    ///
    /// - Throws: ``OutputFault``.
    package static func check(
        _ path: String, over old: Predecessor, in files: SourceFiles
    ) throws(OutputFault) {
        _ = try place(path, over: old, in: files)
    }

    private static func place(
        _ path: String, over old: Predecessor, in files: SourceFiles
    ) throws(OutputFault) -> (target: String, isOrdinary: Bool) {
        let target = files.canonical(path)
        if case .state = old {
        } else if files.isInput(target) {
            throw OutputFault(path: path, reason: .isInput)
        }
        var status = stat()
        if stat(target, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw OutputFault(path: path, reason: .isFolder) }
            if kind != S_IFREG { return (target, false) }
            if case .own(let marks) = old, status.st_size > 0, !begins(target, with: marks) {
                throw OutputFault(path: path, reason: .exists)
            }
        }
        let folder = FilePath.folder(of: target)
        guard files.isDirectory(folder) else {
            throw OutputFault(
                path: path,
                reason: files.exists(folder)
                    ? .isFile(FilePath.folder(of: path)) : .noFolder(FilePath.folder(of: path)))
        }
        return (target, true)
    }

    private static func begins(_ target: String, with marks: [String]) -> Bool {
        let longest = marks.map(\.utf8.count).max() ?? 0
        guard longest > 0, let file = FileHandle(forReadingAtPath: target) else { return false }
        defer { try? file.close() }
        let head = (try? file.read(upToCount: longest)) ?? Data()
        return marks.contains { head.starts(with: $0.utf8) }
    }

    /// Writes a file at once.
    ///
    /// - Throws: ``OutputFault``.
    ///
    /// The same as beginning a file, writing once and committing.
    package static func write(
        _ bytes: [UInt8], to path: String, over old: Predecessor,
        in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        var file = try AtomicFile(path, over: old, in: files)
        try file.write(bytes)
        try file.commit()
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: ``OutputFault``, for instance for a full disk.
    package mutating func write(_ bytes: [UInt8]) throws(OutputFault) {
        try Self.write(bytes, to: descriptor, named: path)
    }

    /// Adds bytes at the end of an open file or pipe, all of them or with a fault.
    package static func write(
        _ bytes: [UInt8], to descriptor: Int32, named path: String
    ) throws(OutputFault) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw OutputFault(path: path, error: errno)
            }
            done += count
        }
    }

    /// Puts the file in place.
    ///
    /// - Throws: ``OutputFault``.
    ///
    /// The bytes are on the disk before the name is: a power cut leaves the old file or the new
    /// one.
    package mutating func commit() throws(OutputFault) {
        guard let temporary else {
            isCommitted = true
            return
        }
        guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
            throw OutputFault(path: path, error: errno)
        }
        isCommitted = true
        PartialFiles.forget(temporary)
        files.forget(target)
    }

    deinit {
        close(descriptor)
        if !isCommitted, let temporary {
            unlink(temporary)
            PartialFiles.forget(temporary)
        }
    }
}

/// Names of files and folders in the making: hidden, and not to be guessed.
enum HiddenName {
    /// A name in the same folder, short whatever the target's.
    static func beside(_ target: String) -> String {
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        return FilePath.folder(of: target) + "/.lindung-\(number).tmp"
    }
}

extension OutputFault {
    package init(path: String, error: Int32) {
        let reason: Reason =
            switch error {
            case EACCES, EPERM, EROFS: .notAllowed
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EPIPE: .closedPipe
            case EISDIR: .isFolder
            case ENAMETOOLONG: .nameTooLong
            default: .system(error)
            }
        self.init(path: path, reason: reason)
    }
}

/// Why a file or folder could not be written; nothing partial is left behind.
package struct OutputFault: Error, Sendable, Equatable {
    package enum Reason: Sendable, Equatable {
        /// The folder that should hold it does not exist.
        case noFolder(String)
        /// A folder stands where the file should be.
        case isFolder
        /// A file stands where a folder should be.
        case isFile(String)
        /// Writing there is not allowed.
        case notAllowed
        /// The disk has no room left.
        case diskFull
        case closedPipe
        case isInput
        /// A file that this program did not write is there.
        case exists
        /// A folder in which files that this program did not write have the names of results.
        case holds([String])
        case holdsSweep
        /// The current folder, or one that a disk is mounted on: it cannot change its name.
        case isInUse
        /// A name that the file system has no room for.
        case nameTooLong
        /// Anything else, by the number of the system's error.
        case system(Int32)
    }

    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    package var diagnostic: Diagnostic {
        Diagnostic(
            at: Position(file: path), Phrase.cannotWrite(reason),
            hint: Phrase.cannotWriteHint(reason))
    }
}

/// The temporary files and folders of this process that are not yet in place.
///
/// A process that is asked to stop removes them; see ``removeAllAndExit(_:)``. The list belongs to
/// the process, as its files do, so it is one list for all threads.
package enum PartialFiles {
    /// Guards the list; held to the end by a process that stops. One thread may take it again, to
    /// put several files in place as one.
    private static let lock = NSRecursiveLock()

    /// Absolute paths; read and written under the lock only.
    nonisolated(unsafe) private static var paths: Set<String> = []

    /// Notes a path before anything is made there, so that no moment is without a note.
    static func add(_ path: String) {
        lock.withLock { _ = paths.insert(path) }
    }

    /// Forgets a path once its file is in place or gone.
    static func forget(_ path: String) {
        lock.withLock { _ = paths.remove(path) }
    }

    /// Does what must not be cut short: a process that is asked to stop does so after it.
    package static func undisturbed<Failure: Error>(
        _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        lock.lock()
        defer { lock.unlock() }
        try body()
    }

    /// Removes what is unfinished, then ends the process with the given code.
    ///
    /// Keeps the lock until the end, so that no thread can begin another file. One that was begun
    /// may still take its place in a folder while that is emptied: it is emptied until it is gone.
    package static func removeAllAndExit(_ code: Int32) -> Never {
        lock.lock()
        for path in paths {
            for _ in 0..<100 {
                try? FileManager.default.removeItem(atPath: path)
                if access(path, F_OK) != 0 { break }
                usleep(1000)
            }
        }
        exit(code)
    }
}
