import Foundation
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// The files that tests of reading use, beside the tests.
enum FixtureFolder {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    static let files = SourceFiles(root: root)
    static let data = DataDirectory(path: "Data")
    static let lawUnits: [String: Quantities.Unit] = [
        "bpu.jkm.amount": .rupiahPerPersonMonth, "pu.jkm.rate": .share,
    ]

    /// The catalogues of the small data directory, which have no faults.
    static func catalogue() throws -> Catalogue {
        let reading = CatalogueReader(files: files).read(data)
        guard let catalogue = reading.value else {
            throw Unreadable(text: reading.diagnostics.rendered())
        }
        return catalogue
    }

    /// Reads a scenario of the fixtures, or one beside them at an absolute path.
    static func read(_ file: String) throws -> Reading<Scenario> {
        ScenarioReader(catalogue: try catalogue(), lawUnits: lawUnits, files: files).read(file)
    }

    /// Reads a scenario that must have no fault.
    static func scenario(_ file: String) throws -> Scenario {
        let reading = try read(file)
        guard let scenario = reading.value else {
            throw Unreadable(text: reading.diagnostics.rendered())
        }
        return scenario
    }

    /// Reads a scenario from its text and the files it names; they stand in a folder of their own
    /// that is removed afterwards.
    static func reading(
        _ text: String, _ others: [String: String] = [:]
    ) throws -> Reading<Scenario> {
        try inFolder(others.merging(["x.yaml": text]) { $1 }) { try read($0 + "/x.yaml") }
    }

    /// Writes files into a new folder, passes its path on, and removes it.
    static func inFolder<Result>(
        _ contents: [String: String], _ body: (String) throws -> Result
    ) throws -> Result {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? manager.removeItem(at: folder) }
        for (name, text) in contents {
            let file = folder.appendingPathComponent(name)
            try manager.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder.path)
    }

    /// Names in a folder of the fixtures that end in `suffix`, without it.
    static func names(in folder: String, suffix: String) -> [String] {
        files.names(in: folder).filter { $0.hasSuffix(suffix) }.map {
            String($0.dropLast(suffix.count))
        }
    }

    /// Compares what is said of a broken input with the text beside it; with
    /// `LINDUNG_WRITE_SNAPSHOTS` it is written, to be read before it is kept.
    static func compare(
        _ told: String?, _ name: String, in language: Language,
        at place: SourceLocation = #_sourceLocation
    ) throws {
        let file = name + (language == .indonesian ? ".expected" : ".expected.en")
        if ProcessInfo.processInfo.environment["LINDUNG_WRITE_SNAPSHOTS"] != nil {
            try ((told ?? "") + "\n").write(
                toFile: root + "/" + file, atomically: true, encoding: .utf8)
        }
        let expected = try text(file)
        #expect(told == expected, sourceLocation: place)
    }

    /// The text of a fixture, without the line end at its end.
    static func text(_ path: String) throws -> String {
        let text = try String(contentsOfFile: root + "/" + path, encoding: .utf8)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    struct Unreadable: Error {
        let text: String
    }
}
