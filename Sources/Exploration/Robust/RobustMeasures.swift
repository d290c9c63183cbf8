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
