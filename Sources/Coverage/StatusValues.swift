import LinearAlgebra
import Policy
import Quantities
internal import _LindungKernels

/// What a person of each status and cohort will cost until the end of the horizon.
///
/// The projection asks where people go and then what they cost; this asks the other way round, from
/// the last month back, and needs no people. Totals of many cost vectors then come without a
/// projection for each region:
///
///     v(t)[c] = cost(t) + survival[c] (moves v(t+1)[c]),   v = 0 after the horizon
///     total   = sum over cohorts of opening[c] . v(0)[c]
///             + sum over months of entrants(t) (sum over c of share[c] v(t)[c][U])
///
/// with January's ageing run backwards too: the value of a person is then that of the cohort to
/// come, as likely as it is.
///
/// It applies where decisions do not depend on how many people there are: **no quota in any
/// month**, which is a quota of 0 or a year without funded months. Whoever is publicly funded is
/// then released in the first month, of whom the retention share goes on paying, as in a
/// projection. Any other quota is refused, even one that would never bind.
/// Costs are charged on person-months after decisions, those of ``MonthRecord/exposed``.
///
/// Regions with the same rates share one run, so it pays off where there are many of them or many
/// cost vectors; eight cost vectors cost what one does.
///
/// - Complexity: O(groups of regions x ceil(costs / 8) x cohorts x months).
public struct StatusValues: Sendable {
    /// As many as were asked for.
    public let costCount: Int
    /// The segment whose people are read.
    private let model: SegmentModel
    /// By region: the position of those with the same rates.
    private let groupOf: [Int]
    /// By group and cost: `cohort * 10 + status`.
    private let opening: [[[Double]]]
    /// By group and cost, then by month.
    private let joining: [[[Double]]]

    /// Runs the values of a segment backwards through its horizon.
    ///
    /// - Parameter costs: one matrix for each cost vector, what a person-month costs, calendar
    ///   years of the horizon x ten statuses; a single row holds for all years. Any unit, such as
    ///   rupiah.
    /// - Throws: ``QuotaFound`` where some region has a quota.
    public init(_ model: SegmentModel, costs: [Matrix]) throws(QuotaFound) {
        try model.refuseQuotas()
        self.model = model
        costCount = costs.count
        var groups: [[Double]: Int] = [:]
        var first: [Int] = []
        groupOf = (0..<model.regionCount).map { region in
            let signature = model.signature(region)
            if groups[signature] == nil {
                groups[signature] = first.count
                first.append(region)
            }
            return groups[signature] ?? 0
        }
        let runs = first.map { ValueRun(model, region: $0, costs) }
        opening = runs.map(\.opening)
        joining = runs.map(\.joining)
    }

    /// What a person will cost who is in a status when the horizon begins.
    public func value(cost: Int, region: Int, cohort: Int, status: Status) -> Double {
        opening[groupOf[region]][cost][cohort * Status.count + status.rawValue]
    }

    /// What one person will cost who joins in a month, spread over cohorts as entrants are.
    public func entrantValue(cost: Int, region: Int, month: Int) -> Double {
        joining[groupOf[region]][cost][month]
    }

    /// What all people of a region cost over the horizon.
    public func total(cost: Int, region: Int) -> Double {
        total(cost, groupOf[region], model.openingStock(region)) {
            model.entrants(month: $0, region: region)
        }
    }

    /// By cost vector: what all people of all regions cost over the horizon.
    public func totals() -> [Double] {
        var totals = Array(repeating: 0.0, count: costCount)
        for (group, regions) in regionsByGroup.enumerated() {
            let stock = regions.map(model.openingStock).reduce(
                into: Array(repeating: 0, count: Status.count)
            ) { sum, one in for status in sum.indices { sum[status] += one[status] } }
            let entrants = (0..<model.monthCount).map { month in
                regions.reduce(0) { $0 + model.entrants(month: month, region: $1) }
            }
            for cost in totals.indices {
                totals[cost] += total(cost, group, stock) { entrants[$0] }
            }
        }
        return totals
    }

    /// The positions of the regions in each group, in order.
    private var regionsByGroup: [[Int]] {
        var regions = Array(repeating: [Int](), count: opening.count)
        for (region, group) in groupOf.enumerated() { regions[group].append(region) }
        return regions
    }

    /// - Parameter stock: by status, over cohorts.
    private func total(
        _ cost: Int, _ group: Int, _ stock: [Double], _ entrants: (Int) -> Double
    ) -> Double {
        let (values, ofEntrants) = (opening[group][cost], joining[group][cost])
        var total = 0.0
        for (cohort, part) in model.stockShares.enumerated() {
            for status in stock.indices {
                total += part * stock[status] * values[cohort * Status.count + status]
            }
        }
        for month in ofEntrants.indices { total += entrants(month) * ofEntrants[month] }
        return total
    }
}

/// Why values cannot be run backwards: a quota depends on how many people there are.
public struct QuotaFound: Error, Sendable, Equatable {
    /// The segment that has the quota.
    public let segment: SegmentID
    /// Counts from the start of the horizon.
    public let month: Int
    /// A position among the policy's regions.
    public let region: Int
}

/// Values of the regions of one group, eight cost vectors at a time.
private struct ValueRun {
    /// By cost, then `cohort * 10 + status`.
    private(set) var opening: [[Double]] = []
    /// By cost, then by month.
    private(set) var joining: [[Double]] = []

    /// Runs one region's values back from the last month, for some cost vectors.
    ///
    /// - Parameter costs: each 10 columns wide, with a row for each year or one row for all years;
    ///   another shape traps.
    init(_ model: SegmentModel, region: Int, _ costs: [Matrix]) {
        let pack = SegmentPack(model, regions: Array(repeating: region, count: worldCount))
        let years = model.horizon.map { Int32($0.year - model.horizon.lowerBound.year) }
        let values = WorldBuffer(rows: model.cohortCount * Status.count)
        let entrants = WorldBuffer(rows: model.monthCount)
        for first in stride(from: 0, to: costs.count, by: worldCount) {
            let taken = costs[first..<min(first + worldCount, costs.count)]
            let prices = Self.prices(taken, years: Int(years.last ?? 0) + 1)
            values.fill(0)
            pack.withSegment { segment in
                lk_values(
                    segment, 1, 0, Int32(model.monthCount), prices.base, years, values.base,
                    entrants.base)
            }
            for world in taken.indices.map({ $0 - first }) {
                opening.append(
                    (0..<model.cohortCount * Status.count).map { values.row($0)[world] })
                joining.append((0..<model.monthCount).map { entrants.row($0)[world] })
            }
        }
    }

    /// `[years][10][8]`.
    private static func prices(_ costs: ArraySlice<Matrix>, years: Int) -> WorldBuffer {
        let prices = WorldBuffer(rows: years * Status.count)
        for (world, cost) in costs.enumerated() {
            precondition(
                cost.columns == Status.count && (cost.rows == years || cost.rows == 1),
                "costs of \(cost.shape) for \(years) years")
            for year in 0..<years {
                for status in 0..<Status.count {
                    prices.row(year * Status.count + status)[world] =
                        cost[cost.rows == 1 ? 0 : year, status]
                }
            }
        }
        return prices
    }
}

extension SegmentModel {
    /// Checks that nobody is enrolled by a quota.
    ///
    /// - Throws: ``QuotaFound`` for the first month and region with funded months and a quota above
    ///   0.
    fileprivate func refuseQuotas() throws(QuotaFound) {
        for month in 0..<monthCount {
            for region in 0..<regionCount
            where value(.fundedMonths, month, region) > 0
                && (value(.heads, month, region) != 0 || value(.share, month, region) != 0)
            {
                throw QuotaFound(segment: segment, month: month, region: region)
            }
        }
    }

    /// All that values depend on: regions in which it is equal have the same.
    fileprivate func signature(_ region: Int) -> [Double] {
        let rates = ModelKey.rates + [.load, .waits, .restarts]
        var numbers = rateChanges.flatMap { month in rates.map { value($0, month, region) } }
        numbers += (0..<monthCount).map { value(.retention, $0, region) }
        // A table is not compared with others.
        numbers.append(tables[region] == nil ? -1 : Double(region))
        return numbers
    }

    /// The opening stock of a region by status, over cohorts.
    fileprivate func openingStock(_ region: Int) -> [Double] {
        var stock = Array(repeating: 0.0, count: Status.count)
        let shares = ModelKey.openings.map { value($0, 0, region) }
        Self.fillOpening(value(.workers, 0, region), shares, 1) { stock[$0] = $1 }
        return stock
    }

    /// Persons who join in a month: those given as a number, and a twelfth of the yearly share of
    /// the region's opening workers.
    fileprivate func entrants(month: Int, region: Int) -> Double {
        value(.entrantsPerMonth, month, region)
            + value(.entrantsPerYear, month, region) / 12 * value(.workers, 0, region)
    }
}
