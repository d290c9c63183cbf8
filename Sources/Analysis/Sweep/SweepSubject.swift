import Policy
import Quantities

/// What a sweep file asks about: scenarios, what varies in them, and what is looked at.
///
/// The same for `sweep`, `sense`, `discover` and `robust`; which points are evaluated is a
/// ``SweepDesign``, or the business of the method.
package struct SweepSubject: Sendable {
    package struct Alternative: Sendable {
        package let name: String
        package let scenario: Scenario
        /// What varies, by its place in this scenario; names, order and spread are the same in all
        /// alternatives.
        package let inputs: [VariedInput]

        /// An alternative whose inputs are placed in this scenario: layer and position count there.
        package init(name: String, scenario: Scenario, inputs: [VariedInput]) {
            self.name = name
            self.scenario = scenario
            self.inputs = inputs
        }
    }

    package let name: String
    package let title: Phrase
    package let file: String
    /// At least one: the policies in their order, or the scenario alone.
    package let alternatives: [Alternative]
    /// Inputs whose ranks move together, by name.
    package let correlations: [RankPair]
    /// At least one.
    package let outcomes: [Outcome]
    package let rules: [SweepRule]
    /// Inputs that sensitivity takes together.
    package let groups: [InputGroup]

    package init(
        name: String, title: Phrase, file: String, alternatives: [Alternative],
        correlations: [RankPair], outcomes: [Outcome], rules: [SweepRule],
        groups: [InputGroup] = []
    ) {
        self.name = name
        self.title = title
        self.file = file
        self.alternatives = alternatives
        self.correlations = correlations
        self.outcomes = outcomes
        self.rules = rules
        self.groups = groups
    }

    /// What varies; a point has a number for each.
    package var inputs: [VariedInput] { alternatives.first?.inputs ?? [] }

    /// Every alternative as a function of the inputs, in order.
    ///
    /// - Throws: ``PolicyFaults`` where a scenario does not resolve.
    package func models(law: LawTree) throws -> [PointModel] {
        try alternatives.map {
            try PointModel($0.scenario, inputs: $0.inputs, outcomes: outcomes, law: law)
        }
    }
}

/// Inputs that are moved together, by their names; one that is in no group stands alone.
package struct InputGroup: Sendable, Hashable {
    package let name: String
    /// At least one.
    package let inputs: [String]

    /// A group as a file or an option names it.
    package init(_ name: String, of inputs: [String]) {
        self.name = name
        self.inputs = inputs
    }
}

/// What is wanted of an outcome: `gap_rp: { at_most: 0 }`.
package struct SweepRule: Sendable, Hashable {
    package enum Bound: String, Sendable, CaseIterable {
        /// The outcome is wanted at the number or below.
        case atMost = "at_most"
        /// The outcome is wanted at the number or above.
        case atLeast = "at_least"
    }

    package let outcome: Outcome
    /// At least or at most what.
    package let bound: Bound
    /// In the outcome's unit.
    package let limit: Double
    /// File and line where the rule is written.
    package let provenance: Provenance

    /// A rule as a file states it.
    ///
    /// - Parameter limit: in the outcome's unit, so a share is 0.4 and not 40.
    package init(_ outcome: Outcome, _ bound: Bound, _ limit: Double, provenance: Provenance) {
        self.outcome = outcome
        self.bound = bound
        self.limit = limit
        self.provenance = provenance
    }

    /// Whether a value is what is wanted; a missing value is not.
    package func holds(_ value: Double) -> Bool {
        switch bound {
        case .atMost: value <= limit
        case .atLeast: value >= limit
        }
    }
}
