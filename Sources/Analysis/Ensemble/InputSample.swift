import Policy
import Sampling

/// Draws of a scenario's uncertain inputs.
///
/// A draw of an input is a function of (seed, name of the input, number of the draw) under Monte
/// Carlo; of the number of draws too under Latin hypercube; under Sobol of the input's place among
/// all inputs as well, the widest keys first, which matter most. It is the same on any thread, in
/// any order, and in every scenario that shares the input and the list of names.
package struct InputSample: Sendable {
    package let inputs: [VariedInput]
    /// By input.
    private let distributions: [Distribution]
    /// Nil where nothing is drawn.
    private let design: UnitDesign?
    private let dimensions: [Int]

    /// Prepares draws.
    ///
    /// - Parameters:
    ///   - correlations: pairs that are not among the inputs are passed over.
    ///   - names: the dimensions of the design, all inputs among them; their own in
    ///     ``designOrder(_:)`` where nil. Scenarios with one list share their draws.
    /// - Throws: `DistributionFault`, `CorrelationFault`, `DesignFault`.
    package init(
        _ inputs: [VariedInput], correlations: [RankPair] = [], plan: EnsemblePlan,
        names: [String]? = nil
    ) throws {
        self.inputs = inputs
        distributions = try inputs.map { try $0.distribution() }
        let names = names ?? Self.designOrder(inputs)
        guard !inputs.isEmpty else {
            (design, dimensions) = (nil, [])
            return
        }
        let own = Set(inputs.map(\.name))
        let pairs = correlations.filter { own.contains($0.first) && own.contains($0.second) }
        let correlation =
            pairs.isEmpty
            ? nil
            : try RankCorrelation(
                names: names, pairs: pairs.map { ($0.first, $0.second, $0.correlation) })
        design = try UnitDesign(
            plan.design, names: names, count: plan.draws, seed: plan.seed, correlation: correlation)
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        dimensions = inputs.compactMap { places[$0.name] }
        precondition(dimensions.count == inputs.count, "an input is no dimension")
    }

    /// A number for each input.
    ///
    /// - Parameter draw: from 0 to below the number of draws.
    /// - Returns: in the unit of the written value; for a choice the position of a value. Empty
    ///   without inputs.
    package func row(_ draw: Int) -> [Double] {
        guard let design else { return [] }
        return inputs.indices.map { index in
            inputs[index].number(
                at: design.value(draw, dimensions[index]), of: distributions[index])
        }
    }

    /// The names of inputs, each once: those that speak of most cells first, then by name.
    package static func designOrder(_ inputs: [VariedInput]) -> [String] {
        var widths: [String: Int] = [:]
        for input in inputs {
            let specificity = input.setting.address.specificity
            widths[input.name] = min(widths[input.name] ?? specificity, specificity)
        }
        return widths.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    }

    /// One sample for each scenario, with common draws for the inputs that they share.
    ///
    /// The dimensions are the inputs of all scenarios together, so that adding an input to one of
    /// them moves no draw of another under Monte Carlo, and a shared input has one draw in all.
    static func shared(by scenarios: [Scenario], plan: EnsemblePlan) throws -> [InputSample] {
        let inputs = scenarios.map(\.uncertainInputs)
        let names = designOrder(inputs.flatMap { $0 })
        return try zip(scenarios, inputs).map {
            try InputSample($1, correlations: $0.correlations, plan: plan, names: names)
        }
    }
}
