import Costing
import Coverage
import Policy
import Welfare

/// Everything that one scenario comes to.
///
/// The main path in one value: policy, prices, people, costs, figures. Every table is read off it
/// and nothing is computed twice.
public struct ScenarioResult: Sendable {
    package let policy: ResolvedPolicy
    package let pricing: LawPricing
    /// What the policy was read to: people, purses, prices.
    let inputs: BudgetInputs
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
        let pricing = try LawPricing(policy, law: law)
        let work = ScenarioWork(try BudgetInputs(policy, pricing: pricing.pricing), pricing)
        try self.init(work, work.inputs.packs.map { work.part($0) })
    }

    /// Puts parts together.
    ///
    /// - Parameter parts: of all packs, in their order.
    /// - Throws: ``PolicyFaults``, ``MoneyFault``.
    private init(_ work: ScenarioWork, _ parts: [ScenarioWork.Part]) throws {
        policy = work.inputs.policy
        pricing = work.pricing
        inputs = work.inputs
        try policy.checkCeilings()
        summary = Summary(joining: parts.map(\.summary))
        try summary.checkMoney(policy)
        let run = try BudgetRun(work.inputs, parts.map(\.budget))
        projection = run.projection
        costs = CostTable(run)
        cuts = run.cuts
    }

    /// The same figures to the last bit, parts of it on as many threads as there are.
    ///
    /// - Parameter inputs: what the policy was read to, at the law's prices.
    /// - Throws: as ``init(_:law:)``.
    static func computed(_ inputs: BudgetInputs, _ pricing: LawPricing) async throws -> Self {
        let work = ScenarioWork(inputs, pricing)
        let packs = inputs.packs
        let parts = await withTaskGroup(of: (Int, ScenarioWork.Part).self) { group in
            for (place, pack) in packs.enumerated() {
                group.addTask { (place, work.part(pack)) }
            }
            var parts: [Int: ScenarioWork.Part] = [:]
            for await (place, part) in group { parts[place] = part }
            return packs.indices.compactMap { parts[$0] }
        }
        return try Self(work, parts)
    }
}

/// A scenario that is being computed, region by region.
private struct ScenarioWork: Sendable {
    /// What up to eight consecutive regions come to.
    struct Part: Sendable {
        let budget: BudgetPart
        let summary: Summary
    }

    let inputs: BudgetInputs
    let pricing: LawPricing
    /// The law of benefits by month.
    let schedules: [BenefitSchedule]

    init(_ inputs: BudgetInputs, _ pricing: LawPricing) {
        self.inputs = inputs
        self.pricing = pricing
        schedules = ProtectionYear.schedules(inputs.policy, pricing.law)
    }

    /// - Parameter regions: of a pack of the inputs.
    func part(_ regions: (padded: [Int], live: Int)) -> Part {
        var figures = figures(regions)
        let budget = BudgetPart(inputs, regions) { figures.record($0, $1, $2) }
        return Part(budget: budget, summary: figures.summary)
    }

    /// The yearly figures alone, at a fraction of the cost: no month of people, no entry of a bill.
    func summary() -> Summary {
        Summary(
            joining: inputs.packs.map { regions in
                var figures = figures(regions)
                inputs.run(regions) { figures.record($0, $1, $2) }
                return figures.summary
            })
    }

    private func figures(_ regions: (padded: [Int], live: Int)) -> Figures {
        let (policy, first) = (inputs.policy, regions.padded[0])
        return Figures(
            live: regions.live,
            protection: ProtectionYear(policy, schedules: schedules, regions: regions.padded),
            summary: Summary(policy, regions: first..<first + regions.live))
    }

    /// The yearly figures of a pack, as its years go by.
    private struct Figures {
        let live: Int
        let protection: ProtectionYear
        private(set) var summary: Summary
        private var year = 0

        init(live: Int, protection: ProtectionYear, summary: Summary) {
            (self.live, self.protection, self.summary) = (live, protection, summary)
        }

        mutating func record(_ pack: BudgetPack, _ budget: BudgetYear, _ months: Range<Int>) {
            protection.record(pack, months)
            for world in 0..<live {
                summary.record(pack, budget, protection, world: world, year: year)
            }
            year += 1
        }
    }
}

extension ScenarioResult {
    /// What a policy is read to that differs from this result's by some keys alone; people and
    /// prices that these leave as they are are not read again.
    ///
    /// - Throws: ``LawSettingFault``, ``LawFault``, ``CoverageFault``.
    func inputs(
        of policy: ResolvedPolicy, changing changes: some Sequence<PolicyChange>, law: LawTree
    ) throws -> (inputs: BudgetInputs, pricing: LawPricing) {
        var (isLaw, movesPrices, moved): (Bool, Bool, Set<String?>) = (false, false, [])
        for change in changes {
            switch change.subject {
            case .law: isLaw = true
            case .parameter(let definition):
                movesPrices = movesPrices || definition.movesPrices
                if definition.movesPeople { moved.insert(change.member) }
            }
        }
        let pricing = isLaw ? try LawPricing(policy, law: law) : self.pricing
        let models = try zip(policy.segments, inputs.models).map { segment, known in
            moved.contains(segment.id.name) ? try SegmentModel(policy, segment.id) : known
        }
        return (
            try BudgetInputs(
                policy, pricing: pricing.pricing, models: models,
                tariffs: isLaw || movesPrices ? nil : inputs.tariffs), pricing
        )
    }

    /// The yearly figures of a policy that differs from this result's by some keys alone.
    ///
    /// - Throws: as ``init(_:law:)``.
    func summary(
        of policy: ResolvedPolicy, changing changes: some Sequence<PolicyChange>, law: LawTree
    ) throws -> Summary {
        let (inputs, pricing) = try self.inputs(of: policy, changing: changes, law: law)
        try policy.checkCeilings()
        let summary = ScenarioWork(inputs, pricing).summary()
        try summary.checkMoney(policy)
        return summary
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
            group.addTask {
                let pricing = try LawPricing(policy, law: law)
                let inputs = try BudgetInputs(policy, pricing: pricing.pricing)
                return (index, try await ScenarioResult.computed(inputs, pricing))
            }
        }
        var results: [Int: ScenarioResult] = [:]
        for try await (index, result) in group {
            results[index] = result
            progress?(results.count)
        }
        return policies.indices.compactMap { results[$0] }
    }
}
