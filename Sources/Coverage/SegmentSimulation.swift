import LinearAlgebra

/// A segment on its way through the months; copying it keeps a place to return to.
///
/// A value type on purpose: a search for the largest quota that purses can pay runs the same
/// window many times from one copy, and a resumed simulation gives the numbers of an uninterrupted
/// one.
public struct SegmentSimulation: Sendable {
    /// What is simulated.
    let model: SegmentModel
    /// Lanes x statuses, in persons.
    public private(set) var population: Matrix
    /// The next month to happen, counted from the start of the horizon.
    public private(set) var month = 0
    /// Where a month's product is written; swapped with the population, so that no month makes a
    /// matrix.
    private var next: Matrix
    /// Lanes x causes: who leaves in the month.
    private var leavers: Matrix
    /// The quota of the month before, by region: what a rise is measured from without refill.
    private var previousQuota: [Double]

    /// Stands at the start of the horizon.
    ///
    /// Without refill only a rising quota enrols; before month 0 the quota is taken to be what was
    /// funded in the opening stock.
    public init(_ model: SegmentModel) {
        self.model = model
        population = model.opening
        next = model.opening
        leavers = Matrix(rows: model.opening.rows, columns: ExitCause.count)
        previousQuota = (0..<model.regionCount).map { region in
            (0..<model.cohortCount).reduce(0) { sum, cohort in
                let lane = cohort * model.regionCount + region
                return sum
                    + Status.publiclyFunded.reduce(0) { $0 + model.opening[lane, $1.rawValue] }
            }
        }
    }

    /// Lets one month happen: ageing, entrants, decisions, transition.
    ///
    /// In this order:
    ///
    ///     x[U] += entrants                   ageing first in January, t > 0
    ///     F1, F2, F -> the quota             enrol or release
    ///     exposed = x                        contributions and claims
    ///     exits = x E, x = x P               by lane
    ///
    /// - Parameter cut: the factor on each region's quota.
    /// - Complexity: one product of lanes x 10 by 10 x 10, and passes over the lanes.
    public mutating func advance(cut: [Double]? = nil) -> MonthRecord {
        var record = MonthRecord(regions: model.regionCount)
        add(into: &record.start)
        if month > 0, model.horizon.lowerBound.advanced(by: month).isJanuary {
            age(into: &record)
        }
        enter(into: &record)
        for region in 0..<model.regionCount {
            decide(region, cut: cut?[region] ?? 1, into: &record)
        }
        add(into: &record.exposed)
        leave(into: &record)
        for block in model.schedule.blocks[month] {
            Matrix.multiply(
                population, model.schedule.operators[block.position].probabilities, into: &next,
                rows: block.lanes)
        }
        swap(&population, &next)
        month += 1
        return record
    }

    /// The closing stock by region and status, indexed `region * 10 + status`. After
    /// ``advance(cut:)`` it is the opening stock of the next month.
    public func closing() -> [Double] {
        var stock = Array(repeating: 0.0, count: model.regionCount * Status.count)
        add(into: &stock)
        return stock
    }

    /// Adds the population to sums by region and status.
    private func add(into stock: inout [Double]) {
        Self.add(population, over: model.regionCount, into: &stock)
    }

    /// Adds the lanes of each region: `sums[region * columns + column]`. Lanes run cohort by
    /// cohort, so the region is the lane's remainder.
    private static func add(_ lanes: Matrix, over regions: Int, into sums: inout [Double]) {
        for column in 0..<lanes.columns {
            lanes.withColumn(column) { values in
                var region = 0
                for lane in 0..<values.count {
                    sums[region * lanes.columns + column] += values[lane]
                    region = region + 1 == regions ? 0 : region + 1
                }
            }
        }
    }

    /// Ageing: a share of each band, in every status alike, moves on or leaves at the age limit.
    private mutating func age(into record: inout MonthRecord) {
        let regions = model.regionCount
        for step in model.ageing {
            for region in 0..<regions {
                for status in 0..<Status.count {
                    let moving = population[step.cohort * regions + region, status] * step.share
                    population[step.cohort * regions + region, status] -= moving
                    if let next = step.next {
                        population[next * regions + region, status] += moving
                    } else {
                        let cell = region * ExitCause.count + ExitCause.ageLimit.rawValue
                        record.exits[cell] += moving
                    }
                }
            }
        }
    }

    /// Entrants join as unprotected, spread over cohorts by their entrant shares.
    private mutating func enter(into record: inout MonthRecord) {
        let regions = model.regionCount
        for region in 0..<regions {
            let joining = model.entrants[month * regions + region]
            record.entrants[region] = joining
            for cohort in 0..<model.cohortCount {
                population[cohort * regions + region, Status.unprotected.rawValue] +=
                    joining * model.entrantShares[cohort]
            }
        }
    }

    /// Counts leavers by cause: the population times the operator's exits, lane by lane. Reads the
    /// population before the transition, as the probabilities do.
    private mutating func leave(into record: inout MonthRecord) {
        for block in model.schedule.blocks[month] {
            Matrix.multiply(
                population, model.schedule.operators[block.position].exits, into: &leavers,
                rows: block.lanes)
        }
        Self.add(leavers, over: model.regionCount, into: &record.exits)
    }

    /// Enrols or releases in one region so that the quota is met as far as the rules allow.
    ///
    /// With `f` the funded and `pool = U + L + LV`, over all cohorts of the region:
    ///
    ///     F = quota x cut, 0 outside the funded months; a share is of eligibleShare x (pool + f)
    ///     F > f: enrol min(F - f, eligibleShare x pool), without refill at most F(t) - F(t-1)
    ///     F < f: release f - F
    private mutating func decide(_ region: Int, cut: Double, into record: inout MonthRecord) {
        let cell = month * model.regionCount + region
        let totals = regionTotals(region)
        let funded = totals.sum(Status.publiclyFunded)
        let pool = totals.sum(Status.enrollable)
        let share = model.eligibleShare[cell]
        let target =
            model.isFunded[cell] ? model.quota[cell].persons(of: share * (pool + funded)) * cut : 0
        record.quota[region] = target
        if target > funded {
            let rise = max(0, target - previousQuota[region])
            let wanted = model.refill[cell] ? target - funded : min(target - funded, rise)
            let enrolled = min(wanted, share * pool)
            record.enrolled[region] = enrolled
            record.unfilled[region] = wanted - enrolled
            if enrolled > 0 { enrol(enrolled / pool, region, cell) }
        } else if target < funded {
            record.released[region] = funded - target
            release((funded - target) / funded, region, retained: model.retention[cell])
        }
        previousQuota[region] = target
    }

    /// Persons by status in a region, over its cohorts.
    private func regionTotals(_ region: Int) -> StatusTotals {
        var totals = StatusTotals()
        for cohort in 0..<model.cohortCount {
            let lane = cohort * model.regionCount + region
            for status in 0..<Status.count { totals.persons[status] += population[lane, status] }
        }
        return totals
    }

    /// Moves a share of everyone who may be enrolled, cohort by cohort. Newcomers begin in `F1`.
    /// On the PU route, and from `LV` where waiting does not restart, they are vested at once.
    private mutating func enrol(_ share: Double, _ region: Int, _ cell: Int) {
        let waits = model.waits[cell]
        for cohort in 0..<model.cohortCount {
            let lane = cohort * model.regionCount + region
            for status in Status.enrollable {
                let moving = population[lane, status.rawValue] * share
                let starts = waits && (status != .lapsedVested || model.restarts[cell])
                population[lane, status.rawValue] -= moving
                population[lane, (starts ? Status.fundedFirst : .funded).rawValue] += moving
            }
        }
    }

    /// Moves a share of the funded out: some go on paying themselves, the rest lapse. The waiting
    /// month that they had reached is kept by who goes on paying:
    ///
    ///     F1, F2, F -> S1, S2, S   share rho
    ///     F1, F2 -> L, F -> LV     the rest
    private mutating func release(_ share: Double, _ region: Int, retained: Double) {
        let lapse: [Status] = [.lapsed, .lapsed, .lapsedVested]
        for cohort in 0..<model.cohortCount {
            let lane = cohort * model.regionCount + region
            for (step, status) in Status.publiclyFunded.enumerated() {
                let moving = population[lane, status.rawValue] * share
                population[lane, status.rawValue] -= moving
                population[lane, Status.selfPaid[step].rawValue] += moving * retained
                population[lane, lapse[step].rawValue] += moving * (1 - retained)
            }
        }
    }
}

/// Persons by status in one region.
private struct StatusTotals {
    /// Indexed by status.
    var persons = Array(repeating: 0.0, count: Status.count)

    /// Persons in any of the statuses.
    func sum(_ statuses: [Status]) -> Double {
        statuses.reduce(0) { $0 + persons[$1.rawValue] }
    }
}
