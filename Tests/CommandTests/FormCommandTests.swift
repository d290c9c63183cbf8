import Foundation
import Testing

/// From a region to its workbook and back to a scenario that other commands accept.
@Suite struct FormCommandTests {
    private static func digest(_ folder: URL) throws -> String {
        struct Manifest: Decodable {
            struct Scenario: Decodable { let resolvedSha256: String }
            let scenarios: [Scenario]
        }
        let bytes = try Data(contentsOf: folder.appendingPathComponent("manifest.json"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try #require(
            try decoder.decode(Manifest.self, from: bytes).scenarios.first
        ).resolvedSha256
    }

    @Test("A workbook that comes back as it was gives the baseline's digest")
    func thereAndBack() throws {
        let root = FileManager.default.temporaryDirectory
            .appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        func path(_ name: String) -> String { root.appendingPathComponent(name).path }
        let template = try LindungProcess(
            "template", "--region", "Kota Probolinggo", "--out", path("isian.xlsx"))
        #expect(template.status == 0, "\(template.errors)")
        let back = try LindungProcess("import", path("isian.xlsx"), "--out", path("isian"))
        #expect(back.status == 0, "\(back.errors)")
        #expect(back.output.hasPrefix("0 sel mengubah angka bawaan Kota Probolinggo"))
        let check = try LindungProcess("check", path("isian/isian.yaml"))
        #expect(check.status == 0, "\(check.errors)")
        for name in ["dasar", "isian"] {
            let run = try LindungProcess(
                "run", path("isian/\(name).yaml"), "--format", "xlsx", "--out",
                path("hasil-" + name))
            #expect(run.status == 0, "\(run.errors)")
            #expect(
                FileManager.default.fileExists(atPath: path("hasil-\(name)/run.xlsx")), "\(name)")
        }
        let digests = try ["dasar", "isian"].map {
            try Self.digest(root.appendingPathComponent("hasil-" + $0))
        }
        #expect(digests[0] == digests[1])
    }

    @Test("What cannot be written or read is said")
    func refused() throws {
        let place = try LindungProcess(
            "run", "scenarios/kota-probolinggo/dasar.yaml", "--format", "xlsx", "--lang", "en")
        #expect(place.status == 2)
        #expect(
            place.errors == """
                --format: error: a workbook needs a place
                  hint: add --out results.xlsx, or --out FOLDER

                """)
        let nation = try LindungProcess("template", "--region", "00", "--out", "x.xlsx")
        #expect(nation.status == 2)
        #expect(nation.errors.hasPrefix("00: galat: "))
        let other = try LindungProcess("import", "README.md", "--lang", "en")
        #expect(other.status == 2)
        #expect(
            other.errors == """
                README.md: error: this file is no .xlsx workbook
                  hint: save it as 'Excel workbook (.xlsx)' without a password

                """)
        let elsewhere = try LindungProcess(
            "check", "scenarios/kota-probolinggo/dasar.yaml", "--format", "xlsx")
        #expect(elsewhere.status == 2 && elsewhere.errors.contains("'xlsx' tidak sah"))
    }
}
