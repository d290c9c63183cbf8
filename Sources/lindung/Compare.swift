import Analysis
import ArgumentParser
import LindungFiles
import Policy
import Quantities

/// `lindung compare`: scenarios beside a baseline.
struct Compare: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "compare", abstract: say(Messages.compare))
    }

    @Argument(help: help(Messages.helpScenarios))
    var files: [String]

    @Option(help: help(Messages.helpBaseline, "name"))
    var baseline: String?

    @Option(help: help(Messages.helpOut, "folder"))
    var out: String?

    @Flag(help: help(Messages.helpAttribute))
    var attribute = false

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try common.workspace(near: files[0])
        let policies = try common.policies(files, workspace)
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
