import Analysis
import Formats
import Policy
import Quantities
import Sampling
import Welfare

extension PovertyPath {
    /// Reads the regions and draws what is uncertain.
    ///
    /// - Throws: ``InputFaults`` where a region lacks what its poverty rests on, and for draws that
    ///   cannot be made.
    public init(
        _ policy: ResolvedPolicy, plan: EnsemblePlan?, in workspace: Workspace
    ) throws(InputFaults) {
        self.init(policy: policy, draws: try workspace.povertyDraws(policy, plan), plan: plan)
    }
}

extension Workspace {
    /// The regions of a scenario, all of whose poverty must be known.
    ///
    /// - Throws: ``InputFaults``.
    func povertyDraws(
        _ policy: ResolvedPolicy, _ plan: EnsemblePlan?
    ) throws(InputFaults) -> PovertyDraws {
        let draws: PovertyDraws
        do {
            draws = try PovertyDraws(policy, plan: plan)
        } catch let fault as DesignFault {
            throw Self.faults(fault)
        } catch {
            throw faults(error, [policy])
        }
        let unknown = zip(policy.regions, draws.written).filter { !$1.isKnown }.map { $0.0.code }
        guard unknown.isEmpty else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: policy.scenario.file),
                    Phrase.povertyUnknown(unknown), hint: Phrase.povertyUnknownHint)
            ])
        }
        return draws
    }
}
