import Foundation

/// The temporary files and folders of this process that are not yet in place.
///
/// A process that is asked to stop removes them; see ``removeAllAndExit(_:)``. The list belongs to
/// the process, as its files do, so it is one list for all threads.
public enum PartialFiles {
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
    public static func removeAllAndExit(_ code: Int32) -> Never {
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
