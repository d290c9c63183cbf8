import Exploration
import Policy
import Sampling

/// The points of a tornado: all inputs at their middle, then one at a time at each of its ends.
///
/// The middle is the median. The ends of a number are the 5 % and the 95 % quantile of its
/// distribution; a choice is run at each of its values.
///
///     run 0          all inputs in their middle
///     run 1, 2, ...  one input at one of its ends, input by input
///
/// A choice of k values has k ends, since a word has no order and the middle one of three would
/// never be run.
struct SensitivityBarPoints: Sendable {
    /// A number for each input.
    let base: [Double]
    /// What is run after the base: an input and where it is put.
    let runs: [(input: Int, value: Double)]
    private let names: [String]

    /// The points of some inputs: the base in the middle of all, then each input at its ends.
    ///
    /// The middle of a number is its median; that of a choice the position of its heaviest value,
    /// the first of equals.
    init(_ inputs: [VariedInput], _ distributions: [Distribution]) {
        names = inputs.map(\.name)
        base = zip(inputs, distributions).map { input, distribution in
            guard let weights = input.weights else {
                return input.number(at: 0.5, of: distribution)
            }
            return Double(weights.firstIndex(of: weights.max() ?? 0) ?? 0)
        }
        runs = inputs.indices.flatMap { index in
            let ends =
                inputs[index].choices.map { $0.indices.map(Double.init) }
                ?? [0.05, 0.95].map { inputs[index].number(at: $0, of: distributions[index]) }
            return ends.map { (index, $0) }
        }
    }

    var count: Int { 1 + runs.count }

    /// What the points are, as text: results kept under another identity belong to other points.
    var identity: String {
        let moved = runs.map { "\(String(reflecting: names[$0.input])):\($0.value)" }
        return "tornado 2; base \(base); runs \(moved.joined(separator: ","))"
    }

    /// The numbers of all inputs in a run; run 0 is the base, any other moves one input.
    func point(_ run: Int) -> [Double] {
        var point = base
        if run > 0 { point[runs[run - 1].input] = runs[run - 1].value }
        return point
    }
}

extension VariedInput {
    /// How much each value of a choice weighs; nil for a number.
    ///
    /// The heaviest value is the middle of a choice, the first of equals.
    fileprivate var weights: [Double]? {
        if case .choice(_, let weights) = spread { weights } else { nil }
    }
}

/// How far each input alone moves each outcome from its middle value, longest bars first.
package struct SensitivityBars: Sendable {
    package struct Bar: Sendable {
        /// The position of the input.
        package let input: Int
        /// Where the input stands at either end. Of a choice with more than two values, those of
        /// the least and the greatest outcome.
        package let low: Double
        /// The other end: the 95 % quantile of a number, the last of two values, or the value of
        /// the greatest outcome.
        package let high: Double
        /// The outcome at both ends and in the middle; NaN where a run failed.
        package let bar: TornadoBar
    }

    /// One outcome's bars.
    public struct Output: Sendable {
        package let name: String
        /// The outcome where all inputs are in their middle.
        package let base: Double
        /// One for each input, the longest swing first and those without a value last.
        package let bars: [Bar]
    }

    package let base: [Double]
    /// Bars by output, in the order asked for.
    package let outputs: [Output]
    package let failures: [(input: Int, value: Double)]
}

extension SensitivityBarPoints {
    /// The bars of some outcomes.
    ///
    /// Each outcome has bars of its own order; a choice of many values may have other ends in each.
    ///
    /// - Parameter outputs: for each outcome its values, in the order of runs; NaN where missing.
    /// - Throws: ``SensitivityFault/baseFailed(output:)``.
    func bars(
        of outputs: [[Double]], named outputNames: [String]
    ) throws(SensitivityFault) -> SensitivityBars {
        for (name, output) in zip(outputNames, outputs) where !output[0].isFinite {
            throw .baseFailed(output: name)
        }
        let failed = runs.indices.filter { run in
            outputs.contains { !$0[run + 1].isFinite }
        }
        return SensitivityBars(
            base: base,
            outputs: zip(outputNames, outputs).map { name, output in
                SensitivityBars.Output(name: name, base: output[0], bars: bars(of: output))
            }, failures: failed.map { runs[$0] })
    }

    /// Longest first; equal ones in the order of the inputs; those without a value last.
    private func bars(of output: [Double]) -> [SensitivityBars.Bar] {
        let bars = names.indices.compactMap { bar(of: $0, output) }
        /// The length by which bars are sorted; below all others where no end has a value.
        func rank(_ bar: SensitivityBars.Bar) -> Double { bar.bar.swing.isNaN ? -1 : bar.bar.swing }
        return bars.sorted { (rank($1), $0.input) < (rank($0), $1.input) }
    }

    /// The bar between the outermost ends; of a choice those with the least and greatest outcome.
    ///
    /// A choice is drawn from its least to its greatest outcome, whatever the order of its values.
    private func bar(of input: Int, _ output: [Double]) -> SensitivityBars.Bar? {
        let ends = runs.indices.filter { runs[$0].input == input }
        guard var low = ends.first, var high = ends.last else { return nil }
        if ends.count > 2 {
            let sound = ends.filter { output[$0 + 1].isFinite }
            low = sound.min { output[$0 + 1] < output[$1 + 1] } ?? low
            high = sound.max { output[$0 + 1] < output[$1 + 1] } ?? high
        }
        return SensitivityBars.Bar(
            input: input, low: runs[low].value, high: runs[high].value,
            bar: TornadoBar(
                input: names[input], atLow: output[low + 1], atBase: output[0],
                atHigh: output[high + 1]))
    }
}
