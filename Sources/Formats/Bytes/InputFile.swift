import Foundation
import Quantities

/// A file that a run read, named by its content.
public struct InputFile: Sendable, Hashable {
    /// As the reader of a message would name it.
    public let path: String
    /// Of the file's bytes as they were read.
    public let digest: SHA256

    package init(path: String, digest: SHA256) {
        self.path = path
        self.digest = digest
    }

    /// Names files by their content, in order of path.
    ///
    /// - Throws: ``InputFaults`` where a file cannot be read.
    ///
    /// - Parameters:
    ///   - paths: as messages name them.
    ///   - files: where relative paths begin.
    public static func named(
        _ paths: Set<String>, in files: SourceFiles
    ) throws(InputFaults) -> [InputFile] {
        var inputs: [InputFile] = []
        for path in paths.sorted() {
            do throws(SourceFault) {
                inputs.append(InputFile(path: path, digest: SHA256(try files.bytes(path))))
            } catch {
                throw InputFaults([
                    Diagnostic(at: Position(file: path), Phrase.unreadable(path, error))
                ])
            }
        }
        return inputs
    }
}
