import Analysis
import Policy
import Quantities

/// What `target` found, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report, tables, a picture or
/// a scenario.
public struct TargetResult: Sendable {
    /// What was asked.
    public let question: TargetQuestion
    /// Where the aim is met, or why it is not.
    let answer: TargetAnswer
    /// Nil where no draws were asked for.
    let draws: TargetDraws?
    /// Which rules bind where the target is not reached; empty where it is.
    let limits: [TargetLimit]
    /// The scenario without the dial.
    let base: ScenarioResult
    /// The scenario at the solution, or at the best place where there is none.
    let chosen: ScenarioResult
    /// Units of law keys.
    let lawUnits: [String: Unit]
    /// Bundle keys that change nothing, and places without a result.
    public let warnings: [Diagnostic]

    /// The place that the report speaks of: the solution, or the best.
    var point: TargetPoint { answer.best }

    /// How the keys are written.
    var keyTexts: [TargetKeyText] {
        question.problem.dial.keys.map { TargetKeyText($0, lawUnits: lawUnits) }
    }

    /// The outcome in words.
    var label: OutcomeLabel { OutcomeLabel(question.problem.aim.outcome) }

    /// Why the command ends with 1: the target is not reached; nil where it is.
    public var failure: Phrase? {
        answer.solution == nil
            ? Messages.notReached(label, question.problem.aim, best: label.value(point.value)) : nil
    }

    /// The options as a manifest has them.
    public var options: [(name: String, value: String)] {
        let problem = question.problem
        let keys = problem.dial.keys.map { key in
            "\(key.name): \(SettingText(language: nil).number(key.from)) .. "
                + SettingText(language: nil).number(key.to)
        }
        return [
            ("outcome", problem.aim.outcome.name),
            ("reach", "\(problem.aim.bound.rawValue) \(problem.aim.level)"),
            ("dial", keys.joined(separator: "; ")), ("grid", "\(problem.intervals)"),
            ("draws", question.plan.map { "\($0.draws)" } ?? ""),
            ("design", question.plan.map(\.design.rawValue) ?? ""),
        ]
    }
}

extension Workspace {
    /// Solves a question.
    ///
    /// - Parameters:
    ///   - threads: which change no bit.
    ///   - progress: gets how many draws are done.
    /// - Throws: ``InputFaults`` for a dial that moves nothing, an outcome that has no value, what
    ///   the scenario is refused for.
    public func target(
        _ question: TargetQuestion, threads: Int, progress: ((Int) -> Void)? = nil
    ) async throws -> TargetResult {
        do {
            let problem = question.problem
            let answer = try await problem.answer(law: law, threads: threads)
            let limits = try problem.limits(of: answer, law: law)
            try check(answer, question, limits)
            var draws: TargetDraws?
            if let plan = question.plan {
                draws = try await problem.draws(
                    plan, around: answer, law: law, threads: threads, progress: progress)
            }
            let place = answer.best.place ?? problem.dial.point(0)
            return TargetResult(
                question: question, answer: answer, draws: draws,
                limits: answer.solution == nil ? limits : [],
                base: try ScenarioResult(try problem.scenario.resolved(), law: law),
                chosen: try ScenarioResult(
                    try problem.scenario(at: place).resolved(), law: law),
                lawUnits: law.units, warnings: try warnings(question, answer))
        } catch let faults as InputFaults {
            throw faults
        } catch let faults as PolicyFaults {
            let words = PolicyDiagnostics(
                of: question.problem.scenario, regions: catalogue.regions, files: files)
            throw InputFaults(words.diagnostics(faults.faults))
        } catch {
            throw self.faults(error, [])
        }
    }

    /// Refuses an outcome without a value and a dial that moves nothing.
    private func check(
        _ answer: TargetAnswer, _ question: TargetQuestion, _ limits: [TargetLimit]
    ) throws(InputFaults) {
        let problem = question.problem
        if answer.curve.allSatisfy({ $0.value.isNaN }) {
            let reason = Messages.reasons(answer.curve.compactMap(\.failure)).first
            throw InputFaults([
                Diagnostic(
                    at: Position(file: question.file),
                    Messages.targetNoValue(problem.aim.outcome.name),
                    hint: reason ?? Messages.targetNoValueHint(problem.aim.outcome.name))
            ])
        }
        guard answer.shape == .constant, limits.isEmpty else { return }
        throw InputFaults(
            problem.dial.keys.map { key in
                let place = key.setting.provenance
                return Diagnostic(
                    at: Position(place), sourceLine: files.line(at: Position(place)),
                    Messages.dialInert(key.name, OutcomeLabel(problem.aim.outcome).phrase),
                    hint: Messages.dialInertHint)
            })
    }

    /// Keys of a bundle that change nothing, and places of the dial without a result.
    private func warnings(
        _ question: TargetQuestion, _ answer: TargetAnswer
    ) throws -> [Diagnostic] {
        let keys = question.problem.dial.keys
        let inert = try question.problem.inertKeys(law: law).map { index in
            let place = keys[index].setting.provenance
            return Diagnostic(
                .warning, at: Position(place), sourceLine: files.line(at: Position(place)),
                Messages.inertInput,
                hint: Messages.inertInputHint)
        }
        let failed = answer.curve.filter { $0.value.isNaN }.count
        guard failed > 0 else { return inert }
        return inert + [
            Diagnostic(
                .warning, at: Position(file: question.file),
                Messages.placesWithoutValue(failed, of: answer.curve.count),
                hint: Messages.reasons(answer.curve.compactMap(\.failure)).first)
        ]
    }
}
