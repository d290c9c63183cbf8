import Formats
import Foundation
import Testing

@testable import LindungApp

/// Installed scenarios become their user's own, once.
@Suite struct OwnScenariosTests {
    private let folder = NSTemporaryDirectory() + "milik-" + UUID().uuidString
    private let files: SourceFiles

    /// A prefix with one installed scenario, and a home folder beside it.
    init() throws {
        for name in ["share/lindung/scenarios/kota", "project/scenarios", "home"] {
            try FileManager.default.createDirectory(
                atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        try Self.write("terpasang", folder + "/share/lindung/scenarios/kota/dasar.yaml")
        files = SourceFiles(root: folder)
    }

    private static func write(_ text: String, _ path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    private func usual(_ data: String = "share/lindung", home: String = "home") throws -> String {
        try OwnScenarios.usual(
            beside: folder + "/" + data, home: folder + "/" + home, files)
    }

    @Test("They are copied whole, and what was changed there stays")
    func copied() throws {
        let own = try usual()
        #expect(own == folder + "/home/Lindung")
        let kept = own + "/kota/dasar.yaml"
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "terpasang")
        try Self.write("diubah", kept)
        #expect(try usual() == own)
        #expect(try String(contentsOfFile: kept, encoding: .utf8) == "diubah")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder + "/home") == ["Lindung"])
    }

    @Test("Those of a project are used where they lie")
    func project() throws {
        #expect(try usual("project") == folder + "/project/scenarios")
        let inside = SourceFiles(root: folder + "/project")
        #expect(try OwnScenarios.usual(beside: folder + "/share/lindung", inside) == "scenarios")
    }

    @Test("Where there is no place for them, that is said")
    func noPlace() throws {
        try Self.write("", folder + "/berkas")
        #expect(throws: InputFaults.self) { try usual(home: "berkas") }
    }
}
