import LinearAlgebra
import Policy
import Quantities

/// Everything that one segment's projection needs, as plain numbers.
///
/// Arrays by month and region are indexed `month * regions + region`; lanes are indexed
/// `cohort * regions + region`.
///
/// Made once, then simulated as often as a search for cuts needs: no timeline is read while months
/// happen. Segments do not touch each other's people, so each is projected alone.
public struct SegmentModel: Sendable {
    /// Whose numbers they are.
    public let segment: SegmentID
    /// The months to be simulated.
    public let horizon: ClosedRange<Month>
    public let regionCount: Int
    /// One where there is no age structure.
    public let cohortCount: Int
    /// Lanes x statuses at the start of the horizon, in persons.
    public let opening: Matrix
    /// The operators by month and lane.
    let schedule: OperatorSchedule
    /// What happens to each cohort in January.
    let ageing: [AgeStep]
    /// By cohort; they sum to one.
    let entrantShares: [Double]
    /// Persons who join, by month and region.
    let entrants: [Double]
    /// By month and region, before cuts.
    let quota: [Quota]
    /// Whether the month lies in the year's funded window, by month and region.
    let isFunded: [Bool]
    /// Whether leavers are replaced in every month, by month and region.
    let refill: [Bool]
    /// The part of those outside who may be enrolled, by month and region.
    let eligibleShare: [Double]
    /// The part of those released who go on paying themselves (`rho`), by month and region.
    let retention: [Double]
    /// Whether newcomers wait (the BPU route), by month and region.
    let waits: [Bool]
    /// Whether those who lapsed after vesting wait again, by month and region.
    let restarts: [Bool]

    /// Reads a segment out of a resolved policy.
    ///
    /// - Throws: ``CoverageFault`` for rates that make no operator.
    public init(_ policy: ResolvedPolicy, _ segment: SegmentID) throws {
        self.segment = segment
        horizon = policy.horizon
        regionCount = policy.regions.count
        let cohorts = policy.scenario.cohorts
        cohortCount = max(1, cohorts.count)
        schedule = try OperatorSchedule(policy, segment)
        ageing = AgeStep.steps(cohorts)
        entrantShares = cohorts.isEmpty ? [1] : cohorts.map(\.entrantShare)
        opening = Self.openingStock(policy, segment)
        let months = Array(policy.horizon)
        func panel<Value>(_ key: ParameterKey<Value>) -> [Value] {
            policy.panel(key, segment)
        }
        quota = panel(Parameters.quota)
        refill = panel(Parameters.refill)
        eligibleShare = panel(Parameters.eligibleShare)
        retention = panel(Parameters.retention)
        restarts = panel(Parameters.waitingRestarts)
        waits = panel(Parameters.route).map(\.hasWaitingMonths)
        let lengths = panel(Parameters.fundedMonths)
        let starts = panel(Parameters.fundingStart)
        let regions = regionCount
        isFunded = lengths.indices.map { cell in
            let first = Int(starts[cell])
            return (first..<first + Int(lengths[cell]))
                .contains(months[cell / regions].monthOfYear)
        }
        let stock = policy.regions.map { policy.timeline(Parameters.workers, segment, $0) }
        entrants = panel(Parameters.entrants).enumerated().map { cell, flow in
            switch flow {
            case .personsPerMonth(let persons): persons
            case .perYearOfOpening(let rate):
                rate / 12 * stock[cell % regions][policy.horizon.lowerBound]
            }
        }
    }

    /// How many months the horizon has.
    public var monthCount: Int { horizon.upperBound - horizon.lowerBound + 1 }

    /// The opening workers spread over statuses by the opening shares and over cohorts.
    ///     x[c, r, k] = workers(r) x share(k) x stockShare(c)
    ///
    /// What the shares leave of one is unprotected. Nobody opens in a waiting month.
    private static func openingStock(_ policy: ResolvedPolicy, _ segment: SegmentID) -> Matrix {
        let statuses: [Status] = [
            .funded, .selfPaying, .employer, .lapsed, .lapsedVested,
        ]
        let start = policy.horizon.lowerBound
        let stockShares =
            policy.scenario.cohorts.isEmpty ? [1] : policy.scenario.cohorts.map(\.stockShare)
        let regions = policy.regions
        var stock = Matrix(rows: stockShares.count * regions.count, columns: Status.count)
        for (r, region) in regions.enumerated() {
            let workers = policy.timeline(Parameters.workers, segment, region)[start]
            var unprotected = 1.0
            for (status, share) in zip(statuses, Parameters.openingShares) {
                let value = policy.timeline(share.key, segment, region)[start]
                unprotected -= value
                for (c, part) in stockShares.enumerated() {
                    stock[c * regions.count + r, status.rawValue] = workers * value * part
                }
            }
            for (c, part) in stockShares.enumerated() {
                stock[c * regions.count + r, Status.unprotected.rawValue] =
                    workers * max(0, unprotected) * part
            }
        }
        return stock
    }
}

/// What happens to one cohort each January: a share moves to the next band, or leaves.
///
///     x[next] += x[band] / width,   x[band] -= x[band] / width
///
/// Single years of age would need a lane for each. The price of bands is that stays in one vary
/// around its width, where in truth they all last as long.
struct AgeStep: Sendable, Equatable {
    let cohort: Int
    /// The band that receives; nil past the last one. Also nil where the bands leave a gap.
    let next: Int?
    /// `1/width`.
    let share: Double

    /// The steps of all cohorts, oldest band first, so that nobody moves twice.
    static func steps(_ cohorts: [Cohort]) -> [AgeStep] {
        cohorts.indices.sorted { cohorts[$0].ageFrom > cohorts[$1].ageFrom }.map { index in
            let cohort = cohorts[index]
            let next = cohorts.firstIndex {
                $0.sex == cohort.sex && $0.ageFrom == cohort.ageUntil + 1
            }
            return AgeStep(cohort: index, next: next, share: 1 / Double(cohort.width))
        }
    }
}
