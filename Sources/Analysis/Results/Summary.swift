import Costing
import Coverage
import Policy
import Quantities
import Welfare

/// The yearly figures of a scenario, by region and segment.
///
/// Money is whole rupiah, held as `Double`, which is exact below 9 x 10^15.
///
///     index = ((measure x years + year) x regions + region) x segments + segment
///
/// One flat array, because attribution and comparison treat all figures alike. Whole numbers of
/// that size add exactly, so the sums of money in any order are the same rupiah.
package struct Summary: Sendable, Equatable {
    /// The budget years of the horizon; the first and last may be partial.
    package let years: [Int]
    /// As many as the policy has, in its order.
    package let regionCount: Int
    /// As many as the policy has, in order of priority.
    package let segmentCount: Int
    package let monthsModelled: [Int]
    /// Employed persons (BPS) at the end of each year, by region; zero where unknown.
    package var employed: [[Double]]
    /// Poverty of all people at the start of the horizon and each year later, by year and region;
    /// unknown where the scenario does not say what it needs.
    package var poverty: [[PovertyFigures]]
    /// Whether money is shared over segments. Where nobody looks at segments the whole rupiah of a
    /// region stand at its first one, and no shares are worked out.
    var isBySegment = true
    /// Indexed measure, year, region, segment; the last runs fastest.
    package internal(set) var values: [Double]

    /// Forgets what was taken. Employed persons and poverty stay: they are no figures of the run.
    package mutating func clear() {
        for index in values.indices { values[index] = 0 }
    }

    /// Writes a region's employed persons where a year's end lies among some months.
    ///
    /// For draws of the denominator; nothing else of a summary is written from outside.
    mutating func setEmployed(
        _ persons: Double, _ region: Int, _ months: Range<Int>, _ policy: ResolvedPolicy
    ) {
        for (year, window) in policy.yearWindows.enumerated()
        where months.contains(window.upperBound - 1) {
            employed[year][region] = persons
        }
    }

    mutating func setPoverty(_ outlook: PovertyOutlook, _ region: Int) {
        for year in years.indices {
            poverty[year][region] = outlook.figures(afterYears: year)
        }
    }

    package var hasPoverty: Bool { poverty.contains { $0.contains(where: \.isKnown) } }

    /// The figures of a policy, all zero until years are taken. Employed persons are those of the
    /// year's last month in the horizon.
    package init(_ policy: ResolvedPolicy) {
        years = Array(policy.years)
        regionCount = policy.regions.count
        segmentCount = policy.segments.count
        monthsModelled = policy.years.map { year in policy.horizon.count { $0.year == year } }
        employed = policy.years.map { year in
            let end = min(Month(year, 12), policy.horizon.upperBound)
            return policy.regions.map { policy.timeline(Parameters.employed, $0)[end] }
        }
        let outlooks = policy.regions.map { PovertyOutlook(policy, region: $0) }
        poverty = years.indices.map { year in outlooks.map { $0.figures(afterYears: year) } }
        values = Array(
            repeating: 0, count: Measure.allCases.count * years.count * regionCount * segmentCount)
    }

    /// The figure of one cell; `year` is a position in `years`.
    package subscript(measure: Measure, year: Int, region: Int, segment: Int) -> Double {
        values[index(measure, year, region, segment)]
    }

    /// The sum over regions and segments; nil stands for all of them. The order of summation is
    /// fixed: regions, then segments.
    ///
    ///     summary.total(.publicBill, year: 0, region: 3)   // first year, fourth region
    package func total(
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
    package func overall(
        _ measure: Measure, region: Int? = nil, segment: Int? = nil
    ) -> Double {
        guard !measure.isStock else {
            return total(measure, year: years.count - 1, region: region, segment: segment)
        }
        return years.indices.reduce(0) {
            $0 + total(measure, year: $1, region: region, segment: segment)
        }
    }

    private func index(_ measure: Measure, _ year: Int, _ region: Int, _ segment: Int) -> Int {
        ((measure.rawValue * years.count + year) * regionCount + region) * segmentCount + segment
    }

    /// Takes one world's figures of a year that its pack has just gone through.
    ///
    /// Person-months are sums over the year's months after decisions, stocks those after its last
    /// month, money whole rupiah by ``YearlyBill``. A cell is written and not added to, but for
    /// money, so a summary is cleared before it is used again.
    ///
    /// - Parameter year: a position in `years`.
    mutating func record(
        _ pack: BudgetPack, _ budget: BudgetYear, _ protection: ProtectionYear, world: Int,
        year: Int
    ) {
        let region = pack.regions[world]
        let last = (monthsModelled[year] - 1) * PackRecord.rows + PackRecord.closing
        for segment in 0..<segmentCount {
            let people = budget.people[segment].base + world
            let paid = budget.paidPeople[segment].base + world
            let all = pack.records[segment].row(last) + world
            let stock = pack.paidRecord(segment) + last * worldCount + world
            /// Adds the rows of neighbouring statuses in one world; rows lie `worldCount` numbers
            /// apart.
            func sum(_ rows: UnsafePointer<Double>, _ statuses: ClosedRange<Int>) -> Double {
                var sum = 0.0
                for status in statuses { sum += rows[status * worldCount] }
                return sum
            }
            let funded = Status.fundedFirst.rawValue...Status.funded.rawValue
            let selfPaid = Status.selfFirst.rawValue...Status.selfPaying.rawValue
            let employer = Status.employer.rawValue
            let everybody = 0...Status.allCases.count - 1
            let figures: [(Measure, Double)] = [
                (.fundedPersonMonths, sum(paid, funded)),
                (.waitingPersonMonths, sum(paid, funded.lowerBound...funded.upperBound - 1)),
                (.selfPersonMonths, sum(people, selfPaid)),
                (.employerPersonMonths, people[employer * worldCount]),
                (.workerPersonMonths, sum(people, everybody)),
                (.unfilledPersonMonths, people[PackRecord.unfilled * worldCount]),
                (.enrolled, people[PackRecord.enrolled * worldCount]),
                (.released, people[PackRecord.released * worldCount]),
                (
                    .deaths,
                    people[(PackRecord.exits + ExitCause.death.rawValue) * worldCount]
                ),
                (.gapPersonMonths, budget.gapPersonMonths[segment].base[world]),
                (.protectedAtEnd, sum(stock, funded.lowerBound...employer)),
                (.fundedAtEnd, sum(stock, funded)),
                (.gapAtEnd, sum(all, funded) - sum(stock, funded)),
                (.workersAtEnd, sum(all, everybody)),
            ]
            for (measure, value) in figures {
                values[index(measure, year, region, segment)] = value
            }
        }
        takeMoney(budget, world, year, region)
        takeProtection(budget, protection, world, year, region)
    }

    private mutating func takeProtection(
        _ budget: BudgetYear, _ protection: ProtectionYear, _ world: Int, _ year: Int,
        _ region: Int
    ) {
        for segment in 0..<segmentCount {
            let deaths = budget.paidPeople[segment].row(PackRecord.deaths) + world
            let waiting = deaths[0] + deaths[worldCount]
            let vested = deaths[2 * worldCount] + deaths[3 * worldCount]
            values[index(.waitingDeaths, year, region, segment)] = waiting
            values[index(.protectedDeaths, year, region, segment)] = waiting + vested
            for (measure, sum) in ProtectionYear.people {
                values[index(measure, year, region, segment)] =
                    protection.sum(sum, segment)[world]
            }
        }
        for (measure, sum) in ProtectionYear.money {
            share(measure, year, region) { protection.sum(sum, $0)[world] }
        }
        share(.jkkContribution, year, region) { budget.contributions[$0].row(0)[world] }
        share(.jkmContribution, year, region) { budget.contributions[$0].row(1)[world] }
    }

    /// Writes a sum of money in whole rupiah by segment; see ``YearlyBill``.
    private mutating func share(
        _ measure: Measure, _ year: Int, _ region: Int, _ amount: (Int) -> Double
    ) {
        let amounts = (0..<segmentCount).map(amount)
        let shares = isBySegment ? YearlyBill.shares(amounts) : [YearlyBill.total(amounts)]
        for (segment, rupiah) in shares.enumerated() {
            values[index(measure, year, region, segment)] = rupiah.expected.amount
        }
    }

    /// Shares each bearer's rounded bill over segments.
    ///
    ///     paid       = sum over purses of the segment's share of the purse's rounded bill
    ///     publicBill = paid + gap
    ///
    /// Each bearer is rounded by itself, so that every purse's year is whole rupiah.
    private mutating func takeMoney(
        _ budget: BudgetYear, _ world: Int, _ year: Int, _ region: Int
    ) {
        let purses = budget.position(of: .gap)
        var bills = Array(repeating: 0.0, count: segmentCount)
        for bearer in 0..<purses + 3 {
            var isPaid = false
            for segment in bills.indices {
                bills[segment] = budget.money[segment].row(bearer)[world]
                isPaid = isPaid || bills[segment] != 0
            }
            guard isPaid else { continue }
            let measure: Measure =
                switch bearer {
                case ..<purses: .paid
                case purses: .gap
                case purses + 1: .selfPaid
                default: .employerPaid
                }
            let shares = isBySegment ? YearlyBill.shares(bills) : [YearlyBill.total(bills)]
            for (segment, share) in shares.enumerated() {
                let rupiah = share.expected.amount
                values[index(measure, year, region, segment)] += rupiah
                guard bearer <= purses else { continue }
                values[index(.publicBill, year, region, segment)] += rupiah
            }
        }
    }
}

extension Summary {
    /// The same figures with regions, segments or both summed into one.
    ///
    /// For whoever asks a summary for all its totals: each cell is read once. The order of
    /// summation is that of ``total(_:year:region:segment:)``, so
    ///
    ///     folded(grouping).total(m, year: y) == total(m, year: y)     // bit for bit
    ///
    /// and likewise with the regions of `.region` and the segments of `.segment`. Employed persons
    /// are missing, zero, where those of any region are; likewise poverty.
    ///
    /// - Complexity: O(values).
    func folded(_ grouping: Grouping) -> Summary {
        let (hasRegions, hasSegments) = (grouping == .region, grouping == .segment)
        let width = (hasRegions ? regionCount : 1) * (hasSegments ? segmentCount : 1)
        let cells = regionCount * segmentCount
        var sums = Array(repeating: 0.0, count: Measure.allCases.count * years.count * width)
        for block in 0..<Measure.allCases.count * years.count {
            for region in 0..<regionCount {
                for segment in 0..<segmentCount {
                    let place = hasRegions ? region : hasSegments ? segment : 0
                    sums[block * width + place] +=
                        values[
                            block * cells + region * segmentCount + segment]
                }
            }
        }
        return Summary(
            years: years, regionCount: hasRegions ? regionCount : 1,
            segmentCount: hasSegments ? segmentCount : 1, monthsModelled: monthsModelled,
            employed: hasRegions
                ? employed : employed.map { [$0.contains(0) ? 0 : $0.reduce(0, +)] },
            poverty: hasRegions ? poverty : poverty.map { [.total($0)] }, values: sums)
    }

    /// Takes figures as they are, in the order of ``values``.
    private init(
        years: [Int], regionCount: Int, segmentCount: Int, monthsModelled: [Int],
        employed: [[Double]], poverty: [[PovertyFigures]], values: [Double]
    ) {
        self.years = years
        self.regionCount = regionCount
        self.segmentCount = segmentCount
        self.monthsModelled = monthsModelled
        self.employed = employed
        self.poverty = poverty
        self.values = values
    }
}
