import Policy

/// The poverty of a scenario's regions year by year.
package struct PovertyPath: Sendable {
    /// The scenario that was asked about.
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

/// How much of a region's change of poverty came from growth and how much from redistribution.
package struct PovertyChange: Sendable {
    /// The same region in the earlier and in the later year.
    package let first, second: PovertyRegion

    package init(first: PovertyRegion, second: PovertyRegion) {
        self.first = first
        self.second = second
    }
}
