import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung report`: scenarios as a document to hand over.
///
///     $ lindung report scenarios/kota-probolinggo/*.yaml --baseline dasar --out laporan.pdf
struct WriteReport: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: say(
                Phrase(
                    id: "Menulis laporan PDF untuk diserahkan.",
                    en: "Writes a PDF report to hand over.")),
            discussion: say(
                Phrase(
                    id: "Satu skenario seperti 'run', beberapa seperti 'compare': ringkasan,"
                        + " gambar, tabel, tabel RKA menurut kode rekening, perangkat daerah dan"
                        + " triwulan, asumsi dan tandanya, serta yang tidak diketahui.",
                    en: "One scenario as 'run' has it, several as 'compare': summary, pictures,"
                        + " tables, the lines of the budget plan (RKA) by account, office and"
                        + " quarter, assumptions with their marks, and what is not known.")))
    }

    /// At least one; the first is the baseline where none is named.
    @Argument(help: help(Phrase.helpScenarios, "files"))
    var files: [String]

    /// A scenario's name, not its file's.
    @Option(
        help: help(
            Phrase(
                id: "Nama skenario acuan; bawaan yang pertama.",
                en: "Name of the baseline scenario; the first one by default."), "name"))
    var baseline: String?

    @Option(
        help: help(
            Phrase(id: "Berkas PDF yang ditulis.", en: "The PDF file to write."), "file"))
    var out: String

    /// Beside the letterhead on the first page.
    @Option(
        help: help(
            Phrase(
                id: "Logo daerah untuk halaman pertama: SVG, PNG atau JPG.",
                en: "The region's logo for the first page: SVG, PNG or JPG."), "file"))
    var logo: String?

    /// The first is set larger.
    @Option(
        help: help(
            Phrase(
                id: "Satu baris kop; ulangi untuk baris berikutnya.",
                en: "A line of the letterhead; repeat it for further lines."), "text"))
    var letterhead: [String] = []

    @OptionGroup var ensemble: EnsembleOptions

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    private static let logoEndings = ["svg", "png", "jpg", "jpeg"]

    /// Reads, computes, sets, writes.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        guard out.lowercased().hasSuffix(".pdf") else { throw InputFaults.notPDF(out) }
        let workspace = try common.workspace(near: files[0])
        let tools = try DocumentTools(workspace)
        let emblem = try emblem(workspace)
        try replacing.check(nil, files: [(out, ["%PDF"])], in: workspace.files)
        let readings = try await common.readings(
            try common.scenarios(among: files, workspace), workspace)
        let results = try await common.results(readings.map(\.value), workspace)
        let drawn = try await ensemble.ensemble(
            results.map(\.policy), workspace, common, replacing)
        var (report, pictures) = try told(results, drawn, workspace)
        report.warnings =
            (readings.flatMap(\.warnings) + workspace.warnings(of: results)).withoutRepeats
        report.command = Interface.command
        let drawings = pictures.filter { $0.name.hasSuffix(".svg") }
        let document = ReportDocument(
            report, of: results, regions: workspace.catalogue.regions,
            pictures: drawings.map(\.name),
            letterhead: letterhead.isEmpty && emblem == nil
                ? nil : .init(lines: letterhead, logo: emblem?.name),
            in: Interface.language)
        let bytes = try tools.pdf(
            document.source, files: drawings + [emblem].compactMap(\.self))
        var file = try AtomicFile(out, over: replacing.over(["%PDF"]), in: workspace.files)
        try file.write(bytes)
        try file.commit()
        if !common.quiet { for line in report.answer { try Interface.print(say(line)) } }
        common.noteWritten([out, ensemble.allDraws])
    }

    /// The report and pictures of `run` for one scenario, of `compare` for several.
    private func told(
        _ results: [ScenarioResult], _ drawn: Ensemble?, _ workspace: Workspace
    ) throws -> (Report, [(name: String, bytes: [UInt8])]) {
        let language = Interface.language
        let regions = workspace.catalogue.regions
        let reasons = drawn.map { ($0, workspace.reasons) }
        guard results.count > 1 else {
            let result = results[0]
            return (
                Report(
                    result, regions: regions, record: try ClaimRecord(workspace),
                    stage: try workspace.stageNote(under: result.policy.scenario),
                    ensemble: reasons, in: language), result.pictures(drawn, in: language)
            )
        }
        let comparison = try workspace.comparison(
            of: results, baseline: baseline ?? results[0].name)
        return (
            Report(
                comparison, regions: regions, attribution: [], attributionNote: nil,
                ensemble: reasons, in: language), comparison.pictures(drawn, in: language)
        )
    }

    private func emblem(_ workspace: Workspace) throws -> (name: String, bytes: [UInt8])? {
        guard let logo else { return nil }
        let ending = logo.lowercased().split(separator: ".").last.map(String.init) ?? ""
        guard Self.logoEndings.contains(ending) else { throw InputFaults.notALogo(logo) }
        do {
            return ("logo.\(ending)", Array(try workspace.files.bytes(logo)))
        } catch {
            throw InputFaults.unreadableLogo(logo)
        }
    }
}
