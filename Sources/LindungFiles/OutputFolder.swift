import Foundation

/// A folder of results that is filled as a whole.
///
/// Files go to a hidden folder first. Where the target does not exist, that folder takes its name
/// in one rename; where it does, its files move in one by one, each whole, the last written last:
/// write the manifest last, and it never speaks of files that are not there.
///
/// A value that goes out of scope without ``commit()`` removes its hidden folder:
///
///     var folder = try OutputFolder("hasil/dasar")
///     try folder.write(bytes, to: "purses.csv")
///     try folder.commit()
public struct OutputFolder: ~Copyable {
    /// The folder as its reader would name it, for messages.
    private let path: String
    /// Where it goes, absolute and with symbolic links followed.
    private let target: String
    /// The hidden folder: beside the target, or inside it where the target exists.
    private let staging: String
    /// Whether the target was there before.
    private let exists: Bool
    /// Files written so far, in order.
    private var names: [String] = []
    /// Whether everything is in place, so that nothing is left to remove.
    private var isCommitted = false

    /// Begins a folder; its parents are made where they are missing.
    ///
    /// - Throws: ``OutputFault`` where a file is in the way or writing is not allowed.
    public init(_ path: String, in files: SourceFiles = SourceFiles()) throws(OutputFault) {
        let target = files.canonical(path)
        let exists = files.exists(target)
        if exists, !files.isDirectory(target) {
            throw OutputFault(path: path, reason: .isFile(path))
        }
        let parent = exists ? target : FilePath.folder(of: target)
        if !exists { try Self.make(parent, files, shownAs: path) }
        let staging = parent + "/.\(FilePath.name(of: target)).\(getpid()).tmp"
        PartialFiles.add(staging)
        guard mkdir(staging, 0o755) == 0 else {
            let error = errno
            PartialFiles.forget(staging)
            throw OutputFault(path: path, error: error)
        }
        self.path = path
        self.target = target
        self.staging = staging
        self.exists = exists
    }

    /// Makes a folder and those above it.
    private static func make(
        _ folder: String, _ files: SourceFiles, shownAs path: String
    ) throws(OutputFault) {
        if files.isDirectory(folder) { return }
        if files.exists(folder) { throw OutputFault(path: path, reason: .isFile(folder)) }
        try make(FilePath.folder(of: folder), files, shownAs: path)
        guard mkdir(folder, 0o755) == 0 || errno == EEXIST else {
            throw OutputFault(path: path, error: errno)
        }
    }

    /// Adds a file.
    ///
    /// - Throws: ``OutputFault``.
    public mutating func write(_ bytes: [UInt8], to name: String) throws(OutputFault) {
        do throws(OutputFault) {
            try AtomicFile.write(bytes, to: staging + "/" + name)
        } catch {
            throw OutputFault(path: path + "/" + name, reason: error.reason)
        }
        names.append(name)
    }

    /// Puts the files in place.
    ///
    /// - Throws: ``OutputFault``.
    public mutating func commit() throws(OutputFault) {
        if exists {
            for name in names {
                guard rename(staging + "/" + name, target + "/" + name) == 0 else {
                    throw OutputFault(path: path + "/" + name, error: errno)
                }
            }
            rmdir(staging)
        } else {
            guard rename(staging, target) == 0 else { throw OutputFault(path: path, error: errno) }
        }
        isCommitted = true
        PartialFiles.forget(staging)
    }

    deinit {
        if !isCommitted {
            try? FileManager.default.removeItem(atPath: staging)
            PartialFiles.forget(staging)
        }
    }
}
