import Costing
import Coverage
import Policy
import Quantities

/// What a stage of a budget comes to in its year: people, person-months and money, part by part.
///
/// A stage that plans is read off a ``ScenarioResult``, realisation off a table of what was paid;
/// from here on both are the same. Money is whole rupiah, so every sum over parts is exact.
public struct StageAccount: Sendable, Equatable {
    /// The word for what no purse pays.
    public static let gap = "gap"

    /// A segment in a region; it names a part.
    public struct Place: Sendable, Hashable {
        /// The kabupaten or kota.
        public let region: RegionCode
        /// The segment's identifier.
        public let segment: String

        /// Names a part.
        public init(_ region: RegionCode, _ segment: String) {
            (self.region, self.segment) = (region, segment)
        }
    }

    /// What one segment of one region comes to.
    public struct Part: Sendable, Equatable {
        /// Whose figures they are.
        public let place: Place
        /// The average over the months in which anybody is on the quota.
        public let persons: Double
        /// Months on the quota, those that no purse pays for among them.
        public let personMonths: Double
        /// Whole rupiah by purse, and by ``StageAccount/gap`` for what no purse pays.
        public let amounts: [String: Rupiah]

        /// A part as it was read or computed.
        public init(
            _ place: Place, persons: Double, personMonths: Double, amounts: [String: Rupiah]
        ) {
            (self.place, self.persons) = (place, persons)
            (self.personMonths, self.amounts) = (personMonths, amounts)
        }

        /// What purses pay and what none pays.
        public var bill: Rupiah { amounts.values.reduce(.zero, +) }
    }

    /// Region by region, segment by segment.
    public let parts: [Part]
    /// Identifiers in order of rank, without the gap.
    public let purses: [String]

    /// The account of parts that were read from a table.
    public init(_ parts: [Part], purses: [String]) {
        (self.parts, self.purses) = (parts, purses)
    }

    /// The account of a scenario's year.
    ///
    ///     person-months = sum over months of F1 + F2 + F after decisions
    ///     persons       = person-months / months in which there are any
    ///
    /// - Parameter year: within the scenario's horizon.
    public init(_ result: ScenarioResult, year: Int) {
        let (policy, costs) = (result.policy, result.costs)
        var amounts: [Place: [String: Rupiah]] = [:]
        for entry in costs.entries
        where entry.bearer.isPublic && costs.month(of: entry).year == year {
            let place = Place(
                policy.regions[entry.region], policy.segments[entry.segment].id.name)
            amounts[place, default: [:]][costs.name(of: entry.bearer), default: .zero] +=
                entry.cost
        }
        let months = policy.horizon.indices(of: year)
        purses = policy.fundingSources.map(\.id.name)
        parts = policy.regions.indices.flatMap { region in
            policy.segments.indices.map { segment in
                let place = Place(policy.regions[region], policy.segments[segment].id.name)
                let stocks = months.map {
                    result.projection.segments[segment].months[$0]
                        .exposure(Status.publiclyFunded, region: region)
                }
                let (sum, count) = (stocks.reduce(0, +), stocks.count { $0 > 0 })
                return Part(
                    place, persons: count == 0 ? 0 : sum / Double(count), personMonths: sum,
                    amounts: amounts[place] ?? [:])
            }
        }
    }

    /// Purses and gap over all parts.
    public var bill: Rupiah { parts.reduce(.zero) { $0 + $1.bill } }

    /// What a purse pays, or what none pays, over all parts.
    public func amount(of purse: String) -> Rupiah {
        parts.reduce(.zero) { $0 + ($1.amounts[purse] ?? .zero) }
    }

    /// All persons; averages of parts add even where their months differ.
    public var persons: Double { parts.reduce(0) { $0 + $1.persons } }

    /// All person-months.
    public var personMonths: Double { parts.reduce(0) { $0 + $1.personMonths } }
}

extension ClosedRange<Month> {
    /// Positions of a year's months, counted from the start of the range.
    fileprivate func indices(of year: Int) -> [Int] {
        enumerated().filter { $0.element.year == year }.map(\.offset)
    }
}
