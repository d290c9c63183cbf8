@testable import Exploration

/// All points of a grid, and every elementary effect on it: Morris's method without chance.
///
/// Run r stands at the level that the digits of r in base p give, the first input's digit last to
/// change. An input's effects are those of all pairs of points p / (2 (p - 1)) apart along it;
/// means and standard deviations are the population's, and intervals have no width. For a few
/// inputs only: p to the power of their number are run.
///
///     let grid = try MorrisGrid(names: ["quota", "price"], levels: 4)   // 16 runs
struct MorrisGrid: SensitivityDesign {
    /// The inputs, in the order of a point's coordinates.
    let names: [String]
    /// p, an even number of levels from 0 to 1.
    let levels: Int
    /// p to the power of the number of inputs.
    let count: Int

    /// Most points of a grid.
    private static let limit = 1 << 24

    /// - Throws: ``SensitivityFault`` for no inputs, equal names, an odd number of levels, or more
    ///   than 2^24 points.
    init(names: [String], levels: Int = 4) throws(SensitivityFault) {
        try Self.check(names)
        try MorrisDesign.check(levels: levels)
        var points = 1
        for _ in names {
            points *= levels
            guard points <= Self.limit else {
                throw .sizeOutOfRange(names.count, least: 1, most: Self.inputs(levels))
            }
        }
        self.names = names
        self.levels = levels
        count = points
    }

    /// Most inputs of a grid.
    private static func inputs(_ levels: Int) -> Int {
        var (points, inputs) = (levels, 0)
        while points <= limit { (points, inputs) = (points * levels, inputs + 1) }
        return inputs
    }

    /// Each point is a row of its own: a failed one is left out of its own effects only.
    var rowLength: Int { 1 }

    /// The method with its version, levels and inputs; there is no seed.
    var identity: String { "morris grid 1; levels \(levels); inputs \(Self.listed(names))" }

    /// Writes the points of some runs: the digits of each number, over p - 1.
    func fill(_ runs: Range<Int>, into points: inout [Double]) {
        prepare(&points, runs)
        for run in runs {
            var rest = run
            let end = (run - runs.lowerBound + 1) * names.count
            for back in 1...names.count {
                points[end - back] = Double(rest % levels) / Double(levels - 1)
                rest /= levels
            }
        }
    }

    /// The exact effects of the grid; runs that failed take their pairs out.
    ///
    /// - Throws: ``SensitivityFault`` where outputs are another design's, or an input has no pair.
    func effects(
        of outputs: [[Double]], named outputNames: [String], madeBy maker: String? = nil
    ) throws(SensitivityFault) -> MorrisEffects {
        try check(outputs, named: outputNames, madeBy: maker)
        let failed = SensitivityFailures.failedRuns(outputs)
        let kept = SensitivityFailures.keptRows(self, failed)
        var results: [MorrisEffects.Output] = []
        for (name, output) in zip(outputNames, outputs) {
            var effects: [MorrisEffects.Effect] = []
            for input in names.indices { effects.append(try effect(of: input, output, failed)) }
            results.append(MorrisEffects.Output(name: name, effects: effects))
        }
        return MorrisEffects(
            design: identity, inputs: names, level: 1, repetitions: count, kept: kept.count,
            failures: SensitivityFailures(self, failed: failed), outputs: results)
    }

    /// The effect of an input over all pairs of points.
    ///
    ///     effect = (f(x + step) - f(x)) / step,   step = p / (2 (p - 1))
    ///
    /// over all points x whose level along the input lies in the lower half.
    private func effect(
        of input: Int, _ output: [Double], _ failed: [Bool]
    ) throws(SensitivityFault) -> MorrisEffects.Effect {
        var stride = levels / 2
        for _ in input + 1..<max(input + 1, names.count) { stride *= levels }
        let step = Double(levels) / Double(2 * (levels - 1))
        let digit = stride / (levels / 2)
        let effects = output.indices.compactMap { run -> Double? in
            guard run / digit % levels < levels / 2 else { return nil }
            if !failed.isEmpty, failed[run] || failed[run + stride] { return nil }
            return (output[run + stride] - output[run]) / step
        }
        guard !effects.isEmpty else { throw .tooFewRows(kept: 0, of: count / 2, needed: 1) }
        let signed = EffectMoments(effects)
        return MorrisEffects.Effect(
            meanAbsolute: SensitivityEstimate(
                value: EffectMoments(effects.map(abs)).mean, standardError: 0, multiplier: 0,
                base: count, rows: effects.count { $0 != 0 }),
            mean: signed.mean, standardDeviation: (signed.squares / signed.count).squareRoot())
    }
}
