import Foundation

/// A file that appears whole or not at all.
///
/// Bytes go to a hidden file in the same folder, which is put in place by one rename once all of
/// them are on the disk. A device or a pipe is written straight.
///
/// A value that goes out of scope without ``commit()`` removes its hidden file, so that every way
/// out of a function, thrown errors included, leaves the folder as it was:
///
///     var file = try AtomicFile("hasil.csv")
///     try file.write(bytes)
///     try file.commit()
public struct AtomicFile: ~Copyable {
    /// The file as its reader would name it, for messages.
    private let path: String
    /// Where it goes, absolute and with symbolic links followed.
    private let target: String
    /// Nil where the target is written straight.
    private let temporary: String?
    /// The open file; closed when the value ends.
    private let descriptor: Int32
    /// Whether the file is in place, so that nothing is left to remove.
    private var isCommitted = false

    /// Begins a file.
    ///
    /// - Throws: ``OutputFault`` where there is no folder for it or it may not be written.
    public init(_ path: String, in files: SourceFiles = SourceFiles()) throws(OutputFault) {
        let target = files.canonical(path)
        let hidden = try Self.hidden(path, target, files)
        if let hidden { PartialFiles.add(hidden) }
        let flags = hidden == nil ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC
        let opened = open(hidden ?? target, flags | O_CLOEXEC, 0o644)
        guard opened >= 0 else {
            let error = errno
            if let hidden { PartialFiles.forget(hidden) }
            throw OutputFault(path: path, error: error)
        }
        self.path = path
        self.target = target
        temporary = hidden
        descriptor = opened
    }

    /// The hidden file beside a target; nil where the target is no ordinary file.
    private static func hidden(
        _ path: String, _ target: String, _ files: SourceFiles
    ) throws(OutputFault) -> String? {
        var status = stat()
        if stat(target, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            if kind == S_IFDIR { throw OutputFault(path: path, reason: .isFolder) }
            if kind != S_IFREG { return nil }
        }
        let folder = FilePath.folder(of: target)
        guard files.isDirectory(folder) else {
            throw OutputFault(
                path: path,
                reason: files.exists(folder)
                    ? .isFile(FilePath.folder(of: path)) : .noFolder(FilePath.folder(of: path)))
        }
        return folder + "/." + FilePath.name(of: target) + ".\(getpid()).tmp"
    }

    /// Writes a file at once.
    ///
    /// - Throws: ``OutputFault``.
    ///
    /// The same as beginning a file, writing once and committing.
    public static func write(
        _ bytes: [UInt8], to path: String, in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        var file = try AtomicFile(path, in: files)
        try file.write(bytes)
        try file.commit()
    }

    /// Adds bytes at the end.
    ///
    /// - Throws: ``OutputFault``, for instance for a full disk.
    public mutating func write(_ bytes: [UInt8]) throws(OutputFault) {
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
    public mutating func commit() throws(OutputFault) {
        guard let temporary else {
            isCommitted = true
            return
        }
        guard fsync(descriptor) == 0, rename(temporary, target) == 0 else {
            throw OutputFault(path: path, error: errno)
        }
        isCommitted = true
        PartialFiles.forget(temporary)
    }

    deinit {
        close(descriptor)
        if !isCommitted, let temporary {
            unlink(temporary)
            PartialFiles.forget(temporary)
        }
    }
}

extension OutputFault {
    /// What a number of the system's means for writing.
    public init(path: String, error: Int32) {
        let reason: Reason =
            switch error {
            case EACCES, EPERM, EROFS: .notAllowed
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EPIPE: .closedPipe
            case EISDIR: .isFolder
            default: .system(error)
            }
        self.init(path: path, reason: reason)
    }
}
