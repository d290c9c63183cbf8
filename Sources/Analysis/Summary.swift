import Costing
import Coverage
import Policy
import Quantities

/// The yearly figures of a scenario, by region and segment.
///
/// Money is whole rupiah, held as `Double`, which is exact below 9 x 10^15.
///
///     index = ((measure x years + year) x regions + region) x segments + segment
///
/// One flat array, because attribution and comparison treat all figures alike. Whole numbers of
/// that size add exactly, so the sums of money in any order are the same rupiah.
public struct Summary: Sendable, Equatable {
    /// The budget years of the horizon; the first and last may be partial.
    public let years: [Int]
    /// As many as the policy has, in its order.
    public let regionCount: Int
    /// As many as the policy has, in order of priority.
    public let segmentCount: Int
    /// Indexed measure, year, region, segment; the last runs fastest.
    public private(set) var values: [Double]

    /// Adds up a projection and its costs.
    init(_ projection: Projection, _ costs: CostTable) {
        let policy = projection.policy
        years = Array(policy.years)
        regionCount = policy.regions.count
        segmentCount = policy.segments.count
        values = Array(
            repeating: 0, count: Measure.count * years.count * regionCount * segmentCount)
        add(costs)
        for (position, segment) in projection.segments.enumerated() {
            add(segment, position, policy)
        }
    }

    /// The figure of one cell; `year` is a position in `years`.
    public subscript(measure: Measure, year: Int, region: Int, segment: Int) -> Double {
        values[index(measure, year, region, segment)]
    }

    /// The sum over regions and segments; nil stands for all of them. The order of summation is
    /// fixed: regions, then segments.
    ///
    ///     summary.total(.publicBill, year: 0, region: 3)   // first year, fourth region
    public func total(
        _ measure: Measure, year: Int, region: Int? = nil, segment: Int? = nil
    ) -> Double {
        let regions = region.map { $0...$0 } ?? 0...regionCount - 1
        let segments = segment.map { $0...$0 } ?? 0...segmentCount - 1
        var sum = 0.0
        for region in regions {
            for segment in segments { sum += self[measure, year, region, segment] }
        }
        return sum
    }

    /// The sum over years, or the last year's figure for a stock. What the horizon comes to.
    public func overall(
        _ measure: Measure, region: Int? = nil, segment: Int? = nil
    ) -> Double {
        guard !measure.isStock else {
            return total(measure, year: years.count - 1, region: region, segment: segment)
        }
        return years.indices.reduce(0) {
            $0 + total(measure, year: $1, region: region, segment: segment)
        }
    }

    /// The place of a figure among `values`.
    private func index(_ measure: Measure, _ year: Int, _ region: Int, _ segment: Int) -> Int {
        let slot = Measure.allCases.firstIndex(of: measure) ?? 0
        return ((slot * years.count + year) * regionCount + region) * segmentCount + segment
    }

    /// Adds to one figure.
    private mutating func add(
        _ value: Double, to measure: Measure, _ year: Int, _ region: Int, _ segment: Int
    ) {
        values[index(measure, year, region, segment)] += value
    }

    /// Adds the money of every entry, and the person-months that the gap leaves unpaid.
    private mutating func add(_ costs: CostTable) {
        var unpaid = UnpaidMonth()
        for entry in costs.entries {
            let year = costs.month(of: entry).year - years[0]
            let cost = entry.cost.expected.amount
            let (region, segment) = (entry.region, entry.segment)
            switch entry.bearer {
            case .purse:
                add(cost, to: .paid, year, region, segment)
                add(cost, to: .publicBill, year, region, segment)
            case .gap:
                add(cost, to: .gap, year, region, segment)
                add(cost, to: .publicBill, year, region, segment)
                let more = unpaid.extended(by: entry)
                add(more, to: .gapPersonMonths, year, region, segment)
            case .worker: add(cost, to: .selfPaid, year, region, segment)
            case .employer: add(cost, to: .employerPaid, year, region, segment)
            }
        }
    }

    /// Adds a segment's exposures, flows and year-end stocks.
    private mutating func add(
        _ projection: SegmentProjection, _ segment: Int, _ policy: ResolvedPolicy
    ) {
        let exposures: [(Measure, [Status])] = [
            (.fundedPersonMonths, Status.publiclyFunded),
            (.waitingPersonMonths, [.fundedFirst, .fundedSecond]),
            (.selfPersonMonths, Status.selfPaid), (.employerPersonMonths, [.employer]),
            (.workerPersonMonths, Status.allCases),
        ]
        for (index, month) in policy.horizon.enumerated() {
            let record = projection.months[index]
            let year = month.year - years[0]
            for region in 0..<regionCount {
                for (measure, statuses) in exposures {
                    let exposure = record.exposure(statuses, region: region)
                    add(exposure, to: measure, year, region, segment)
                }
                add(record.unfilled[region], to: .unfilledPersonMonths, year, region, segment)
                add(record.enrolled[region], to: .enrolled, year, region, segment)
                add(record.released[region], to: .released, year, region, segment)
                let deaths = record.exits(.death, region: region)
                add(deaths, to: .deaths, year, region, segment)
                let isYearEnd = month.monthOfYear == 12 || month == policy.horizon.upperBound
                if isYearEnd { close(projection, after: index, year, region, segment) }
            }
        }
    }

    /// Takes the stocks after a month: the end of a budget year, or of the horizon.
    private mutating func close(
        _ projection: SegmentProjection, after month: Int, _ year: Int, _ region: Int,
        _ segment: Int
    ) {
        let stocks: [(Measure, [Status])] = [
            (.protectedAtEnd, Status.protected), (.fundedAtEnd, Status.publiclyFunded),
            (.workersAtEnd, Status.allCases),
        ]
        for (measure, statuses) in stocks {
            let stock = projection.stock(statuses, month: month + 1, region: region)
            add(stock, to: measure, year, region, segment)
        }
    }
}

/// The unpaid person-months of one month: those for which any programme is not paid. Entries of
/// the gap list a month once for each unpaid programme. A person counts as unpaid where any is
/// unpaid, so the largest of them counts:
///
///     unpaid = max over programmes of unpaid person-months
private struct UnpaidMonth {
    private var month = -1
    private var segment = -1
    private var region = -1
    private var personMonths = 0.0

    /// What an entry adds; the programmes of a month follow each other.
    mutating func extended(by entry: CostTable.Entry) -> Double {
        if (entry.month, entry.segment, entry.region) != (month, segment, region) {
            (month, segment, region) = (entry.month, entry.segment, entry.region)
            personMonths = 0
        }
        let more = max(0, entry.personMonths - personMonths)
        personMonths += more
        return more
    }
}
