import Analysis
import Formats
import Policy
import Quantities
import Sampling

extension Workspace {
    /// Evaluates scenarios at many draws of what is uncertain in them, the baseline first.
    ///
    /// A scenario without uncertain inputs may stand among others: its draws are all the same. A
    /// draw without a result is no fault; ``reasons(_:)`` says why there is none.
    ///
    /// - Parameters:
    ///   - plan: how many draws, of which design, from which seed.
    ///   - concurrency: how many chunks of draws are evaluated at a time; it changes no bit.
    ///   - each: gets every draw, in order.
    ///   - progress: gets how many draws are done.
    /// - Throws: ``InputFaults`` where nothing is uncertain, the design has too few dimensions or
    ///   no draw of a scenario has a result; what `each` throws.
    public func ensemble(
        of policies: [ResolvedPolicy], plan: EnsemblePlan, concurrency: Int,
        each: ((EnsembleDraw) throws -> Void)? = nil, progress: ((Int) -> Void)? = nil
    ) async throws -> Ensemble {
        guard policies.contains(where: { !$0.scenario.uncertainInputs.isEmpty }) else {
            throw InputFaults(
                option: "--draws", Phrase.nothingToDraw, hint: Phrase.nothingToDrawHint)
        }
        let ensemble: Ensemble
        do {
            ensemble = try await Ensemble(
                policies, law: law, plan: plan, concurrency: concurrency, progress: progress,
                each: each)
        } catch let fault as DesignFault {
            throw Self.faults(fault)
        } catch let fault as DistributionFault {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: policies[0].scenario.file), Phrase.distribution(fault),
                    hint: Phrase.distributionHint(fault))
            ])
        }
        for member in ensemble.members where member.failures.count == plan.draws {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: member.policy.scenario.file),
                    Phrase.allDrawsFailed(member.name, reasons(member)[0]),
                    hint: Phrase.narrowRanges)
            ])
        }
        return ensemble
    }

    /// Why the first draws of a scenario that have no result have none.
    ///
    /// The words are those that reading the drawn values in a file would give, without place and
    /// line: the value that was drawn stands in none.
    public func reasons(_ member: EnsembleMember) -> [Phrase] {
        member.failures.first.map { _, error in
            guard let faults = error as? PolicyFaults else {
                return self.faults(error, [member.policy]).diagnostics[0].message
            }
            let words = PolicyDiagnostics(
                of: member.policy.scenario, regions: catalogue.regions, files: files)
            return words.diagnostics(faults.faults).first?.message
                ?? Phrase.notComputable("\(error)")
        }
    }

    /// What a design refuses. Names come from one scenario's inputs or the union of several, so
    /// that they are never twice; what is left is a number of draws.
    static func faults(_ fault: DesignFault) -> InputFaults {
        switch fault {
        case .badDimensions(let count, let most):
            InputFaults(
                option: "--design", Phrase.tooManyDimensions(count, most),
                hint: Phrase.useLatinHypercube)
        case .badCount(let count, let most):
            InputFaults(option: "--draws", Phrase.badDrawCount(count, most))
        case .duplicateName, .unknownName:
            InputFaults(option: "--draws", Phrase.cannotDraw("\(fault)"))
        }
    }
}
