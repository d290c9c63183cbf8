import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung run`: one scenario from file to results.
///
///     $ lindung run scenarios/jawa-timur/dasar.yaml --out hasil --resolved angka.json
struct Run: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "run", abstract: say(Phrase.run),
            discussion: say(
                Phrase(
                    id: "Dengan --out, folder itu berisi tabel per tahun, sumber dana, stok, arus"
                        + " dan biaya bulanan, laporan report.md, datapackage.json yang"
                        + " menerangkan tiap kolom, dan manifest.json.",
                    en: "With --out the folder holds tables by year and purse, monthly stocks,"
                        + " flows and costs, a report.md, a datapackage.json that describes each"
                        + " column, and a manifest.json."
                )))
    }

    @Argument(help: help(Phrase.helpScenario, "file"), completion: .file())
    var file: String

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    /// A file, or a device such as `/dev/stdout`.
    @Option(
        help: help(
            Phrase(
                id: "Tulis semua angka yang menentukan hasil sebagai JSON.",
                en: "Write every number that the result depends on as JSON."), "file"),
        completion: .file())
    var resolved: String?

    /// Everything in place of the first screen.
    @Flag(help: help(Phrase.helpFull))
    var full = false

    @OptionGroup var ensemble: EnsembleOptions

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads, computes, writes files, prints the report.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: file)
        let plan = try ensemble.plan(seed: common.seed)
        let reading = try await common.readings(
            try common.scenarios(among: [file], workspace), workspace, isBrief: true)[0]
        let policy = reading.value
        let place = try WorkbookPlace(out, common)
        let folder = common.folder(place.folder, replacing, workspace)
        try replacing.check(
            folder,
            files: [
                (place.file, [Workbook.mark]),
                (resolved, [ResolvedConfiguration.mark]), (ensemble.allDraws, DrawsFile.heads),
            ], in: workspace.files)
        let result = try await common.results([policy], workspace)[0]
        let warnings = workspace.warnings(of: [result])
        common.tell(warnings, ofMany: [file])
        let drawn = try await ensemble.ensemble([policy], workspace, common, replacing)
        let record = try ClaimRecord(workspace)
        var report = Report(
            result, regions: workspace.catalogue.regions, record: record,
            stage: try workspace.stageNote(under: policy.scenario),
            ensemble: drawn.map { ($0, workspace.reasons) }, in: Interface.language)
        report.warnings = reading.warnings + warnings
        report.command = Interface.command
        if let folder {
            let maps = try workspace.maps(of: [result])
            let manifest = RunManifest(
                command: "run", seed: common.seed, draws: plan,
                inputs: try workspace.inputs(
                    [policy.scenario], with: [ClaimRecord.file] + maps.tables),
                results: [result])
            try folder.write(
                result.tables + [record.table(result)] + (drawn?.tables ?? []),
                pictures: result.pictures(drawn, in: Interface.language) + maps.pictures
                    + (try place.beside("run", report, [result])), report: report,
                manifest: manifest)
        }
        try place.write(report, [result], replacing, workspace)
        if let resolved { try write(result, workspace, to: resolved) }
        if out == nil || !common.quiet {
            try Presentation(common).show(
                report, tables: [result.yearlyTable()] + (drawn.map { [$0.table()] } ?? []),
                isBeside: out != nil, isBrief: !full)
        }
        common.noteWritten([out, resolved, ensemble.allDraws])
    }

    private func write(
        _ result: ScenarioResult, _ workspace: Workspace, to path: String
    ) throws {
        var file = try AtomicFile(
            path, over: replacing.over([ResolvedConfiguration.mark]), in: workspace.files)
        try ResolvedConfiguration(result, catalogue: workspace.catalogue).write {
            try file.write($0)
        }
        try file.commit()
    }
}
