import Coverage
import Policy
import Quantities

/// What protection costs whom, in whole rupiah that add up.
///
/// The finest entries are month x region x segment x programme x bearer. Rounding happens once: the
/// total of each region, year and bearer is rounded to the nearest rupiah, shared over segments by
/// largest remainder, and each segment's part over its months and programmes as they come. So every
/// sum over entries is exact, no ceiling is passed, a segment's year needs none of its months, and
/// no month depends on a later one but the year's last, which settles the year.
///
/// Rounding each entry on its own was rejected: a year's bill would then differ from what its
/// purse was found able to pay by up to half a rupiah for each entry.
public struct CostTable: Sendable {
    /// One part of one month's bill.
    ///
    /// Positions are kept in two bytes each: a run of many regions has millions of entries.
    public struct Entry: Sendable, Equatable {
        private let segmentPosition, regionPosition, monthPosition, bearerCode: UInt16
        /// What is paid for.
        public let programme: Programme
        /// Person-months that this part pays for.
        public let personMonths: Double
        /// Whole rupiah; a share of the rounded total of its region, year and bearer.
        public let cost: Rupiah

        init(
            segment: Int, region: Int, month: Int, programme: Programme, bearer: Bearer,
            personMonths: Double, cost: Rupiah
        ) {
            segmentPosition = UInt16(segment)
            regionPosition = UInt16(region)
            monthPosition = UInt16(month)
            bearerCode = UInt16(bearer.code)
            (self.programme, self.personMonths, self.cost) = (programme, personMonths, cost)
        }

        /// Position in the scenario's segments.
        public var segment: Int { Int(segmentPosition) }
        /// Position in the scenario's regions.
        public var region: Int { Int(regionPosition) }
        /// Month counted from the start of the horizon.
        public var month: Int { Int(monthPosition) }
        /// Who pays.
        public var bearer: Bearer { Bearer(code: Int(bearerCode)) }
    }

    /// The policy that positions in entries refer to.
    public let policy: ResolvedPolicy
    /// By region.
    private let bills: [RegionBill]

    /// In order of region, year, bearer, then month, segment, programme. They stay by region: of
    /// many regions they are most of the memory.
    public var entries: FlattenSequence<[[Entry]]> { bills.map(\.entries).joined() }

    /// The rounded bills of a run.
    public init(_ run: BudgetRun) {
        policy = run.projection.policy
        bills = run.bills
    }

    /// What a purse or the gap comes to in a region and year: the sum of its entries.
    ///
    /// - Parameters:
    ///   - year: counted from the first year of the horizon.
    ///   - purse: a position among the purses, or behind them for the gap.
    package func paid(year: Int, region: Int, purse: Int) -> Rupiah {
        bills[region].paid[year * (policy.purses.count + 1) + purse]
    }

    /// The calendar month of an entry.
    public func month(of entry: Entry) -> Month {
        policy.horizon.lowerBound.advanced(by: entry.month)
    }

    /// The word for a bearer in tables: a purse's identifier, `gap`, `self` or `employer`. A purse
    /// must not bear one of the other words.
    public func name(of bearer: Bearer) -> String {
        switch bearer {
        case .purse(let position): policy.purses[position].id.name
        case .gap: "gap"
        case .worker: Payer.`self`.rawValue
        case .employer: Payer.employer.rawValue
        }
    }
}
