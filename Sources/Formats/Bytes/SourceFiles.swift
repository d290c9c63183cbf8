import Foundation
import Quantities

/// A text file as it was read: byte-order mark dropped, line ends made one.
///
/// Lines keep their numbers: a CRLF counts as one line end, as does a lone CR.
///
/// Places count from this text, and editors show the same numbers for it, whichever system wrote
/// it.
package struct SourceText: Sendable {
    package let file: String
    package let text: String

    /// Cut anew each time: few texts are asked for them.
    package var lines: [Substring] {
        text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { Substring($0) }
    }

    /// A line by its number, from 1; nil where there is none. Looks for its two ends alone.
    package func line(_ number: Int) -> Substring? {
        guard number > 0 else { return nil }
        let end = UInt8(ascii: "\n")
        var start = text.startIndex
        for _ in 1..<number {
            guard let next = text.utf8[start...].firstIndex(of: end) else { return nil }
            start = text.utf8.index(after: next)
        }
        return text[start..<(text.utf8[start...].firstIndex(of: end) ?? text.endIndex)]
    }
}

/// Why a file could not be read as text.
///
/// Carries no words; ``Phrase/unreadable(_:_:)`` has them, with the path as its reader named it.
package enum SourceFault: Error, Equatable {
    case missing
    case isDirectory
    /// A file that may not be read.
    case unreadable
    /// Bytes that are not UTF-8, first on that line.
    case notUTF8(line: Int)
    case workbook
    /// More bytes than any scenario or table has.
    case tooLarge
}

/// The files that paths lead to, seen from one folder.
///
/// Messages name files as they were given; only here do names become paths. A test, or a server
/// with several projects, sees its own root.
public struct SourceFiles: Sendable {
    /// More bytes than any scenario or table has.
    private static let sizeLimit = 200_000_000

    /// Where relative paths begin.
    package let root: String
    private let memory = FileMemory()

    /// - Parameter root: an absolute path; the current folder when nil.
    public init(root: String? = nil) {
        self.root = root ?? FileManager.default.currentDirectoryPath
    }

    /// The absolute path of a file named from the root.
    package func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : root + "/" + path
    }

    /// The path by which two names of one file are known to be the same.
    ///
    /// Symbolic links are followed: a parent that is reached by two names must be seen as one file,
    /// or a cycle would never close.
    package func canonical(_ path: String) -> String {
        URL(fileURLWithPath: absolute(path)).resolvingSymlinksInPath().path
    }

    package func isDirectory(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: absolute(path), isDirectory: &isDirectory)
            && isDirectory.boolValue
    }

    package func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: absolute(path))
    }

    /// What a folder holds, in order of name; nothing where it is none.
    package func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: absolute(folder)))?.sorted() ?? []
    }

    /// The bytes of a file, the same however often and whenever it is asked for: what results are
    /// computed from is what a manifest names, though the file be edited meanwhile.
    ///
    /// - Throws: ``SourceFault``: nothing there, a folder, no permission, more than 200 MB.
    package func bytes(_ path: String) throws(SourceFault) -> Data {
        let key = canonical(path)
        if let known = memory.bytes(of: key) { return known }
        let descriptor = open(absolute(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable
        }
        defer { close(descriptor) }
        guard !isDirectory(path) else { throw .isDirectory }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        // A device may have no end, so no more than the limit is asked for.
        guard let data = try? file.read(upToCount: Self.sizeLimit + 1) ?? Data() else {
            throw .unreadable
        }
        guard data.count <= Self.sizeLimit else { throw .tooLarge }
        memory.keep(data, of: key)
        return data
    }

    /// Notes a file that was read without ``bytes(_:)``.
    package func noteInput(_ path: String) { memory.keep(nil, of: canonical(path)) }

    /// Whether a file was read, and so must not be written.
    func isInput(_ path: String) -> Bool { memory.holds(canonical(path)) }

    /// Reads these bytes at a path where nothing is written yet, until ``forget(_:)``.
    package func lay(_ bytes: [UInt8], at path: String) {
        forget(path)
        memory.keep(Data(bytes), of: canonical(path))
    }

    /// The sheets of a workbook.
    ///
    /// - Throws: ``SourceFault``, ``WorkbookFault``.
    package func sheets(_ path: String) throws -> [ReadSheet] {
        try ReadSheet.sheets(of: try bytes(path))
    }

    /// Reads a file anew when it is next asked for, after it was written.
    package func forget(_ path: String) { memory.forget(canonical(path)) }

    /// Reads a file as UTF-8.
    ///
    /// - Parameter path: from the root, or absolute; it becomes the file's name in messages.
    /// - Throws: ``SourceFault``: nothing there, a folder, no permission, more than 200 MB, a
    ///   workbook, or the line of the first bytes that are not UTF-8. Other encodings are not
    ///   guessed: a wrong guess changes names.
    package func read(_ path: String) throws(SourceFault) -> SourceText {
        let data = try bytes(path)
        guard !Self.isWorkbook(data) else { throw .workbook }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .notUTF8(line: Self.firstInvalidLine(data))
        }
        return SourceText(file: path, text: Self.normalised(text))
    }

    /// Whether the bytes begin as those of `.xlsx` and `.ods`, which are archives, or of `.xls`.
    private static func isWorkbook(_ data: Data) -> Bool {
        data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || data.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    }

    /// The text without a byte-order mark and with `\n` as its only line end.
    static func normalised(_ text: String) -> String {
        guard text.utf8.contains(13) || text.unicodeScalars.first == "\u{FEFF}" else { return text }
        var scalars = String.UnicodeScalarView()
        var afterReturn = false
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == 0, scalar == "\u{FEFF}" { continue }
            if !(scalar == "\n" && afterReturn) { scalars.append(scalar == "\r" ? "\n" : scalar) }
            afterReturn = scalar == "\r"
        }
        return String(scalars)
    }

    /// The first line, from 1, whose bytes alone are not UTF-8.
    ///
    /// Each line is tried by itself, since a decoder that stops at the first bad byte does not say
    /// where.
    private static func firstInvalidLine(_ data: Data) -> Int {
        let lines = data.split(separator: 10, omittingEmptySubsequences: false)
        let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
        return (bad ?? 0) + 1
    }
}

/// The bytes that were read, by canonical path.
///
/// A class, because readings on several threads share it; a lock keeps their steps in order.
private final class FileMemory: @unchecked Sendable {
    private let lock = NSLock()
    /// Nil for a file whose bytes are kept elsewhere.
    private var known: [String: Data?] = [:]

    /// What was read of a file; nil where nothing was.
    func bytes(of path: String) -> Data? { lock.withLock { known[path] ?? nil } }

    func holds(_ path: String) -> Bool { lock.withLock { known[path] != nil } }

    /// Keeps what was read; what another thread kept first stays.
    func keep(_ data: Data?, of path: String) {
        lock.withLock { if known[path] == nil { known[path] = .some(data) } }
    }

    func forget(_ path: String) { lock.withLock { _ = known.removeValue(forKey: path) } }
}

/// Paths as text, with `/` between folders.
package enum FilePath {
    /// The folder part of a path, `.` where there is none.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    package static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// A path as it is seen from a folder, both absolute: `/a/b/c.yaml` from `/a/d` is
    /// `../b/c.yaml`.
    package static func seen(_ path: String, from folder: String) -> String {
        let (parts, own) = (path.split(separator: "/"), folder.split(separator: "/"))
        let shared = zip(parts, own).prefix { $0 == $1 }.count
        let up = Array(repeating: Substring(".."), count: own.count - shared)
        return (up + parts.dropFirst(shared)).joined(separator: "/")
    }

    /// A path from a folder, with `.` and `..` worked out as text: `scenarios/jatim` and
    /// `../dasar.yaml` give `scenarios/dasar.yaml`. An absolute path stays as it is.
    ///
    /// Links are not followed, so that messages keep the names that authors wrote.
    package static func join(_ folder: String, _ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        let isAbsolute = folder.hasPrefix("/")
        var parts: [Substring] = []
        for part in (folder + "/" + path).split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }
}

extension SourceFiles {
    /// The line at a place; nil where there is none.
    package func line(at place: Position) -> Substring? {
        (try? read(place.file))?.line(place.line)
    }
}

package struct InputFile: Codable, Sendable, Hashable {
    package let path: String
    /// Of the file's bytes as they were read.
    package let digest: SHA256

    enum CodingKeys: String, CodingKey {
        case path = "file"
        case digest = "sha256"
    }

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
    package static func named(
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
