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
