import Policy
import Quantities

/// What a sweep file asks about: scenarios, what varies in them, and what is looked at.
///
/// The same for `sweep`, `sense`, `discover` and `robust`; which points are evaluated is a
/// ``SweepDesign``, or the business of the method.
public struct SweepSubject: Sendable {
    /// One thing that could be decided, evaluated at every point.
    public struct Alternative: Sendable {
        /// As tables name it.
        public let name: String
        /// With the layer of the policy and the layer of the sweep on top.
        public let scenario: Scenario
        /// What varies, by its place in this scenario; names, order and spread are the same in all
        /// alternatives.
        public let inputs: [VariedInput]

        /// An alternative whose inputs are placed in this scenario: layer and position count there.
        public init(name: String, scenario: Scenario, inputs: [VariedInput]) {
            self.name = name
            self.scenario = scenario
            self.inputs = inputs
        }
    }

    /// The name of the sweep.
    public let name: String
    /// For readers.
    public let title: Phrase
    /// The path of its file, as messages name it.
    public let file: String
    /// At least one: the policies in their order, or the scenario alone.
    public let alternatives: [Alternative]
    /// Inputs whose ranks move together, by name.
    public let correlations: [RankPair]
    /// At least one.
    public let outcomes: [Outcome]
    /// What is wanted of outcomes; all of these are among ``outcomes``.
    public let rules: [SweepRule]

    /// A question from parts that were read and checked one by one.
    public init(
        name: String, title: Phrase, file: String, alternatives: [Alternative],
        correlations: [RankPair], outcomes: [Outcome], rules: [SweepRule]
    ) {
        self.name = name
        self.title = title
        self.file = file
        self.alternatives = alternatives
        self.correlations = correlations
        self.outcomes = outcomes
        self.rules = rules
    }

    /// What varies; a point has a number for each.
    public var inputs: [VariedInput] { alternatives.first?.inputs ?? [] }

    /// Every alternative as a function of the inputs, in order.
    ///
    /// - Throws: ``PolicyFaults`` where a scenario does not resolve.
    public func models(law: LawTree) throws -> [PointModel] {
        try alternatives.map {
            try PointModel($0.scenario, inputs: $0.inputs, outcomes: outcomes, law: law)
        }
    }
}

/// What is wanted of an outcome: `gap_rp: { at_most: 0 }`.
public struct SweepRule: Sendable, Hashable {
    /// On which side of the number the outcome should lie, the number included.
    public enum Bound: String, Sendable, CaseIterable {
        /// The outcome is wanted at the number or below.
        case atMost = "at_most"
        /// The outcome is wanted at the number or above.
        case atLeast = "at_least"
    }

    /// What is judged.
    public let outcome: Outcome
    /// At least or at most what.
    public let bound: Bound
    /// In the outcome's unit.
    public let limit: Double
    /// File and line where the rule is written.
    public let provenance: Provenance

    /// A rule as a file states it.
    ///
    /// - Parameter limit: in the outcome's unit, so a share is 0.4 and not 40.
    public init(_ outcome: Outcome, _ bound: Bound, _ limit: Double, provenance: Provenance) {
        self.outcome = outcome
        self.bound = bound
        self.limit = limit
        self.provenance = provenance
    }

    /// Whether a value is what is wanted; a missing value is not.
    public func holds(_ value: Double) -> Bool {
        switch bound {
        case .atMost: value <= limit
        case .atLeast: value >= limit
        }
    }
}
