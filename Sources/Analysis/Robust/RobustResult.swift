import Exploration
import Quantities

package enum RobustBest: String, Sendable, CaseIterable {
    case low, high

    package var orientation: RobustIndicator.Orientation {
        self == .high ? .higherIsBetter : .lowerIsBetter
    }
}

/// What `robust` found, ready to be told.
///
/// Holds no words yet: the same result is told in both languages, as a report or as tables.
package struct RobustResult: Sendable {
    package let source: ExperimentSource
    /// A position among the sweep's outcomes.
    package let outcome: Int
    package let best: RobustBest
    package let table: DecisionTable

    package init(source: ExperimentSource, outcome: Int, best: RobustBest, table: DecisionTable) {
        self.source = source
        self.outcome = outcome
        self.best = best
        self.table = table
    }

    package var label: OutcomeLabel { source.outcomes[outcome] }

    package var options: [(name: String, value: String)] {
        [("outcome", label.name), ("best", best.rawValue)]
    }
}
