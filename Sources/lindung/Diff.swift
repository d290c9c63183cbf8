import ArgumentParser
import LindungFiles
import Policy
import Quantities

/// `lindung diff`: what two scenarios set differently.
struct Diff: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "diff", abstract: say(Messages.diff))
    }

    @Argument(help: help(Messages.helpFirst))
    var first: String

    @Argument(help: help(Messages.helpSecond))
    var second: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let workspace = try common.workspace(near: first)
        let policies = try common.policies([first, second], workspace)
        let results = try await common.results(policies, workspace)
        let isForPeople = common.format == .table || common.format == .md
        let difference = PolicyDifference(
            from: results[0], to: results[1], in: isForPeople ? Interface.language : nil)
        let table = try self.table(of: difference, policies, workspace)
        if table.rowCount == 0, isForPeople {
            try Interface.print(say(Messages.noDifference))
        } else {
            try Presentation(common).show(table)
        }
    }

    private func table(
        of difference: PolicyDifference, _ policies: [ResolvedPolicy], _ workspace: Workspace
    ) throws(InputFaults) -> ResultTable {
        do throws(PolicyMismatch) {
            return try difference.table()
        } catch {
            throw workspace.faults(error, policies)
        }
    }
}
