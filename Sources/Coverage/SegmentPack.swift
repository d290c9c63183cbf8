import Policy
import Quantities
internal import _LindungKernels

/// One segment of eight worlds: what the projection kernel reads, and where people stand.
///
/// Worlds are regions side by side, or draws of one region; the kernel treats each alone. A pack
/// belongs to one thread. Draws write their numbers with ``set(_:_:_:_:)``, then ``refresh(_:)``
/// makes anew what depends on them.
///
/// Every array ends in the world, so that one vector of the processor holds the same number of all
/// eight. What is written is kept apart from what is made of it: a draw that touches the quota
/// alone pays for a pass over the months, and not for the exponentials of rates that did not move.
package final class SegmentPack {
    /// The segment as the scenario has it. What does not differ between draws is read here:
    /// cohorts, their shares, ageing.
    package let model: SegmentModel
    /// By world: the position of its region.
    package let regions: [Int]
    /// `[key][months][8]`.
    private let values: WorldBuffer
    /// `[month][8]`: persons who join.
    package let entrants: WorldBuffer
    /// `[months][8]`: the quota in persons; 0 in unfunded months and where it is a share.
    private let heads: WorldBuffer
    /// `[months][8]`: the quota as a share of the eligible; 0 in unfunded months and where it is in
    /// persons.
    private let share: WorldBuffer
    /// `[months][8]`: 1 where those enrolled from `LV` wait again.
    private let restarts: WorldBuffer
    /// `[cohorts][8]`: the share of those who join.
    private let entrantShares: WorldBuffer
    /// `[cohorts][10][8]` at the start of the horizon.
    private let opening: WorldBuffer
    /// `[10][8]`, over cohorts.
    package let openingTotals = WorldBuffer(rows: Status.count)
    private let operators: PackOperators
    /// By step of January's ageing, oldest band first: the cohort that people leave.
    private let ageFrom: [Int32]
    /// The cohort that they enter; -1 where they reach the age limit.
    private let ageTo: [Int32]
    /// The share that moves, 1/width of the band.
    private let ageShares: [Double]
    /// By month: 1 where ageing comes first. The first month never has it, because the opening
    /// stock already stands as it is then.
    private let isJanuary: [UInt8]
    /// By month of the horizon: 1 for January to 12 for December.
    private let monthOfYear: [Int]
    private var months: Int { isJanuary.count }

    /// Reads the model's numbers into all eight worlds and makes what depends on them.
    ///
    /// Regions repeat where eight draws of one region stand side by side, and where the last eight
    /// of many regions are not full.
    ///
    /// - Parameter regions: eight positions among the model's regions; any may repeat.
    package init(
        _ model: SegmentModel, regions: [Int], moves: MoveBuffer = MoveBuffer()
    ) {
        precondition(regions.count == worldCount, "\(regions.count) worlds")
        self.model = model
        self.regions = regions
        let months = model.monthCount
        values = WorldBuffer(rows: SegmentNumber.allCases.count * months)
        entrants = WorldBuffer(rows: months)
        heads = WorldBuffer(rows: months)
        share = WorldBuffer(rows: months)
        restarts = WorldBuffer(rows: months)
        entrantShares = WorldBuffer(rows: model.cohortCount)
        opening = WorldBuffer(rows: model.cohortCount * Status.count)
        operators = PackOperators(model, moves)
        ageFrom = model.ageing.map { Int32($0.cohort) }
        ageTo = model.ageing.map { Int32($0.next ?? -1) }
        ageShares = model.ageing.map(\.share)
        isJanuary = model.horizon.enumerated().map { $0 > 0 && $1.isJanuary ? 1 : 0 }
        monthOfYear = model.horizon.map(\.monthOfYear)
        for (world, region) in regions.enumerated() {
            for (cohort, share) in model.entrantShares[region].enumerated() {
                entrantShares.row(cohort)[world] = share
            }
        }
        let twins = regions.indices.map(regions.twin)
        for key in SegmentNumber.allCases {
            for span in model.panels[key.rawValue].spans {
                let first = row(key, span.lowerBound)
                for (world, region) in regions.enumerated() {
                    first[world] =
                        twins[world] == world
                        ? model.value(key, span.lowerBound, region) : first[twins[world]]
                }
                for month in span.dropFirst() {
                    row(key, month).update(from: first, count: worldCount)
                }
            }
        }
        refresh(.all)
    }

    /// The eight numbers of a key in a month, those of all worlds.
    private func row(_ key: SegmentNumber, _ month: Int) -> UnsafeMutablePointer<Double> {
        values.row(key.rawValue * months + month)
    }

    /// Writes a number of one world over some months.
    ///
    /// What was made of the old number stays until the ``SegmentNumber/parts`` of it are refreshed.
    /// A number that was written stays too: draw after draw has to write the same places.
    ///
    /// - Parameters:
    ///   - months: counted from the start of the horizon.
    ///   - world: 0 to 7.
    package func set(_ key: SegmentNumber, _ months: Range<Int>, _ world: Int, _ value: Double) {
        var place = row(key, months.lowerBound) + world
        for _ in months {
            place.pointee = value
            place += worldCount
        }
    }

    /// A number of one world as it was last written.
    package func value(_ key: SegmentNumber, _ month: Int, _ world: Int) -> Double {
        row(key, month)[world]
    }

    /// The numbers that ``clash(_:)`` looks at.
    package static let mustFit = Set(SegmentNumber.openings + [.fundingStart, .fundedMonths])

    /// Why the numbers of a world cannot stand together, though each is in its own range.
    package enum Clash: Sendable, Equatable {
        /// Opening shares add up to more than one.
        case openingShares(total: Double)
        /// Funded months run past December, from a month of the horizon on.
        case fundedMonths(month: Int, start: Int, length: Int)
    }

    /// The laws between keys that a resolved policy keeps, asked of drawn numbers; nil where they
    /// are kept.
    ///
    ///     sum of opening shares <= 1 + 1e-9
    ///     funding start + funded months <= 13,   in every month with funded months
    package func clash(_ world: Int) -> Clash? {
        var total = 0.0
        for key in SegmentNumber.openings { total += row(key, 0)[world] }
        guard total <= 1 + 1e-9 else { return .openingShares(total: total) }
        for month in 0..<months {
            let (start, length) = (
                row(.fundingStart, month)[world], row(.fundedMonths, month)[world]
            )
            if length > 0, start + length > 13 {
                return .fundedMonths(month: month, start: Int(start), length: Int(length))
            }
        }
        return nil
    }

    /// Makes anew what depends on numbers that were written.
    ///
    /// - Parameter parts: of all numbers written since the last time; fewer would leave old ones in
    ///   use.
    /// - Complexity: O(months) but for operators, which take an exponential of eight generators for
    ///   each run of months with the same rates.
    package func refresh(_ parts: SegmentParts) {
        if parts.contains(.decisions) { refreshDecisions() }
        if parts.contains(.entrants) { refreshEntrants() }
        if parts.contains(.opening) { refreshOpening() }
        if parts.contains(.moves) {
            operators.refresh(model, regions) { self.row($0, $1) }
        }
    }

    /// Quotas are 0 outside the funded months, which are counted within the calendar year.
    ///
    ///     funded(month) = start <= month of the year < start + months
    ///     restarts      = waits x restarts, since nobody waits on the PU route
    private func refreshDecisions() {
        for month in 0..<months {
            let (heads, share, restarts) = (
                self.heads.row(month), self.share.row(month), self.restarts.row(month)
            )
            let (starts, lengths) = (row(.fundingStart, month), row(.fundedMonths, month))
            let (written, part) = (row(.heads, month), row(.share, month))
            let (waits, again) = (row(.waits, month), row(.restarts, month))
            for world in 0..<worldCount {
                let since = monthOfYear[month] - Int(starts[world])
                let funded = since >= 0 && since < Int(lengths[world])
                heads[world] = funded ? written[world] : 0
                share[world] = funded ? part[world] : 0
                restarts[world] = waits[world] * again[world]
            }
        }
    }

    /// Persons who join in each month.
    ///
    ///     entrants = persons per month + rate per year / 12 x opening workers
    ///
    /// A rate is of the opening workers and not of those of the month, so that who joins does not
    /// depend on who left.
    private func refreshEntrants() {
        let stock = row(.workers, 0)
        for month in 0..<months {
            let (persons, rate) = (row(.entrantsPerMonth, month), row(.entrantsPerYear, month))
            let joining = entrants.row(month)
            for world in 0..<worldCount {
                joining[world] = persons[world] + rate[world] / 12 * stock[world]
            }
        }
    }

    /// Who stands where at the start of the horizon, by cohort and over cohorts.
    ///
    /// All statuses have the same cohorts: the shares of the opening stock are multiplied.
    private func refreshOpening() {
        openingTotals.fill(0)
        for world in 0..<worldCount {
            let shares = SegmentNumber.openings.map { row($0, 0)[world] }
            for (cohort, part) in model.stockShares[regions[world]].enumerated() {
                SegmentModel.fillOpening(row(.workers, 0)[world], shares, part) {
                    status, persons in
                    opening.row(cohort * Status.count + status)[world] = persons
                    openingTotals.row(status)[world] += persons
                }
            }
        }
    }

    /// Where people stand at the start of the horizon. Without refill the quota before it is taken
    /// to be the opening funded stock.
    ///
    /// Each call makes a state of its own, so that several plans may start from the same place.
    package func start() -> PackState {
        let state = PackState(cohorts: model.cohortCount)
        restart(state)
        return state
    }

    /// The same into a state that exists: draws use the states of the draw before.
    package func restart(_ state: PackState) {
        state.population.copy(opening)
        for world in 0..<worldCount {
            state.previousQuota.base[world] = Status.publiclyFunded.reduce(0) {
                $0 + openingTotals.row($1.rawValue)[world]
            }
        }
    }

    /// Lets months happen: ageing, entrants, decisions, exposure and transition of each, in this
    /// order.
    ///
    /// The state moves on in place, so that a horizon can be done in parts, each from where the
    /// last one ended. Nothing is allocated.
    ///
    /// - Parameters:
    ///   - months: counted from the start of the horizon.
    ///   - cut: `[count][8]`, factors on the quota.
    ///   - record: `[count][32][8]`, what happened; see ``PackRecord``.
    /// - Complexity: O(months x cohorts) products of a vector and a 10 x 10 matrix, for all eight
    ///   worlds at once.
    package func advance(
        _ state: PackState, _ months: Range<Int>, cut: UnsafePointer<Double>,
        record: UnsafeMutablePointer<Double>
    ) {
        withSegment { segment in
            lk_project(
                segment, state.population.base, state.previousQuota.base,
                Int32(months.lowerBound), Int32(months.count), cut, record)
        }
    }

    /// Lends what moves the segment to a kernel.
    ///
    /// The pointers in it hold no longer than `body` runs.
    func withSegment(_ body: (UnsafePointer<lk_segment>) -> Void) {
        operators.withKernel { moves, survival, leaving, exits, isOwn, reach, operatorOf in
            var segment = lk_segment(
                cohorts: Int32(model.cohortCount), age_steps: Int32(ageFrom.count), age_from: nil,
                age_to: nil, age_share: nil, entrant_share: entrantShares.base, ages: nil,
                operator_of: operatorOf, entrants: entrants.base, heads: heads.base,
                share: share.base, eligible: row(.eligible, 0), retention: row(.retention, 0),
                refill: row(.refill, 0), waits: row(.waits, 0), restarts: restarts.base,
                reach: reach, own: isOwn ? 1 : 0, moves: moves, survival: survival,
                leaving: leaving,
                exits: exits)
            ageFrom.withUnsafeBufferPointer { from in
                ageTo.withUnsafeBufferPointer { to in
                    ageShares.withUnsafeBufferPointer { ages in
                        isJanuary.withUnsafeBufferPointer { january in
                            segment.age_from = from.baseAddress
                            segment.age_to = to.baseAddress
                            segment.age_share = ages.baseAddress
                            segment.ages = january.baseAddress
                            body(&segment)
                        }
                    }
                }
            }
        }
    }
}

/// Where the people of a pack's segment stand.
///
/// A class that is copied into, and not a value: plans simulate the same months many times from the
/// same place, and a new one each time would have to be allocated.
package final class PackState {
    /// `[cohorts][10][8]`.
    let population: WorldBuffer
    /// `[8]`: the quota of the month before.
    let previousQuota = WorldBuffer(rows: 1)

    /// Room for a segment of so many cohorts; nobody is in it yet.
    package init(cohorts: Int) { population = WorldBuffer(rows: cohorts * Status.count) }

    /// Takes the place of another.
    package func copy(_ other: PackState) {
        population.copy(other.population)
        previousQuota.copy(other.previousQuota)
    }
}

/// The rows of a month's record; each has one number a world, in persons. The numbers are those of
/// the kernel's header.
package enum PackRecord {
    /// Ten rows by status, after decisions.
    @inlinable package static var exposed: Int { 0 }
    /// Ten rows by status, at the start of the next month.
    @inlinable package static var closing: Int { 10 }
    /// Four rows by cause.
    @inlinable package static var exits: Int { 20 }
    /// Persons whom the quota enrolled in the month.
    @inlinable package static var enrolled: Int { 24 }
    /// Persons whom a quota below the funded stock released.
    @inlinable package static var released: Int { 25 }
    /// The quota in force, its cut included; 0 in an unfunded month.
    @inlinable package static var quota: Int { 26 }
    /// Persons of the quota for whom no eligible worker was left.
    @inlinable package static var unfilled: Int { 27 }
    /// Four rows of deaths among the protected: in a waiting month funded and others, vested funded
    /// and others (whom an employer covers among them).
    @inlinable package static var deaths: Int { 28 }
    /// Rows of a month.
    @inlinable package static var rows: Int { 32 }
}
