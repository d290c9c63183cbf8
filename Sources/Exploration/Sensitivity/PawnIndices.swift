import Sampling

/// How far an outcome's distribution moves where one input is known, from any rows of inputs and
/// outcomes: no design is needed.
///
/// Rows are cut into slices by one input, of about equally many each; a slice's distance is the
/// largest difference between the outcome's distribution within it and that of all rows (Kolmogorov
/// and Smirnov's):
///
///     index = median over slices of sup |F(y | slice) - F(y)|
///
/// from 0, the input says nothing, to 1. An input of few values has a slice for each.
///
/// Distributions of few rows differ by chance alone, so an input that does nothing does not come
/// out as 0 but as what the slices would show if rows were dealt out to them at random: `nothing`
/// is what hardly any such input exceeds,
///
///     nothing = mean + z deviation     of the index over random deals, P(Z > z) = (1 - level) / k
///
/// for k inputs, and an index above it is told from none. Intervals are those of resampled rows
/// about the index: how far that of other rows of the same number would be off.
///
/// References: F. Pianosi and T. Wagener, A simple and efficient method for global sensitivity
/// analysis based on cumulative distribution functions, Environmental Modelling and Software 67
/// (2015), doi:10.1016/j.envsoft.2015.01.004; the same, Distribution-based sensitivity analysis
/// from a generic input-output sample, same journal 108 (2018),
/// doi:10.1016/j.envsoft.2018.07.019 (slices of given rows, and the input that does nothing).
public struct PawnIndices: Sendable, Equatable {
    /// One input's index of one output.
    public struct Estimate: Sendable, Equatable {
        /// The median distance, with its interval and verdict.
        public let median: SensitivityEstimate
        /// The mean and the greatest distance of a slice.
        public let mean: Double
        /// Where a slice stands out, the median may hide it.
        public let greatest: Double
        /// What hardly any input that does nothing would exceed.
        public let nothing: Double
        /// How many slices had rows.
        public let slices: Int
    }

    /// One output's indices, in the order of ``PawnIndices/inputs``.
    public struct Output: Sendable, Equatable {
        /// As the caller named it.
        public let name: String
        /// Rows that have a value of it.
        public let rows: Int
        /// One for each input.
        public let estimates: [Estimate]
    }

    /// As the caller named them.
    public let inputs: [String]
    /// Of the intervals, and of telling an input from none.
    public let level: Double
    /// In the order in which outputs were given.
    public let outputs: [Output]

    /// Into so many slices rows are cut by an input of many values.
    public static let slices = 10
    /// Of fewer rows distances are luck: ten to a slice.
    public static let leastRows = 100
    /// Random deals, and resamples.
    static let repetitions = 200
}

/// Why given rows are refused.
public enum PawnFault: Error, Equatable, Sendable {
    /// An output has too few rows with a value.
    case tooFewRows(Int, output: String, needed: Int)
    /// The level lies outside (0, 1).
    case levelOutOfRange(Double)
}

extension PawnIndices {
    /// The indices of some outputs.
    ///
    /// A row without a finite value of an output is left out of that output.
    ///
    /// - Parameters:
    ///   - points: by row a number for each input; words by position.
    ///   - outputs: for each output its values, in the order of rows.
    ///   - seed: of deals and resamples.
    /// - Throws: ``PawnFault``.
    /// - Complexity: O(rows x inputs) for each output and repetition.
    public init(
        points: [[Double]], inputs: [String], outputs: [[Double]], named names: [String],
        level: Double = 0.95, seed: UInt64 = 1
    ) throws(PawnFault) {
        guard level > 0, level < 1 else { throw .levelOutOfRange(level) }
        var found: [Output] = []
        for (name, values) in zip(names, outputs) {
            let rows = values.indices.filter { values[$0].isFinite }
            guard rows.count >= Self.leastRows else {
                throw .tooFewRows(rows.count, output: name, needed: Self.leastRows)
            }
            let sample = PawnSample(rows.map { values[$0] })
            let estimates = inputs.indices.map { input in
                let slices = PawnSlices(rows.map { points[$0][input] })
                let stream = RandomStream(seed: seed, name: "pawn \(name) \(inputs[input])")
                return sample.estimate(slices, inputs: inputs.count, level: level, stream)
            }
            found.append(Output(name: name, rows: rows.count, estimates: estimates))
        }
        self.inputs = inputs
        self.level = level
        self.outputs = found
    }
}

/// Which slice each row is in.
struct PawnSlices {
    /// By row.
    let slice: [Int]
    let count: Int

    /// Slices of an input's values: one for each value where there are no more than slices, else
    /// between quantiles, each without its upper end but the last.
    init(_ values: [Double]) {
        let sorted = values.sorted()
        var distinct: [Double] = []
        for value in sorted where distinct.last != value {
            distinct.append(value)
            if distinct.count > PawnIndices.slices { break }
        }
        let ends =
            distinct.count <= PawnIndices.slices
            ? Array(distinct.dropFirst())
            : (1..<PawnIndices.slices).map {
                Self.quantile(Double($0) / Double(PawnIndices.slices), of: sorted)
            }
        slice = values.map { value in ends.count { $0 <= value } }
        count = ends.count + 1
    }

    /// Between the two nearest of the sorted numbers.
    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = min(sorted.count - 2, Int(place))
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}

/// The values of an output, and their order.
struct PawnSample {
    /// Rows from the least value to the greatest.
    private let order: [Int]
    /// By place in that order, whether the next value is another.
    private let isLast: [Bool]

    init(_ values: [Double]) {
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        self.order = order
        isLast = order.indices.map { place in
            place == order.count - 1 || values[order[place]] != values[order[place + 1]]
        }
    }

    /// The distance of each slice that has rows.
    ///
    /// - Parameters:
    ///   - slice: by row.
    ///   - weights: how often each row counts.
    func distances(_ slice: [Int], _ count: Int, _ weights: [Double]) -> [Double] {
        var totals = [Double](repeating: 0, count: count)
        for row in slice.indices { totals[slice[row]] += weights[row] }
        let whole = totals.reduce(0, +)
        var reached = [Double](repeating: 0, count: count)
        var greatest = [Double](repeating: 0, count: count)
        var below = 0.0
        for (place, row) in order.enumerated() {
            reached[slice[row]] += weights[row]
            below += weights[row]
            guard isLast[place] else { continue }
            for index in 0..<count where totals[index] > 0 {
                let apart = abs(reached[index] / totals[index] - below / whole)
                if apart > greatest[index] { greatest[index] = apart }
            }
        }
        return (0..<count).filter { totals[$0] > 0 }.map { greatest[$0] }
    }

    /// An input's index with what nothing would reach, and its interval.
    func estimate(
        _ slices: PawnSlices, inputs: Int, level: Double, _ stream: RandomStream
    ) -> PawnIndices.Estimate {
        let once = [Double](repeating: 1, count: order.count)
        let found = distances(slices.slice, slices.count, once)
        let value = Self.median(found)
        let dealt = EffectMoments(
            (0..<PawnIndices.repetitions).map { deal in
                Self.median(
                    distances(shuffled(slices.slice, stream, deal), slices.count, once))
            })
        let drawn = EffectMoments(
            (0..<PawnIndices.repetitions).map { draw in
                Self.median(distances(slices.slice, slices.count, resampled(stream, draw)))
            })
        let freedom = PawnIndices.repetitions - 1
        let tail = StudentQuantile.twoSided(
            level: max(0, 1 - 2 * (1 - level) / Double(inputs)), freedom: freedom)
        let excess = value - dealt.mean
        let scatter = tail * dealt.sampleDeviation
        let half =
            StudentQuantile.twoSided(level: level, freedom: freedom) * drawn.sampleDeviation
        return PawnIndices.Estimate(
            median: SensitivityEstimate(
                distance: value, half: half, standardError: drawn.sampleDeviation,
                excess: excess, scatter: scatter, rows: order.count),
            mean: EffectMoments(found).mean, greatest: found.max() ?? 0,
            nothing: dealt.mean + scatter, slices: found.count)
    }

    /// Slices dealt out to rows at random, as many rows to each as before (Fisher and Yates).
    private func shuffled(_ slice: [Int], _ stream: RandomStream, _ deal: Int) -> [Int] {
        var slice = slice
        for last in slice.indices.dropFirst().reversed() {
            let chosen = stream.bits(2 * deal, last).multipliedFullWidth(by: UInt64(last + 1))
            slice.swapAt(last, Int(chosen.high))
        }
        return slice
    }

    /// How often each row is drawn, in as many draws as there are rows.
    private func resampled(_ stream: RandomStream, _ draw: Int) -> [Double] {
        var weights = [Double](repeating: 0, count: order.count)
        for item in weights.indices {
            let row = stream.bits(2 * draw + 1, item)
                .multipliedFullWidth(by: UInt64(weights.count)).high
            weights[Int(row)] += 1
        }
        return weights
    }

    private static func median(_ numbers: [Double]) -> Double {
        let sorted = numbers.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1
            ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
