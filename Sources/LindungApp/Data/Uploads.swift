import Analysis
import Foundation
import Quantities
import Reading

/// Files that were sent, while it is decided what becomes of them. None of it is on the disk.
actor Uploads {
    /// A file with what it turned out to be.
    struct Upload: Sendable {
        let name: String
        let bytes: Data
        /// Empty for a form that a region filled in.
        let tables: [UploadedTable]
    }

    /// The oldest goes first.
    private static let most = 4

    private var kept: [(id: String, upload: Upload)] = []

    /// - Returns: what a page asks for it by; nobody can guess it.
    func keep(_ upload: Upload) -> String {
        let id = Secret.random()
        kept = kept.suffix(Self.most - 1) + [(id, upload)]
        return id
    }

    subscript(id: String?) -> Upload? { kept.first { $0.id == id }?.upload }
}
