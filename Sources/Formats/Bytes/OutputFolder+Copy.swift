import Foundation

extension OutputFolder {
    /// Copies a folder with everything in it, whole or not at all.
    ///
    /// Where the target comes to be meanwhile it stays as it is.
    ///
    /// - Throws: ``OutputFault``.
    package static func copy(
        _ folder: String, to path: String, in files: SourceFiles
    ) throws(OutputFault) {
        let target = files.canonical(path)
        try make(FilePath.folder(of: target), files, shownAs: path)
        let staging = HiddenName.beside(target)
        PartialFiles.add(staging)
        defer {
            try? FileManager.default.removeItem(atPath: staging)
            PartialFiles.forget(staging)
        }
        do {
            try copyContents(files.absolute(folder), staging)
        } catch {
            let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
            throw OutputFault(path: path, reason: isFull ? .diskFull : .notAllowed)
        }
        guard rename(staging, target) == 0 || files.isDirectory(target) else {
            throw OutputFault(path: path, error: errno)
        }
    }

    /// What is read is written anew: a copy that keeps its owner is refused to whoever is not root.
    private static func copyContents(_ folder: String, _ target: String) throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: target, withIntermediateDirectories: false)
        for name in try manager.contentsOfDirectory(atPath: folder) {
            let (old, new) = (FilePath.join(folder, name), FilePath.join(target, name))
            var isFolder: ObjCBool = false
            _ = manager.fileExists(atPath: old, isDirectory: &isFolder)
            if isFolder.boolValue {
                try copyContents(old, new)
            } else {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: old))
                try bytes.write(to: URL(fileURLWithPath: new))
            }
        }
    }
}
