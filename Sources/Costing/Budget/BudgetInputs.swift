import Coverage
import Policy

/// A policy read for its budget run: what all regions share.
package struct BudgetInputs: Sendable {
    package let policy: ResolvedPolicy
    package let rules: PurseRules
    /// By segment: its people.
    package let models: [SegmentModel]
    /// The prices that bills are made of.
    package let tariffs: TariffBook
    /// By segment: every programme that its members have in any region and month, in order.
    private let lines: [[Programme]]

    /// Reads purses, people and prices.
    ///
    /// - Parameters:
    ///   - models: the people of a policy that moves them alike; nil reads them.
    ///   - tariffs: the prices of a policy in which everybody is registered alike; nil reads them.
    /// - Throws: ``CoverageFault``, or what `pricing` throws.
    package init(
        _ policy: ResolvedPolicy, pricing: ContributionPricing, models: [SegmentModel]? = nil,
        tariffs: TariffBook? = nil
    ) throws {
        self.policy = policy
        self.tariffs = try tariffs ?? TariffBook(policy, pricing: pricing)
        self.models =
            try models
            ?? policy.segments.concurrentMap { segment in
                Result { try SegmentModel(policy, segment.id) }
            }.map { try $0.get() }
        rules = PurseRules(policy)
        lines = policy.segments.indices.map(self.tariffs.programmes)
    }

    /// The regions in eights, in order; each can be run without the others.
    package var packs: [(padded: [Int], live: Int)] {
        SegmentModel.packs(policy.regions.count)
    }

    /// Runs a pack through the horizon.
    ///
    /// - Parameters:
    ///   - regions: of ``packs``.
    ///   - book: given the pack and the sums of a year that is over, with its months.
    /// - Returns: the pack, at the end of the horizon.
    @discardableResult
    package func run(
        _ regions: (padded: [Int], live: Int), book: (BudgetPack, BudgetYear, Range<Int>) -> Void
    ) -> BudgetPack {
        let pack = BudgetPack(
            rules, models: models, tariffs: tariffs, lines: lines, regions: regions.padded)
        let budget = BudgetYear(pack)
        pack.run { months in
            budget.record(pack, months)
            book(pack, budget, months)
        }
        return pack
    }
}
