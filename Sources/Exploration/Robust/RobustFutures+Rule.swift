import Quantities

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
