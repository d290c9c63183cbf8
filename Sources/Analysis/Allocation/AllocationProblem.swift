internal import Optimization
import Policy

/// Where the money should go: a linear programme over persons that each purse pays for.
///
///     variables    x[year, region, segment, purse] >= 0        persons through the year
///     eligible     sum over purses x <= eligible persons       by cell
///     outreach     sum over purses x <= width of the piece     by cell, where pieces get dearer
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
        package var isAdditive: Bool { self == .protectedPersonMonths || self == .familiesKept }
    }

    /// Rupiah in the programme's unit of money.
    static let million = 1e6

    package let data: AllocationData
    package let objective: Objective
    /// Position of the year, and the share of all workers who are to be protected.
    package let coverage: [Int: Double]
    /// Named rules in the order of the question; limits name them by position.
    package let rules: [AllocationRule]
    package let pooled: Set<Int>
    /// What purses may have instead, where the plan is to stand up to it.
    package let futures: AllocationFutures?
    /// By position of the segment, what reaching its people costs beyond their contributions.
    package let outreach: [Int: AllocationOutreach]
    package let options: [AllocationOption]

    /// A problem over some data.
    public init(
        _ data: AllocationData, objective: Objective, coverage: [Int: Double] = [:],
        rules: [AllocationRule] = [], pooled: Set<Int> = [], futures: AllocationFutures? = nil,
        outreach: [Int: AllocationOutreach] = [:]
    ) {
        (self.data, self.objective, self.coverage) = (data, objective, coverage)
        (self.rules, self.pooled, self.futures) = (rules, pooled, futures)
        self.outreach = outreach
        options = data.options(pooled: pooled, outreach: outreach)
    }

    /// The same problem with other ceilings: by purse, then place, whole rupiah.
    func with(ceilings: [[Double]]) -> AllocationProblem {
        var data = data
        data.ceilings = ceilings
        return AllocationProblem(
            data, objective: objective, coverage: coverage, rules: rules, pooled: pooled,
            futures: futures, outreach: outreach)
    }

    package var certain: AllocationProblem {
        AllocationProblem(
            data, objective: objective, coverage: coverage, rules: rules, pooled: pooled,
            outreach: outreach)
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

/// Which of several plans that are equally good is taken: the solver alone would take any.
///
/// One wish after the other, each among the plans that all wishes before leave:
///
///     value      where regions or futures are judged by the worst alone: most persons, families
///     even       least roughness
///     cheap      least money; a least cost has it already
///
///     roughness  sum over segments, regions and years of |persons(year) - persons(year before)|
///                + sum over regions and years of workers x |coverage - coverage of all regions|
///
/// Both parts are persons. Coverage is with whom no purse protects, as the rules count it.
extension AllocationProblem {
    /// What is wished of plans that are equally good, in order.
    enum Wish {
        case value, even, cheap
    }

    private var wishes: [Wish] {
        if objective == .cost { return [.even] }
        let isOpen = objective == .worstRegionCoverage || futures != nil
        return (isOpen ? [.value] : []) + [.even, .cheap]
    }

    /// The persons of the plan that is left by all wishes, and whether all were granted: one that
    /// takes the solver much longer than the problem itself is not, nor any after it.
    func settled(
        _ programme: AllocationProgramme, _ solution: LinearSolution
    ) -> (values: [Double], isWhole: Bool) {
        var (programme, found) = (programme, solution)
        let most = 10_000 + 5 * solution.iterations
        for wish in wishes {
            programme.wish(wish, among: found)
            guard let next = try? programme.linear.solution(iterations: most) else {
                return (found.values, false)
            }
            found = next
        }
        return (found.values, true)
    }

    /// Whether whole persons of one plan come to as much as those of another, but for a millionth
    /// that rounding makes, and keep as many rules.
    func isAsGood(_ one: AllocationRounding, as other: AllocationRounding) -> Bool {
        let (mine, theirs) = (total(one.persons), total(other.persons))
        let loss = objective == .cost ? mine - theirs : theirs - mine
        return loss <= 1e-6 * abs(theirs) && one.shortfalls.count <= other.shortfalls.count
    }
}

extension AllocationProgramme {
    fileprivate mutating func wish(_ wish: AllocationProblem.Wish, among solution: LinearSolution) {
        linear = linear.face(of: solution, seeking: wish == .value ? .maximise : .minimise)
        let (problem, unit) = (problem, unit)
        switch wish {
        case .value, .cheap:
            let scale =
                wish == .cheap
                ? AllocationProblem.million
                : problem.objective == .worstRegionCoverage ? 1 : unit
            linear.setCosts { variable in
                guard variable.index < problem.options.count else { return 0 }
                let option = problem.options[variable.index]
                return (wish == .cheap ? option.price : problem.value(of: option)) / scale
            }
        case .even:
            addChanges()
            addDistances()
        }
    }

    /// `persons(year) - persons(year before) = more - less`, by region and segment; more and less
    /// are the roughness. Years that are settled have none to choose.
    private mutating func addChanges() {
        let data = problem.data
        for year in data.years.indices.dropFirst() {
            for region in data.regions.indices {
                for segment in data.segments.indices {
                    let terms =
                        persons(year, [region], [segment])
                        + persons(year - 1, [region], [segment], times: -1)
                    guard terms.contains(where: { !linear.isFixed($0.0) }) else { continue }
                    addRough(terms, equals: 0, year, region)
                }
            }
        }
    }

    /// `persons in the region - own / all workers x persons of the year`, with whom no purse
    /// protects, is how far the region's coverage lies from that of all, in persons.
    private mutating func addDistances() {
        let data = problem.data
        guard data.regions.count > 1 else { return }
        for year in data.years.indices {
            let places = data.regions.indices.map { data.place(year, $0) }
            let workers = places.reduce(0) { $0 + data.workers[$1] }
            let others = places.reduce(0) { $0 + data.protected[$1] }
            guard workers > 0 else { continue }
            for region in data.regions.indices where data.workers[places[region]] > 0 {
                let own = data.workers[places[region]] / workers
                addRough(
                    [(regionTotal(year, region), 1), (yearTotal(year), -own)],
                    equals: own * others - data.protected[places[region]], year, region)
            }
        }
    }

    /// An equation whose miss on either side costs one a unit.
    private mutating func addRough(
        _ terms: Terms, equals value: Double, _ year: Int, _ region: Int
    ) {
        let (more, less) = (linear.addVariable(cost: 1), linear.addVariable(cost: 1))
        add(
            terms + [(more, -1), (less, 1)], lower: value, upper: value,
            AllocationLimit(.definition, year: year, region: region))
    }
}

extension AllocationProblem {
    /// A smallest set of limits that cannot be kept together: leaving out any one of them, the
    /// rest can be kept.
    ///
    /// A deletion filter: each limit in turn is left out for good where nothing is possible even
    /// without it. First whole sources (a rule, a purse's ceilings), then the years of those that
    /// remain, then their regions and segments, so that a problem of thousands of limits takes tens
    /// of programmes. Eligible persons and the parts that purses pay are no one's decision and
    /// always count.
    ///
    /// Chinneck and Dravnieks 1991, doi:10.1287/ijoc.3.2.157
    func conflict() throws(AllocationFault) -> [AllocationLimit] {
        let all = AllocationProgramme(self, aim: .nothing).limits.filter(\.isDecided)
        var kept = all
        for grain in AllocationLimit.Grain.allCases {
            kept = try filtered(kept, by: grain)
        }
        return kept
    }

    /// Leaves out groups of limits, last ones first, as long as nothing becomes possible.
    private func filtered(
        _ limits: [AllocationLimit], by grain: AllocationLimit.Grain
    ) throws(AllocationFault) -> [AllocationLimit] {
        var order: [AllocationLimit] = []
        var seen: Set<AllocationLimit> = []
        for limit in limits where seen.insert(limit.coarse(grain)).inserted {
            order.append(limit.coarse(grain))
        }
        var kept = limits
        for group in order.reversed() {
            let rest = kept.filter { $0.coarse(grain) != group }
            if try !isPossible(Set(rest)) { kept = rest }
        }
        return kept
    }

    private func isPossible(_ limits: Set<AllocationLimit>) throws(AllocationFault) -> Bool {
        let programme = AllocationProgramme(self, aim: .nothing) {
            !$0.isDecided || limits.contains($0)
        }
        do throws(LinearProgrammeFault) {
            _ = try programme.linear.solution()
            return true
        } catch {
            guard error == .infeasible else { throw .solver("\(error)") }
            return false
        }
    }
}

extension AllocationLimit {
    enum Grain: CaseIterable {
        case source
        case year
        case cell
    }

    /// Whether somebody decided it, and could decide otherwise.
    package var isDecided: Bool {
        switch source {
        case .ceiling, .coverage, .rule: true
        case .eligible, .purseShare, .match, .outreach, .definition: false
        }
    }

    /// The limit without its region.
    package var everywhere: AllocationLimit {
        AllocationLimit(source, year: year, segment: segment)
    }

    /// The limit without what is finer than a grain.
    func coarse(_ grain: Grain) -> AllocationLimit {
        switch grain {
        case .source: AllocationLimit(source, year: nil)
        case .year: AllocationLimit(source, year: year)
        case .cell: self
        }
    }
}
