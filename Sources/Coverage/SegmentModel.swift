import LinearAlgebra
import Policy
import Quantities

/// Everything that one segment's projection needs, as plain numbers.
///
/// Arrays by month and region are indexed `month * regions + region`; lanes are indexed
/// `cohort * regions + region`.
public struct SegmentModel: Sendable {
    public let segment: SegmentID
    public let horizon: ClosedRange<Month>
    public let regionCount: Int
    public let cohortCount: Int
    /// Lanes x statuses at the start of the horizon, in persons.
    public let opening: Matrix
    let schedule: OperatorSchedule
    let ageing: [AgeStep]
    let entrantShares: [Double]
    let entrants: [Double]
    let quota: [Quota]
    let isFunded: [Bool]
    let refill: [Bool]
    let eligibleShare: [Double]
    let retention: [Double]
    let waits: [Bool]
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
struct AgeStep: Sendable, Equatable {
    let cohort: Int
    /// The band that receives; nil past the last one.
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
