import Formats
import Foundation

package struct DataDirectory: Sendable, Hashable {
    package static let name = "notebooks-data"

    package let path: String

    /// - Parameter path: absolute, or seen from the folder of the ``SourceFiles`` in use.
    package init(path: String) {
        self.path = path
    }

    /// A file of the folder.
    ///
    /// `regions/regions.csv` gives `notebooks-data/regions/regions.csv`; whether it exists is not
    /// asked.
    package func file(_ relative: String) -> String { FilePath.join(path, relative) }

    /// The folder in which it lies, absolute: what was installed with it, or a project.
    package func surroundings(in files: SourceFiles) -> String {
        FilePath.folder(of: files.absolute(path))
    }

    /// The script that draws pictures in browsers; nil where it is not there.
    package func pictureScript(in files: SourceFiles) -> String? {
        [".tools/vega.js", "tools/vega.js"].map { FilePath.join(surroundings(in: files), $0) }
            .first(where: files.exists)
    }

    /// Finds the data folder.
    ///
    /// In order: the one asked for; `$LINDUNG_DATA`; `notebooks-data` in the root of `files` or a
    /// folder above it, in a folder above the scenario, in a folder above the program, or in
    /// `share/lindung` beside the program's folder. One that is asked for must exist; no other is
    /// tried then. An empty `$LINDUNG_DATA` asks for nothing.
    ///
    /// - Returns: nil where none exists.
    ///
    /// - Parameters:
    ///   - asked: the option `--data`, before the environment.
    ///   - scenario: the scenario file, in whose project the folder may be.
    ///   - executable: the running program, for data that was installed with it.
    ///   - environment: of the process; a test gives its own.
    ///   - files: where relative paths begin.
    package static func find(
        asked: String?, scenario: String?, executable: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment, files: SourceFiles
    ) -> DataDirectory? {
        let variable = environment["LINDUNG_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        if let asked = asked ?? variable {
            return files.isDirectory(asked) ? DataDirectory(path: asked) : nil
        }
        var candidates = above(files.root).map { $0 + "/" + name }
        if let scenario {
            candidates += above(FilePath.folder(of: files.canonical(scenario))).map {
                $0 + "/" + name
            }
        }
        if let executable {
            let folders = above(FilePath.folder(of: files.canonical(executable)))
            candidates += folders.map { $0 + "/" + name }
            candidates += folders.dropFirst().prefix(1).map { $0 + "/share/lindung/" + name }
        }
        return candidates.first { files.isDirectory($0) }.map {
            DataDirectory(path: shown($0, from: files.root))
        }
    }

    /// An absolute folder and all folders above it, nearest first.
    private static func above(_ folder: String) -> [String] {
        var folders: [String] = []
        var parts = folder.split(separator: "/")
        while !parts.isEmpty {
            folders.append("/" + parts.joined(separator: "/"))
            parts.removeLast()
        }
        return folders
    }

    /// The path as seen from a folder: relative within it, absolute elsewhere.
    ///
    /// Messages and provenance then read the same wherever the project lies.
    private static func shown(_ path: String, from root: String) -> String {
        path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }
}
