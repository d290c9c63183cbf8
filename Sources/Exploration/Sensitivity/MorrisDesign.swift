import Quantities
import Sampling

/// The runs that elementary effects need, and their analysis: which inputs matter at all, for a
/// few runs each.
///
/// Each of the repetitions is a row of g + 1 runs for g groups of inputs, one input to a group
/// unless groups are given.
///
/// - `radial`: a base point, then the base point with one group moved. An input at a moves to
///
///       b = a + 1/4 + u/2  modulo 1
///
///   with u uniform: b is uniform too, and no step is shorter than a quarter, so that neither
///   rounding nor a jump of the output is divided by next to nothing. The default.
/// - `trajectory`: from a point of a grid of p levels, groups move one after the other in random
///   order by p / (2 (p - 1)), up or down, whichever stays on the grid. What repeats with the
///   grid's step is not seen.
///
/// References: F. Campolongo, A. Saltelli and J. Cariboni, From screening to quantitative
/// sensitivity analysis, Computer Physics Communications 182 (2011), doi:10.1016/j.cpc.2010.12.039;
/// M. D. Morris, Factorial sampling plans for preliminary computational experiments, Technometrics
/// 33 (1991), doi:10.1080/00401706.1991.10484804.
public struct MorrisDesign: SensitivityDesign {
    /// How the points of a repetition lie to one another.
    public enum Path: Sendable, Hashable {
        /// Each moved point is one step from the base point.
        case radial
        /// Each point is one step from the one before, on a grid of so many levels.
        case trajectory(levels: Int)
    }

    /// The inputs, in the order of a point's coordinates.
    public let names: [String]
    /// Base points, each with a row of runs.
    public let repetitions: Int
    /// Of base points, steps and the order of groups.
    public let seed: UInt64
    /// How the points of a row lie to one another.
    public let path: Path
    /// One for each input where none were given.
    public let groups: [SensitivityGroup]
    /// Two uniform numbers for each input and repetition: where it stands and how far it moves.
    private let source: UnitDesign

    /// - Parameters:
    ///   - repetitions: base points; 4 at least, 10 to 50 as a rule.
    ///   - groups: every input in one of them; nil moves inputs one by one.
    /// - Throws: ``SensitivityFault`` for no inputs, equal names, an odd number of levels, inputs
    ///   in no group or in several.
    public init(
        names: [String], repetitions: Int, seed: UInt64, path: Path = .radial,
        groups: [SensitivityGroup]? = nil
    ) throws(SensitivityFault) {
        try Self.check(names)
        guard (4...1 << 24).contains(repetitions) else {
            throw .sizeOutOfRange(repetitions, least: 4, most: 1 << 24)
        }
        if case .trajectory(let levels) = path { try Self.check(levels: levels) }
        self.names = names
        self.repetitions = repetitions
        self.seed = seed
        self.path = path
        self.groups = groups ?? SensitivityGroup.each(of: names)
        do {
            source = try UnitDesign(
                .monteCarlo, names: names.map { $0 + "/base" } + names.map { $0 + "/step" },
                count: repetitions, seed: seed)
        } catch {
            throw .points(error)
        }
        try Self.check(self.groups, of: names)
    }

    /// Refuses a grid on which half the levels have no counterpart. With an even number p, a step
    /// of p / (2 (p - 1)) takes each level to one other and back.
    static func check(levels: Int) throws(SensitivityFault) {
        guard (2...1024).contains(levels) else {
            throw .sizeOutOfRange(levels, least: 2, most: 1024)
        }
        guard levels % 2 == 0 else { throw .levelsNotEven(levels) }
    }

    /// Runs of a repetition: one more than groups.
    public var rowLength: Int { groups.count + 1 }
    /// Repetitions times runs of each.
    public var count: Int { repetitions * rowLength }

    /// The method with its version, then all that points depend on.
    public var identity: String {
        "morris 1; path \(path); repetitions \(repetitions); seed \(seed); "
            + "inputs \(Self.listed(names)); groups \(Self.listed(groups))"
    }

    /// Whether both give the same points.
    public static func == (a: MorrisDesign, b: MorrisDesign) -> Bool { a.identity == b.identity }

    /// Writes the points of some runs; a range may begin and end inside a repetition.
    public func fill(_ runs: Range<Int>, into points: inout [Double]) {
        prepare(&points, runs)
        guard !runs.isEmpty else { return }
        let inputs = names.count
        for repetition in runs.lowerBound / rowLength...(runs.upperBound - 1) / rowLength {
            let steps = MorrisSteps(self, source.row(repetition), repetition)
            let first = repetition * rowLength
            for run in runs.clamped(to: first..<first + rowLength) {
                let point = steps.point(run - first)
                let start = (run - runs.lowerBound) * inputs
                for input in 0..<inputs { points[start + input] = point[input] }
            }
        }
    }

    func steps(_ repetition: Int) -> MorrisSteps {
        MorrisSteps(self, source.row(repetition), repetition)
    }
}

/// One repetition: where inputs stand, where they move, and in which order.
struct MorrisSteps {
    let from: [Double]
    /// Where each input stands once it has moved.
    let to: [Double]
    /// Groups in the order of the runs after the first.
    let order: [SensitivityGroup]
    let places: [Int]
    let isCumulative: Bool

    /// - Parameter numbers: two uniform numbers for each input, bases first.
    init(_ design: MorrisDesign, _ numbers: [Double], _ repetition: Int) {
        let inputs = design.names.count
        var (from, to) = (Array(numbers[..<inputs]), Array(numbers[..<inputs]))
        switch design.path {
        case .radial:
            for group in design.groups {
                guard let first = group.members.first else { continue }
                let step = 0.25 + numbers[inputs + first] / 2
                for member in group.members {
                    let moved = from[member] + step
                    to[member] = moved < 1 ? moved : moved - 1
                }
            }
            places = Array(design.groups.indices)
        case .trajectory(let levels):
            for input in 0..<inputs {
                let level = min(levels - 1, Int(numbers[input] * Double(levels)))
                let moved = level < levels / 2 ? level + levels / 2 : level - levels / 2
                from[input] = Double(level) / Double(levels - 1)
                to[input] = Double(moved) / Double(levels - 1)
            }
            places = Self.shuffled(design, repetition)
        }
        isCumulative = design.path != .radial
        order = places.map { design.groups[$0] }
        self.from = from
        self.to = to
    }

    private static func shuffled(_ design: MorrisDesign, _ repetition: Int) -> [Int] {
        let stream = RandomStream(seed: design.seed, name: "morris order")
        var order = Array(design.groups.indices)
        for last in order.indices.dropFirst().reversed() {
            let chosen = stream.bits(repetition, last).multipliedFullWidth(by: UInt64(last + 1))
            order.swapAt(last, Int(chosen.high))
        }
        return order
    }

    /// The point of the repetition's run at `place`; run 0 is the base.
    func point(_ place: Int) -> [Double] {
        var point = from
        guard place > 0 else { return point }
        for group in order[(isCumulative ? 0 : place - 1)..<place] {
            for member in group.members { point[member] = to[member] }
        }
        return point
    }

    /// How far the group of the run at `place` moved: signed for a single input, the root mean
    /// square of its members' moves for more.
    func step(_ place: Int) -> Double {
        let members = order[place - 1].members
        if members.count == 1 { return to[members[0]] - from[members[0]] }
        let squares = members.reduce(0) { $0 + (to[$1] - from[$1]) * (to[$1] - from[$1]) }
        return (squares / Double(max(1, members.count))).squareRoot()
    }
}

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
                multiplier: multiplier, base: repetitions, rows: effects.count { $0 != 0 }),
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
