import Policy
import Quantities

/// What `sense` asks: one alternative of a sweep, or a scenario with what it is not certain of.
package struct SensitivityQuestion: Sendable {
    package let file: String
    package let title: Phrase
    package let scenario: Scenario
    /// The policy of a sweep that has several; nil otherwise.
    package let policy: String?
    package let inputs: [VariedInput]
    package let outcomes: [Outcome]
    /// Inputs whose ranks move together, which no method here can take into account.
    package let correlations: [RankPair]
    /// Inputs that are moved together; the others are moved one by one.
    package var groups: [InputGroup]

    package init(
        _ subject: SweepSubject, _ alternative: SweepSubject.Alternative
    ) {
        file = subject.file
        title = subject.title
        scenario = alternative.scenario
        policy = subject.alternatives.count > 1 ? alternative.name : nil
        inputs = alternative.inputs
        outcomes = subject.outcomes
        correlations = subject.correlations
        groups = subject.groups
    }

    /// The question of a scenario: its uncertain inputs and the main outcomes.
    package init(_ scenario: Scenario) {
        file = scenario.file
        title = scenario.title
        self.scenario = scenario
        policy = nil
        inputs = scenario.uncertainInputs
        outcomes = Outcome.standard
        correlations = scenario.correlations
        groups = []
    }
}
