import ArgumentParser
import Formats
import Quantities
import Reading
import Reporting

/// `lindung plot`: a picture of a results folder as SVG, PNG or PDF.
///
///     $ lindung plot hasil/kota/coverage.vl.json --out cakupan.png
struct Plot: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plot",
            abstract: say(
                Phrase(
                    id: "Menggambar sebuah gambar hasil sebagai SVG, PNG atau PDF.",
                    en: "Draws a picture of results as SVG, PNG or PDF.")),
            discussion: say(
                Phrase(
                    id: "Setiap folder hasil memuat gambarnya sebagai spesifikasi Vega-Lite"
                        + " (*.vl.json).",
                    en: "Every folder of results holds its pictures as Vega-Lite specifications"
                        + " (*.vl.json).")))
    }

    @Argument(
        help: help(
            Phrase(
                id: "Spesifikasi Vega-Lite dari sebuah folder hasil.",
                en: "A Vega-Lite specification of a folder of results."), "file"),
        completion: .file())
    var file: String

    /// Its ending says in what form.
    @Option(
        help: help(
            Phrase(
                id: "Berkas yang ditulis, dengan akhiran .svg, .png atau .pdf.",
                en: "The file to write, ending in .svg, .png or .pdf."), "file"),
        completion: .file())
    var out: String

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, draws, writes.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() throws {
        let ending = out.lowercased().split(separator: ".").last.map(String.init) ?? ""
        guard let form = DocumentTools.Drawing(rawValue: ending) else {
            throw InputFaults.notADrawing(out)
        }
        let workspace = try common.workspace(near: file)
        let tools = try workspace.documentTools()
        let over = replacing.over([form.mark])
        try AtomicFile.check(out, over: over, in: workspace.files)
        let session = ReadingSession(files: workspace.files)
        guard let specification = session.source(file) else {
            throw InputFaults(session.diagnostics)
        }
        guard specification.text.contains("vega.github.io/schema/vega-lite/") else {
            throw InputFaults.notASpecification(file)
        }
        let bytes = try tools.drawing(specification.text, as: form)
        var written = try AtomicFile(out, over: over, in: workspace.files)
        try written.write(bytes)
        try written.commit()
        common.noteWritten([out])
    }
}
