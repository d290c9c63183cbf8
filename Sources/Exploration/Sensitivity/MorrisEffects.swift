import Quantities

/// The elementary effects of all outputs: how much an output changes for each unit that an input,
/// or a group of inputs, moves.
///
///     effect = (f(moved) - f(before)) / step
///     mu* = mean of |effect|    mu = mean of effect    sigma = standard deviation of effect
///
/// Coordinates run from 0 to 1, so effects of different inputs compare. mu* says how much an input
/// matters; mu near it in size, that it acts in one direction; sigma beside it, how much its
/// effect depends on where it and the others stand. The three are also those of Campolongo,
/// Cariboni and Saltelli 2007, doi:10.1016/j.envsoft.2006.10.004.
public struct MorrisEffects: Sendable, Equatable {
    /// The effects of one input or group on one output.
    public struct Effect: Sendable, Equatable {
        /// The mean absolute effect. Its standard error is the bootstrap's, which for a mean has
        /// a closed form: the standard deviation over the root of the repetitions. Nothing is
        /// resampled.
        public let meanAbsolute: SensitivityEstimate
        /// The mean effect; nil for several inputs, whose common move has no direction.
        public let mean: Double?
        /// Of the effects; nil for several inputs.
        public let standardDeviation: Double?
    }

    /// One output's effects, in the order of ``MorrisEffects/inputs``.
    public struct Output: Sendable, Equatable {
        /// As the caller named it.
        public let name: String
        /// One for each input or group.
        public let effects: [Effect]
    }

    /// The identity of the design.
    public let design: String
    /// Inputs, or groups of them.
    public let inputs: [String]
    /// Level of the intervals.
    public let level: Double
    /// Repetitions of the design, and those of them without a failed run.
    public let repetitions: Int
    /// Repetitions that all outputs were analysed from.
    public let kept: Int
    /// Nil where no run failed.
    public let failures: SensitivityFailures?
    /// In the order in which outputs were given.
    public let outputs: [Output]
}

extension MorrisDesign {
    /// The effects of each group on some outputs, with Student intervals on the mean absolute ones.
    ///
    /// A value that is not finite marks a failed run; its repetition is left out of all outputs.
    ///
    /// - Parameters:
    ///   - outputs: for each output its values, in the order of runs.
    ///   - names: of the outputs.
    ///   - maker: the identity of the design that made the values, where they were stored.
    /// - Throws: ``SensitivityFault`` where outputs are another design's, or fewer than four
    ///   repetitions worked.
    public func effects(
        of outputs: [[Double]], named names: [String], madeBy maker: String? = nil,
        level: Double = 0.95
    ) throws(SensitivityFault) -> MorrisEffects {
        try check(outputs, named: names, madeBy: maker)
        guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
        let failed = SensitivityFailures.failedRuns(outputs)
        let kept = SensitivityFailures.keptRows(self, failed)
        guard kept.count >= 4 else {
            throw .tooFewRows(kept: kept.count, of: repetitions, needed: 4)
        }
        let multiplier = StudentQuantile.twoSided(level: level, freedom: kept.count - 1)
        return MorrisEffects(
            design: identity, inputs: groups.map(\.name), level: level, repetitions: repetitions,
            kept: kept.count, failures: SensitivityFailures(self, failed: failed),
            outputs: zip(names, outputs).map { name, output in
                let effects = elementaryEffects(of: output, kept)
                return MorrisEffects.Output(
                    name: name,
                    effects: zip(groups, effects).map {
                        effect($1, isSingle: $0.members.count == 1, multiplier)
                    })
            })
    }

    /// For each group its effect in each of some repetitions: the change from the run before on a
    /// trajectory, from the base point in a radial repetition; last bits (``Tolerance``) are none.
    func elementaryEffects(of output: [Double], _ kept: [Int]) -> [[Double]] {
        var effects = groups.map { _ in [Double]() }
        let slack = Tolerance.slack(of: values(output, in: kept))
        for repetition in kept {
            let steps = steps(repetition)
            let first = repetition * rowLength
            for place in 1..<rowLength {
                let before = steps.isCumulative ? first + place - 1 : first
                let change = output[first + place] - output[before]
                effects[steps.places[place - 1]].append(
                    abs(change) <= slack ? 0 : change / steps.step(place))
            }
        }
        return effects
    }

    /// Moments of one group's effects, with an interval on the mean absolute one.
    private func effect(
        _ effects: [Double], isSingle: Bool, _ multiplier: Double
    ) -> MorrisEffects.Effect {
        let absolute = EffectMoments(effects.map(abs))
        let signed = EffectMoments(effects)
        return MorrisEffects.Effect(
            meanAbsolute: SensitivityEstimate(
                value: absolute.mean,
                standardError: absolute.sampleDeviation / Double(effects.count).squareRoot(),
                multiplier: multiplier, base: repetitions),
            mean: isSingle ? signed.mean : nil,
            standardDeviation: isSingle ? signed.sampleDeviation : nil)
    }
}

/// Mean and standard deviations of some numbers.
struct EffectMoments {
    let mean: Double
    /// The sum of squared distances from the mean.
    let squares: Double
    /// How many numbers there are, at least 1.
    let count: Double

    /// In two passes, so that numbers far from zero keep their spread.
    init(_ numbers: [Double]) {
        count = Double(max(1, numbers.count))
        let centre = numbers.reduce(0, +) / count
        squares = numbers.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        mean = centre
    }

    /// Of a sample: squares over one less than the count.
    var sampleDeviation: Double { (squares / max(1, count - 1)).squareRoot() }
}
