import Quantities

/// Why a file or folder could not be written; nothing partial is left behind.
public struct OutputFault: Error, Sendable, Equatable {
    /// What stood in the way, with the data that a message needs.
    public enum Reason: Sendable, Equatable {
        /// The folder that should hold it does not exist.
        case noFolder(String)
        /// A folder stands where the file should be.
        case isFolder
        /// A file stands where a folder should be.
        case isFile(String)
        /// Writing there is not allowed.
        case notAllowed
        /// The disk has no room left.
        case diskFull
        /// The reader at the other end of a pipe went away.
        case closedPipe
        /// The command reads this file.
        case isInput
        /// A file that this program did not write is there.
        case exists
        /// A folder in which files that this program did not write have the names of results.
        case holds([String])
        /// A folder in which a sweep is computed.
        case holdsSweep
        /// The current folder, or one that a disk is mounted on: it cannot change its name.
        case isInUse
        /// A name that the file system has no room for.
        case nameTooLong
        /// Anything else, by the number of the system's error.
        case system(Int32)
    }

    /// The file or folder, as its reader would name it.
    public let path: String
    /// What stood in the way.
    public let reason: Reason

    /// A fault at a path.
    public init(path: String, reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// What a reader is told.
    public var diagnostic: Diagnostic {
        Diagnostic(
            at: Position(file: path), Phrase.cannotWrite(reason),
            hint: Phrase.cannotWriteHint(reason))
    }
}
