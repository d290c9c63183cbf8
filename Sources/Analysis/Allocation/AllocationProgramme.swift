internal import Optimization

/// A problem as a linear programme, and what its rows mean.
struct AllocationProgramme {
    enum Aim: Equatable {
        case objective
        /// Whether anything keeps all limits.
        case nothing
    }

    typealias Terms = [(LinearProgramme.Variable, Double)]

    let problem: AllocationProblem
    /// The first variables are the problem's options, in order.
    var linear: LinearProgramme
    /// The objective's unit inside the programme: solvers take less than a ten-millionth for
    /// nothing, and one person moves the worst region's coverage, or families, by as little.
    ///
    ///     objective = unit x the programme's objective
    let unit: Double
    private(set) var limits: [AllocationLimit] = []
    /// By cell: positions of its options.
    let byCell: [[Int]]
    /// By place: persons paid for there, all segments together; made when first asked for.
    private var regionTotals: [Int: LinearProgramme.Variable] = [:]
    /// By year: persons paid for anywhere.
    private var yearTotals: [Int: LinearProgramme.Variable] = [:]
    /// By variable that stands for a sum: the options in it.
    private(set) var sums: [Int: [Int]] = [:]
    private let isKept: (AllocationLimit) -> Bool

    /// Builds the programme.
    ///
    /// - Parameters:
    ///   - aim: what is asked for.
    ///   - hasCeilings: without them the caller adds money.
    ///   - isKept: which limits count.
    init(
        _ problem: AllocationProblem, aim: Aim = .objective, hasCeilings: Bool = true,
        keeping isKept: @escaping (AllocationLimit) -> Bool = { _ in true }
    ) {
        self.problem = problem
        self.isKept = isKept
        let isWorst = problem.objective == .worstRegionCoverage
        linear = LinearProgramme(problem.objective == .cost ? .minimise : .maximise)
        let hasValues = aim != .nothing && !isWorst
        unit = problem.unit
        var byCell = Array(repeating: [Int](), count: problem.data.eligible.count)
        for (index, option) in problem.options.enumerated() {
            linear.addVariable(cost: hasValues ? problem.value(of: option) / unit : 0)
            byCell[option.cell].append(index)
        }
        self.byCell = byCell
        addEligible()
        if !problem.outreach.isEmpty { addOutreach() }
        if hasCeilings { addCeilings() }
        addShares()
        addMatches()
        addCoverage()
        addRules()
        guard aim == .objective else { return }
        if isWorst { addWorst() }
        if let futures = problem.futures { addFutures(futures) }
    }

    /// Adds a row unless its limit is left out.
    mutating func add(
        _ terms: Terms, lower: Double = -.infinity, upper: Double = .infinity,
        _ limit: AllocationLimit
    ) {
        guard isKept(limit) else { return }
        linear.addRow(terms, lower: lower, upper: upper)
        limits.append(limit)
    }

    func variable(_ option: Int) -> LinearProgramme.Variable {
        LinearProgramme.Variable(index: option)
    }

    /// Persons of some cells of a year: one term for each of their options.
    func persons(_ year: Int, _ regions: [Int], _ segments: [Int], times factor: Double = 1)
        -> Terms
    {
        var terms: Terms = []
        for region in regions {
            for segment in segments {
                for option in byCell[problem.data.cell(year, region, segment)] {
                    terms.append((variable(option), factor))
                }
            }
        }
        return terms
    }

    /// The eligible among some cells of a year.
    func eligible(_ year: Int, _ regions: [Int], _ segments: [Int]) -> Double {
        var sum = 0.0
        for region in regions {
            for segment in segments {
                sum += problem.data.eligible[problem.data.cell(year, region, segment)]
            }
        }
        return sum
    }

    /// Persons paid for in a region, as one variable, so that rows about many regions stay short.
    mutating func regionTotal(_ year: Int, _ region: Int) -> LinearProgramme.Variable {
        let place = problem.data.place(year, region)
        if let total = regionTotals[place] { return total }
        let total = linear.addVariable()
        var terms = persons(year, [region], Array(problem.data.segments.indices))
        sums[total.index] = terms.map(\.0.index)
        terms.append((total, -1))
        add(terms, lower: 0, upper: 0, AllocationLimit(.definition, year: year, region: region))
        regionTotals[place] = total
        return total
    }

    /// Persons paid for in a year, as one variable.
    mutating func yearTotal(_ year: Int) -> LinearProgramme.Variable {
        if let total = yearTotals[year] { return total }
        var terms: Terms = []
        for region in problem.data.regions.indices {
            terms.append((regionTotal(year, region), 1))
        }
        let total = linear.addVariable()
        sums[total.index] = terms.flatMap { sums[$0.0.index] ?? [] }
        terms.append((total, -1))
        add(terms, lower: 0, upper: 0, AllocationLimit(.definition, year: year))
        yearTotals[year] = total
        return total
    }
}

extension AllocationProgramme {
    /// Nobody is paid for who is not eligible, nor by two purses.
    private mutating func addEligible() {
        for cell in byCell.indices where !byCell[cell].isEmpty {
            let (year, region, segment) = problem.data.parts(of: cell)
            add(
                byCell[cell].map { (variable($0), 1) }, upper: problem.data.eligible[cell],
                AllocationLimit(.eligible, year: year, region: region, segment: segment))
        }
    }

    private mutating func addCeilings() {
        let spent = spending()
        for pot in problem.pots(problem.data.ceilings) {
            guard let terms = spent[pot.limit] else { continue }
            add(terms, upper: pot.rupiah / AllocationProblem.million, pot.limit)
        }
    }

    /// What is spent out of each pot, millions of rupiah.
    func spending() -> [AllocationLimit: Terms] {
        var spent: [AllocationLimit: Terms] = [:]
        for (index, option) in problem.options.enumerated() {
            spent[problem.limit(of: option), default: []].append(
                (variable(index), option.price / AllocationProblem.million))
        }
        return spent
    }

    /// The options of a cell by purse, in order: several where outreach has pieces.
    private func byPurse(_ options: [Int]) -> [(first: AllocationOption, options: [Int])] {
        var found: [(first: AllocationOption, options: [Int])] = []
        for position in options {
            let option = problem.options[position]
            if found.last?.first.purse == option.purse {
                found[found.count - 1].options.append(position)
            } else {
                found.append((option, [position]))
            }
        }
        return found
    }

    /// A purse that pays a part only: `price x - share x sum price x <= 0`.
    private mutating func addShares() {
        let data = problem.data
        for options in byCell {
            for (option, _) in byPurse(options) {
                let share = data.shares[option.purse][data.place(option.year, option.region)]
                guard share < 1 else { continue }
                let terms = options.map { other in
                    let isPurse = problem.options[other].purse == option.purse
                    let price = problem.options[other].price / AllocationProblem.million
                    return (variable(other), (isPurse ? 1 - share : -share) * price)
                }
                add(
                    terms, upper: 0,
                    AllocationLimit(
                        .purseShare(option.purse), year: option.year, region: option.region,
                        segment: option.segment))
            }
        }
    }

    /// A purse that matches another: `price x - match x price of the partner's x <= 0`, by cell.
    private mutating func addMatches() {
        let data = problem.data
        for options in byCell {
            for (option, own) in byPurse(options) {
                let match = data.matches[option.purse][data.place(option.year, option.region)]
                guard match > 0, let partner = data.partners[option.purse] else { continue }
                var terms: Terms = own.map {
                    (variable($0), problem.options[$0].price / AllocationProblem.million)
                }
                for other in options where problem.options[other].purse == partner {
                    let price = problem.options[other].price / AllocationProblem.million
                    terms.append((variable(other), -match * price))
                }
                add(
                    terms, upper: 0,
                    AllocationLimit(
                        .match(option.purse), year: option.year, region: option.region,
                        segment: option.segment))
            }
        }
    }

    private mutating func addCoverage() {
        let data = problem.data
        for (year, share) in problem.coverage.sorted(by: { $0.key < $1.key }) {
            let places = data.regions.indices.map { data.place(year, $0) }
            let workers = places.reduce(0) { $0 + data.workers[$1] }
            let others = places.reduce(0) { $0 + data.protected[$1] }
            add(
                persons(year, Array(data.regions.indices), Array(data.segments.indices)),
                lower: share * workers - others, AllocationLimit(.coverage, year: year))
        }
    }

    /// `protected + sum x >= workers x worst`; the mean of `worst` over years is the objective. The
    /// variable is `worst` in the programme's unit.
    private mutating func addWorst() {
        let data = problem.data
        for year in data.years.indices {
            let worst = linear.addVariable(cost: 1 / Double(data.years.count), upper: 1 / unit)
            for region in data.regions.indices {
                let place = data.place(year, region)
                guard data.workers[place] > 0 else { continue }
                var terms = persons(year, [region], Array(data.segments.indices))
                terms.append((worst, -data.workers[place] * unit))
                add(
                    terms, lower: -data.protected[place],
                    AllocationLimit(.definition, year: year, region: region))
            }
        }
    }
}

extension AllocationProgramme {
    /// Adds the rows of every named rule, in order.
    mutating func addRules() {
        for (index, rule) in problem.rules.enumerated() {
            switch rule.demand {
            case .earmark(let purse, let side, let share):
                addEarmark(rule, index, purse, side, share)
            case .share(let side, let share):
                addPersons(rule, index, side) { share * $0.eligible($1, $2, $3) }
            case .persons(let side, let persons):
                addPersons(rule, index, side) { _, _, _, _ in persons }
            case .growth(let side, let growth): addGrowth(rule, index, side, growth)
            case .equity(let part): addEquity(rule, index, part)
            }
        }
    }

    private mutating func add(
        _ terms: Terms, _ side: AllocationRule.Side, _ bound: Double, _ limit: AllocationLimit
    ) {
        switch side {
        case .atLeast: add(terms, lower: bound, limit)
        case .atMost: add(terms, upper: bound, limit)
        }
    }

    /// `spent on the segments - share x spent >= 0`, by year and group of regions.
    private mutating func addEarmark(
        _ rule: AllocationRule, _ index: Int, _ purse: Int, _ side: AllocationRule.Side,
        _ share: Double
    ) {
        let segments = Set(rule.segments)
        var terms: [AllocationLimit: Terms] = [:]
        for (position, option) in problem.options.enumerated() where option.purse == purse {
            let isMeant = segments.contains(option.segment)
            let limit = AllocationLimit(
                .rule(index), year: option.year, region: rule.addsRegions ? nil : option.region)
            let price = option.price / AllocationProblem.million
            terms[limit, default: []].append(
                (variable(position), (isMeant ? 1 - share : -share) * price))
        }
        for year in rule.years {
            for group in rule.regionGroups {
                let limit = AllocationLimit(
                    .rule(index), year: year, region: group.count == 1 ? group[0] : nil)
                let key = AllocationLimit(
                    .rule(index), year: year, region: rule.addsRegions ? nil : group[0])
                let found = (terms[key] ?? []).filter { term in
                    group.contains(problem.options[term.0.index].region)
                }
                if !found.isEmpty { add(found, side, 0, limit) }
            }
        }
    }

    private mutating func addPersons(
        _ rule: AllocationRule, _ index: Int, _ side: AllocationRule.Side,
        _ bound: (AllocationProgramme, Int, [Int], [Int]) -> Double
    ) {
        for year in rule.years {
            for regions in rule.regionGroups {
                for segments in rule.segmentGroups {
                    add(
                        persons(year, regions, segments), side,
                        bound(self, year, regions, segments),
                        limit(index, year, regions, segments))
                }
            }
        }
    }

    /// `persons(year) - (1 + growth) x persons(year - 1)` on one side of 0; months that are
    /// modelled do not matter, since persons are.
    private mutating func addGrowth(
        _ rule: AllocationRule, _ index: Int, _ side: AllocationRule.Side, _ growth: Double
    ) {
        for year in rule.years where year > 0 {
            for regions in rule.regionGroups {
                for segments in rule.segmentGroups {
                    let terms =
                        persons(year, regions, segments)
                        + persons(year - 1, regions, segments, times: -(1 + growth))
                    if !terms.isEmpty {
                        add(terms, side, 0, limit(index, year, regions, segments))
                    }
                }
            }
        }
    }

    /// `coverage of the region >= part x coverage of all`, both with whom no purse protects.
    private mutating func addEquity(_ rule: AllocationRule, _ index: Int, _ part: Double) {
        let data = problem.data
        for year in rule.years {
            let places = data.regions.indices.map { data.place(year, $0) }
            let workers = places.reduce(0) { $0 + data.workers[$1] }
            let others = places.reduce(0) { $0 + data.protected[$1] }
            for region in rule.regions where data.workers[places[region]] > 0 {
                let own = data.workers[places[region]]
                let terms = [
                    (regionTotal(year, region), 1), (yearTotal(year), -part * own / workers),
                ]
                add(
                    terms, lower: part * own * others / workers - data.protected[places[region]],
                    AllocationLimit(.rule(index), year: year, region: region))
            }
        }
    }

    private func limit(
        _ index: Int, _ year: Int, _ regions: [Int], _ segments: [Int]
    ) -> AllocationLimit {
        AllocationLimit(
            .rule(index), year: year, region: regions.count == 1 ? regions[0] : nil,
            segment: segments.count == 1 ? segments[0] : nil)
    }
}
