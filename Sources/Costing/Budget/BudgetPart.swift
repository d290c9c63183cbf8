import Coverage
import Policy
import Quantities

/// What up to eight consecutive regions did: people and money.
///
/// Regions run as the worlds of a ``BudgetPack``, which holds one year; here the years come
/// together. A region's budget depends on that region alone, so parts may be run in any order, on
/// any thread.
package struct BudgetPart: Sendable {
    /// By segment: what happened to its people.
    package private(set) var segments: [SegmentRecorder]
    /// The positions of its regions.
    let regions: Range<Int>
    /// By region: what everybody paid.
    private(set) var bills: [RegionBill] = []
    /// What plans cut.
    private(set) var planned: [BudgetCut] = []
    /// By segment, `[months][regions of the part]`: what was kept of its quota.
    private(set) var kept: [[Double]] = []

    /// Runs a pack through the horizon.
    ///
    /// - Parameters:
    ///   - regions: of a pack: eight positions among the policy's regions, and how many of them
    ///     stand for a region of their own.
    ///   - book: given the pack and the sums of a year that is over, with its months.
    package init(
        _ inputs: BudgetInputs, _ regions: (padded: [Int], live: Int),
        book: (BudgetPack, BudgetYear, Range<Int>) -> Void
    ) {
        let first = regions.padded[0]
        self.regions = first..<first + regions.live
        segments = inputs.models.map { SegmentRecorder($0, live: regions.live) }
        var costs = CostRecorder(live: regions.live)
        let pack = inputs.run(regions) { pack, budget, months in
            for segment in segments.indices {
                segments[segment].record(
                    pack.segments[segment], months, pack.records[segment])
            }
            costs.record(pack, budget, months)
            book(pack, budget, months)
        }
        bills = costs.bills
        takeCuts(pack)
    }

    /// Takes what was kept of the quotas, once the pack has gone through the whole horizon: plans
    /// of later years do not touch those of earlier ones.
    private mutating func takeCuts(_ pack: BudgetPack) {
        let live = regions.count
        planned = pack.planned.filter { $0.world < live }.map(\.cut)
        kept = segments.indices.map { segment in
            (0..<pack.segments[segment].model.monthCount).flatMap { month in
                (0..<live).map { pack.cuts.row(segment, month)[$0] }
            }
        }
    }
}
