import Analysis
import ArgumentParser
import LindungFiles
import Policy
import Quantities

/// `lindung compare`: scenarios beside a baseline.
///
///     $ lindung compare scenarios/jawa-timur/*.yaml --baseline dasar --format csv --out hasil
struct Compare: AsyncParsableCommand {
    /// Name and help.
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "compare", abstract: say(Messages.compare))
    }

    /// At least one; the first is the baseline where none is named.
    @Argument(help: help(Messages.helpScenarios))
    var files: [String]

    /// A scenario's name, not its file's.
    @Option(help: help(Messages.helpBaseline, "name"))
    var baseline: String?

    /// Nil prints only.
    @Option(help: help(Messages.helpOut, "folder"))
    var out: String?

    /// Runs 2^n combinations of n changed keys for each alternative.
    @Flag(help: help(Messages.helpAttribute))
    var attribute = false

    /// Options that every command has.
    @OptionGroup var common: CommonOptions

    /// Reads and computes all scenarios side by side, writes files, prints the report.
    ///
    /// - Throws: ``InputFaults``, ``OutputFault``.
    func run() async throws {
        let workspace = try common.workspace(near: files[0])
        let policies = try await common.policies(files, workspace)
        let results = try await common.results(policies, workspace)
        let comparison = try workspace.comparison(
            of: results, baseline: baseline ?? results[0].name)
        let attribution = attribute ? try await attributed(comparison, workspace) : []
        let report = Report(comparison, attribution: attribution, in: Interface.language)
        if let out {
            let manifest = RunManifest(
                command: "compare", baseline: comparison.baseline.name, seed: common.seed,
                inputs: try workspace.inputs(policies.map(\.scenario)),
                results: comparison.results)
            try common.folder(out).write(
                comparison.tables + attribution, report: report, manifest: manifest)
        }
        if out == nil || !common.quiet {
            try Presentation(common).show(
                report, tables: [comparison.table()] + attribution, isBeside: out != nil)
        }
        common.noteWritten([out])
    }

    /// Why each alternative differs from the baseline, in one table.
    private func attributed(
        _ comparison: Comparison, _ workspace: Workspace
    ) async throws -> [ResultTable] {
        var tables: [ResultTable] = []
        for alternative in comparison.alternatives {
            let bar = ProgressBar(
                "\(say(Messages.attributing)) \(alternative.name)", isQuiet: common.quiet)
            defer { bar.finish() }
            do {
                let attribution = try await ScenarioAttribution(
                    from: comparison.baseline, to: alternative, law: workspace.law,
                    progress: { bar.show($0, of: $1) })
                tables.append(attribution.table)
            } catch {
                throw workspace.faults(
                    error, [comparison.baseline.policy, alternative.policy])
            }
        }
        return tables.isEmpty ? [] : [ResultTable.joined(tables, name: "attribution")]
    }
}
