internal import Optimization
import Quantities

/// How policies are ordered when nobody knows which future will come.
public enum RobustCriterion: String, Sendable, CaseIterable {
    /// The best mean over futures.
    case expected
    /// The best worst case (Wald): for those who want a floor.
    case maximin
    /// The best best case.
    case maximax
    /// The smallest largest regret (Savage).
    case minimaxRegret = "minimax-regret"
    /// The smallest regret that is not exceeded in nine futures of ten, by weight.
    case regret90 = "regret-90"
}

/// What each policy comes to over all futures, by one indicator.
///
/// Arrays have one element for each policy. Worst and best do not look at weights: a future counts
/// as soon as it is in the table.
public struct RobustMeasures: Sendable, Equatable {
    /// What policies are judged by.
    public let indicator: RobustIndicator
    /// The policies, in the table's order.
    public let policies: [String]
    /// The mean over futures, by weight.
    public let expected: [Double]
    /// The standard error of the mean, for futures that were drawn; NaN for a single future.
    public let expectedError: [Double]
    /// The least good figure.
    public let worst: [Double]
    /// The best figure.
    public let best: [Double]
    /// What each policy forgoes.
    public let regrets: RegretTable

    /// The policies that a criterion puts first: one, or several that are equal but for last bits.
    ///
    /// Which of equals is chosen is not ours to say, so all are named, in the table's order.
    public func best(by criterion: RobustCriterion) -> [String] {
        let scores = scores(by: criterion)
        guard let top = scores.max() else { return [] }
        return zip(policies, scores).filter { $0.1.isAbout(top) }.map(\.0)
    }

    /// The criterion's figure by policy, turned so that more is better.
    private func scores(by criterion: RobustCriterion) -> [Double] {
        switch criterion {
        case .expected: expected.map(indicator.goodness)
        case .maximin: worst.map(indicator.goodness)
        case .maximax: best.map(indicator.goodness)
        case .minimaxRegret: regrets.maximum.map { -$0 }
        case .regret90: regrets.ninetieth.map { -$0 }
        }
    }
}

extension RobustFutures {
    /// What each policy comes to over all futures.
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator.
    public func measures(of name: String) throws(RobustFault) -> RobustMeasures {
        let (indicator, payoffs) = try figures(of: name)
        let isHigherBetter = indicator.orientation == .higherIsBetter
        let lowest = payoffs.map { $0.min() ?? .nan }
        let highest = payoffs.map { $0.max() ?? .nan }
        return RobustMeasures(
            indicator: indicator, policies: policies, expected: payoffs.map { mean($0) },
            expectedError: payoffs.map { standardError($0) },
            worst: isHigherBetter ? lowest : highest, best: isHigherBetter ? highest : lowest,
            regrets: try regrets(of: name))
    }
}

/// What each policy forgoes in each future, compared with the best policy of that future.
///
///     regret(p, f) = best over q of payoff(q, f) - payoff(p, f), never negative; 0 for last bits
///
/// In the indicator's unit, also where less is better. Regret is relative to the policies at hand:
/// leaving one out can change the order of the others.
///
/// Reference: L. J. Savage, The theory of statistical decision, J. Am. Stat. Assoc. 46 (1951),
/// doi:10.1080/01621459.1951.10500768.
public struct RegretTable: Sendable, Equatable {
    /// The policies, in the order of the rows.
    public let policies: [String]
    /// By policy: its regret in each future that counts.
    public let values: [[Double]]
    /// By policy: the largest regret.
    public let maximum: [Double]
    /// By policy: the regret that is not exceeded in futures of nine tenths of the weight.
    public let ninetieth: [Double]
    /// By policy: the mean regret over futures.
    public let expected: [Double]
}

extension RobustFutures {
    /// The regrets of an indicator.
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator.
    /// - Complexity: O(p n log n) for p policies and n futures.
    public func regrets(of name: String) throws(RobustFault) -> RegretTable {
        let (indicator, payoffs) = try figures(of: name)
        let best = futures.indices.map { future in
            payoffs.map { indicator.goodness($0[future]) }.max() ?? 0
        }
        let values = payoffs.map { row in
            zip(best, row).map { best, figure in
                let own = indicator.goodness(figure)
                return own.isAbout(best) ? 0 : best - own
            }
        }
        return RegretTable(
            policies: policies, values: values, maximum: values.map { $0.max() ?? 0 },
            ninetieth: values.map { quantile(0.9, of: $0) }, expected: values.map { mean($0) })
    }
}

/// How policies would be mixed so that the largest regret over futures is smallest.
///
///     minimise  max over f of sum over p of share(p) regret(p, f)
///     with      shares that are not negative and sum to 1
///
/// A mixture is a plan that splits what it does over policies (or draws lots between them), where
/// effects add up in proportion. Its largest regret is never above that of the best single policy.
public struct RegretMixture: Sendable, Equatable {
    /// The policies, in the table's order.
    public let policies: [String]
    /// By policy: its share; they sum to 1.
    public let shares: [Double]
    /// The largest regret of the mixture over futures.
    public let regret: Double
    /// By future that counts: the belief under which no policy does better than this regret. It
    /// sums to 1 and is zero where the mixture's regret is not largest.
    public let belief: [Double]
}

extension RegretTable {
    /// The mixture with the smallest largest regret, by a linear programme.
    ///
    /// Where several mixtures are equally good, one of them, always the same.
    ///
    /// - Throws: `LinearProgrammeFault.stopped` if the solver's numbers go astray.
    public func mixture() throws -> RegretMixture {
        // Regrets in trillions of rupiah and in shares are the same to the solver.
        let scale = maximum.max() ?? 0
        guard scale > 0 else { return mixture(shares: policies.indices.map { $0 == 0 ? 1 : 0 }) }
        var programme = LinearProgramme(.minimise)
        let shares = policies.map { programme.addVariable(named: $0) }
        // Without a bound of its own, so that the prices of the futures sum to 1.
        let largest = programme.addVariable(cost: 1, lower: -.infinity)
        programme.addRow(shares.map { ($0, 1.0) }, equals: 1)
        let rows = values[0].indices.map { future in
            var terms = shares.enumerated().map { ($1, values[$0][future] / scale) }
            terms.append((largest, -1))
            return programme.addRow(terms, upper: 0)
        }
        let solution = try programme.solution()
        return mixture(
            shares: shares.map { solution[$0] }, prices: rows.map { -solution.dual(of: $0) })
    }

    private func mixture(shares: [Double], prices: [Double] = []) -> RegretMixture {
        let exact = Self.normalised(shares)
        let regret = (values.first ?? []).indices.reduce(0) { worst, future in
            let regret = zip(exact, values).reduce(0) { $0 + $1.0 * $1.1[future] }
            return max(worst, regret)
        }
        let belief = prices.isEmpty ? values[0].map { _ in 1 } : prices
        return RegretMixture(
            policies: policies, shares: exact, regret: regret, belief: Self.normalised(belief))
    }

    /// Numbers without negative traces, divided by their sum.
    private static func normalised(_ numbers: [Double]) -> [Double] {
        let positive = numbers.map { max($0, 0) }
        let sum = positive.reduce(0, +)
        return positive.map { $0 / sum }
    }
}

/// What it would be worth to know the future before choosing a policy.
///
///     mean over f of (best over p of payoff(p, f)) - best over p of (mean over f of payoff(p, f))
///
/// The mean regret of the policy with the best mean: an upper bound of what any survey, pilot or
/// forecast can be worth, in the indicator's unit. Zero if one policy is best in every future.
public struct PerfectInformation: Sendable, Equatable {
    /// The policy with the best mean; the first of equals.
    public let policy: String
    /// The value of knowing the future.
    public let value: Double
    /// Its standard error, for futures that were drawn: that of the policy's mean regret. It leaves
    /// out that another policy might be the best with other draws, so it is too small where two
    /// policies are nearly equal; NaN for a single future.
    public let standardError: Double
}

extension RobustFutures {
    /// What it would be worth to know the future before choosing, by one indicator.
    ///
    /// Over few futures it is too large on average: the best of each future profits from chance.
    ///
    /// - Throws: ``RobustFault`` for an unknown indicator.
    public func perfectInformation(of name: String) throws(RobustFault) -> PerfectInformation {
        let regrets = try regrets(of: name)
        // The least mean regret and the best mean are the same policy's.
        let policy = regrets.expected.indices.min {
            (regrets.expected[$0], $0) < (regrets.expected[$1], $1)
        }
        let chosen = policy ?? 0
        return PerfectInformation(
            policy: policies[chosen], value: regrets.expected[chosen],
            standardError: standardError(regrets.values[chosen]))
    }
}
