import Policy
import Quantities

/// A sweep with all its evaluations: what `discover` and `robust` look at.
///
/// Whether a file was computed a moment ago or a folder weeks ago makes no difference from here on.
package struct ExperimentSource: Sendable {
    package let title: Phrase
    package let file: String
    package let points: ExperimentPoints
    package let design: String
    /// Of its design; nil for grids and lists.
    package let seed: UInt64?
    package let rules: [SweepRule]
    /// By input; then that of the policy.
    package let labels: [InputLabel]

    /// A label for each input and for the policy.
    package init(
        title: Phrase, file: String, points: ExperimentPoints, design: String, seed: UInt64?,
        rules: [SweepRule], labels: [InputLabel]
    ) {
        self.title = title
        self.file = file
        self.points = points
        self.design = design
        self.seed = seed
        self.rules = rules
        self.labels = labels + [InputLabel(ExperimentPoints.policyInput, choices: nil)]
    }

    /// A sweep file with what its points came to; none while they are not evaluated yet.
    package init(_ plan: SweepPlan, _ points: ExperimentPoints? = nil) {
        let (subject, design, columns) = (plan.subject, plan.design, SweepColumns(plan))
        self.init(
            title: subject.title, file: subject.file,
            points: points
                ?? ExperimentPoints(
                    policies: columns.policies, inputs: columns.sweptInputs,
                    outcomes: columns.sweptOutcomes, points: [],
                    values: columns.policies.map { _ in columns.outcomes.map { _ in [] } }),
            design: design.kind.rawValue, seed: design.seed, rules: subject.rules,
            labels: subject.inputs.map(InputLabel.init))
    }

    package var outcomes: [OutcomeLabel] {
        points.outcomes.map { OutcomeLabel($0.name, unit: $0.unit) }
    }
}
