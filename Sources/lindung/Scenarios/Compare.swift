import Analysis
import ArgumentParser
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// `lindung compare`: scenarios beside a baseline.
///
///     $ lindung compare scenarios/jawa-timur/*.yaml --baseline dasar --format csv --out hasil
struct Compare: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "compare",
            abstract: say(
                Phrase(
                    id: "Membandingkan skenario dengan satu acuan.",
                    en: "Compares scenarios with a baseline.")))
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

    /// Nil prints only.
    @Option(help: help(Phrase.helpOut, "folder"), completion: .directory)
    var out: String?

    /// Runs 2^n combinations of n changed keys for each alternative.
    @Flag(
        help: help(
            Phrase(
                id: "Jelaskan tiap selisih menurut kunci yang berubah (Shapley).",
                en: "Attribute each difference to the changed keys (Shapley).")))
    var attribute = false

    /// Everything in place of the first screen.
    @Flag(help: help(Phrase.helpFull))
    var full = false

    @OptionGroup var ensemble: EnsembleOptions

    @OptionGroup var replacing: ReplaceOptions

    @OptionGroup var common: GlobalOptions

    /// Reads and computes all scenarios side by side, writes files, prints the report.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: files[0])
        let plan = try ensemble.plan(seed: common.seed)
        let readings = try await common.readings(
            try common.scenarios(among: files, workspace), workspace, isBrief: true)
        let policies = readings.map(\.value)
        let place = try WorkbookPlace(out, common)
        let folder = common.folder(place.folder, replacing, workspace)
        try replacing.check(
            folder,
            files: [(place.file, [Workbook.mark]), (ensemble.allDraws, DrawsFile.heads)],
            in: workspace.files)
        let results = try await common.results(policies, workspace)
        let comparison = try workspace.comparison(
            of: results, baseline: baseline ?? results[0].name)
        let (apart, own) = (workspace.warnings(of: comparison), workspace.warnings(of: results))
        // What scenarios are only told of beside each other, no check of one tells.
        common.tell(apart)
        common.tell(own, ofMany: files)
        let drawn = try await ensemble.ensemble(
            comparison.results.map(\.policy), workspace, common, replacing)
        let attributed = attribute ? try await attributed(comparison, workspace) : []
        let attribution = Self.joined(attributed.map(\.table), "attribution")
        var report = Report(
            comparison, regions: workspace.catalogue.regions,
            attribution: Self.joined(attributed.map(\.overview), "overview"),
            attributionNote: Phrase.attributionGroups(attributed),
            ensemble: drawn.map { ($0, workspace.reasons) }, in: Interface.language)
        report.warnings = (readings.flatMap(\.warnings) + apart + own).withoutRepeats
        report.command = Interface.command
        if let folder {
            let maps = try workspace.maps(of: comparison.results)
            let manifest = RunManifest(
                command: "compare", baseline: comparison.baseline.name, seed: common.seed,
                draws: plan,
                inputs: try workspace.inputs(policies.map(\.scenario), with: maps.tables),
                results: comparison.results)
            try folder.write(
                comparison.tables + attribution + (drawn?.tables ?? []),
                pictures: comparison.pictures(drawn, in: Interface.language) + maps.pictures
                    + attributed.flatMap { $0.pictures(in: Interface.language) }
                    + (try place.beside("compare", report, comparison.results)), report: report,
                manifest: manifest)
        }
        try place.write(report, comparison.results, replacing, workspace)
        if out == nil || !common.quiet {
            try Presentation(common).show(
                report, tables: [comparison.table()] + attribution + programs(drawn),
                isBeside: out != nil, isBrief: !full)
        }
        common.noteWritten([out, ensemble.allDraws])
    }

    private func programs(_ ensemble: Ensemble?) -> [ResultTable] {
        guard let ensemble else { return [] }
        return [ensemble.table()] + (ensemble.differences().map { [$0] } ?? [])
    }

    /// The tables of all alternatives as one; none where there is no alternative.
    private static func joined(_ tables: [ResultTable], _ name: String) -> [ResultTable] {
        tables.isEmpty ? [] : [ResultTable.joined(tables, name: name)]
    }

    private func attributed(
        _ comparison: Comparison, _ workspace: Workspace
    ) async throws -> [ScenarioAttribution] {
        var attributed: [ScenarioAttribution] = []
        for alternative in comparison.alternatives {
            let bar = ProgressBar(
                "\(say(Phrase.attributing)) \(alternative.name)", to: common.audience)
            defer { bar.finish() }
            do {
                if !common.quiet,
                    let effort = try Phrase.attributionEffort(
                        from: comparison.baseline, to: alternative)
                {
                    Interface.note(say(effort))
                }
                attributed.append(
                    try await ScenarioAttribution(
                        from: comparison.baseline, to: alternative, law: workspace.law,
                        progress: { bar.show($0, of: $1) }))
            } catch {
                throw workspace.faults(
                    error, [comparison.baseline.policy, alternative.policy])
            }
        }
        return attributed
    }
}
