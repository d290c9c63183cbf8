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
    public let months: [MonthRecord]
    /// The stock after the last month, indexed `region * 10 + status`.
    public let closing: [Double]
    /// What part of the quota was kept in each month and region.
    public let cut: QuotaCut

    public init(segment: SegmentID, months: [MonthRecord], closing: [Double], cut: QuotaCut) {
        self.segment = segment
        self.months = months
        self.closing = closing
        self.cut = cut
    }

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
    /// - Throws: ``CoverageFault``; in debug builds heads are checked too.
    /// - Complexity: O(segments x months x lanes).
    public func projected(cuts: [QuotaCut]? = nil) throws -> Projection {
        let segments = try segments.enumerated().map { index, segment in
            let model = try SegmentModel(self, segment.id)
            let cut = cuts?[index] ?? QuotaCut(months: monthCount, regions: regions.count)
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
    /// Lets all months of the horizon happen.
    ///
    /// The same numbers come out where a simulation is stopped after any month and resumed from a
    /// copy.
    public func projected(cut: QuotaCut) -> SegmentProjection {
        var simulation = SegmentSimulation(self)
        let months = (0..<monthCount).map { month in
            let factors = (0..<regionCount).map { cut[month, $0] }
            return simulation.advance(cut: factors)
        }
        return SegmentProjection(
            segment: segment, months: months, closing: simulation.closing(), cut: cut)
    }
}

extension Quota {
    /// The quota in persons, given how many are eligible.
    func persons(of eligible: Double) -> Double {
        switch self {
        case .heads(let heads): heads
        case .shareOfEligible(let share): share * eligible
        }
    }
}
