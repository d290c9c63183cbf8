import Formats
import Reading
import Synchronization

/// Folders of scenarios, read again only where a file came, went or changed: each turn of a lever
/// asks for them.
final class FolderList: Sendable {
    private struct Reading {
        let folders: [ScenarioFolder]
        let stamps: [String: FileStamp]
    }

    private let readings = Mutex<[String: Reading]>([:])

    /// The folders in a root; see ``ScenarioFolder/all(in:_:)``.
    func folders(in root: String, _ files: SourceFiles) -> [ScenarioFolder] {
        let known = readings.withLock { $0[root] }
        if let known, known.stamps.allSatisfy({ FileStamp($0.key) == $0.value }) {
            return known.folders
        }
        // Stamps first: what changes while files are read is then read again.
        let stamps = Self.stamps(root, files)
        let folders = ScenarioFolder.all(in: root, files)
        readings.withLock { $0[root] = Reading(folders: folders, stamps: stamps) }
        return folders
    }

    /// Of the root, the folders in it, and all files in those.
    private static func stamps(_ root: String, _ files: SourceFiles) -> [String: FileStamp] {
        let inside = files.names(in: root).map { FilePath.join(root, $0) }
        let folders = [root] + inside.filter(files.isDirectory)
        let paths =
            folders
            + folders.flatMap { folder in
                files.names(in: folder).map { FilePath.join(folder, $0) }
            }
        var stamps: [String: FileStamp] = [:]
        for path in paths.map(files.absolute) { stamps[path] = FileStamp(path) }
        return stamps
    }
}
