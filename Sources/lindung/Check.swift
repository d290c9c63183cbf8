import ArgumentParser
import LindungFiles

/// `lindung check`: all faults of scenarios, then the gates of their results.
struct Check: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: say(Messages.check), discussion: say(Messages.checkMore)
        )
    }

    @Argument(help: help(Messages.helpScenarios))
    var files: [String]

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try common.workspace(near: files[0])
        let policies = try common.policies(files, workspace)
        let results = try await common.results(policies, workspace)
        let checks = results.map { RunCheck($0, workspace: workspace) }
        let warnings = checks.flatMap(\.warnings).withoutRepeats
        if !common.quiet, !warnings.isEmpty {
            Interface.note(warnings.rendered(in: Interface.language))
        }
        let table = RunCheck.table(
            zip(results.map(\.name), checks).map { ($0, $1) }, in: Interface.language)
        if !common.quiet || common.format != .table { try Presentation(common).show(table) }
        let failed = zip(results, checks).filter { !$1.passed }.map { $0.0.name }
        guard failed.isEmpty else {
            let lines = failed.map { say(Messages.checkFailed($0)) }
            throw CheckFailure(text: lines.joined(separator: "\n"))
        }
    }
}
