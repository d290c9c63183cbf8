import Foundation
import Testing

/// Pictures of results folders are drawn where the tools are there that draw them.
@Suite struct DrawnPictureTests {
    /// The files of a folder in order, with the drawings of pictures that the program draws only
    /// with tools.
    static func drawn(_ files: [String]) -> [String] {
        let drawings = files.filter { $0.hasSuffix(".vl.json") }.map {
            $0.replacing(".vl.json", with: ".svg")
        }
        return (files + (ReportCommandTests.hasTools ? drawings : [])).sorted()
    }

    private static func forecast(
        _ folder: TemporaryFolder, _ environment: [String: String] = [:]
    ) throws -> (files: [String], manifest: String) {
        let run = try LindungProcess(
            "forecast", "Tests/CommandTests/Series/umk.csv", "--horizon", "1", "--quiet", "--out",
            folder.path("a"), environment: environment)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty, "\(run.errors)")
        return (
            folder.contents,
            try String(contentsOfFile: folder.path("a/manifest.json"), encoding: .utf8)
        )
    }

    @Test("The manifest names the drawing", .enabled(if: ReportCommandTests.hasTools))
    func withTools() throws {
        let folder = try TemporaryFolder()
        let made = try Self.forecast(folder)
        #expect(made.files.contains("a/forecast.svg"))
        #expect(made.manifest.contains("\"forecast.svg\""))
        let drawing = try String(contentsOfFile: folder.path("a/forecast.svg"), encoding: .utf8)
        #expect(drawing.hasPrefix("<svg") && drawing.hasSuffix("</svg>"))
    }

    @Test("Without tools nothing is said of drawings, nor where they fail")
    func withoutTools() throws {
        let folder = try TemporaryFolder()
        let broken = folder.path("rusak/bin")
        try FileManager.default.createDirectory(
            atPath: broken, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: broken + "/python", withDestinationPath: "/bin/false")
        for tools in ["/tidak/ada", folder.path("rusak")] {
            let made = try Self.forecast(folder, ["LINDUNG_TOOLS": tools])
            #expect(!made.files.contains { $0.hasSuffix(".svg") })
            #expect(!made.manifest.contains(".svg"))
        }
    }
}
