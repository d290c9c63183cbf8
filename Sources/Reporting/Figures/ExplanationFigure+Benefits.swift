import Analysis
import Costing
import Policy
import Quantities
import Welfare

/// Sums of what protection buys: deaths, accidents, benefits, families.
extension ExplanationFigure {
    private func value<Value>(_ key: ParameterKey<Value>, _ cell: [Int]) -> Value {
        policy.timeline(key, policy.segments[cell[1]].id, policy.regions[cell[0]])[tables.month]
    }

    private func figure(_ measure: Measure, _ cell: [Int]) -> Double {
        result.summary[measure, year, cell[0], cell[1]]
    }

    /// Cells by the numbers that decide their arithmetic, in the order in which they first occur.
    private func groups(_ numbers: ([Int]) -> [Double]) -> [(numbers: [Double], cells: [[Int]])] {
        var order: [[Double]] = []
        var found: [[Double]: [[Int]]] = [:]
        for cell in cells {
            let key = numbers(cell)
            if found[key] == nil { order.append(key) }
            found[key, default: []].append(cell)
        }
        return order.map { ($0, found[$0] ?? []) }
    }

    private func sum(_ measures: [Measure], _ cells: [[Int]]) -> Double {
        cells.reduce(0) { total, cell in measures.reduce(total) { $0 + figure($1, cell) } }
    }

    private static let covered: [Measure] = [
        .fundedPersonMonths, .selfPersonMonths, .employerPersonMonths,
    ]

    private var law: BenefitSchedule { BenefitSchedule(result.pricing.law, at: tables.month) }

    /// The population's deaths per person and year: of the cohorts at the opening shares.
    private func deathRate(_ cell: [Int]) -> Double {
        let cohorts = policy.scenario.cohorts(of: policy.regions[cell[0]])
        guard !cohorts.isEmpty else { return value(Parameters.death, cell) }
        return cohorts.reduce(0) { $0 + $1.stockShare * $1.deathRate }
    }

    /// Deaths of the protected: person-months x the population's rate x load / 12.
    func deaths(_ measure: Measure) -> FigureSum {
        let months = measure == .waitingDeaths ? [Measure.waitingPersonMonths] : Self.covered
        var result = FigureSum()
        for group in groups({ [deathRate($0), value(Parameters.mortalityLoad, $0)] }) {
            let exposed = sum(months, group.cells)
            let (rate, load) = (group.numbers[0], group.numbers[1])
            result.add(
                Phrase.deathsOf(names(group.cells)), exposed * rate * load / 12, .person,
                how: Phrase.deathsOf(exposed, rate, load))
        }
        result.close(at: figure(measure), .person, rest: Phrase.otherAges)
        return result
    }

    /// Claimed accidents: protected person-months x rate / 12.
    func accidents() -> FigureSum {
        var result = FigureSum()
        for group in groups({ [hasJKK($0) ? value(Parameters.accidentRate, $0) : 0] }) {
            let exposed = sum(Self.covered, group.cells)
            result.add(
                Phrase.accidentsOf(names(group.cells)), exposed * group.numbers[0] / 12, .person,
                how: Phrase.perYear(exposed, group.numbers[0]))
        }
        result.close(at: figure(.accidents), .person, rest: Phrase.changesInTheYear)
        return result
    }

    private func hasJKK(_ cell: [Int]) -> Bool { value(Parameters.programmes, cell).contains(.jkk) }
    private func hasJKM(_ cell: [Int]) -> Bool { value(Parameters.programmes, cell).contains(.jkm) }

    /// The names of the segments of some cells, where not all.
    private func names(_ cells: [[Int]]) -> Phrase {
        let found = Set(cells.map { $0[1] })
        guard found.count < segments.count, found.count <= 4 else {
            return found.count == segments.count
                ? (segments.count == 1
                    ? policy.segments[segments[0]].name : Phrase.all(.segment))
                : Phrase(id: "\(found.count) segmen", en: "\(found.count) segments")
        }
        return Phrase { language in
            found.sorted().map { policy.segments[$0].name[language] }.joined(separator: ", ")
        }
    }

    /// Cash and scholarships of JKM on deaths that are not due to work.
    func jkm() -> FigureSum {
        var result = FigureSum()
        let law = law
        let keys = [
            Parameters.deathAtWorkShare, Parameters.scholarshipTenureShare,
            Parameters.scholarshipShare, Parameters.scholarshipChildren,
        ]
        for group in groups({ cell in keys.map { value($0, cell) } + [hasJKM(cell) ? 1 : 0] })
        where group.numbers[4] > 0 {
            let (n, elsewhere) = (group.numbers, 1 - group.numbers[0])
            let waiting = sum([.waitingDeaths], group.cells)
            let vested = sum([.protectedDeaths], group.cells) - waiting
            result.add(
                Phrase.deathsWaiting, waiting * elsewhere * law.waitingCash, .rupiah,
                how: .product([
                    (waiting, .person), (elsewhere, .share), (law.waitingCash, .rupiah),
                ]))
            result.add(
                Phrase.deathsVested, vested * elsewhere * law.deathCash, .rupiah,
                how: .product([(vested, .person), (elsewhere, .share), (law.deathCash, .rupiah)]))
            result.add(
                Phrase.scholarships,
                vested * elsewhere * n[1] * n[2] * n[3] * law.childScholarship, .rupiah,
                how: .product([
                    (vested, .person), (elsewhere, .share), (n[1], .share), (n[3], .person),
                    (n[2], .share), (law.childScholarship, .rupiah),
                ]))
        }
        result.close(at: figure(.jkmBenefit), .rupiah, rest: Phrase.changesInTheYear)
        return result
    }

    func jkk() -> FigureSum {
        var result = FigureSum()
        for group in groups({ [value(Parameters.accidentCost, $0)] }) {
            let accidents = sum([.accidents], group.cells)
            result.add(
                Phrase.accidentsOf(names(group.cells)), accidents * group.numbers[0], .rupiah,
                how: .product([(accidents, .person), (group.numbers[0], .rupiah)]))
        }
        for group in groups({
            [
                value(Parameters.deathAtWorkShare, $0), value(Parameters.base, $0),
                hasJKK($0) ? 1 : 0,
            ]
        }) where group.numbers[2] > 0 {
            let deaths = sum([.protectedDeaths], group.cells)
            let cash = law.workDeath(wage: group.numbers[1])
            result.add(
                Phrase.deathsAtWork(names(group.cells)), deaths * group.numbers[0] * cash,
                .rupiah,
                how: .product([(deaths, .person), (group.numbers[0], .share), (cash, .rupiah)]))
        }
        add(scholarshipsTo: &result, ofJKM: false)
        result.close(at: figure(.jkkBenefit), .rupiah, rest: Phrase.changesInTheYear)
        return result
    }

    /// Scholarships of both programmes.
    func scholarships() -> FigureSum {
        var result = FigureSum()
        add(scholarshipsTo: &result, ofJKM: false)
        add(scholarshipsTo: &result, ofJKM: true)
        result.close(at: figure(.scholarship), .rupiah, rest: Phrase.changesInTheYear)
        return result
    }

    /// Scholarships on deaths at work (JKK, no term), or on others of the vested with enough
    /// contributions (JKM).
    private func add(scholarshipsTo result: inout FigureSum, ofJKM: Bool) {
        let keys = [
            Parameters.deathAtWorkShare, Parameters.scholarshipTenureShare,
            Parameters.scholarshipShare, Parameters.scholarshipChildren,
        ]
        for group in groups({ cell in
            keys.map { value($0, cell) } + [(ofJKM ? hasJKM(cell) : hasJKK(cell)) ? 1 : 0]
        }) where group.numbers[4] > 0 {
            let n = group.numbers
            let all = sum([.protectedDeaths], group.cells)
            let deaths = ofJKM ? all - sum([.waitingDeaths], group.cells) : all
            let part: [(Double, Unit)] =
                ofJKM ? [(1 - n[0], .share), (n[1], .share)] : [(n[0], .share)]
            let factors =
                [(deaths, Unit.person)] + part + [
                    (n[3], .person), (n[2], .share), (law.childScholarship, .rupiah),
                ]
            result.add(
                Phrase.scholarshipsOf(ofJKM ? .jkm : .jkk), factors.reduce(1) { $0 * $1.0 },
                .rupiah, how: .product(factors))
        }
    }
}
