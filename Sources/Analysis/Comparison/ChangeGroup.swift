import Policy

/// Changed keys that are attributed together.
///
/// Shapley values of groups answer for the group as one change; how it divides inside is not
/// asked.
public struct ChangeGroup: Sendable, Hashable {
    /// The key, or what the keys have in common: `quota.petani`, `quota`, `rate`.
    public let name: String
    /// The keys in the group.
    public let changes: Set<PolicyChange>

    /// Groups changes so that at most `limit` groups remain.
    ///
    /// One by one where they are few; else by key, then by the first word of the key, then by
    /// what is decided, believed or enacted.
    ///
    ///     quota.petani, quota.nelayan, rate.lapse.petani    by key
    ///     quota, rate.lapse                                 by parameter
    ///     quota, rate                                       by first word
    ///     lever, assumption, law                            by role
    ///
    /// Roles are three, so the last grouping always fits.
    public static func groups(
        of changes: [PolicyChange], limit: Int = Attribution.limit
    ) -> [ChangeGroup] {
        let namings: [(PolicyChange) -> String] = [
            { $0.key }, { $0.path }, { String($0.path.prefix { $0 != "." }) },
        ]
        for naming in namings {
            let groups = grouped(changes, by: naming)
            if groups.count <= limit { return groups }
        }
        return grouped(changes) { Address(subject: $0.subject).role.rawValue }
    }

    /// In order of first appearance. Members of a group need not be neighbours.
    private static func grouped(
        _ changes: [PolicyChange], by name: (PolicyChange) -> String
    ) -> [ChangeGroup] {
        var order: [String] = []
        var members: [String: Set<PolicyChange>] = [:]
        for change in changes {
            let name = name(change)
            if members[name] == nil { order.append(name) }
            members[name, default: []].insert(change)
        }
        return order.map { ChangeGroup(name: $0, changes: members[$0] ?? []) }
    }
}

/// Why two scenarios differ, by changed key, for every yearly figure.
///
/// Both scenarios speak of the same horizon, regions, segments, purses and cohorts: only keys
/// differ.
public struct ScenarioAttribution: Sendable {
    /// The scenario without the changes.
    public let baseline: ScenarioResult
    /// The scenario with all of them.
    public let alternative: ScenarioResult
    /// What the difference is attributed to, in the catalogue's order.
    public let groups: [ChangeGroup]
    /// How many keys differ.
    public var keyCount: Int { groups.reduce(0) { $0 + $1.changes.count } }
    /// For each group, the part of the difference in every value of ``Summary``. Indexed
    /// `[group][value]`; a column sums to the difference of the value.
    public let parts: [[Double]]

    /// Runs every combination of the changed keys.
    ///
    /// The two scenarios themselves are not run again.
    ///
    /// - Parameters:
    ///   - progress: called with how many of how many combinations are done.
    /// - Throws: ``PolicyMismatch`` where keys cannot be compared, or what a run throws.
    /// - Complexity: 2^groups runs.
    public init(
        from baseline: ScenarioResult, to alternative: ScenarioResult, law: LawTree,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) async throws {
        self.baseline = baseline
        self.alternative = alternative
        let groups = ChangeGroup.groups(
            of: try baseline.policy.changes(to: alternative.policy))
        let whole = (1 << groups.count) - 1
        let attribution = try await Attribution(changes: groups.count, progress: progress) {
            subset in
            if subset == 0 { return baseline.summary.values }
            if subset == whole { return alternative.summary.values }
            let chosen = groups.indices.filter { subset >> $0 & 1 == 1 }
                .reduce(into: Set<PolicyChange>()) { $0.formUnion(groups[$1].changes) }
            let policy = baseline.policy.taking(chosen, from: alternative.policy)
            return try ScenarioResult(policy, law: law).summary.values
        }
        self.groups = groups
        parts = attribution.parts
    }
}
