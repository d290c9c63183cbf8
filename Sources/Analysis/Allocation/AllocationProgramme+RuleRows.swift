internal import Optimization

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
