import Coverage
import Policy
import Quantities
internal import _LindungKernels

/// What the protected of one segment are expected to be paid, in eight worlds.
///
/// Everything is linear in the month's deaths and protected persons, so that a year is a few sums
/// of coefficients times rows of the projection's record. Coefficients are made once for all months
/// and again where a draw changes what they depend on.
///
///     JKM           (1 - w) (waiting cash x waiting deaths + (cash + tenure x s) x vested deaths)
///     JKK           w (48 x wage + cash + s) deaths + accident rate / 12 x cost x protected
///     scholarships  the parts of both with s = share x largest x children
///     families      (1 - w) kept(JKM cash) + w kept(JKK cash), by death
///
/// w is the share of deaths at work. Scholarships are paid over years to come and do not enter the
/// families' benefit.
package final class BenefitPack {
    /// By month: the law in each world; one where it is the same in all.
    private var schedules: [[BenefitSchedule]]
    /// `[key][months][8]`.
    private let values: WorldBuffer
    /// `[term][months][8]`.
    private let coefficients: WorldBuffer
    private let months: Int
    private let years: [Range<Int>]

    /// Reads a segment's numbers into all eight worlds; ``refresh(_:)`` follows.
    ///
    /// - Parameters:
    ///   - schedules: the law by month.
    ///   - regions: eight positions among the policy's regions; any may repeat.
    package init(
        _ policy: ResolvedPolicy, segment: SegmentID, schedules: [BenefitSchedule], regions: [Int]
    ) {
        months = policy.monthCount
        years = Array(policy.yearWindows)
        self.schedules = [schedules]
        values = WorldBuffer(rows: BenefitNumber.allCases.count * months)
        coefficients = WorldBuffer(rows: BenefitTerm.all.count * months)
        for (world, region) in regions.enumerated() {
            let twin = regions.twin(of: world)
            guard twin == world else {
                values.copyWorld(twin, to: world)
                continue
            }
            read(policy, segment, policy.regions[region], world)
        }
    }

    /// The parameters that benefits depend on.
    private static let bound = Parameters.catalogue.flatMap { definition in
        definition.bindings.compactMap { binding in
            if case .benefit(let benefit) = binding { (definition, benefit) } else { nil }
        }
    }

    private func read(
        _ policy: ResolvedPolicy, _ segment: SegmentID, _ region: RegionCode, _ world: Int
    ) {
        for (definition, binding) in Self.bound {
            let course = policy.settings(definition, member: segment.name, region: region)
            for (span, step) in course?.spans(in: policy.horizon) ?? [] {
                binding.encode(step.value) { set($0, span, world, $1) }
            }
        }
        let fall = policy.timeline(Parameters.consumptionFall, segment, region)
        for (span, step) in fall.spans(in: policy.horizon) {
            let range = step.provenance.range ?? step.value...step.value
            set(.fallLow, span, world, range.lowerBound)
            set(.fallHigh, span, world, range.upperBound)
        }
    }

    /// The eight numbers of a key in a month.
    private func row(_ key: BenefitNumber, _ month: Int) -> UnsafeMutablePointer<Double> {
        values.row(key.rawValue * months + month)
    }

    /// Writes a number of one world over some months; ``refresh(_:)`` follows.
    package func set(_ key: BenefitNumber, _ months: Range<Int>, _ world: Int, _ value: Double) {
        for month in months { row(key, month)[world] = value }
    }

    /// Takes another law in each world, by month.
    package func setLaw(_ schedules: [[BenefitSchedule]]) { self.schedules = schedules }

    /// Makes the coefficients anew out of what was written.
    ///
    /// Families are looked at once a year, in its first month: welfare is yearly.
    ///
    /// - Parameters:
    ///   - families: by world the welfare of its region; nil where it is not known.
    ///   - twins: by world the first one that was written alike, whose coefficients it takes; nil
    ///     where each may differ.
    /// - Complexity: O(months), and a distribution a year for each world that differs.
    package func refresh(_ families: [RegionalWelfare?], twins: [Int]? = nil) {
        for world in 0..<worldCount {
            if let twin = twins?[world], twin != world {
                coefficients.copyWorld(twin, to: world)
                continue
            }
            let law = schedules.count > 1 ? schedules[world] : schedules[0]
            for (year, window) in years.enumerated() {
                let first = EventValues(self, window.lowerBound, world, law[window.lowerBound])
                let kept = families[world].map { first.kept($0, afterYears: year) }
                for month in window {
                    if month > window.lowerBound, isLike(month - 1, month, world, law) {
                        for term in BenefitTerm.all {
                            let row = coefficients.row(term.position * months + month)
                            row[world] = (row - worldCount)[world]
                        }
                        continue
                    }
                    let event = EventValues(self, month, world, law[month])
                    for (term, amount) in zip(BenefitTerm.all, event.money + (kept ?? [])) {
                        coefficients.row(term.position * months + month)[world] = amount
                    }
                    guard kept == nil else { continue }
                    for term in BenefitTerm.all where term.isOfFamilies {
                        coefficients.row(term.position * months + month)[world] = 0
                    }
                }
            }
        }
    }

    /// Whether two months have the same numbers and the same law.
    private func isLike(_ month: Int, _ other: Int, _ world: Int, _ law: [BenefitSchedule]) -> Bool
    {
        let own = values.base + month * worldCount + world
        let distance = (other - month) * worldCount
        for key in 0..<BenefitNumber.allCases.count {
            let number = own + key * months * worldCount
            if number[0] != number[distance] { return false }
        }
        return law[month] == law[other]
    }

    /// Families kept above the line by one death in the waiting months, and by one after them, of
    /// those whose consumption before it lies in a range. Families are looked at in a year's first
    /// month.
    ///
    /// - Parameters:
    ///   - from, to: rupiah per head and month.
    package func kept(
        _ region: RegionalWelfare, year: Int, world: Int, from: Double, to: Double
    ) -> (waiting: Double, vested: Double) {
        let month = years[year].lowerBound
        let law = schedules.count > 1 ? schedules[world] : schedules[0]
        let event = EventValues(self, month, world, law[month])
        let loss = event.loss(region, afterYears: year, .fall)
        let kept = event.byDeath { loss.kept($0, from: from, to: to) }
        return (kept[0], kept[1])
    }

    /// Adds up a year.
    ///
    /// - Parameters:
    ///   - year: its months, counted from the start of the horizon.
    ///   - record: the year's months; see ``PackRecord``.
    ///   - sums: `[``BenefitSum``][8]`, out.
    package func record(
        _ year: Range<Int>, record: UnsafePointer<Double>, into sums: UnsafeMutablePointer<Double>
    ) {
        sums.update(repeating: 0, count: BenefitSum.allCases.count * worldCount)
        BenefitTerm.kernel.lend { terms in
            lk_sum_terms(
                Int32(year.count), terms, coefficients.row(year.lowerBound), months * worldCount,
                record, sums)
        }
    }

    /// A number of a month and world.
    fileprivate func value(_ key: BenefitNumber, _ month: Int, _ world: Int) -> Double {
        row(key, month)[world]
    }
}

/// What a year of a ``BenefitPack`` comes to; the raw value is its row.
package enum BenefitSum: Int, CaseIterable, Sendable {
    /// Rupiah, of which scholarships; then accidents; then families kept above the line: as
    /// written, at both ends of the range of the fall, and of them those who were below it before.
    case jkm, jkk, scholarship, accidents, families, familiesLow, familiesHigh, familiesPoor
}

/// A coefficient times rows of a month's record, added to a sum.
private struct BenefitTerm {
    let position: Int
    let sum: BenefitSum
    /// Rows of the record that it reads.
    let rows: Range<Int>

    /// Whether it counts families, and so needs the region's welfare.
    var isOfFamilies: Bool { sum.rawValue >= BenefitSum.families.rawValue }

    private static let waiting = PackRecord.deaths..<PackRecord.deaths + 2
    private static let vested = PackRecord.deaths + 2..<PackRecord.deaths + 4
    /// Rows of person-months from `F1` to `E`: everybody whom a programme protects.
    private static let protected =
        PackRecord.exposed + Status.fundedFirst.rawValue..<PackRecord.exposed
        + Status.employer.rawValue + 1

    /// The groups of persons that terms count, and the terms, as the kernel reads them.
    struct Kernel: Sendable {
        private let firstRow, rows, groupOf, sumOf: [Int32]

        init(_ terms: [BenefitTerm]) {
            let groups = [BenefitTerm.waiting, BenefitTerm.vested, BenefitTerm.protected]
            firstRow = groups.map { Int32($0.lowerBound) }
            rows = groups.map { Int32($0.count) }
            groupOf = terms.map { Int32(groups.firstIndex(of: $0.rows) ?? 0) }
            sumOf = terms.map { Int32($0.sum.rawValue) }
        }

        /// Lends them; the pointers hold no longer than `body` runs.
        func lend(_ body: (UnsafePointer<lk_terms>) -> Void) {
            firstRow.withUnsafeBufferPointer { firstRow in
                rows.withUnsafeBufferPointer { rows in
                    groupOf.withUnsafeBufferPointer { groupOf in
                        sumOf.withUnsafeBufferPointer { sumOf in
                            var terms = lk_terms(
                                groups: Int32(rows.count), terms: Int32(sumOf.count),
                                first_row: firstRow.baseAddress, rows: rows.baseAddress,
                                group_of: groupOf.baseAddress, sum_of: sumOf.baseAddress)
                            body(&terms)
                        }
                    }
                }
            }
        }
    }

    static let kernel = Kernel(all)

    /// In the order of ``EventValues/money`` and ``EventValues/kept(_:afterYears:)``.
    static let all: [BenefitTerm] = {
        let families: [BenefitSum] = [.families, .familiesLow, .familiesHigh, .familiesPoor]
        let terms: [(BenefitSum, Range<Int>)] =
            [
                (.jkm, waiting), (.jkm, vested), (.jkk, waiting), (.jkk, vested),
                (.jkk, protected), (.scholarship, waiting), (.scholarship, vested),
                (.accidents, protected),
            ] + families.flatMap { [($0, waiting), ($0, vested)] }
        return terms.enumerated().map {
            BenefitTerm(position: $0.offset, sum: $0.element.0, rows: $0.element.1)
        }
    }()
}

private struct EventValues {
    let pack: BenefitPack
    let month: Int
    let world: Int
    let law: BenefitSchedule

    /// The numbers of a pack in a month and world, with the law in force there.
    init(_ pack: BenefitPack, _ month: Int, _ world: Int, _ law: BenefitSchedule) {
        (self.pack, self.month, self.world, self.law) = (pack, month, world, law)
    }

    private subscript(key: BenefitNumber) -> Double { pack.value(key, month, world) }

    /// Rupiah by death, waiting then vested, and by protected person; accidents by protected
    /// person.
    var money: [Double] {
        let (atWork, elsewhere) = (self[.atWork] * self[.hasJKK], 1 - self[.atWork])
        let work = atWork * law.workDeath(wage: self[.wage])
        let accidents = self[.accidentRate] / 12 * self[.hasJKK]
        let scholarship = law.childScholarship * self[.scholarshipShare] * self[.children]
        let ofJKM = elsewhere * self[.hasJKM] * self[.tenure] * scholarship
        let ofJKK = atWork * scholarship
        return [
            elsewhere * self[.hasJKM] * law.waitingCash,
            elsewhere * self[.hasJKM] * law.deathCash + ofJKM,
            work + ofJKK, work + ofJKK, accidents * self[.accidentCost], ofJKK, ofJKK + ofJKM,
            accidents,
        ]
    }

    /// Families kept above the line by death, waiting and vested: as written, at the ends of the
    /// range, and of those who were below it before.
    func kept(_ region: RegionalWelfare, afterYears years: Int) -> [Double] {
        let falls: [BenefitNumber] = [.fall, .fallLow, .fallHigh]
        let losses = falls.map { loss(region, afterYears: years, $0) }
        return losses.flatMap { byDeath($0.kept) } + byDeath(losses[0].keptOfPoor)
    }

    func loss(
        _ region: RegionalWelfare, afterYears years: Int, _ fall: BenefitNumber
    ) -> BreadwinnerLoss {
        BreadwinnerLoss(
            welfare: region.welfare(afterYears: years).growing(by: self[.relative]),
            line: region.outlook.line, fall: self[fall], months: self[.months],
            persons: region.persons)
    }

    /// Families kept by one death in the waiting months, and by one after them; deaths at work
    /// count alike in both.
    func byDeath(_ kept: (Double) -> Double) -> [Double] {
        let work = self[.atWork] * self[.hasJKK]
        let elsewhere = (1 - self[.atWork]) * self[.hasJKM]
        let ofWork = work * kept(law.workDeath(wage: self[.wage]))
        return [law.waitingCash, law.deathCash].map { ofWork + elsewhere * kept($0) }
    }
}
