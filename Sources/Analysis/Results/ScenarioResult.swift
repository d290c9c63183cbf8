import Costing
import Coverage
import Policy

/// Everything that one scenario comes to.
///
/// The main path in one value: policy, prices, people, costs, figures. Every table is read off it
/// and nothing is computed twice.
public struct ScenarioResult: Sendable {
    package let policy: ResolvedPolicy
    package let pricing: LawPricing
    /// What contributions come to.
    let tariffs: TariffBook
    package let projection: Projection
    package let costs: CostTable
    /// The yearly figures.
    package let summary: Summary
    package let cuts: [BudgetCut]

    package var name: String { policy.scenario.name }

    /// Projects, pays and sums up a resolved policy under a law.
    ///
    /// - Throws: ``CoverageFault``, ``LawSettingFault``, ``LawFault``, ``MoneyFault``.
    public init(_ policy: ResolvedPolicy, law: LawTree) throws {
        try self.init(policy, pricing: try LawPricing(policy, law: law), tariffs: nil)
    }

    /// The same under a law that was read, at prices that are known where everybody is registered
    /// as before.
    init(_ policy: ResolvedPolicy, pricing: LawPricing, tariffs: TariffBook?) throws {
        self.policy = policy
        self.pricing = pricing
        var summary = Summary(policy)
        let schedules = ProtectionYear.schedules(policy, pricing.law)
        var protection: ProtectionYear?
        let run = try BudgetRun(policy, pricing: pricing.pricing, known: tariffs) {
            pack, budget, year, live in
            // Packs come one after the other, each from its first year on.
            let known = year > 0 ? protection : nil
            let protected =
                known ?? ProtectionYear(policy, schedules: schedules, regions: pack.regions)
            protection = protected
            protected.record(pack, policy.yearWindows[year])
            for world in 0..<live {
                summary.record(pack, budget, protected, world: world, year: year)
            }
        }
        try policy.checkCeilings()
        try summary.checkMoney(policy)
        projection = run.projection
        self.tariffs = run.tariffs
        costs = CostTable(run)
        cuts = run.cuts
        self.summary = summary
    }
}

/// Evaluates policies on as many threads as there are processors, in order.
///
/// Each result depends on its policy alone, so scheduling changes nothing.
///
/// - Throws: what the first run to fail throws; the other results are dropped.
package func evaluated(
    _ policies: [ResolvedPolicy], law: LawTree,
    progress: (@Sendable (Int) -> Void)? = nil
) async throws -> [ScenarioResult] {
    try await withThrowingTaskGroup(of: (Int, ScenarioResult).self) { group in
        for (index, policy) in policies.enumerated() {
            group.addTask { (index, try ScenarioResult(policy, law: law)) }
        }
        var results: [Int: ScenarioResult] = [:]
        for try await (index, result) in group {
            results[index] = result
            progress?(results.count)
        }
        return policies.indices.compactMap { results[$0] }
    }
}
