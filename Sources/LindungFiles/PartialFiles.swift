import Foundation
import Synchronization

/// The temporary files and folders of this process that are not yet in place.
///
/// A process that is asked to stop removes them; see ``removeAll()``.
public enum PartialFiles {
    private static let paths = Mutex<Set<String>>([])

    static func add(_ path: String) {
        paths.withLock { _ = $0.insert(path) }
    }

    static func forget(_ path: String) {
        paths.withLock { _ = $0.remove(path) }
    }

    /// Removes what is unfinished, then ends the process with the given code.
    ///
    /// Keeps the lock until the end, so that no thread can begin another file.
    public static func removeAllAndExit(_ code: Int32) -> Never {
        paths.withLock { paths in
            for path in paths { try? FileManager.default.removeItem(atPath: path) }
            exit(code)
        }
    }
}
