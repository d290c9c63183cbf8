import Exploration
import Policy

package struct EnsembleMember: Sendable {
    /// The scenario at its written values.
    package let policy: ResolvedPolicy
    /// What is drawn; empty where nothing in it is uncertain.
    package let inputs: [VariedInput]
    package var outcomes: [Outcome] { layout.outcomes }
    /// For each outcome what its draws come to.
    package private(set) var summaries: [StreamedSummary]
    /// For each outcome how it differs from the baseline's, draw by draw; empty for the baseline.
    /// An outcome that the baseline lacks has no draws there.
    package private(set) var differences: [DifferenceSummary]
    /// The draws that have no result.
    package private(set) var failures = DrawFailures()

    /// Which outcomes there are, and where each one lies.
    let layout: EnsembleOutcomes
    /// For each outcome where the baseline has the same; nil where it has none.
    private let partners: [Int?]

    package var name: String { policy.scenario.name }

    /// A scenario before its first draw.
    ///
    /// - Parameter baseline: where the baseline's outcomes lie, by which differences are taken; nil
    ///   for the baseline itself.
    init(
        _ policy: ResolvedPolicy, inputs: [VariedInput], layout: EnsembleOutcomes,
        baseline: EnsembleOutcomes?
    ) {
        self.policy = policy
        self.inputs = inputs
        self.layout = layout
        summaries = Array(repeating: StreamedSummary(), count: layout.outcomes.count)
        let positions = Dictionary(
            uniqueKeysWithValues: (baseline?.outcomes ?? []).enumerated().map { ($1, $0) })
        partners = layout.outcomes.map { positions[$0] }
        differences = Array(
            repeating: DifferenceSummary(), count: baseline == nil ? 0 : layout.outcomes.count)
    }

    /// Takes in one draw.
    ///
    /// - Parameter baseline: the baseline's outcomes in the same draw; nil where it has none.
    mutating func add(_ draw: EnsembleDraw.Part, number: Int, baseline: [Double]?) {
        switch draw.result {
        case .failure(let error): failures.add(error, of: number)
        case .success(let values):
            for (index, value) in values.enumerated() { summaries[index].add(value) }
            guard let baseline else { return }
            for index in differences.indices {
                guard let partner = partners[index] else { continue }
                differences[index].add(values[index], baseline: baseline[partner])
            }
        }
    }
}

/// Draws that have no result, and why.
package struct DrawFailures: Sendable {
    /// How many reasons are kept.
    package static let limit = 3

    /// How many draws have no result.
    package private(set) var count = 0
    /// The first of them with what was thrown.
    package private(set) var first: [(draw: Int, error: any Error)] = []

    /// Counts a failed draw; its error is kept while fewer than ``limit`` are.
    mutating func add(_ error: any Error, of draw: Int) {
        count += 1
        if first.count < Self.limit { first.append((draw, error)) }
    }
}

package struct EnsembleDraw: Sendable {
    package struct Part: Sendable {
        /// A number for each input.
        package let point: [Double]
        /// The outcomes, or why there are none.
        package let result: Result<[Double], any Error>
    }

    /// From 0.
    package let number: Int
    /// By scenario, the baseline first.
    package let parts: [Part]
}
