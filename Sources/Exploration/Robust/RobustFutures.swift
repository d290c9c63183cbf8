import Quantities

/// A figure by which policies are judged: what it is called, its unit, which way it is good.
public struct RobustIndicator: Sendable, Equatable {
    /// Which way a figure is good.
    public enum Orientation: Sendable, Equatable {
        /// Such as persons protected.
        case higherIsBetter
        /// Such as a public bill.
        case lowerIsBetter
    }

    /// As tables and rules name it.
    public let name: String
    /// Of the figures, and of their means and regrets.
    public let unit: Unit
    /// Which way it is good.
    public let orientation: Orientation

    /// Names a figure.
    public init(_ name: String, unit: Unit, _ orientation: Orientation) {
        self.name = name
        self.unit = unit
        self.orientation = orientation
    }

    /// A figure or a difference of figures turned so that more is better.
    func goodness(_ figure: Double) -> Double {
        orientation == .higherIsBetter ? figure : -figure
    }
}

/// What each policy comes to in each of the same futures: the pay-off table of a decision.
///
/// All robustness figures are read from one such table, so that every policy has met the same
/// futures. A future in which any policy lacks any figure, because its run failed, is left out for
/// all policies and counted: a policy must not look better for failing where the times are hard.
///
///     let futures = try RobustFutures(
///         policies: ["a", "b", "c"],
///         indicators: [RobustIndicator("gain", unit: .factor, .higherIsBetter)],
///         payoffs: [[[-4, 4, 12], [-2, 3, 8], [3, 2, 1]]])
///     try futures.measures(of: "gain").best(by: .maximin)  // ["c"]
public struct RobustFutures: Sendable {
    /// The policies, in the order of the table's rows.
    public let policies: [String]
    /// The figures that each run gave.
    public let indicators: [RobustIndicator]
    /// The futures that all policies went through, as positions in those given.
    public let futures: [Int]
    /// How many futures were given.
    public let givenCount: Int
    /// The weight of each future that counts; they sum to 1.
    public let weights: [Double]
    /// By indicator and policy: the figure in each future that counts.
    private let payoffs: [[[Double]]]

    /// How many futures were left out because a figure was missing.
    public var droppedCount: Int { givenCount - futures.count }

    /// Puts the figures of all policies in all futures together.
    ///
    /// - Parameters:
    ///   - policies: different names, at least one.
    ///   - indicators: different names, at least one.
    ///   - payoffs: by indicator, policy and future; NaN where a run gave no figure.
    ///   - weights: how likely each future is, relative to the others; all the same when nil.
    /// - Throws: ``RobustFault``: repeated names, rows that are too short or long, infinite
    ///   figures, weights that are negative, infinite or all zero, or no future left.
    public init(
        policies: [String], indicators: [RobustIndicator], payoffs: [[[Double]]],
        weights: [Double]? = nil
    ) throws(RobustFault) {
        givenCount = payoffs.first?.first?.count ?? 0
        self.policies = policies
        self.indicators = indicators
        try Self.check(policies, indicators)
        try Self.check(payoffs, policies, indicators, count: givenCount)
        let count = givenCount
        let kept = (0..<count).filter { future in
            payoffs.allSatisfy { $0.allSatisfy { !$0[future].isNaN } }
        }
        guard !kept.isEmpty else { throw .noFutureLeft(given: count) }
        futures = kept
        self.payoffs =
            kept.count == count ? payoffs : payoffs.map { $0.map { row in kept.map { row[$0] } } }
        let relative = weights ?? [Double](repeating: 1, count: count)
        try Self.check(relative, count: count)
        let sum = kept.reduce(0) { $0 + relative[$1] }
        guard sum > 0, sum.isFinite else { throw .weightsSum(sum) }
        self.weights = kept.map { relative[$0] / sum }
    }

    func figures(
        of name: String
    ) throws(RobustFault) -> (indicator: RobustIndicator, payoffs: [[Double]]) {
        let position = try position(of: name)
        return (indicators[position], payoffs[position])
    }

    private func position(of name: String) throws(RobustFault) -> Int {
        guard let position = indicators.firstIndex(where: { $0.name == name }) else {
            throw .unknownIndicator(name, known: indicators.map(\.name))
        }
        return position
    }

    /// A sum over futures, each times its weight: the mean over futures.
    func mean(_ figures: [Double]) -> Double {
        zip(figures, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The weight of the futures in which something holds; exactly 1 if it holds in all, although
    /// the weights' own sum may be off by rounding.
    func share(_ holds: [Bool]) -> Double {
        holds.allSatisfy(\.self) ? 1 : mean(holds.map { $0 ? 1 : 0 })
    }

    /// The standard error of ``mean(_:)`` over futures that were drawn; NaN for a single future.
    ///
    ///     sqrt(sum w^2 (x - mean)^2 / (1 - sum w^2))
    ///
    /// With n equal weights this is the usual s / sqrt(n). For futures of a low-discrepancy design
    /// it is an upper estimate.
    func standardError(_ figures: [Double]) -> Double {
        let mean = mean(figures)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        let spread = zip(figures, weights).reduce(0) {
            $0 + $1.1 * $1.1 * ($1.0 - mean) * ($1.0 - mean)
        }
        return (spread / (1 - squares)).squareRoot()
    }

    /// The smallest of the figures that futures of at least this share of the weight do not
    /// exceed.
    ///
    /// A figure of one of the futures, never one between two: `quantile(0.9)` of a regret says that
    /// in nine futures of ten it is not larger.
    ///
    /// - Complexity: O(n log n) for n futures.
    func quantile(_ share: Double, of figures: [Double]) -> Double {
        let order = figures.indices.sorted { (figures[$0], $0) < (figures[$1], $1) }
        var reached = 0.0
        for future in order {
            reached += weights[future]
            // Weights such as 1/10 do not add up to 9/10 exactly.
            if reached.reaches(share) { return figures[future] }
        }
        return figures[order[order.count - 1]]
    }
}
