import Analysis
import ArgumentParser
import Policy
import Quantities
import Reading
import Reporting

/// `lindung check`: all faults of scenarios, then the gates of their results.
///
///     $ lindung check scenarios/kota-probolinggo/dasar.yaml
struct Check: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: say(Phrase.check),
            discussion: say(
                Phrase(
                    id: "Keluar dengan 2 bila berkas salah, 1 bila hasil melanggar suatu hukum.",
                    en: "Exits with 2 where a file is faulty, 1 where a result breaks a law."))
        )
    }

    /// At least one; their data folder is found near the first.
    @Argument(help: help(Phrase.helpScenarios, "files"), completion: .file())
    var files: [String]

    @OptionGroup var common: GlobalOptions

    /// Reads all, computes all, then tells warnings and gates.
    ///
    /// - Throws: ``InputFaults`` for faulty files, ``CheckFailure`` for a gate that failed.
    func run() async throws {
        let workspace = try common.workspace(near: files[0])
        let policies = try await common.policies(
            try common.scenarios(among: files, workspace), workspace)
        let results = try await common.results(policies, workspace)
        let checks = results.map { RunCheck($0) }
        let warnings = workspace.warnings(of: results)
        common.tell(warnings)
        let table = RunCheck.table(
            zip(labels(results), checks).map { ($0, $1) }, in: Interface.language)
        let failed = zip(results, checks).filter { !$1.passed }.map { $0.0.name }
        if !common.quiet || common.format != .table {
            let answer = Phrase.checkAnswer(
                results.count, failed: failed, warnings: warnings.count)
            try Presentation(common).show(table, answer: answer)
        }
        guard failed.isEmpty else {
            let lines = failed.map {
                say(Phrase(id: "\($0): pemeriksaan gagal", en: "\($0): a check failed"))
            }
            throw CheckFailure(text: lines.joined(separator: "\n"))
        }
    }

    /// Names of scenarios, or their files where two have the same name.
    private func labels(_ results: [ScenarioResult]) -> [String] {
        let names = results.map(\.name)
        guard Set(names).count < names.count else { return names }
        return results.enumerated().map { "\($0.offset + 1) \($0.element.policy.scenario.file)" }
    }
}
