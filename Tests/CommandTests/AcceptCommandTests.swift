import Foundation
import Testing

/// From a draft to a final report, by name.
@Suite struct AcceptCommandTests {
    /// A child of a shipped scenario, and one of that.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try Self.write(
            folder, "dasar",
            extends: "\(LindungProcess.root)/scenarios/kota-probolinggo/dasar.yaml",
            "")
        try Self.write(
            folder, "anak", extends: "dasar.yaml",
            "assumptions:\n  retention: { value: 0.2, mark: A, source: uji }\n")
        return folder
    }

    private static func write(
        _ folder: TemporaryFolder, _ name: String, extends parent: String, _ rest: String
    ) throws {
        let text = "name: \(name)\ntitle: { id: Uji, en: Test }\nextends: \(parent)\n" + rest
        try text.write(toFile: folder.path(name + ".yaml"), atomically: true, encoding: .utf8)
    }

    private static func final(_ folder: TemporaryFolder, _ name: String) throws -> LindungProcess {
        try LindungProcess(
            "report", folder.path(name + ".yaml"), "--final", "--out",
            folder.path(name + ".html"), "--force")
    }

    @Test("A final report waits for every input, of parents too, and lapses with a value")
    func waits() throws {
        let folder = try Self.folder()
        let draft = try LindungProcess(
            "report", folder.path("anak.yaml"), "--out", folder.path("anak.html"))
        #expect(draft.status == 0, "\(draft.errors)")
        let page = try String(contentsOfFile: folder.path("anak.html"), encoding: .utf8)
        #expect(page.contains("Draf: 3") && page.contains("menunggu diterima"))
        let refused = try Self.final(folder, "anak")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("retention (asumsi)"))
        #expect(refused.errors.contains("lindung accept \(folder.path("anak.yaml"))"))
        let base = try LindungProcess(
            "accept", folder.path("dasar.yaml"), "--name", "Kepala Bidang, Bappeda", "--date",
            "2025-11-28")
        #expect(base.status == 0, "\(base.errors)")
        let inherited = try Self.final(folder, "anak")
        #expect(inherited.status == 1)
        #expect(inherited.errors.contains("1 masukan menunggu"))
        #expect(inherited.errors.contains("retention (asumsi, berubah)"))
        let own = try LindungProcess(
            "accept", folder.path("anak.yaml"), "retention", "--name", "Sekretaris", "--reason",
            "=HYPERLINK(1)", "--date", "2025-11-29")
        #expect(own.status == 0, "\(own.errors)")
        let done = try Self.final(folder, "anak")
        #expect(done.status == 0, "\(done.errors)")
        let final = try String(contentsOfFile: folder.path("anak.html"), encoding: .utf8)
        #expect(final.contains("Final: semua"))
        #expect(final.contains("Sekretaris, 2025-11-29: =HYPERLINK(1)"))
        #expect(final.contains("Kepala Bidang, Bappeda, 2025-11-28"))
        let file = try String(contentsOfFile: folder.path("anak.accepted.csv"), encoding: .utf8)
        #expect(file.contains(",'=HYPERLINK(1)\n"))
        try Self.write(
            folder, "anak", extends: "dasar.yaml",
            "assumptions:\n  retention: { value: 0.3, mark: A, source: uji }\n")
        #expect(try Self.final(folder, "anak").status == 1)
    }

    @Test("Nothing is accepted without a name, twice over or under an unknown key")
    func refused() throws {
        let folder = try Self.folder()
        let file = folder.path("dasar.yaml")
        let cases: [([String], String)] = [
            (["workers"], "tidak disebut siapa yang menerima"),
            (["workes", "--name", "Kepala Bidang"], "maksud Anda 'workers'"),
            (["poverty.headcount", "--name", "Kepala Bidang"], "tidak perlu diterima"),
            (["--name", "Kepala Bidang", "--date", "28-11-2025"], "bukan tanggal"),
        ]
        for (words, said) in cases {
            let run = try LindungProcess(["accept", file] + words)
            #expect(run.status == 2, "\(words)")
            #expect(run.errors.contains(said), "\(run.errors)")
            #expect(!FileManager.default.fileExists(atPath: folder.path("dasar.accepted.csv")))
        }
        let shown = try LindungProcess("accept", file)
        #expect(shown.status == 0)
        #expect(shown.output.contains("menunggu diterima"))
        try "input,value\nx,1\n".write(
            toFile: folder.path("dasar.accepted.csv"), atomically: true, encoding: .utf8)
        let broken = try LindungProcess("accept", file, "--name", "Kepala Bidang")
        #expect(broken.status == 2)
        #expect(broken.errors.contains("dasar.accepted.csv"))
    }
}
