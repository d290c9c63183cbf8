import Analysis
import Formats
import Policy
import Quantities

extension Workspace {
    /// Solves a question.
    ///
    /// - Parameters:
    ///   - threads: which change no bit.
    ///   - progress: gets how many draws are done.
    /// - Throws: ``InputFaults`` for a dial that moves nothing, an outcome that has no value, what
    ///   the scenario is refused for.
    package func target(
        _ question: TargetQuestion, threads: Int, progress: ((Int) -> Void)? = nil
    ) async throws -> Checked<TargetResult> {
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
            let result = TargetResult(
                question: question, answer: answer, draws: draws,
                limits: answer.solution == nil ? limits : [],
                base: try ScenarioResult(try problem.scenario.resolved(), law: law),
                chosen: try ScenarioResult(
                    try problem.scenario(at: place).resolved(), law: law),
                lawUnits: law.units)
            return Checked(result, try warnings(question, answer))
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
            let reason = Phrase.reasons(answer.curve.compactMap(\.failure)).first
            throw InputFaults([
                Diagnostic(
                    at: Position(file: question.file),
                    Phrase(
                        id: "'\(problem.aim.outcome.name)' tidak punya nilai di skenario ini",
                        en: "'\(problem.aim.outcome.name)' has no value in this scenario"),
                    hint: reason ?? Phrase.targetNoValueHint(problem.aim.outcome.name))
            ])
        }
        guard answer.shape == .constant, limits.isEmpty else { return }
        throw InputFaults(
            problem.dial.keys.map { key in
                let place = key.setting.provenance
                return Diagnostic(
                    at: Position(place), sourceLine: files.line(at: Position(place)),
                    Phrase(
                        id: "\(OutcomeLabel(problem.aim.outcome).phrase.indonesian) tidak berubah"
                            + " di sepanjang '\(key.name)'",
                        en: "\(OutcomeLabel(problem.aim.outcome).phrase.english) does not change"
                            + " anywhere along '\(key.name)'"
                    ),
                    hint: Phrase(
                        id: "mungkin ditimpa nilai lain, berlaku di luar tahun sasaran, atau tidak"
                            + " berhubungan",
                        en: "it may be overridden, hold outside of the target's year, or have"
                            + " nothing to do with it"
                    ))
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
                Phrase(
                    id: "kunci ini tidak mengubah hasil apa pun", en: "this key changes no result"),
                hint: Phrase.inertInputHint)
        }
        let failed = answer.curve.filter { $0.value.isNaN }.count
        guard failed > 0 else { return inert }
        return inert + [
            Diagnostic(
                .warning, at: Position(file: question.file),
                Phrase(
                    id: "\(failed) dari \(answer.curve.count) titik rentang tuas tidak punya hasil"
                        + " dan dilewati",
                    en: "\(failed) of \(answer.curve.count) places of the dial have no result and"
                        + " are passed over"
                ),
                hint: Phrase.reasons(answer.curve.compactMap(\.failure)).first)
        ]
    }
}
