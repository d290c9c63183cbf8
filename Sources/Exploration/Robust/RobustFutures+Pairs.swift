import Quantities

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
