import Analysis
import Formats
import Foundation
import Policy
import Quantities

/// What was found out about a sweep before it begins.
package struct SweepChecks: Sendable {
    package let inert: [Int]
    /// One warning for each of them, where it is written.
    package let warnings: [Diagnostic]
    /// How many evaluations a thread should do at a time, so that little is lost where the process
    /// is killed, and little time goes into passing blocks around.
    package let block: Int
}

extension Workspace {
    /// The work of a plan.
    ///
    /// - Throws: ``InputFaults`` where a scenario does not go together.
    package func work(_ plan: SweepPlan) throws(InputFaults) -> SweepWork {
        do {
            return try SweepWork(plan, law: law)
        } catch let faults as PolicyFaults {
            let words = PolicyDiagnostics(
                of: plan.subject.alternatives[0].scenario, regions: catalogue.regions, files: files)
            throw InputFaults(words.diagnostics(faults.faults))
        } catch {
            throw self.faults(error, [])
        }
    }

    /// Moves every input of a plan alone, before any is swept, and warns of those that change
    /// nothing then: together with others they still may.
    ///
    /// The time that it takes also decides how many evaluations make a block: about a tenth of a
    /// second of work, from 1 to 512.
    package func inertness(
        _ plan: SweepPlan, _ work: SweepWork, threads: Int
    ) async throws -> SweepChecks {
        let levels = try plan.probeLevels()
        let start = ContinuousClock.now
        let inertness = try await SweepInertness(
            levels: levels, work: work, threads: threads)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let each = seconds / Double(max(1, inertness.evaluations))
        var warnings = inertness.inert.map {
            warning(
                plan.subject.inputs[$0],
                Phrase(
                    id: "kunci ini, bila digeser sendiri, tidak mengubah hasil apa pun, dicoba"
                        + " pada \(inertness.places) susunan masukan lain, di antaranya yang"
                        + " hasilnya terkecil dan terbesar",
                    en: "moved alone, this key changes no result; tried at \(inertness.places)"
                        + " settings of the others, those with the smallest and largest results"
                        + " among them"
                ))
        }
        if inertness.isWhole {
            warnings.append(
                Diagnostic(
                    .warning, at: Position(file: plan.subject.file),
                    Phrase(
                        id: "tidak satu pun masukan, bila digeser sendiri, mengubah hasil",
                        en: "no input changes any result when it is moved alone"),
                    hint: Phrase.inertInputHint))
        }
        return SweepChecks(
            inert: inertness.inert, warnings: warnings,
            block: Int(min(512, max(1, 0.1 / max(each, 1e-6)))))
    }

    private func warning(_ input: VariedInput, _ text: Phrase) -> Diagnostic {
        let place = input.setting.provenance
        return Diagnostic(
            .warning, at: Position(place), sourceLine: files.line(at: Position(place)),
            text,
            hint: Phrase.inertInputHint)
    }

    /// The files that the scenarios of a plan rest on. The sweep's own file is part of the plan,
    /// and its comments are not.
    ///
    /// - Throws: ``InputFaults`` where a file has gone since it was read.
    package func inputs(of plan: SweepPlan) throws(InputFaults) -> [InputFile] {
        try inputs(plan.subject.alternatives.map { $0.scenario.without(plan.subject.file) })
    }
}

extension Scenario {
    /// The scenario without what a file sets: the sweep's own file is part of the plan, and its
    /// comments are not.
    fileprivate func without(_ file: String) -> Scenario {
        with(
            layers: layers.map { layer in
                Layer(
                    name: layer.name,
                    settings: layer.settings.filter { $0.provenance.file != file })
            })
    }
}
