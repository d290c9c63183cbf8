import Costing
import Coverage
import Policy
import Quantities

/// What a stage of a budget comes to in its year: people, person-months and money, part by part.
///
/// A stage that plans is read off a ``ScenarioResult``, realisation off a table of what was paid;
/// from here on both are the same. Money is whole rupiah, so every sum over parts is exact.
package struct StageAccount: Sendable, Equatable {
    /// The word for what no purse pays.
    package static let gap = "gap"

    package struct Place: Sendable, Hashable {
        /// The kabupaten or kota.
        package let region: RegionCode
        package let segment: String

        package init(_ region: RegionCode, _ segment: String) {
            (self.region, self.segment) = (region, segment)
        }
    }

    package struct Part: Sendable, Equatable {
        package let place: Place
        package let persons: Double
        /// Months on the quota, those that no purse pays for among them.
        package let personMonths: Double
        /// Those of them that no purse pays for.
        package let gapPersonMonths: Double
        package let paidPersons: Double
        /// Whole rupiah by purse, and by ``StageAccount/gap`` for what no purse pays.
        package let amounts: [String: Rupiah]

        /// A part as it was read or computed.
        ///
        /// - Parameters:
        ///   - gapPersonMonths: 0 where purses pay for everybody.
        ///   - paidPersons: all persons where nil.
        package init(
            _ place: Place, persons: Double, personMonths: Double, gapPersonMonths: Double = 0,
            paidPersons: Double? = nil, amounts: [String: Rupiah]
        ) {
            (self.place, self.persons) = (place, persons)
            (self.gapPersonMonths, self.paidPersons) = (gapPersonMonths, paidPersons ?? persons)
            (self.personMonths, self.amounts) = (personMonths, amounts)
        }

        /// What purses pay and what none pays.
        package var bill: Rupiah { amounts.values.reduce(.zero, +) }
    }

    /// Region by region, segment by segment.
    package let parts: [Part]
    /// Identifiers in order of rank, without the gap.
    package let purses: [String]

    package init(_ parts: [Part], purses: [String]) {
        (self.parts, self.purses) = (parts, purses)
    }

    /// The account of a scenario's year.
    ///
    ///     person-months = sum over months of F1 + F2 + F after decisions
    ///     paid          = person-months less those that stand in the gap
    ///     persons       = person-months / months in which there are any; paid persons likewise
    ///
    /// - Parameter year: within the scenario's horizon.
    package init(_ result: ScenarioResult, year: Int) {
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
        let unpaid = Self.unpaid(costs)
        purses = policy.purses.map(\.id.name)
        parts = policy.regions.indices.flatMap { region in
            policy.segments.indices.map { segment in
                let place = Place(policy.regions[region], policy.segments[segment].id.name)
                let stocks = months.map {
                    result.projection.segments[segment].months[$0]
                        .exposure(Status.publiclyFunded, region: region)
                }
                let paid = zip(months, stocks).map {
                    max(0, $1 - (unpaid[[$0, region, segment]] ?? 0))
                }
                let sum = stocks.reduce(0, +)
                return Part(
                    place, persons: Self.average(stocks), personMonths: sum,
                    gapPersonMonths: sum - paid.reduce(0, +), paidPersons: Self.average(paid),
                    amounts: amounts[place] ?? [:])
            }
        }
    }

    /// By month, region and segment: persons for whom no purse pays.
    private static func unpaid(_ costs: CostTable) -> [[Int]: Double] {
        var found: [[Int]: Double] = [:]
        for entry in costs.entries where entry.bearer == .gap {
            // A person whose programmes all lack a purse has an entry for each of them.
            let cell = [entry.month, entry.region, entry.segment]
            found[cell] = max(found[cell] ?? 0, entry.personMonths)
        }
        return found
    }

    private static func average(_ stocks: [Double]) -> Double {
        let count = stocks.count { $0 > 0 }
        return count == 0 ? 0 : stocks.reduce(0, +) / Double(count)
    }

    package var bill: Rupiah { parts.reduce(.zero) { $0 + $1.bill } }

    /// What a purse pays, or what none pays, over all parts.
    package func amount(of purse: String) -> Rupiah {
        parts.reduce(.zero) { $0 + ($1.amounts[purse] ?? .zero) }
    }

    /// All persons who are paid for; averages of parts add even where their months differ.
    package var paidPersons: Double { parts.reduce(0) { $0 + $1.paidPersons } }

    /// All person-months that purses pay for.
    package var paidPersonMonths: Double {
        parts.reduce(0) { $0 + $1.personMonths - $1.gapPersonMonths }
    }

    /// All person-months on quotas that no purse pays for.
    package var gapPersonMonths: Double { parts.reduce(0) { $0 + $1.gapPersonMonths } }
}

extension ClosedRange<Month> {
    /// Positions of a year's months, counted from the start of the range.
    fileprivate func indices(of year: Int) -> [Int] {
        enumerated().filter { $0.element.year == year }.map(\.offset)
    }
}
