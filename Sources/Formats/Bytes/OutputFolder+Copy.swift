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
            try FileManager.default.copyItem(atPath: files.absolute(folder), toPath: staging)
        } catch {
            let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
            throw OutputFault(path: path, reason: isFull ? .diskFull : .notAllowed)
        }
        guard rename(staging, target) == 0 || files.isDirectory(target) else {
            throw OutputFault(path: path, error: errno)
        }
    }
}
