import Formats
import Foundation
import Reporting

/// What the process of a question leaves behind:
///
///     12/output.txt    its progress, then its report as JSON
///     12/errors.txt    warnings, or why there is no report
///     12/results/      what the command writes with `--out`
struct RunFolder: Sendable {
    /// More of a report or of errors is not shown.
    private static let most = 64 << 20

    let path: String

    var output: String { path + "/output.txt" }
    var errors: String { path + "/errors.txt" }
    var results: String { path + "/results" }

    /// Makes the folder, and empties what a process before has told.
    func prepare() throws(OutputFault) {
        try OutputFolder.make(path, SourceFiles(root: "/"), shownAs: path)
        for file in [output, errors] {
            guard FileManager.default.createFile(atPath: file, contents: nil) else {
                throw OutputFault(path: file, reason: .notAllowed)
            }
        }
    }

    /// How far the process is; nil where it has not told.
    var progress: (done: Int, total: Int)? {
        guard let file = FileHandle(forReadingAtPath: output) else { return nil }
        defer { try? file.close() }
        // The end of the file holds the last lines.
        let size = (try? file.seekToEnd()) ?? 0
        try? file.seek(toOffset: size - min(size, 4096))
        let text = String(decoding: (try? file.read(upToCount: 4096)) ?? Data(), as: UTF8.self)
        let whole = text.prefix(upTo: text.lastIndex(of: "\n") ?? text.startIndex)
        let last = whole.split(separator: "\n").last { $0.hasPrefix("progress ") }
        let numbers = (last ?? "").split(separator: " ").dropFirst().compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }

    /// The report; nil where none was written, or not to its end.
    var report: ShownReport? {
        guard var bytes = Self.read(output)?[...] else { return nil }
        while bytes.starts(with: "progress ".utf8) {
            bytes = bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst()
        }
        return ShownReport(json: bytes)
    }

    /// What the process told people.
    var told: String {
        String(decoding: Self.read(errors)?.prefix(1 << 18) ?? Data(), as: UTF8.self)
    }

    /// Files of results, by name; none of a sweep that is not whole.
    var files: [String] {
        let names = SourceFiles(root: "/").names(in: results)
        return names.contains("manifest.json") ? names.filter { !$0.hasPrefix(".") } : []
    }

    /// The bytes of a file of results; nil for a name that there is not.
    func bytes(_ name: String) -> [UInt8]? {
        guard files.contains(name) else { return nil }
        return Self.read(results + "/" + name).map { Array($0) }
    }

    var manifest: RunManifestText? { bytes("manifest.json").flatMap(RunManifestText.init) }

    private static func read(_ path: String) -> Data? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        return try? file.read(upToCount: most)
    }
}

/// What a manifest says of the files that a run rests on.
struct RunManifestText: Sendable {
    private struct Manifest: Decodable {
        let version: String
        let inputs: [InputFile]
    }

    let version: String
    let inputs: [InputFile]
    let digest: SHA256

    init?(_ bytes: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
            return nil
        }
        (version, inputs, digest) = (read.version, read.inputs, SHA256(bytes))
    }
}
