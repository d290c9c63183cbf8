import Coverage
import Policy
import Quantities

/// What protection costs whom, in whole rupiah that add up.
///
/// The finest entries are month x region x segment x programme x bearer. Rounding happens once: the
/// total of each region, year and bearer is rounded to the nearest rupiah, shared over segments by
/// largest remainder, and each segment's part over its months and programmes likewise. So every sum
/// over entries is exact, no ceiling is passed, and a segment's year needs none of its months.
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
    /// In order of region, year, bearer, then month, segment, programme.
    public let entries: [Entry]

    /// Rounds a run's charges and adds what workers and employers pay.
    ///
    /// Sorting first makes the parts of each group neighbours, and the order of rows independent
    /// of the order in which budgets were planned.
    ///
    /// - Complexity: O(n log n) in the number of entries.
    public init(_ run: BudgetRun) {
        policy = run.projection.policy
        let charges = run.charges + run.privateCharges()
        let start = policy.horizon.lowerBound
        let keyed = charges.map { (key: EntryKey($0, start: start), charge: $0) }
            .sorted { $0.key < $1.key }
        var entries: [Entry] = []
        entries.reserveCapacity(keyed.count)
        var first = 0
        for last in keyed.indices {
            let isEnd =
                last + 1 == keyed.count || keyed[last + 1].key.group != keyed[last].key.group
            guard isEnd else { continue }
            entries += Self.rounded(keyed[first...last].map(\.charge))
            first = last + 1
        }
        self.entries = entries
    }

    /// The entries of one group: region, year and bearer, in order of month, segment, programme.
    private static func rounded(_ charges: [Charge]) -> [Entry] {
        var places = Array(repeating: [Int](), count: (charges.map(\.segment).max() ?? 0) + 1)
        for (place, charge) in charges.enumerated() { places[charge.segment].append(place) }
        let bills = places.map { YearlyBill.sum($0.map { charges[$0] }) }
        var costs = Array(repeating: Rupiah.zero, count: charges.count)
        for (places, bill) in zip(places, YearlyBill.shares(bills)) {
            let parts = apportioned(places.map { charges[$0].amount.amount }, total: bill)
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

    /// Purses by rank, then gap, worker, employer. The last three are above any number of purses.
    var order: Int {
        switch self {
        case .purse(let position): position
        case .gap: 0xfffd
        case .worker: 0xfffe
        case .employer: 0xffff
        }
    }
}

/// The order of entries; those of one group are rounded together. Two integers compare faster than
/// five fields, and tables have a row for each month, region, segment, programme and bearer.
private struct EntryKey: Comparable {
    let group: Int
    let rest: Int

    /// Packs what a charge is sorted by: bearers take 16 bits, years 14, segments 16, programmes 4.
    init(_ charge: Charge, start: Month) {
        let year = start.advanced(by: charge.month).year
        group = (charge.region << 14 | year) << 16 | charge.bearer.order
        let programme = Programme.allCases.firstIndex(of: charge.programme) ?? 0
        rest = (charge.month << 16 | charge.segment) << 4 | programme
    }

    /// By group, then within it.
    static func < (left: EntryKey, right: EntryKey) -> Bool {
        left.group == right.group ? left.rest < right.rest : left.group < right.group
    }
}

extension BudgetRun {
    /// What members who pay for themselves and employers pay. They come out of no purse and know
    /// no ceiling.
    ///
    ///     self-paid   (S1 + S2 + S) person-months x price(self)
    ///     employer    E person-months x price(employer)
    func privateCharges() -> [Charge] {
        var charges: [Charge] = []
        for (s, segment) in projection.segments.enumerated() {
            for (m, record) in segment.months.enumerated() {
                for region in projection.policy.regions.indices {
                    let paid = record.exposure(Status.selfPaid, region: region)
                    let employed = record.exposure([.employer], region: region)
                    charges += privateCharges(s, region, m, .`self`, .worker, paid)
                    charges += privateCharges(s, region, m, .employer, .employer, employed)
                }
            }
        }
        return charges
    }

    /// A part for each programme of the segment, at the payer's price; nothing for nobody.
    private func privateCharges(
        _ segment: Int, _ region: Int, _ month: Int, _ payer: Payer, _ bearer: Bearer,
        _ personMonths: Double
    ) -> [Charge] {
        guard personMonths > 0 else { return [] }
        let programmes = tariffs.programmes(segment: segment, region: region, month: month)
        let prices = tariffs.contributions(
            segment: segment, region: region, month: month, payer: payer)
        return zip(programmes, prices).map { programme, price in
            Charge(
                segment: segment, region: region, month: month, programme: programme,
                bearer: bearer, personMonths: personMonths,
                amount: price.expected * personMonths)
        }
    }
}
