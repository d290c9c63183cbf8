import ArgumentParser
import LindungFiles
import Quantities

/// `lindung explain`: where a value or a result comes from.
struct Explain: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "explain", abstract: say(Messages.explain),
            discussion: say(Messages.explainMore))
    }

    @Argument(help: help(Messages.helpScenario))
    var file: String

    @Argument(help: help(Messages.helpPath))
    var path: String

    @Option(help: help(Messages.helpAt, "yyyy-mm"))
    var at: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let month = try at.map { text throws(InputFaults) in
            guard let month = Month(text) else { throw Messages.notAMonthFault(text) }
            return month
        }
        let workspace = try common.workspace(near: file)
        let policy = try common.policies([file], workspace)[0]
        let path = try PolicyPath(path, of: policy, law: workspace.law)
        let result = try await common.results([policy], workspace)[0]
        let isForPeople = common.format == .table || common.format == .md
        let report = try Report(
            explaining: path, of: result, at: month ?? policy.horizon.lowerBound,
            in: isForPeople ? Interface.language : nil)
        try Presentation(common).show(report, tables: report.tables, isBeside: false)
    }
}
