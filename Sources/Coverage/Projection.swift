import Policy
import Quantities

/// All segments of a scenario, month by month.
///
/// Purely what happens to people: costs are computed from it, and it knows nothing of money but
/// the cuts of quotas.
public struct Projection: Sendable {
    /// What was projected.
    public let policy: ResolvedPolicy
    /// In the order of the scenario's segments.
    public let segments: [SegmentProjection]

    /// Puts segments together, which must be in the scenario's order.
    public init(policy: ResolvedPolicy, segments: [SegmentProjection]) {
        self.policy = policy
        self.segments = segments
    }
}

/// One segment, month by month.
public struct SegmentProjection: Sendable {
    /// Whose months they are.
    public let segment: SegmentID
    /// One record a month.
    public let months: MonthRecords
    /// The stock after the last month, indexed `region * 10 + status`.
    public let closing: [Double]
    /// What part of the quota was kept in each month and region.
    public let cut: QuotaReduction

    /// Persons of the given statuses in a region at the start of a month; the month after the
    /// last one is the closing stock.
    public func stock(_ statuses: [Status], month: Int, region: Int) -> Double {
        guard month == months.count else { return months[month].stock(statuses, region: region) }
        return statuses.reduce(0) { $0 + closing[region * Status.count + $1.rawValue] }
    }
}

extension ResolvedPolicy {
    /// Projects every segment as the policy decides, with cuts where purses do not suffice.
    ///
    /// Without cuts it is what the decisions ask for, whether or not purses suffice.
    ///
    /// - Parameter cuts: by segment, in the scenario's order; none leaves quotas as decided.
    /// - Throws: ``CoverageFault``. In debug builds the balance is checked too.
    /// - Complexity: O(segments x months x cohorts x regions).
    public func projected(cuts: [QuotaReduction]? = nil) throws -> Projection {
        let segments = try segments.enumerated().map { index, segment in
            let model = try SegmentModel(self, segment.id)
            let cut = cuts?[index] ?? QuotaReduction(months: monthCount, regions: regions.count)
            return model.projected(cut: cut)
        }
        let projection = Projection(policy: self, segments: segments)
        #if DEBUG
            try projection.checkBalance()
        #endif
        return projection
    }
}

extension SegmentModel {
    /// Projects the whole horizon under a cut, eight regions at a time.
    ///
    /// Regions do not know of each other, so the result does not depend on which of them share a
    /// pack, bit for bit.
    public func projected(cut: QuotaReduction) -> SegmentProjection {
        var recorders: [SegmentRecorder] = []
        let factors = WorldBuffer(rows: monthCount)
        let record = WorldBuffer(rows: monthCount * PackRecord.rows)
        for regions in Self.packs(regionCount) {
            let pack = SegmentPack(self, regions: regions.padded)
            for month in 0..<monthCount {
                for (world, region) in regions.padded.enumerated() {
                    factors.row(month)[world] = cut[month, region]
                }
            }
            pack.advance(
                pack.start(), 0..<monthCount, cut: factors.base, record: record.base)
            var recorder = SegmentRecorder(self, live: regions.live)
            recorder.record(pack, 0..<monthCount, record.base)
            recorders.append(recorder)
        }
        return SegmentRecorder.projection(self, recorders, cut: cut)
    }

    /// Regions in eights; the last eight is filled up by repeating its last region.
    ///
    ///     SegmentModel.packs(9)  // 0...7, live 8; then 8 eight times, live 1
    ///
    /// What the worlds that repeat a region come to is not looked at.
    package static func packs(_ regions: Int) -> [(padded: [Int], live: Int)] {
        stride(from: 0, to: regions, by: worldCount).map { first in
            let live = min(worldCount, regions - first)
            return ((0..<worldCount).map { first + min($0, live - 1) }, live)
        }
    }
}

/// Collects what a pack of regions did into the records of a segment.
///
/// Packs keep eight worlds side by side and one year at a time; records are by month and region,
/// over the whole horizon.
package struct SegmentRecorder: Sendable {
    private let live: Int
    private let monthCount: Int
    /// `[months][live][``MonthRow/count``]`.
    private var numbers: [Double]
    /// The stock after the last month, indexed `region * 10 + status`.
    private var closing: [Double]

    /// Records of consecutive regions in which nothing has happened yet.
    ///
    /// - Parameter live: how many of the eight worlds stand for a region of their own.
    package init(_ model: SegmentModel, live: Int) {
        self.live = live
        monthCount = model.monthCount
        numbers = Array(repeating: 0, count: monthCount * live * MonthRow.count)
        closing = Array(repeating: 0, count: live * Status.count)
    }

    /// Takes consecutive months of the pack.
    ///
    /// A month's closing stock is the start of the next, so the pack's opening stock is read for
    /// the first month alone.
    ///
    /// - Parameter record: `[months][32][8]`.
    package mutating func record(
        _ pack: SegmentPack, _ taken: Range<Int>, _ record: UnsafePointer<Double>
    ) {
        for (position, month) in taken.enumerated() {
            let rows = record + position * PackRecord.rows * worldCount
            for region in 0..<live {
                let first = (month * live + region) * MonthRow.count
                func take(_ row: Int, _ count: Int = 1, from source: Int, at first: Int) {
                    for step in 0..<count {
                        numbers[first + row + step] = rows[(source + step) * worldCount + region]
                    }
                }
                for status in 0..<Status.count where month == 0 {
                    numbers[first + MonthRow.start + status] =
                        pack.openingTotals.row(status)[region]
                }
                take(MonthRow.exposed, Status.count, from: PackRecord.exposed, at: first)
                take(MonthRow.exits, ExitCause.count, from: PackRecord.exits, at: first)
                numbers[first + MonthRow.entrants] = pack.entrants.row(month)[region]
                take(MonthRow.enrolled, from: PackRecord.enrolled, at: first)
                take(MonthRow.released, from: PackRecord.released, at: first)
                take(MonthRow.quota, from: PackRecord.quota, at: first)
                take(MonthRow.unfilled, from: PackRecord.unfilled, at: first)
                guard month + 1 == monthCount else {
                    let next = first + live * MonthRow.count
                    take(MonthRow.start, Status.count, from: PackRecord.closing, at: next)
                    continue
                }
                for status in 0..<Status.count {
                    closing[region * Status.count + status] =
                        rows[(PackRecord.closing + status) * worldCount + region]
                }
            }
        }
    }

    /// What was collected, once every month of every region has been taken.
    ///
    /// - Parameters:
    ///   - recorders: of all packs, in their order.
    ///   - cut: what was kept of the quota in the runs that were recorded.
    package static func projection(
        _ model: SegmentModel, _ recorders: [SegmentRecorder], cut: QuotaReduction
    ) -> SegmentProjection {
        SegmentProjection(
            segment: model.segment,
            months: MonthRecords(
                packs: recorders.map(\.numbers), months: model.monthCount,
                regions: recorders.reduce(0) { $0 + $1.live }),
            closing: recorders.flatMap(\.closing), cut: cut)
    }
}

extension Projection {
    /// Checks the laws that every projection keeps.
    ///
    /// People are conserved to 1e-9 relative, month by month and region by region:
    /// `sum x(t+1) + exits = sum x(t) + entrants`; no stock is negative; nobody is funded beyond
    /// the quota.
    ///
    /// Debug builds check every projection, release builds on request.
    ///
    /// - Throws: ``CoverageFault`` naming segment and month.
    /// - Complexity: O(segments x months x regions).
    public func checkBalance() throws(CoverageFault) {
        for segment in segments {
            for month in segment.months.indices {
                for region in policy.regions.indices {
                    try segment.check(month: month, region: region)
                }
            }
        }
    }

    /// The largest relative difference between heads in and heads out.
    ///
    /// For a report on the run; ``checkBalance()`` refuses above 1e-9.
    public var worstImbalance: Double {
        var worst = 0.0
        for segment in segments {
            for month in segment.months.indices {
                for region in policy.regions.indices {
                    worst = max(worst, segment.imbalance(month: month, region: region))
                }
            }
        }
        return worst
    }
}

extension SegmentProjection {
    /// Heads in less heads out, relative to the heads.
    ///
    ///     |sum x(t+1) + exits - sum x(t) - entrants| / max(1, sum x(t) + entrants)
    ///
    /// The denominator is at least one person, so that an empty segment is not judged by rounding.
    fileprivate func imbalance(month: Int, region: Int) -> Double {
        let record = months[month]
        let before = record.stock(Status.allCases, region: region) + record.entrants[region]
        let left = ExitCause.allCases.reduce(0) { $0 + record.exits($1, region: region) }
        let after = stock(Status.allCases, month: month + 1, region: region)
        return abs(after + left - before) / max(1, before)
    }

    /// Checks one month of one region; quotas have slack for rounding, stocks have none.
    fileprivate func check(month: Int, region: Int) throws(CoverageFault) {
        let difference = imbalance(month: month, region: region)
        guard difference <= Tolerance.relative else {
            throw .headsNotConserved(
                segment: segment.name, month: month, difference: difference)
        }
        let record = months[month]
        for status in Status.allCases {
            let stock = min(
                record.stock([status], region: region),
                self.stock([status], month: month + 1, region: region))
            if stock < 0 { throw .negativeStock(segment: segment.name, month: month, value: stock) }
        }
        let funded = record.exposure(Status.publiclyFunded, region: region)
        let excess = funded - record.quota[region]
        if excess > Tolerance.slack(funded) {
            throw .quotaExceeded(segment: segment.name, month: month, excess: excess)
        }
    }
}

/// The part of a segment's quota that its purses can pay, by month and region.
///
/// Indexed `month * regions + region`; 1 leaves the quota as decided, 0 makes a month unfunded.
///
/// A factor and not a number of persons, because a quota may be a share of people whom only the
/// simulation knows.
public struct QuotaReduction: Sendable, Equatable {
    /// In 0...1.
    public internal(set) var factors: [Double]
    let regionCount: Int

    /// No cut.
    public init(months: Int, regions: Int) {
        factors = Array(repeating: 1, count: months * regions)
        regionCount = regions
    }

    /// The factor of a month and region, counted from the start of the horizon.
    public subscript(month: Int, region: Int) -> Double {
        get { factors[month * regionCount + region] }
        set { factors[month * regionCount + region] = newValue }
    }
}
