import Policy
import Quantities

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
