import Coverage
import Policy
import Quantities

/// A projection that its purses pay for.
///
/// Regions run eight at a time, each eight a ``BudgetPart``; here the parts come together. The
/// order of regions, and which of them share a part, changes no bit.
///
///     let run = try BudgetRun(policy, pricing: LawPricing(policy, law: law).pricing)
///     CostTable(run).entries  // whole rupiah by month, region, segment, programme, bearer
public struct BudgetRun: Sendable {
    /// What happened to people, cuts included.
    public let projection: Projection
    /// The prices that the bills were made of.
    public let tariffs: TariffBook
    /// What plans cut, by month, region and segment.
    public let cuts: [BudgetCut]
    /// By region: what everybody paid.
    let bills: [RegionBill]

    /// Projects and pays a policy. In debug builds the projection's balance is checked too.
    ///
    /// - Throws: ``CoverageFault``, or what `pricing` throws.
    /// - Complexity: O(ceil(regions / 8) x segments x months x cohorts), times about log2(largest
    ///   quota) where quotas are cut.
    public init(_ policy: ResolvedPolicy, pricing: ContributionPricing) throws {
        let inputs = try BudgetInputs(policy, pricing: pricing)
        try self.init(inputs, inputs.packs.map { BudgetPart(inputs, $0) { _, _, _ in } })
    }

    /// Puts parts together.
    ///
    /// - Parameter parts: of all packs of the inputs, in their order.
    /// - Throws: ``CoverageFault`` in debug builds, where the balance is checked.
    package init(_ inputs: BudgetInputs, _ parts: [BudgetPart]) throws {
        let policy = inputs.policy
        let segments = inputs.models.indices.map { segment in
            var cut = QuotaReduction(months: policy.monthCount, regions: policy.regions.count)
            for part in parts {
                for (cell, factor) in part.kept[segment].enumerated() {
                    let (month, place) = cell.quotientAndRemainder(dividingBy: part.regions.count)
                    cut[month, part.regions.lowerBound + place] = factor
                }
            }
            return SegmentRecorder.projection(
                inputs.models[segment], parts.map { $0.segments[segment] }, cut: cut)
        }
        projection = Projection(policy: policy, segments: segments)
        tariffs = inputs.tariffs
        cuts = parts.flatMap(\.planned).sorted {
            ($0.months.lowerBound, $0.region, $0.segment)
                < ($1.months.lowerBound, $1.region, $1.segment)
        }
        bills = parts.flatMap(\.bills)
        #if DEBUG
            try projection.checkBalance()
        #endif
    }
}
