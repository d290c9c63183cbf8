import Analysis
import ArgumentParser
import Policy
import Quantities
import Reporting

/// `lindung diff`: what two scenarios set differently.
///
///     $ lindung diff scenarios/kota-probolinggo/dasar.yaml scenarios/kota-probolinggo/mandiri.yaml
struct Diff: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "diff",
            abstract: say(
                Phrase(
                    id: "Menunjukkan apa yang berbeda di antara dua skenario.",
                    en: "Shows what two scenarios set differently.")))
    }

    @Argument(help: help(Phrase(id: "Skenario pertama.", en: "The first scenario."), "first"))
    var first: String

    @Argument(help: help(Phrase(id: "Skenario kedua.", en: "The second scenario."), "second"))
    var second: String

    @OptionGroup var common: GlobalOptions

    /// Resolves both and shows the keys whose values differ in some month.
    ///
    /// - Throws: ``InputFaults``.
    func run() async throws {
        let workspace = try common.workspace(near: first)
        let policies = try await common.policies([first, second], workspace)
        let results = try await common.results(policies, workspace)
        let isForPeople = common.format == .table || common.format == .md
        let difference = PolicyDifference(
            from: results[0], to: results[1], in: isForPeople ? Interface.language : nil,
            marks: common.textMarks)
        let table = difference.table()
        if table.rowCount == 0, isForPeople {
            try Interface.print(say(Phrase(id: "tidak ada yang berbeda", en: "nothing differs")))
        } else {
            try Presentation(common).show(
                table,
                answer: Phrase.diffAnswer(
                    (results[0].name, results[1].name), keys: difference.keys))
        }
    }
}
