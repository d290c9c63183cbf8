/// What happened in one month to one segment, by region.
///
/// Stocks are indexed `region * 10 + status`, exits `region * 4 + cause`, all in persons. Cohorts
/// are summed: what happened to one of them is not kept.
public struct MonthRecord: Sendable, Equatable {
    /// The stock at the start of the month, before anything happens. Ageing, entrants and
    /// decisions of the month come later.
    public internal(set) var start: [Double]
    /// The stock after decisions: the person-months at risk, on which contributions are charged.
    public internal(set) var exposed: [Double]
    /// Those who left, by cause. Of the month's transition, and in January of ageing out of the
    /// last band.
    public internal(set) var exits: [Double]
    /// Those who joined, all unprotected.
    public internal(set) var entrants: [Double]
    /// Enrolled by the quota.
    public internal(set) var enrolled: [Double]
    /// Released by the quota.
    public internal(set) var released: [Double]
    /// The quota in force, 0 in an unfunded month.
    public internal(set) var quota: [Double]
    /// Persons of the quota for whom no eligible worker was left.
    public internal(set) var unfilled: [Double]

    init(regions: Int) {
        start = Array(repeating: 0, count: regions * Status.count)
        exposed = start
        exits = Array(repeating: 0, count: regions * ExitCause.count)
        entrants = Array(repeating: 0, count: regions)
        enrolled = entrants
        released = entrants
        quota = entrants
        unfilled = entrants
    }

    /// Takes the same month of the regions that follow.
    mutating func append(_ next: MonthRecord) {
        start += next.start
        exposed += next.exposed
        exits += next.exits
        entrants += next.entrants
        enrolled += next.enrolled
        released += next.released
        quota += next.quota
        unfilled += next.unfilled
    }

    /// Person-months of the given statuses in a region. Each person counts one month in the status
    /// held after decisions, whatever follows within it.
    public func exposure(_ statuses: [Status], region: Int) -> Double {
        statuses.reduce(0) { $0 + exposed[region * Status.count + $1.rawValue] }
    }

    /// Persons of the given statuses in a region at the start of the month.
    public func stock(_ statuses: [Status], region: Int) -> Double {
        statuses.reduce(0) { $0 + start[region * Status.count + $1.rawValue] }
    }

    /// Persons who left a region for a cause.
    public func exits(_ cause: ExitCause, region: Int) -> Double {
        exits[region * ExitCause.count + cause.rawValue]
    }
}
