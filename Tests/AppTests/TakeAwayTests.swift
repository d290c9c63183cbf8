import Foundation
import Quantities
import Testing

@testable import LindungApp

/// Files of a comparison are those that the commands beside them write.
@Suite struct TakeAwayTests {
    private static let query =
        "folder=scenarios%2Fkota-probolinggo&s=dasar&s=mandiri&acuan=mandiri&simulasi=100"
    private static let tools = OpenDesk.root + "/.tools/venv/bin/python"
    static var hasTools: Bool { FileManager.default.isExecutableFile(atPath: tools) }

    /// The built command, beside the bundle of tests.
    private static let command: String = {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments[0]
        let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? program
        let folders = [bundle, program].flatMap { place -> [URL] in
            let folder = URL(fileURLWithPath: place).deletingLastPathComponent()
            return [folder, folder.deletingLastPathComponent()]
        }
        return folders.map { $0.appendingPathComponent("lindung").path }
            .first(where: FileManager.default.isExecutableFile(atPath:)) ?? "lindung"
    }()

    private static func written(_ words: [String], to file: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = words + ["--out", file, "--quiet"]
        process.currentDirectoryURL = URL(fileURLWithPath: OpenDesk.root)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try Data(contentsOf: URL(fileURLWithPath: file))
    }

    private static func same(
        _ address: String, _ name: String, _ ending: String, _ language: Language
    ) async throws {
        let folder = NSTemporaryDirectory() + "bawa-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = "scenarios/kota-probolinggo/"
        let words = [name, path + "mandiri.yaml", path + "dasar.yaml", "--draws", "100"]
        let expected = try written(
            words + (language == .english ? ["--lang", "en"] : []),
            to: "\(folder)/hasil.\(ending)")
        let response = await OpenDesk.shipped.desk.answer(
            PageRequest(
                method: .get, path: address, fields: FormFields(encoded: query),
                language: language))
        #expect(response.status == 200)
        #expect(Data(response.bytes) == expected)
        #expect(response.fileName?.hasSuffix("." + ending) == true)
    }

    @Test("Workbook and HTML are the command's bytes", arguments: [Language.indonesian, .english])
    func bytes(_ language: Language) async throws {
        try await Self.same("/bandingkan.xlsx", "compare", "xlsx", language)
        try await Self.same("/laporan.html", "report", "html", language)
    }

    @Test("The PDF is the command's bytes", .enabled(if: hasTools, "no typst here"))
    func pdf() async throws {
        try await Self.same("/laporan.pdf", "report", "pdf", .indonesian)
    }

    @Test("One scenario is reported as 'run' tells it")
    func single() async throws {
        let query = "folder=scenarios%2Fkota-probolinggo&s=dasar"
        let report = await OpenDesk.shipped.get("/laporan.html", query)
        #expect(report.status == 200)
        #expect(report.text.contains("lindung report scenarios/kota-probolinggo/dasar.yaml"))
        let folder = NSTemporaryDirectory() + "bawa-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let expected = try Self.written(
            ["report", "scenarios/kota-probolinggo/dasar.yaml"], to: folder + "/x.html")
        #expect(Data(report.text.utf8) == expected)
    }

    @Test("Each link stands beside its command, and no folder gives no file")
    func links() async {
        let page = await OpenDesk.shipped.get("/", Self.query + "&tunggu=1", in: .english)
        for (address, command) in [
            ("/bandingkan.xlsx", "--out comparison.xlsx"), ("/laporan.html", "--out report.html"),
        ] {
            #expect(page.text.contains("href=\"\(address)?folder="))
            #expect(page.text.contains(command))
        }
        #expect(page.text.contains(Self.hasTools ? "href=\"/laporan.pdf?" : "make tools"))
        #expect(await OpenDesk.shipped.get("/laporan.html", "folder=x").status == 404)
    }
}
