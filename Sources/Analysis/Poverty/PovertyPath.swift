import Policy

/// The poverty of a scenario's regions year by year.
package struct PovertyPath: Sendable {
    package let policy: ResolvedPolicy
    /// The regions as written and at draws.
    package let draws: PovertyDraws
    /// How draws were made; nil for the scenario as written alone.
    package let plan: EnsemblePlan?

    package init(policy: ResolvedPolicy, draws: PovertyDraws, plan: EnsemblePlan?) {
        self.policy = policy
        self.draws = draws
        self.plan = plan
    }
}

package struct PovertyChange: Sendable {
    package let first, second: PovertyRegion

    package init(first: PovertyRegion, second: PovertyRegion) {
        self.first = first
        self.second = second
    }
}
