internal import Optimization
import Policy

/// Where the money should go: a linear programme over persons that each purse pays for.
///
///     variables    x[year, region, segment, purse] >= 0        persons through the year
///     eligible     sum over purses x <= eligible persons       by cell
///     ceilings     sum price x <= ceiling                      by purse, year, region
///     shares       price x <= share x bill of the cell         where a purse pays a part only
///     matches      price x <= match x the partner's payment    by cell, where a purse matches
///     coverage     protected + sum x >= path x workers         by year
///     rules        ``AllocationRule``
///
/// Money is counted in millions of rupiah inside the programme, so that its numbers are of like
/// size; whole rupiah are checked when persons are rounded.
public struct AllocationProblem: Sendable {
    /// What is to be best.
    public enum Objective: String, Sendable, CaseIterable {
        /// Most protected person-months.
        case protectedPersonMonths = "protected_person_months"
        /// Most families kept above the poverty line.
        case familiesKept = "families_kept"
        /// The best coverage of the region that has least, mean over years; among equals most
        /// protected person-months.
        case worstRegionCoverage = "worst_region_coverage"
        /// The least cost of a coverage path.
        case cost

        /// Whether persons of all cells simply add up to it.
        public var isAdditive: Bool { self == .protectedPersonMonths || self == .familiesKept }
    }

    /// Rupiah in the programme's unit of money.
    static let million = 1e6

    /// People, prices and money.
    public let data: AllocationData
    /// What is to be best.
    public let objective: Objective
    /// Position of the year, and the share of all workers who are to be protected.
    public let coverage: [Int: Double]
    /// Named rules in the order of the question; limits name them by position.
    public let rules: [AllocationRule]
    /// Purses whose money is one pot for all regions.
    public let pooled: Set<Int>
    /// What purses may have instead, where the plan is to stand up to it.
    public let futures: AllocationFutures?
    /// Every way to spend.
    public let options: [AllocationOption]

    /// A problem over some data.
    public init(
        _ data: AllocationData, objective: Objective, coverage: [Int: Double] = [:],
        rules: [AllocationRule] = [], pooled: Set<Int> = [], futures: AllocationFutures? = nil
    ) {
        (self.data, self.objective, self.coverage) = (data, objective, coverage)
        (self.rules, self.pooled, self.futures) = (rules, pooled, futures)
        options = data.options(pooled: pooled)
    }

    /// The same problem with other ceilings: by purse, then place, whole rupiah.
    func with(ceilings: [[Double]]) -> AllocationProblem {
        var data = data
        data.ceilings = ceilings
        return AllocationProblem(
            data, objective: objective, coverage: coverage, rules: rules, pooled: pooled,
            futures: futures)
    }

    /// The same problem for who takes the ceilings as certain.
    public var certain: AllocationProblem {
        AllocationProblem(
            data, objective: objective, coverage: coverage, rules: rules, pooled: pooled)
    }

    static let mostRanged = 200_000_000

    /// What one person of an option adds to an additive objective; the cost for ``Objective/cost``.
    func value(of option: AllocationOption) -> Double {
        switch objective {
        case .familiesKept: data.families[option.cell]
        case .cost: option.price / Self.million
        case .protectedPersonMonths, .worstRegionCoverage: Double(data.months[option.year])
        }
    }

    /// The objective's unit inside the programme, so that a person adds about 1 to it: the coverage
    /// that a person makes in a region of mean size, the most families that a person keeps, else 1.
    var unit: Double {
        switch objective {
        case .worstRegionCoverage:
            let workers = data.workers.reduce(0, +) / Double(max(1, data.workers.count))
            return workers > 0 ? 1 / workers : 1
        case .familiesKept:
            let most = options.reduce(0) { max($0, data.families[$1.cell]) }
            return most > 0 ? most : 1
        case .protectedPersonMonths, .cost: return 1
        }
    }

    /// The ceilings as pots of money: purse, year, and region unless the purse is pooled.
    func pots(_ ceilings: [[Double]]) -> [AllocationPot] {
        data.purses.indices.flatMap { purse in
            data.years.indices.flatMap { year -> [AllocationPot] in
                let rupiah = data.regions.indices.map { ceilings[purse][data.place(year, $0)] }
                guard pooled.contains(purse) else {
                    return data.regions.indices.map {
                        AllocationPot(purse: purse, year: year, region: $0, rupiah: rupiah[$0])
                    }
                }
                return [
                    AllocationPot(
                        purse: purse, year: year, region: nil, rupiah: rupiah.reduce(0, +))
                ]
            }
        }
    }
}

/// Money that may be spent where it lies.
struct AllocationPot: Sendable {
    let purse: Int
    let year: Int
    let region: Int?
    /// Whole rupiah.
    let rupiah: Double

    var limit: AllocationLimit { AllocationLimit(.ceiling(purse), year: year, region: region) }
}
