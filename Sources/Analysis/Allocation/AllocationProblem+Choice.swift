internal import Optimization

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
