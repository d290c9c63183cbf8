/// Why futures cannot be put together or asked about.
///
/// Policies, indicators and futures are positions from 0, unless they are named.
public enum RobustFault: Error, Sendable, Equatable {
    /// There is nothing to choose from.
    case noPolicies
    /// There is nothing to judge by.
    case noIndicators
    /// Two policies have the same name.
    case duplicatePolicy(String)
    /// Two indicators have the same name.
    case duplicateIndicator(String)
    /// An indicator has figures for more or fewer policies.
    case policyCount(indicator: String, Int, expected: Int)
    /// A policy has more or fewer futures than the first one.
    case futureCount(indicator: String, policy: String, Int, expected: Int)
    /// A figure is infinite; a missing one is NaN.
    case infinite(indicator: String, policy: String, future: Int)
    /// There are more or fewer weights than futures.
    case weightCount(Int, expected: Int)
    /// A weight is negative, infinite or not a number.
    case weight(future: Int, Double)
    /// The weights of the futures that count come to nothing, or to more than a number holds.
    case weightsSum(Double)
    /// Every future lacks a figure of some policy, or none was given.
    case noFutureLeft(given: Int)

    /// No indicator has the name; those that there are.
    case unknownIndicator(String, known: [String])
    /// No policy has the name; those that there are.
    case unknownPolicy(String, known: [String])
    /// A rule without thresholds, which everything would meet.
    case emptyRule
    /// A threshold that is not a number.
    case threshold(indicator: String, Double)
}

extension RobustFutures {
    static func check(
        _ policies: [String], _ indicators: [RobustIndicator]
    ) throws(RobustFault) {
        guard !policies.isEmpty else { throw .noPolicies }
        guard !indicators.isEmpty else { throw .noIndicators }
        var seen: Set<String> = []
        for policy in policies {
            guard seen.insert(policy).inserted else { throw .duplicatePolicy(policy) }
        }
        seen = []
        for indicator in indicators {
            guard seen.insert(indicator.name).inserted else {
                throw .duplicateIndicator(indicator.name)
            }
        }
    }

    static func check(
        _ payoffs: [[[Double]]], _ policies: [String], _ indicators: [RobustIndicator], count: Int
    ) throws(RobustFault) {
        for (position, indicator) in indicators.enumerated() {
            let rows = position < payoffs.count ? payoffs[position] : []
            guard rows.count == policies.count else {
                throw .policyCount(
                    indicator: indicator.name, rows.count, expected: policies.count)
            }
            for (row, policy) in zip(rows, policies) {
                guard row.count == count else {
                    throw .futureCount(
                        indicator: indicator.name, policy: policy, row.count, expected: count)
                }
                if let future = row.firstIndex(where: \.isInfinite) {
                    throw .infinite(indicator: indicator.name, policy: policy, future: future)
                }
            }
        }
    }

    /// One weight for each future, none negative.
    static func check(_ weights: [Double], count: Int) throws(RobustFault) {
        guard weights.count == count else {
            throw .weightCount(weights.count, expected: count)
        }
        if let future = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .weight(future: future, weights[future])
        }
    }
}
