import Policy
import Sampling

/// Which points of its inputs a sweep evaluates; a point follows from its number alone.
///
/// So any part of a sweep may be evaluated anywhere, in any order, and none is kept in memory.
public struct SweepDesign: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case grid
        case list
        case mc
        /// Drawn so that every input fills its range evenly.
        case lhs
        /// Drawn so that all inputs together fill their ranges evenly.
        case sobol

        /// The design of draws; nil where nothing is drawn.
        package var drawn: DesignKind? { DesignKind(rawValue: rawValue) }

        init(_ drawn: DesignKind) {
            switch drawn {
            case .monteCarlo: self = .mc
            case .latinHypercube: self = .lhs
            case .sobol: self = .sobol
            }
        }
    }

    private struct Draw: Sendable {
        /// From which a place in 0...1 gets its number.
        let distribution: Distribution
        /// Whether only whole numbers make sense.
        let isWhole: Bool

        func number(at place: Double) -> Double {
            let number = distribution.quantile(place)
            return isWhole ? number.rounded() : number
        }
    }

    private enum Source: Sendable {
        /// The levels of each input; the last input runs fastest.
        case levels([[Double]])
        /// A number for each input, point by point.
        case points([[Double]])
        /// Places in the unit cube by number, and how each input makes a value of its place.
        case draws(UnitDesign, [Draw])
    }

    package let kind: Kind
    package let count: Int
    /// The seed of draws; nil where nothing is drawn.
    package let seed: UInt64?
    private let source: Source

    /// Every combination of the levels of some inputs; the last input runs fastest. Nil where an
    /// input has no levels, or where the combinations cannot be counted.
    package init?(gridOf inputs: [VariedInput]) {
        let levels = inputs.compactMap(\.levels)
        guard levels.count == inputs.count else { return nil }
        var count = 1
        for level in levels {
            let product = count.multipliedReportingOverflow(by: level.count)
            guard !product.overflow else { return nil }
            count = product.partialValue
        }
        self.init(.grid, count: count, seed: nil, .levels(levels))
    }

    /// Points as they were given, a number for each input.
    package init(list points: [[Double]]) {
        self.init(.list, count: points.count, seed: nil, .points(points))
    }

    /// Points out of the inputs' distributions.
    ///
    /// - Throws: ``DistributionFault``, ``CorrelationFault``, ``DesignFault``.
    public init(
        _ kind: DesignKind, of inputs: [VariedInput], correlations: [RankPair], count: Int,
        seed: UInt64
    ) throws {
        let names = inputs.map(\.name)
        let correlation =
            try correlations.isEmpty
            ? nil
            : RankCorrelation(
                names: names, pairs: correlations.map { ($0.first, $0.second, $0.correlation) })
        let unit = try UnitDesign(
            kind, names: names, count: count, seed: seed, correlation: correlation)
        self.init(
            Kind(kind), count: count, seed: seed,
            .draws(
                unit,
                try inputs.map {
                    Draw(distribution: try $0.distribution(), isWhole: $0.setting.isCount)
                }))
    }

    /// A design whose count fits its source; a grid and a list have no seed.
    private init(_ kind: Kind, count: Int, seed: UInt64?, _ source: Source) {
        self.kind = kind
        self.count = count
        self.seed = seed
        self.source = source
    }

    /// A point, from 0: a number for each input.
    public func point(_ number: Int) -> [Double] {
        switch source {
        case .points(let points): return points[number]
        case .draws(let unit, let draws):
            return draws.indices.map { draws[$0].number(at: unit.value(number, $0)) }
        case .levels(let levels):
            var rest = number
            var point = Array(repeating: 0.0, count: levels.count)
            for index in levels.indices.reversed() {
                point[index] = levels[index][rest % levels[index].count]
                rest /= levels[index].count
            }
            return point
        }
    }
}

extension VariedInput {
    /// The numbers of an input that takes some values only, in the order written; positions for a
    /// choice. Nil for one that may lie anywhere in a range.
    package var levels: [Double]? {
        switch spread {
        case .empirical(let values): values
        case .choice(let values, _): values.indices.map(Double.init)
        default: nil
        }
    }
}
