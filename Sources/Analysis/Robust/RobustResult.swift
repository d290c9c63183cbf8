import Exploration
import Quantities

/// Which way an outcome is good.
package enum RobustBest: String, Sendable, CaseIterable {
    /// Less of the outcome is better, or more.
    case low, high

    /// As the analysis has it.
    package var orientation: RobustIndicator.Orientation {
        self == .high ? .higherIsBetter : .lowerIsBetter
    }
}

/// What `robust` found, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report or as tables.
package struct RobustResult: Sendable {
    /// The sweep that is judged.
    package let source: ExperimentSource
    /// A position among the sweep's outcomes.
    package let outcome: Int
    /// Whether the outcome is better low or high.
    package let best: RobustBest
    /// Measures of every policy.
    package let table: DecisionTable

    package init(source: ExperimentSource, outcome: Int, best: RobustBest, table: DecisionTable) {
        self.source = source
        self.outcome = outcome
        self.best = best
        self.table = table
    }

    /// The outcome in words.
    package var label: OutcomeLabel { source.outcomes[outcome] }

    /// The options as a manifest has them.
    package var options: [(name: String, value: String)] {
        [("outcome", label.name), ("best", best.rawValue)]
    }
}
