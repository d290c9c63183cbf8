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

/// One threshold of a rule: an indicator that must not fall below, or not exceed, a figure.
///
///     // Satisficing: a floor for one figure and a lid on another, in the same future.
///     let rule = [
///         RobustThreshold("coverage", .atLeast(0.6)), RobustThreshold("gap_rp", .atMost(0)),
///     ]
///     try futures.shareMeeting(rule)  // one share for each policy
public struct RobustThreshold: Sendable, Equatable {
    /// On which side of the figure the rule is met; the figure itself meets it, last bits
    /// (``Tolerance``) apart.
    public enum Bound: Sendable, Equatable {
        /// Met from the figure upwards.
        case atLeast(Double)
        /// Met up to the figure.
        case atMost(Double)

        var figure: Double {
            switch self {
            case .atLeast(let figure), .atMost(let figure): figure
            }
        }

        func isMet(by figure: Double) -> Bool {
            switch self {
            case .atLeast(let least): figure.reaches(least)
            case .atMost(let most): !figure.exceeds(most)
            }
        }
    }

    /// The outcome that is judged, as a sweep names it.
    public let indicator: String
    /// At least or at most what.
    public let bound: Bound

    /// Sets a threshold for an indicator.
    public init(_ indicator: String, _ bound: Bound) {
        self.indicator = indicator
        self.bound = bound
    }
}

extension RobustFutures {
    /// By policy and future that counts: whether all thresholds of a rule are met.
    ///
    /// The yes or no that scenario discovery looks for boxes of.
    ///
    /// - Throws: ``RobustFault`` for a rule without thresholds, an unknown indicator, or a
    ///   threshold that is not a number.
    public func meets(_ rule: [RobustThreshold]) throws(RobustFault) -> [[Bool]] {
        guard !rule.isEmpty else { throw .emptyRule }
        var met = policies.map { _ in [Bool](repeating: true, count: futures.count) }
        for threshold in rule {
            guard !threshold.bound.figure.isNaN else {
                throw .threshold(indicator: threshold.indicator, threshold.bound.figure)
            }
            let payoffs = try figures(of: threshold.indicator).payoffs
            for policy in policies.indices {
                for future in futures.indices
                where !threshold.bound.isMet(by: payoffs[policy][future]) {
                    met[policy][future] = false
                }
            }
        }
        return met
    }

    /// By policy: the share of futures, by weight, in which all thresholds of a rule are met.
    ///
    /// - Throws: as ``meets(_:)``.
    public func shareMeeting(_ rule: [RobustThreshold]) throws(RobustFault) -> [Double] {
        try meets(rule).map(share)
    }
}

/// What a policy changes against another one, future by future.
///
/// Both went through the same futures, so what is common to both cancels out: the error of the
/// difference is far below that of either mean.
public struct RobustPair: Sendable, Equatable {
    /// The policy that is compared.
    public let policy: String
    /// The policy that it is compared with.
    public let reference: String
    /// The mean of `policy - reference` over futures, in the indicator's unit and sign.
    public let mean: Double
    /// The standard error of that mean, for futures that were drawn; NaN for a single future.
    public let standardError: Double
    /// The least difference in any future.
    public let lowest: Double
    /// The difference that half of the futures, by weight, do not exceed; that of one of them.
    public let median: Double
    /// The largest difference in any future.
    public let highest: Double
    /// The share of futures, by weight, in which the policy is the better one.
    public let betterShare: Double
    /// The share in which it is the worse one; in the rest both come to the same.
    public let worseShare: Double
}

extension RobustFutures {
    /// Every other policy against one, future by future.
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator or policy.
    public func pairs(
        of name: String, against reference: String
    ) throws(RobustFault) -> [RobustPair] {
        let (indicator, payoffs) = try figures(of: name)
        guard let base = policies.firstIndex(of: reference) else {
            throw .unknownPolicy(reference, known: policies)
        }
        return policies.indices.filter { $0 != base }.map { policy in
            let differences = zip(payoffs[policy], payoffs[base]).map {
                $0.isAbout($1) ? 0 : $0 - $1
            }
            let gains = differences.map(indicator.goodness)
            return RobustPair(
                policy: policies[policy], reference: reference, mean: mean(differences),
                standardError: standardError(differences), lowest: differences.min() ?? .nan,
                median: quantile(0.5, of: differences), highest: differences.max() ?? .nan,
                betterShare: share(gains.map { $0 > 0 }),
                worseShare: share(gains.map { $0 < 0 }))
        }
    }
}

extension RobustFutures {
    /// One row for each policy: mean, worst, best, regrets, share of futures that meet the rule.
    ///
    /// Key: `policy`. Figures carry the indicator's unit; money is whole rupiah. `best_by` names
    /// the criteria that put the policy first, `meets_rule_share` is there if a rule is.
    ///
    ///     column              content
    ///     expected            mean over futures, by weight
    ///     expected_error      its standard error
    ///     worst_case          least good figure of any future
    ///     best_case           best figure of any future
    ///     expected_regret     mean regret
    ///     maximum_regret      largest regret of any future
    ///     regret_90           regret not exceeded in nine futures of ten, by weight
    ///     meets_rule_share    share of futures in which the rule is met
    ///     best_by             criteria that put the policy first
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator or a rule that cannot be asked.
    public func table(
        of name: String, rule: [RobustThreshold] = []
    ) throws(RobustFault) -> ResultTable {
        let measures = try measures(of: name)
        let unit = measures.indicator.unit
        let meeting = rule.isEmpty ? nil : try shareMeeting(rule)
        let firsts = RobustCriterion.allCases.map {
            (name: $0.rawValue, best: measures.best(by: $0))
        }
        return ResultTable("robust-" + name, policies.indices) {
            Key("policy") { policies[$0] }
            Self.figures("expected", unit, measures.expected)
            Self.figures("expected_error", unit, measures.expectedError)
            Self.figures("worst_case", unit, measures.worst)
            Self.figures("best_case", unit, measures.best)
            Self.figures("expected_regret", unit, measures.regrets.expected)
            Self.figures("maximum_regret", unit, measures.regrets.maximum)
            Self.figures("regret_90", unit, measures.regrets.ninetieth)
            if let meeting { Column("meets_rule_share", .share) { meeting[$0] } }
            Column("best_by", .word) { policy in
                firsts.filter { $0.best.contains(policies[policy]) }.map(\.name)
                    .joined(separator: " ")
            }
        }
    }

    /// One row for each other policy: what it changes against a reference, future by future.
    ///
    /// Keys: `policy`, `reference`.
    ///
    /// Differences are `policy - reference` in the indicator's unit, whichever way it is good;
    /// `better_share` and `worse_share` know which.
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator or policy.
    public func pairTable(
        of name: String, against reference: String
    ) throws(RobustFault) -> ResultTable {
        let unit = try figures(of: name).indicator.unit
        let pairs = try pairs(of: name, against: reference)
        return ResultTable("robust-pairs-" + name, pairs.indices) {
            Key("policy") { pairs[$0].policy }
            Key("reference") { pairs[$0].reference }
            Self.figures("difference", unit, pairs.map(\.mean))
            Self.figures("difference_error", unit, pairs.map(\.standardError))
            Self.figures("lowest_difference", unit, pairs.map(\.lowest))
            Self.figures("median_difference", unit, pairs.map(\.median))
            Self.figures("highest_difference", unit, pairs.map(\.highest))
            Column("better_share", .share) { pairs[$0].betterShare }
            Column("worse_share", .share) { pairs[$0].worseShare }
        }
    }

    /// Figures by row, their name ending in the unit: money in whole rupiah, all else as it is. A
    /// column with a gap stays numbers.
    private static func figures(_ name: String, _ unit: Unit, _ figures: [Double]) -> Column<Int> {
        let name = unit == .factor ? name : name + "_" + unit.columnSuffix
        guard unit == .rupiah, !figures.allSatisfy({ abs($0) < 9e18 }) else {
            return Column(figure: name, unit) { figures[$0] }
        }
        return Column(name, unit) { figures[$0].rounded() }
    }
}

extension RegretMixture {
    /// One row for each policy: its share in the mixture.
    public var table: ResultTable {
        ResultTable("robust-mixture", policies.indices) {
            Key("policy") { policies[$0] }
            Column("mixture_share", .share) { shares[$0] }
        }
    }
}
