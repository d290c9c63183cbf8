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
    /// As many as the policy has, in its order; fewer in the summary of a part.
    package let regionCount: Int
    /// The position of the first of them among the policy's regions.
    private let firstRegion: Int
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
    private let isBySegment: Bool
    /// Indexed measure, year, region, segment; the last runs fastest.
    package internal(set) var values: [Double]

    /// Forgets the money that was taken; every other figure of the run is written over. Employed
    /// persons and poverty stay: they are no figures of the run.
    package mutating func clear() {
        let size = years.count * regionCount * segmentCount
        values.withUnsafeMutableBufferPointer { values in
            for measure in Self.money {
                let first = measure.rawValue * size
                for index in first..<first + size { values[index] = 0 }
            }
        }
    }

    /// Figures that each bearer's share is added to.
    private static let money = Measure.allCases.filter { $0.unit == .rupiah }

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
    ///
    /// - Parameter isBySegment: whether anybody looks at the money of single segments.
    package init(_ policy: ResolvedPolicy, isBySegment: Bool = true) {
        self.init(policy, regions: policy.regions.indices, isBySegment: isBySegment)
    }

    /// The figures of consecutive regions of a policy; only ``record(_:_:_:world:year:)`` and
    /// ``init(joining:)`` know of the others.
    init(_ policy: ResolvedPolicy, regions: Range<Int>, isBySegment: Bool = true) {
        self.isBySegment = isBySegment
        let codes = policy.regions[regions]
        years = Array(policy.years)
        firstRegion = regions.lowerBound
        regionCount = codes.count
        segmentCount = policy.segments.count
        monthsModelled = policy.years.map { year in policy.horizon.count { $0.year == year } }
        employed = policy.years.map { year in
            let end = min(Month(year, 12), policy.horizon.upperBound)
            return codes.map { policy.timeline(Parameters.employed, $0)[end] }
        }
        let outlooks = codes.map { PovertyOutlook(policy, region: $0) }
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
    /// - Parameters:
    ///   - protection: nil where nobody looks at benefits, which stay 0.
    ///   - year: a position in `years`.
    mutating func record(
        _ pack: BudgetPack, _ budget: BudgetYear, _ protection: ProtectionYear?, world: Int,
        year: Int
    ) {
        let region = pack.regions[world] - firstRegion
        for segment in 0..<segmentCount { takePeople(pack, budget, world, year, region, segment) }
        takeMoney(budget, world, year, region)
        if let protection { takeProtection(budget, protection, world, year, region) }
    }

    private mutating func takePeople(
        _ pack: BudgetPack, _ budget: BudgetYear, _ world: Int, _ year: Int, _ region: Int,
        _ segment: Int
    ) {
        let last = (monthsModelled[year] - 1) * PackRecord.rows + PackRecord.closing
        let people = budget.people[segment] + world
        let paid = budget.paidPeople[segment] + world
        let all = pack.records.row(segment, last) + world
        let stock = pack.paidRecord(segment) + last * worldCount + world
        let stride = years.count * regionCount * segmentCount
        let cell = (year * regionCount + region) * segmentCount + segment
        // Written without a list of figures in between: this is done for each year of each draw.
        values.withUnsafeMutableBufferPointer { values in
            func write(_ measure: Measure, _ value: Double) {
                values[measure.rawValue * stride + cell] = value
            }
            let death = PackRecord.exits + ExitCause.death.rawValue
            write(.fundedPersonMonths, sum(paid, .fundedFirst, .funded))
            write(.waitingPersonMonths, sum(paid, .fundedFirst, .fundedSecond))
            write(.selfPersonMonths, sum(people, .selfFirst, .selfPaying))
            write(.employerPersonMonths, sum(people, .employer, .employer))
            write(.workerPersonMonths, sum(people, .unprotected, .lapsedVested))
            write(.unfilledPersonMonths, people[PackRecord.unfilled * worldCount])
            write(.enrolled, people[PackRecord.enrolled * worldCount])
            write(.released, people[PackRecord.released * worldCount])
            write(.deaths, people[death * worldCount])
            write(.gapPersonMonths, budget.gapPersonMonths[segment][world])
            write(.protectedAtEnd, sum(stock, .fundedFirst, .employer))
            write(.fundedAtEnd, sum(stock, .fundedFirst, .funded))
            write(
                .gapAtEnd,
                sum(all, .fundedFirst, .funded) - sum(stock, .fundedFirst, .funded))
            write(.workersAtEnd, sum(all, .unprotected, .lapsedVested))
            let died = paid + PackRecord.deaths * worldCount
            let waiting = died[0] + died[worldCount]
            write(.waitingDeaths, waiting)
            write(
                .protectedDeaths, waiting + (died[2 * worldCount] + died[3 * worldCount]))
        }
    }

    private mutating func takeProtection(
        _ budget: BudgetYear, _ protection: ProtectionYear, _ world: Int, _ year: Int,
        _ region: Int
    ) {
        let sums = protection.sums
        for (measure, sum) in ProtectionYear.people {
            let first = index(measure, year, region, 0)
            for segment in 0..<segmentCount {
                values[first + segment] = sums.row(segment, sum.rawValue)[world]
            }
        }
        for (measure, sum) in ProtectionYear.money {
            share(
                SegmentMoney(
                    bySegment: sums, ofAll: protection.sumsOfAll, row: sum.rawValue, world: world),
                index(measure, year, region, 0))
        }
        for (row, measure) in [Measure.jkkContribution, .jkmContribution].enumerated() {
            share(
                SegmentMoney(
                    bySegment: budget.contributions, ofAll: budget.contributionsOfAll, row: row,
                    world: world), index(measure, year, region, 0))
        }
    }

    /// Adds a sum of money in whole rupiah by segment; see ``YearlyBill``. Where nobody looks at
    /// segments, the first one gets all of it.
    ///
    /// - Parameters:
    ///   - place: where the figure of the first segment stands.
    ///   - other: the same of a second measure that counts the money too.
    private mutating func share(_ money: SegmentMoney, _ place: Int, _ other: Int? = nil) {
        let total = money.total
        guard total != 0 else { return }
        guard isBySegment else {
            let rupiah = ExpectedRupiah(total).rounded().expected.amount
            values[place] += rupiah
            if let other { values[other] += rupiah }
            return
        }
        for (segment, share) in YearlyBill.shares(money.amounts(segmentCount)).enumerated() {
            values[place + segment] += share.expected.amount
            if let other { values[other + segment] += share.expected.amount }
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
        let publicBill = index(.publicBill, year, region, 0)
        for bearer in 0..<purses + 3 {
            let measure: Measure =
                switch bearer {
                case ..<purses: .paid
                case purses: .gap
                case purses + 1: .selfPaid
                default: .employerPaid
                }
            let first = index(measure, year, region, 0)
            share(
                SegmentMoney(
                    bySegment: budget.money, ofAll: budget.moneyOfAll, row: bearer, world: world),
                first, bearer <= purses ? publicBill : nil)
        }
    }
}

/// A sum of money of one world, none of it negative, by segment and over all.
private struct SegmentMoney {
    /// By segment, `[rows][8]`.
    let bySegment: WorldBlocks
    /// `[rows][8]`.
    let ofAll: WorldBuffer
    let row: Int
    let world: Int

    var total: Double { ofAll.row(row)[world] }

    func amounts(_ segments: Int) -> [Double] {
        (0..<segments).map { bySegment.row($0, row)[world] }
    }
}

/// Adds the rows of neighbouring statuses in one world; rows lie `worldCount` numbers apart.
private func sum(_ rows: UnsafePointer<Double>, _ first: Status, _ last: Status) -> Double {
    var sum = 0.0
    for status in first.rawValue...last.rawValue { sum += rows[status * worldCount] }
    return sum
}

extension Summary {
    /// The figures of consecutive parts as one; at least one part.
    init(joining parts: [Summary]) {
        let first = parts[0]
        var sums: [Double] = []
        sums.reserveCapacity(parts.reduce(0) { $0 + $1.values.count })
        for block in 0..<Measure.allCases.count * first.years.count {
            for part in parts {
                let cells = part.regionCount * part.segmentCount
                sums += part.values[block * cells..<(block + 1) * cells]
            }
        }
        self.init(
            years: first.years, regionCount: parts.reduce(0) { $0 + $1.regionCount },
            segmentCount: first.segmentCount, monthsModelled: first.monthsModelled,
            employed: first.years.indices.map { year in parts.flatMap { $0.employed[year] } },
            poverty: first.years.indices.map { year in parts.flatMap { $0.poverty[year] } },
            values: sums)
    }

    /// Takes figures as they are, in the order of ``values``.
    init(
        years: [Int], regionCount: Int, segmentCount: Int, monthsModelled: [Int],
        employed: [[Double]], poverty: [[PovertyFigures]], values: [Double]
    ) {
        self.years = years
        isBySegment = true
        firstRegion = 0
        self.regionCount = regionCount
        self.segmentCount = segmentCount
        self.monthsModelled = monthsModelled
        self.employed = employed
        self.poverty = poverty
        self.values = values
    }
}
