import Coverage
import Policy
import Quantities

/// A projection that its purses pay for.
///
/// Regions run eight at a time as the worlds of a ``BudgetPack``; what happened to each is copied
/// out of the packs year by year.
///
/// A region's budget depends on that region alone, so the order of regions, and which of them share
/// a pack, changes no bit.
///
///     let run = try BudgetRun(policy, pricing: LawPricing(policy, law: law).pricing)
///     CostTable(run).entries  // whole rupiah by month, region, segment, programme, bearer
public struct BudgetRun: Sendable {
    /// What happened to people, cuts included.
    public let projection: Projection
    /// What purses paid and what none of them did, before rounding. In no order that may be relied
    /// on; ``CostTable`` sorts them.
    let charges: [Charge]
    /// The prices that the bills were made of.
    public let tariffs: TariffBook
    /// What plans cut, by month, region and segment.
    public let cuts: [BudgetCut]

    /// Projects and pays a policy. In debug builds the projection's balance is checked too.
    ///
    /// - Throws: ``CoverageFault``, or what `pricing` throws.
    /// - Complexity: O(ceil(regions / 8) x segments x months x cohorts), times about log2(largest
    ///   quota) where quotas are cut.
    public init(_ policy: ResolvedPolicy, pricing: ContributionPricing) throws {
        try self.init(policy, pricing: pricing) { _, _, _, _ in }
    }

    /// The same, telling what each year of each pack came to.
    ///
    /// The yearly figures of a run are made out of these sums, as those of a draw are, so that both
    /// agree to the last digit.
    ///
    /// - Parameters:
    ///   - known: the prices of a policy in which everybody is registered alike; nil reads them.
    ///   - book: given a pack, the sums of its year, the year's position and how many of the eight
    ///     worlds stand for a region of their own.
    package init(
        _ policy: ResolvedPolicy, pricing: ContributionPricing, known: TariffBook? = nil,
        book: (BudgetPack, BudgetYear, Int, Int) -> Void
    ) throws {
        let tariffs = try known ?? TariffBook(policy, pricing: pricing)
        let models = try policy.segments.map { try SegmentModel(policy, $0.id) }
        let rules = PurseRules(policy)
        var recorder = BudgetRecorder(policy, models)
        for regions in SegmentModel.packs(policy.regions.count) {
            let pack = BudgetPack(
                rules, models: models, tariffs: tariffs,
                lines: models.indices.map { tariffs.programmes(of: $0) },
                regions: regions.padded)
            let budget = BudgetYear(pack)
            var year = 0
            pack.run { months in
                recorder.record(pack, months, live: regions.live)
                budget.record(pack, months)
                book(pack, budget, year, regions.live)
                year += 1
            }
            recorder.takeCuts(pack, live: regions.live)
        }
        projection = Projection(policy: policy, segments: recorder.projections)
        charges = recorder.charges
        cuts = recorder.planned.sorted {
            ($0.months.lowerBound, $0.region, $0.segment)
                < ($1.months.lowerBound, $1.region, $1.segment)
        }
        self.tariffs = tariffs
        #if DEBUG
            try projection.checkBalance()
        #endif
    }
}

/// Collects what packs of regions did: people and money.
///
/// Packs hold one year of eight worlds; here the years and regions come together.
private struct BudgetRecorder {
    /// By segment: what happened to its people.
    private var segments: [SegmentRecorder]
    /// By segment: what was kept of its quota; 1 until cuts are taken.
    private var cuts: [QuotaReduction]
    /// What purses paid and what is left as gap, a charge for each month, programme and bearer that
    /// pays anything.
    private(set) var charges: [Charge] = []

    private(set) var planned: [BudgetCut] = []

    /// Nothing recorded; no quota cut.
    init(_ policy: ResolvedPolicy, _ models: [SegmentModel]) {
        segments = models.map(SegmentRecorder.init)
        cuts = models.map { _ in
            QuotaReduction(months: policy.monthCount, regions: policy.regions.count)
        }
    }

    /// By segment: its months under the cuts that were taken.
    var projections: [SegmentProjection] {
        segments.indices.map { segments[$0].projection(cut: cuts[$0]) }
    }

    /// Takes a year of a pack.
    ///
    /// - Parameters:
    ///   - year: its months, counted from the start of the horizon.
    ///   - live: how many of the eight worlds stand for a region of their own.
    mutating func record(_ pack: BudgetPack, _ year: Range<Int>, live: Int) {
        for segment in segments.indices {
            segments[segment].record(
                pack.segments[segment], year, pack.records[segment].base, live: live)
            for (offset, month) in year.enumerated() {
                for (line, programme) in pack.bills[segment].lines.enumerated() {
                    for bearer in 0...pack.bills[segment].purses {
                        let paid = pack.payment(segment, offset, line, bearer)
                        for world in 0..<live where paid[world] > 0 {
                            charges.append(
                                Charge(
                                    segment: segment,
                                    region: pack.segments[segment].regions[world], month: month,
                                    programme: programme,
                                    bearer: bearer < pack.bills[segment].purses
                                        ? .purse(bearer) : .gap,
                                    personMonths: paid[world],
                                    amount: ExpectedRupiah(paid[worldCount + world])))
                        }
                    }
                }
            }
        }
    }

    /// Takes what was kept of the quotas. Once a pack has gone through the whole horizon: plans of
    /// later years do not touch those of earlier ones.
    mutating func takeCuts(_ pack: BudgetPack, live: Int) {
        planned += pack.planned.filter { $0.world < live }.map(\.cut)
        for segment in segments.indices {
            for month in 0..<pack.segments[segment].model.monthCount {
                for world in 0..<live {
                    let region = pack.segments[segment].regions[world]
                    cuts[segment][month, region] = pack.cuts[segment].row(month)[world]
                }
            }
        }
    }
}
