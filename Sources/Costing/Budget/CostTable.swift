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
    public struct Entry: Sendable, Equatable {
        /// Position in the scenario's segments.
        public let segment: Int
        /// Position in the scenario's regions.
        public let region: Int
        /// Month counted from the start of the horizon.
        public let month: Int
        /// What is paid for.
        public let programme: Programme
        /// Who pays.
        public let bearer: Bearer
        /// Person-months that this part pays for.
        public let personMonths: Double
        /// Whole rupiah; a share of the rounded total of its region, year and bearer.
        public let cost: Rupiah
    }

    /// The policy that positions in entries refer to.
    public let policy: ResolvedPolicy
    /// By part of the run, whose regions are consecutive.
    private let parts: [[Entry]]

    /// In order of region, year, bearer, then month, segment, programme. They stay in their parts:
    /// of many regions they are most of the memory.
    public var entries: FlattenSequence<[[Entry]]> { parts.joined() }

    /// Rounds a run's charges and adds what workers and employers pay.
    ///
    /// The order of rows does not depend on the order in which budgets were planned.
    ///
    /// - Complexity: O(n log n) in the number of entries.
    public init(_ run: BudgetRun) {
        let policy = run.projection.policy
        self.init(policy, run.parts.map { Self.entries($0, policy, run.tariffs) })
    }

    /// Takes the entries of the parts of a run, in the order of regions.
    package init(_ policy: ResolvedPolicy, _ entries: [[Entry]]) {
        self.policy = policy
        parts = entries
    }

    /// The entries of some consecutive regions; those of one region need no other.
    package static func entries(
        _ part: BudgetPart, _ policy: ResolvedPolicy, _ tariffs: TariffBook
    ) -> [Entry] {
        let charges = part.charges + part.privateCharges(tariffs)
        var entries: [Entry] = []
        entries.reserveCapacity(charges.count)
        for group in grouped(charges, part.regions, policy) where !group.isEmpty {
            let own = group.map { charges[$0] }
            let isInOrder = zip(own, own.dropFirst()).allSatisfy { place($0) <= place($1) }
            entries += rounded(isInOrder ? own : own.sorted { place($0) < place($1) })
        }
        return entries
    }

    /// The positions of charges that are rounded together, in order of region, year and bearer.
    /// Counted into their places rather than sorted: groups are few beside charges.
    private static func grouped(
        _ charges: [Charge], _ regions: Range<Int>, _ policy: ResolvedPolicy
    ) -> [[Int]] {
        let start = policy.horizon.lowerBound
        let bearers = policy.purses.count + 3
        var groups = Array(
            repeating: [Int](), count: regions.count * policy.years.count * bearers)
        for (position, charge) in charges.enumerated() {
            let year = start.advanced(by: charge.month).year - policy.years.lowerBound
            let place = (charge.region - regions.lowerBound) * policy.years.count + year
            groups[place * bearers + charge.bearer.order(of: policy.purses.count)].append(position)
        }
        return groups
    }

    /// The order of charges within a group: by month, segment and programme. One integer compares
    /// faster than three fields.
    private static func place(_ charge: Charge) -> Int {
        (charge.month << 16 | charge.segment) << 4 | charge.programme.position
    }

    /// The entries of one group: region, year and bearer, in order of month, segment, programme.
    private static func rounded(_ charges: [Charge]) -> [Entry] {
        var places = Array(repeating: [Int](), count: (charges.map(\.segment).max() ?? 0) + 1)
        for (place, charge) in charges.enumerated() { places[charge.segment].append(place) }
        let bills = places.map { YearlyBill.sum($0.map { charges[$0] }) }
        var costs = Array(repeating: Rupiah.zero, count: charges.count)
        for (places, bill) in zip(places, YearlyBill.shares(bills)) {
            let last = places.last.map { charges[$0].month } ?? 0
            let parts = apportionedInOrder(
                places.map { charges[$0].amount.amount },
                series: places.map { charges[$0].programme.position }, total: bill,
                last: places.count { charges[$0].month == last })
            for (place, part) in zip(places, parts) { costs[place] = part }
        }
        return zip(charges, costs).map { charge, cost in
            Entry(
                segment: charge.segment, region: charge.region, month: charge.month,
                programme: charge.programme, bearer: charge.bearer,
                personMonths: charge.personMonths, cost: cost)
        }
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

extension Bearer {
    /// Whether it is a purse or the gap that a purse left: the public bill.
    public var isPublic: Bool {
        switch self {
        case .purse, .gap: true
        case .worker, .employer: false
        }
    }

    /// Purses by rank, then gap, worker, employer.
    package func order(of purses: Int) -> Int {
        switch self {
        case .purse(let position): position
        case .gap: purses
        case .worker: purses + 1
        case .employer: purses + 2
        }
    }
}
