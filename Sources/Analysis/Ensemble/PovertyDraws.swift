import Policy
import Welfare

/// The welfare of a scenario's regions as written, and at draws of what is uncertain in it.
///
/// The draws are those of a run with `--draws` under the same plan.
package struct PovertyDraws: Sendable {
    /// The scenario's regions as written, in its order.
    package let written: [PovertyOutlook]
    /// The same in each draw; empty without a plan.
    package let drawn: [[PovertyOutlook]]
    package let failed: Int

    /// Reads the regions of a policy and draws what they rest on.
    ///
    /// - Parameter plan: nil draws nothing.
    /// - Throws: faults of distributions and correlations.
    package init(_ policy: ResolvedPolicy, plan: EnsemblePlan?) throws {
        let written = policy.regions.map { PovertyOutlook(policy, region: $0) }
        self.written = written
        guard let plan, let sample = try InputSample.shared(by: [policy.scenario], plan: plan).first
        else {
            (drawn, failed) = ([], 0)
            return
        }
        let cells = policy.scenario.cells(drawnFrom: sample.inputs).flatMap { cell in
            cell.definition.bindings.compactMap { binding in
                if case .poverty(let number) = binding { (cell, number) } else { nil }
            }
        }
        let draws = (0..<plan.draws).map { draw -> [PovertyOutlook]? in
            let point = sample.row(draw)
            var regions = written
            for (cell, binding) in cells {
                guard let value = cell.formula.value(sample.inputs, at: point),
                    cell.definition.accepts(value), let number = value.number
                else { return nil }
                regions[cell.region].set(binding, number, cell.months)
            }
            return regions
        }
        drawn = draws.compactMap { $0 }
        failed = plan.draws - drawn.count
    }
}
