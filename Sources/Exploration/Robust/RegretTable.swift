import Quantities

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
