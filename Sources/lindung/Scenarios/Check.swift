import Analysis
import ArgumentParser
import Policy
import Quantities
import Reading
import Reporting

/// `lindung check`: all faults of scenarios, then the gates of their results, then what their
/// authors expect of them.
///
///     $ lindung check scenarios/kota-probolinggo/dasar.yaml
struct Check: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "check", abstract: say(Phrase.check),
            discussion: say(
                Phrase(
                    id: "Keluar dengan 2 bila berkas salah, 1 bila hasil melanggar suatu hukum atau"
                        + " suatu harapan penulisnya ('expect') meleset.",
                    en: "Exits with 2 where a file is faulty, 1 where a result breaks a law or an"
                        + " expectation of its author ('expect') fails.")))
    }

    /// At least one; their data folder is found near the first.
    @Argument(help: help(Phrase.helpScenarios, "files"), completion: .file())
    var files: [String]

    @OptionGroup var common: GlobalOptions

    /// Reads all, computes all, then tells warnings, gates and expectations.
    ///
    /// - Throws: ``InputFaults`` for faulty files, ``CheckFailure`` for a gate that failed or an
    ///   expectation that was missed.
    func run() async throws {
        let workspace = try common.workspace(near: files[0])
        let policies = try await common.policies(
            try common.scenarios(among: files, workspace), workspace)
        let results = try await common.results(policies, workspace)
        let findings = try await workspace.expectationFindings(of: results)
        let checks = results.map { RunCheck($0) }
        let warnings = workspace.warnings(of: results) + findings.flatMap(\.self).idle
        common.tell(warnings)
        let failed = zip(results, zip(checks, findings))
            .filter { !$1.0.passed || !$1.1.missed.isEmpty }.map { $0.0.name }
        let missed = findings.flatMap(\.missed)
        if !common.quiet || common.format != .table {
            let answer = Phrase.checkAnswer(
                results.count, failed: failed,
                expectations: (findings.joined().count, missed.count), warnings: warnings.count)
            try show(checks, findings, of: results, answer)
        }
        guard failed.isEmpty else {
            let lines = failed.map {
                say(Phrase(id: "\($0): pemeriksaan gagal", en: "\($0): a check failed"))
            }
            throw CheckFailure(
                text: (missed.map { say($0.sentence) } + lines).joined(separator: "\n"))
        }
    }

    /// The gates of all scenarios, and their expectations where any has some.
    private func show(
        _ checks: [RunCheck], _ findings: [[ExpectationFinding]], of results: [ScenarioResult],
        _ answer: Phrase
    ) throws {
        let labels = labels(results)
        let gates = RunCheck.table(
            zip(labels, checks).map { ($0, $1) }, in: Interface.language)
        let expectations = ExpectationTables(
            zip(labels, findings).map { ($0, $1) }, language: Interface.language)
        let isThere = !expectations.isEmpty
        try Presentation(common).show(
            [gates] + (isThere ? [expectations.shown] : []),
            tables: [gates] + (isThere ? [expectations.whole] : []), answer: answer)
    }

    /// Names of scenarios, or their files where two have the same name.
    private func labels(_ results: [ScenarioResult]) -> [String] {
        let names = results.map(\.name)
        guard Set(names).count < names.count else { return names }
        return results.enumerated().map { "\($0.offset + 1) \($0.element.policy.scenario.file)" }
    }
}
