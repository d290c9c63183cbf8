import Exploration
import Quantities

/// What rows that are there say about which inputs matter: those of a sweep, or of any table.
package struct PawnFinding: Sendable {
    package let source: ExperimentSource
    /// Positions among the source's outcomes.
    package let outcomes: [Int]
    package let indices: PawnIndices
    /// By input of the indices.
    package let labels: [InputLabel]

    /// The indices of some outcomes.
    ///
    /// Where there are several policies each point counts once for each, and the policy is an input
    /// like the others.
    ///
    /// - Parameters:
    ///   - outcomes: positions among the source's.
    ///   - level: of the intervals, such as 0.95.
    ///   - seed: of resamples.
    /// - Throws: ``PawnFault``.
    package init(
        _ source: ExperimentSource, outcomes: [Int], level: Double, seed: UInt64
    ) throws(PawnFault) {
        let points = source.points
        let policies = points.policies.indices
        let isSeveral = policies.count > 1
        let rows = policies.flatMap { policy in
            points.points.map { isSeveral ? $0 + [Double(policy)] : $0 }
        }
        let inputs =
            points.inputs.map(\.name) + (isSeveral ? [ExperimentPoints.policyInput] : [])
        indices = try PawnIndices(
            points: rows, inputs: inputs,
            outputs: outcomes.map { outcome in policies.flatMap { points.values[$0][outcome] } },
            named: outcomes.map { points.outcomes[$0].name }, level: level, seed: seed)
        self.source = source
        self.outcomes = outcomes
        labels = inputs.indices.map { source.labels[$0] }
    }

    /// How many rows there are, with or without a value.
    package var rows: Int { source.points.policies.count * source.points.points.count }
}
