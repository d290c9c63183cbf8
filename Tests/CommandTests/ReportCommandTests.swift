import Foundation
import Testing

/// `lindung report` as a user runs it.
@Suite struct ReportCommandTests {
    private static let scenario = "scenarios/kota-probolinggo/dasar.yaml"
    private static let python = LindungProcess.root + "/.tools/venv/bin/python"
    static var hasTools: Bool { FileManager.default.isExecutableFile(atPath: python) }

    @Test(
        "Two runs write one PDF, with letterhead and logo", .enabled(if: hasTools, "no typst here"))
    func writes() throws {
        let folder = try TemporaryFolder()
        let logo = folder.path("lambang.svg")
        let drawing = """
            <svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="20"
            height="20" fill="#1f4e79"/></svg>
            """
        try drawing.write(toFile: logo, atomically: true, encoding: .utf8)
        let files = ["satu", "dua"].map { folder.path($0 + ".pdf") }
        for file in files {
            let run = try LindungProcess(
                "report", Self.scenario, "--logo", logo, "--letterhead", "Bappeda *Kota* #1",
                "--out", file)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("% pekerja"), "\(run.output)")
        }
        let bytes = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(bytes[0].starts(with: Data("%PDF".utf8)))
        #expect(bytes[0].count > 50_000)
        #expect(bytes[0] == bytes[1])
    }

    @Test(
        "HTML needs no programs, no other file and no script; it may replace only its own kind",
        arguments: [("id", ["mandiri"]), ("en", [])])
    func html(_ language: String, _ others: [String]) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("laporan.html")
        let scenarios = [Self.scenario] + others.map { "scenarios/kota-probolinggo/\($0).yaml" }
        let words =
            ["report"] + scenarios
            + ["--letterhead", "Bappeda <Kota> & \"x\"", "--lang", language, "--out", file]
        let variables = ["LINDUNG_TOOLS": folder.path("kosong")]
        let run = try LindungProcess(words, environment: variables)
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("<html lang=\"\(language)\">"))
        #expect(text.contains("Bappeda &lt;Kota&gt; &amp; &quot;x&quot;"))
        #expect(text.components(separatedBy: "<svg").count == 3)
        for part in ["<script", "<link", "src=\"http", "url("] {
            #expect(!text.contains(part), "\(part)")
        }
        // Every address in it names what XML calls its kinds, or a source that is cited as text.
        #expect(!text.contains("href="))
        let again = try LindungProcess(words, environment: variables)
        #expect(again.status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
        try "<!doctype html>\n<p>lain</p>".write(toFile: file, atomically: true, encoding: .utf8)
        let refused = try LindungProcess(words, environment: variables)
        #expect(refused.status == 2)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("lain"))
    }

    @Test("HTML says the sentences, tables and numbers of the report in Markdown")
    func htmlSaysTheSame() throws {
        let folder = try TemporaryFolder()
        let made = try LindungProcess(
            "compare", Self.scenario, "scenarios/kota-probolinggo/mandiri.yaml", "--out",
            folder.path("hasil"), "-q")
        #expect(made.status == 0, "\(made.errors)")
        let run = try LindungProcess(
            "report", Self.scenario, "scenarios/kota-probolinggo/mandiri.yaml", "--out",
            folder.path("x.html"))
        #expect(run.status == 0, "\(run.errors)")
        let page = try String(contentsOfFile: folder.path("x.html"), encoding: .utf8)
        let told = try String(contentsOfFile: folder.path("hasil/report.md"), encoding: .utf8)
        let cells = told.split(separator: "\n").filter { $0.hasPrefix("|") && !$0.contains("---") }
            .flatMap { $0.split(separator: "|") }
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter {
                $0.contains { $0.isNumber } && !$0.utf8.contains { [0x26, 0x5C].contains($0) }
            }
        #expect(cells.count > 100)
        for cell in Set(cells) { #expect(page.contains(cell), "\(cell)") }
    }

    @Test(
        "Without the programs that set documents it says how to get them", arguments: ["id", "en"])
    func noTools(_ language: String) throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            ["report", Self.scenario, "--out", folder.path("x.pdf"), "--lang", language],
            environment: ["LINDUNG_TOOLS": folder.path("kosong")])
        #expect(run.status == 2)
        let said =
            language == "id"
            ? "galat: alat penyusun dokumen tidak ada di sini"
            : "error: the programs that set documents are not here"
        #expect(run.errors.contains(said), "\(run.errors)")
        #expect(run.errors.contains("make tools"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("x.pdf")))
    }

    @Test(
        "What is no PDF or no picture is refused before anything is computed",
        arguments: [
            (["--out", "laporan.docx"], "bukan nama berkas PDF atau HTML"),
            (["--out", "x.pdf", "--logo", "lambang.webp"], "bukan gambar yang dikenal"),
            (["--out", "x.pdf", "--logo", "tidak-ada.png"], "tidak dapat dibaca"),
        ])
    func refused(_ words: [String], _ said: String) throws {
        if words.count > 2, !Self.hasTools { return }
        let run = try LindungProcess(["report", Self.scenario] + words)
        #expect(run.status == 2)
        #expect(run.errors.contains(said), "\(run.errors)")
    }

    @Test("A picture of a results folder is drawn in three forms", .enabled(if: hasTools))
    func plots() throws {
        let folder = try TemporaryFolder()
        let made = try LindungProcess("run", Self.scenario, "--out", folder.path("hasil"), "-q")
        #expect(made.status == 0, "\(made.errors)")
        for (ending, mark) in [("svg", "<svg"), ("png", "\u{89}PNG"), ("pdf", "%PDF")] {
            let file = folder.path("cakupan.\(ending)")
            let run = try LindungProcess(
                "plot", folder.path("hasil/coverage.vl.json"), "--out", file)
            #expect(run.status == 0, "\(run.errors)")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            #expect(bytes.starts(with: mark.unicodeScalars.map { UInt8($0.value) }), "\(ending)")
            #expect(bytes.count > 5_000)
        }
    }

    @Test(
        "What is no picture is refused", .enabled(if: hasTools),
        arguments: [
            (
                ["scenarios/kota-probolinggo/dasar.yaml", "--out", "x.png"],
                "berkas ini bukan spesifikasi Vega-Lite"
            ),
            (["x.vl.json", "--out", "x.gif"], "bukan nama berkas gambar"),
            (["tidak-ada.vl.json", "--out", "x.png"], "tidak ada"),
        ])
    func noPicture(_ words: [String], _ said: String) throws {
        let run = try LindungProcess(["plot"] + words)
        #expect(run.status == 2)
        #expect(run.errors.contains(said), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: LindungProcess.root + "/x.png"))
    }
}
