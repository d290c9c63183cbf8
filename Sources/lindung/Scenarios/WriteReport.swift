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
                    id: "Menulis laporan PDF atau HTML untuk diserahkan.",
                    en: "Writes a PDF or HTML report to hand over.")),
            discussion: say(
                Phrase(
                    id: "Satu skenario seperti 'run', beberapa seperti 'compare': ringkasan,"
                        + " gambar, tabel, tabel RKA menurut kode rekening, perangkat daerah dan"
                        + " triwulan, asumsi dan tandanya, serta yang tidak diketahui. HTML adalah"
                        + " satu berkas yang dapat dibuka peramban mana pun tanpa jaringan.",
                    en: "One scenario as 'run' has it, several as 'compare': summary, pictures,"
                        + " tables, the lines of the budget plan (RKA) by account, office and"
                        + " quarter, assumptions with their marks, and what is not known. HTML is"
                        + " one file that any browser opens without a network.")))
    }

    /// At least one; the first is the baseline where none is named.
    @Argument(help: help(Phrase.helpScenarios, "files"), completion: .file())
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
            Phrase(
                id: "Berkas yang ditulis, dengan akhiran .pdf atau .html.",
                en: "The file to write, ending in .pdf or .html."), "file"),
        completion: .file())
    var out: String

    /// Beside the letterhead on the first page.
    @Option(
        help: help(
            Phrase(
                id: "Logo daerah untuk halaman pertama: SVG, PNG atau JPG.",
                en: "The region's logo for the first page: SVG, PNG or JPG."), "file"),
        completion: .file())
    var logo: String?

    /// The first is set larger.
    @Option(
        help: help(
            Phrase(
                id: "Satu baris kop; ulangi untuk baris berikutnya.",
                en: "A line of the letterhead; repeat it for further lines."), "text"))
    var letterhead: [String] = []

    /// Whether nothing may wait to be accepted; the report is a draft without.
    @Flag(
        help: help(
            Phrase(
                id: "Laporan final: hanya ditulis bila semua masukan yang diasumsikan, dipinjam"
                    + " atau kedaluwarsa sudah diterima ('lindung accept').",
                en: "A final report: written only once all inputs that are assumed, borrowed or"
                    + " stale are accepted ('lindung accept').")))
    var final = false

    @OptionGroup var ensemble: EnsembleOptions

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    private enum Form: String {
        case pdf, html

        /// By the ending of a file's name; nil for another one.
        init?(_ path: String) {
            self.init(rawValue: path.lowercased().split(separator: ".").last.map(String.init) ?? "")
        }

        /// How such files begin.
        var mark: String { self == .pdf ? "%PDF" : ReportDocument.mark }
    }

    private static let logoEndings = ["svg", "png", "jpg", "jpeg"]

    /// Reads, computes, sets, writes.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``; ``CheckFailure`` where it is to be final and
    ///   something waits.
    func run() async throws {
        guard let form = Form(out) else { throw InputFaults.notAReport(out) }
        let workspace = try common.workspace(near: files[0])
        let tools = form == .pdf ? try workspace.documentTools() : nil
        let emblem = try emblem(workspace)
        try replacing.check(nil, files: [(out, [form.mark])], in: workspace.files)
        let readings = try await common.readings(
            try common.scenarios(among: files, workspace), workspace, isBrief: true)
        let standings = try readings.map { try workspace.standing(of: $0.value) }
        if final, standings.waitingCount > 0 {
            throw CheckFailure(text: say(Phrase.notFinal(standings)))
        }
        let results = try await common.results(readings.map(\.value), workspace)
        let drawn = try await ensemble.ensemble(
            results.map(\.policy), workspace, common, replacing)
        let document = try document(
            results, drawn, standings, emblem, workspace, warnings: readings.flatMap(\.warnings))
        let bytes =
            try tools?.pdf(document.source, files: document.files) ?? document.html
        try AtomicFile.write(
            bytes, to: out, over: replacing.over([form.mark]), in: workspace.files)
        if !common.quiet { for line in document.report.answer { try Interface.print(say(line)) } }
        common.noteWritten([out, ensemble.allDraws])
    }

    /// What `run` tells of one scenario, `compare` of several.
    private func document(
        _ results: [ScenarioResult], _ drawn: Ensemble?, _ standings: [InputStanding],
        _ emblem: ReportDocument.File?, _ workspace: Workspace, warnings: [Diagnostic]
    ) throws -> ReportDocument {
        let comparison =
            results.count > 1
            ? try workspace.comparison(of: results, baseline: baseline ?? results[0].name) : nil
        let found =
            warnings + (comparison.map { workspace.warnings(of: $0) } ?? [])
            + workspace.warnings(of: results)
        let ground = ReportDocument.Ground(
            regions: workspace.catalogue.regions, record: try ClaimRecord(workspace),
            stage: try workspace.stageNote(under: results[0].policy.scenario),
            ensemble: drawn.map { ($0, workspace.reasons) }, warnings: found.withoutRepeats,
            standings: standings, isFinal: final, command: Interface.command)
        let head =
            letterhead.isEmpty && emblem == nil
            ? nil : ReportDocument.Letterhead(lines: letterhead, logo: emblem)
        return comparison.map {
            ReportDocument($0, ground, letterhead: head, in: Interface.language)
        }
            ?? ReportDocument(results[0], ground, letterhead: head, in: Interface.language)
    }

    private func emblem(_ workspace: Workspace) throws -> ReportDocument.File? {
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
