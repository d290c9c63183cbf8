import Foundation

/// A folder of results that is replaced as a whole.
///
/// Files go to a hidden folder beside the target, which takes its name in one step: where the
/// target is there already, the two change names at one moment, so that whoever looks finds the old
/// set or the new one. Of the old folder only what its manifest says this program wrote goes away;
/// everything else in it is moved over.
///
/// A value that goes out of scope without ``commit()`` removes its hidden folder:
///
///     var folder = try OutputFolder("hasil/dasar")
///     try folder.write(bytes, to: "purses.csv")
///     try folder.commit()
package struct OutputFolder: ~Copyable {
    private let path: String
    /// Where it goes, absolute and with symbolic links followed.
    private let target: String
    private let staging: String
    private let files: SourceFiles
    private let replacesOthers: Bool
    /// Files written so far.
    private var names: Set<String> = []
    /// Whether everything is in place, so that nothing is left to remove.
    private var isCommitted = false

    /// Begins a folder; its parents are made where they are missing.
    ///
    /// - Parameter replacesOthers: also files of the same names that this program did not write.
    /// - Throws: ``OutputFault`` where a file is in the way or writing is not allowed.
    package init(
        _ path: String, replacesOthers: Bool = false, in files: SourceFiles = SourceFiles()
    ) throws(OutputFault) {
        try Self.check(path, replacesOthers: replacesOthers, in: files)
        let target = files.canonical(path)
        try Self.make(FilePath.folder(of: target), files, shownAs: path)
        let staging = HiddenName.beside(target)
        PartialFiles.add(staging)
        guard mkdir(staging, 0o755) == 0 else {
            let error = errno
            PartialFiles.forget(staging)
            throw OutputFault(path: path, error: error)
        }
        self.path = path
        self.target = target
        self.staging = staging
        self.files = files
        self.replacesOthers = replacesOthers
    }

    /// Whether a folder may be written, without writing it: for commands that compute for long.
    ///
    /// - Throws: ``OutputFault``.
    package static func check(
        _ path: String, replacesOthers: Bool, in files: SourceFiles
    ) throws(OutputFault) {
        let target = files.canonical(path)
        guard files.exists(target) else { return }
        guard files.isDirectory(target) else {
            throw OutputFault(path: path, reason: .isFile(path))
        }
        guard target != files.canonical("."), target != "/" else {
            throw OutputFault(path: path, reason: .isInUse)
        }
        guard access(target, W_OK) == 0 else { throw OutputFault(path: path, reason: .notAllowed) }
        try refuse(
            ["report.md", DataPackage.file, "manifest.json"], path, target, replacesOthers, files)
    }

    private static func refuse(
        _ names: Set<String>, _ path: String, _ target: String, _ replacesOthers: Bool,
        _ files: SourceFiles
    ) throws(OutputFault) {
        let there = Set(files.names(in: target))
        guard !there.contains(Self.sweepStore) else {
            throw OutputFault(path: path, reason: .holdsSweep)
        }
        let own = Self.written(in: target)
        let gone = own.union(names).intersection(there)
        if let input = gone.sorted().first(where: { files.isInput(target + "/" + $0) }) {
            throw OutputFault(path: path + "/" + input, reason: .isInput)
        }
        let others = names.intersection(there).subtracting(own)
        let folders = others.filter { files.isDirectory(target + "/" + $0) }
        guard others.isEmpty || (replacesOthers && folders.isEmpty) else {
            throw OutputFault(path: path, reason: .holds(others.sorted()))
        }
    }

    /// Makes a folder and those above it.
    package static func make(
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
    package mutating func write(_ bytes: [UInt8], to name: String) throws(OutputFault) {
        do throws(OutputFault) {
            try AtomicFile.write(bytes, to: staging + "/" + name, over: .own([]))
        } catch {
            throw OutputFault(path: path + "/" + name, reason: error.reason)
        }
        names.insert(name)
    }

    /// Puts the files in place.
    ///
    /// One process at a time does so in one parent folder, and no signal ends it halfway.
    ///
    /// - Throws: ``OutputFault``; the target is then as it was.
    package mutating func commit() throws(OutputFault) {
        let parent = open(FilePath.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { if parent >= 0 { close(parent) } }
        // Where a file system has no locks, the change of names is still one step.
        while parent >= 0, flock(parent, LOCK_EX) != 0, errno == EINTR {}
        try PartialFiles.undisturbed { () throws(OutputFault) in
            try replace()
            PartialFiles.forget(staging)
        }
        isCommitted = true
        if parent >= 0 { fsync(parent) }
    }

    /// Changes the names of the old folder and the new one, then brings over what is not ours.
    private func replace() throws(OutputFault) {
        var status = stat()
        guard lstat(target, &status) == 0 else {
            guard rename(staging, target) == 0 else { throw OutputFault(path: path, error: errno) }
            return
        }
        try Self.refuse(names, path, target, replacesOthers, files)
        let own = Self.written(in: target).union(names)
        chmod(staging, status.st_mode & 0o7777)
        // A second name in the new folder: these are at no moment away from it.
        for name in files.names(in: target) where !own.contains(name) {
            _ = link(target + "/" + name, staging + "/" + name)
        }
        try swap()
        for name in files.names(in: staging) {
            let (old, new) = (staging + "/" + name, target + "/" + name)
            if own.contains(name) || Self.isSame(old, new) {
                unlink(old)
            } else if lstat(new, &status) != 0 {
                rename(old, new)
            }
        }
        rmdir(staging)
    }

    private static func isSame(_ first: String, _ second: String) -> Bool {
        var (a, b) = (stat(), stat())
        return lstat(first, &a) == 0 && lstat(second, &b) == 0 && a.st_ino == b.st_ino
            && a.st_dev == b.st_dev
    }

    /// `renameat2` of the C library, which Swift does not show; its flag 2 exchanges two names.
    private static let exchange = dlsym(nil, "renameat2").map {
        unsafeBitCast($0, to: Renaming.self)
    }
    private typealias Renaming =
        @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32

    /// Gives each of the two folders the other's name; in two steps where the file system cannot
    /// do it in one.
    private func swap() throws(OutputFault) {
        if let exchange = Self.exchange {
            if exchange(AT_FDCWD, staging, AT_FDCWD, target, 2) == 0 { return }
            if errno == EBUSY { throw OutputFault(path: path, reason: .isInUse) }
            guard errno == EINVAL || errno == ENOSYS else {
                throw OutputFault(path: path, error: errno)
            }
        }
        let aside = HiddenName.beside(target)
        guard rename(target, aside) == 0 else { throw OutputFault(path: path, error: errno) }
        guard rename(staging, target) == 0 else {
            let error = errno
            rename(aside, target)
            throw OutputFault(path: path, error: error)
        }
        rename(aside, staging)
    }

    /// Names of the files in a folder that a manifest there says this program wrote, and that have
    /// not been edited since, with the manifest's own.
    package static func written(in folder: String) -> Set<String> {
        struct Manifest: Decodable {
            struct Output: Decodable {
                let file, sha256: String
            }
            let program: String
            let outputs: [Output]
        }
        guard
            let bytes = FileManager.default.contents(atPath: folder + "/manifest.json"),
            let manifest = try? JSONDecoder().decode(Manifest.self, from: bytes),
            manifest.program == "lindung"
        else { return [] }
        let kept = manifest.outputs.filter { output in
            guard !output.file.contains("/"),
                let content = FileManager.default.contents(atPath: folder + "/" + output.file)
            else { return false }
            return SHA256(content).hexadecimal == output.sha256
        }
        return Set(kept.map(\.file)).union(["manifest.json"])
    }

    /// The store of a sweep, whose folder is no place for other results.
    package static let sweepStore = "sweep.store"

    deinit {
        if !isCommitted {
            try? FileManager.default.removeItem(atPath: staging)
            PartialFiles.forget(staging)
        }
    }
}
