/// A step function of the plain loop: values with the month of the horizon they begin in.
struct PlainSteps<Value> {
    var steps: [(from: Int, value: Value)]

    init(_ value: Value) { steps = [(0, value)] }

    init(steps: [(from: Int, value: Value)]) { self.steps = steps }

    func at(_ month: Int) -> Value {
        var current = steps[0].value
        for step in steps where step.from <= month { current = step.value }
        return current
    }
}

enum PlainQuota {
    case heads(Double)
    case share(Double)
}

enum PlainEntrants {
    case perMonth(Double)
    case perYearOfOpening(Double)
}

struct PlainCohort {
    var ageFrom = 0
    var width = 1
    var sex = ""
    var stockShare = 1.0
    var entrantShare = 1.0
    var deathRate = 0.0
    /// Where the share 1/width goes in January; nil leaves at the age limit.
    var next: Int?
}

/// One segment in one region, as the text of section 3 needs it.
struct PlainCell {
    var waits = true
    var workers = 0.0
    var openingFunded = 0.0
    var openingSelf = 0.0
    var openingEmployer = 0.0
    var openingLapsed = 0.0
    var openingLapsedVested = 0.0
    var quota = PlainSteps<PlainQuota>(.heads(0))
    var fundedMonths = PlainSteps(12)
    var fundingStart = PlainSteps(1)
    var refill = PlainSteps(true)
    var retention = PlainSteps(0.0)
    var eligibleShare = PlainSteps(1.0)
    var restarts = PlainSteps(true)
    var entrants = PlainSteps<PlainEntrants>(.perMonth(0))
    var rates = PlainSteps(PlainRates())
    var load = PlainSteps(1.0)
}

/// What one month of the plain loop gives, summed over cohorts.
struct PlainMonth {
    /// Before step 1.
    var start = [Double](repeating: 0, count: 10)
    /// After step 2: what is charged.
    var charged = [Double](repeating: 0, count: 10)
    var entrants = 0.0
    var enrolled = 0.0
    var released = 0.0
    var quota = 0.0
    var deaths = 0.0
    var outOfLabourForce = 0.0
    var movedAway = 0.0
    var ageLimit = 0.0
    var deathsByStatus = [Double](repeating: 0, count: 10)
}

/// Section 3 of the model, word by word, one person-array per cohort.
struct PlainLoop {
    let cell: PlainCell
    let cohorts: [PlainCohort]
    let hasCohorts: Bool
    /// Month of the year of month 0, 1...12.
    let firstMonthOfYear: Int
    /// Multiplies the quota of a month; nil month is unfunded.
    var cut: (Int) -> Double = { _ in 1 }
    var x: [[Double]]
    var previousQuota = 0.0
    /// The last operator of each cohort and what it was made from.
    private var known: [(rates: PlainRates, restarts: Bool, p: Plain.Square)?]

    init(cell: PlainCell, cohorts: [PlainCohort], firstMonthOfYear: Int) {
        self.cell = cell
        hasCohorts = !cohorts.isEmpty
        self.cohorts = cohorts.isEmpty ? [PlainCohort()] : cohorts
        self.firstMonthOfYear = firstMonthOfYear
        known = self.cohorts.map { _ in nil }
        x = self.cohorts.map { cohort in
            var stock = [Double](repeating: 0, count: 10)
            stock[Plain.funded] = cell.openingFunded
            stock[Plain.selfPaying] = cell.openingSelf
            stock[Plain.employer] = cell.openingEmployer
            stock[Plain.lapsed] = cell.openingLapsed
            stock[Plain.lapsedVested] = cell.openingLapsedVested
            stock[Plain.unprotected] = 1 - stock.reduce(0, +)
            return stock.map { $0 * cell.workers * cohort.stockShare }
        }
    }

    func monthOfYear(_ t: Int) -> Int { (firstMonthOfYear - 1 + t) % 12 + 1 }

    func total(_ statuses: [Int]) -> Double {
        x.reduce(0) { sum, lane in statuses.reduce(sum) { $0 + lane[$1] } }
    }

    func sums() -> [Double] { (0..<10).map { total([$0]) } }

    mutating func run(months: Int) -> [PlainMonth] {
        (0..<months).map { month($0) }
    }

    mutating func month(_ t: Int) -> PlainMonth {
        var record = PlainMonth()
        record.start = sums()
        if t > 0, monthOfYear(t) == 1, hasCohorts { record.ageLimit += age() }
        record.entrants = enter(t)
        decide(t, &record)
        record.charged = sums()
        move(t, &record)
        return record
    }

    /// January: the share 1/width of every status moves on.
    private mutating func age() -> Double {
        var left = 0.0
        var arriving = x.map { $0.map { _ in 0.0 } }
        for (a, cohort) in cohorts.enumerated() {
            for k in 0..<10 {
                let moved = x[a][k] / Double(cohort.width)
                x[a][k] -= moved
                if let next = cohort.next { arriving[next][k] += moved } else { left += moved }
            }
        }
        for a in x.indices { for k in 0..<10 { x[a][k] += arriving[a][k] } }
        return left
    }

    private mutating func enter(_ t: Int) -> Double {
        let persons =
            switch cell.entrants.at(t) {
            case .perMonth(let persons): persons
            case .perYearOfOpening(let rate): rate * cell.workers / 12
            }
        for (a, cohort) in cohorts.enumerated() {
            x[a][Plain.unprotected] += persons * cohort.entrantShare
        }
        return persons
    }

    private func quota(_ t: Int) -> Double {
        let start = cell.fundingStart.at(t)
        let month = monthOfYear(t)
        guard month >= start, month < start + cell.fundedMonths.at(t) else { return 0 }
        switch cell.quota.at(t) {
        case .heads(let heads): return heads * cut(t)
        case .share(let share):
            let group = [
                Plain.unprotected, Plain.funded1, Plain.funded2, Plain.funded, Plain.lapsed,
                Plain.lapsedVested,
            ]
            return share * cell.eligibleShare.at(t) * total(group) * cut(t)
        }
    }

    private mutating func decide(_ t: Int, _ record: inout PlainMonth) {
        let wanted = quota(t)
        let present = total([Plain.funded1, Plain.funded2, Plain.funded])
        record.quota = wanted
        if wanted > present {
            let open = total([Plain.unprotected, Plain.lapsed, Plain.lapsedVested])
            var joining = min(wanted - present, cell.eligibleShare.at(t) * open)
            if !cell.refill.at(t) { joining = min(joining, max(0, wanted - previousQuota)) }
            if open > 0, joining > 0 { enrol(joining / open, t) }
            record.enrolled = open > 0 ? joining : 0
        } else if wanted < present {
            release((present - wanted) / present, keeping: cell.retention.at(t))
            record.released = present - wanted
        }
        previousQuota = wanted
    }

    private mutating func enrol(_ share: Double, _ t: Int) {
        let newcomer = cell.waits ? Plain.funded1 : Plain.funded
        for a in x.indices {
            for from in [Plain.unprotected, Plain.lapsed, Plain.lapsedVested] {
                let moved = x[a][from] * share
                let keepsMonths = from == Plain.lapsedVested && !cell.restarts.at(t)
                x[a][from] -= moved
                x[a][keepsMonths ? Plain.funded : newcomer] += moved
            }
        }
    }

    private mutating func release(_ share: Double, keeping rho: Double) {
        let paths = [
            (Plain.funded1, Plain.self1, Plain.lapsed), (Plain.funded2, Plain.self2, Plain.lapsed),
            (Plain.funded, Plain.selfPaying, Plain.lapsedVested),
        ]
        for a in x.indices {
            for (from, stays, lapses) in paths {
                let moved = x[a][from] * share
                x[a][from] -= moved
                x[a][stays] += rho * moved
                x[a][lapses] += (1 - rho) * moved
            }
        }
    }

    private mutating func move(_ t: Int, _ record: inout PlainMonth) {
        for (a, cohort) in cohorts.enumerated() {
            var rates = cell.rates.at(t)
            rates.death = (hasCohorts ? cohort.deathRate : rates.death) * cell.load.at(t)
            let people = x[a].reduce(0, +)
            for k in 0..<10 {
                record.deathsByStatus[k] += x[a][k] * rates.monthlyShare(rates.death)
            }
            record.deaths += people * rates.monthlyShare(rates.death)
            record.outOfLabourForce += people * rates.monthlyShare(rates.outOfLabourForce)
            record.movedAway += people * rates.monthlyShare(rates.movedAway)
            record.ageLimit += people * rates.monthlyShare(rates.ageLimit)
            x[a] = Plain.times(x[a], monthly(rates, cell.restarts.at(t), cohort: a))
        }
    }

    private mutating func monthly(
        _ rates: PlainRates, _ restarts: Bool, cohort: Int
    ) -> Plain.Square {
        if let last = known[cohort], last.rates == rates, last.restarts == restarts {
            return last.p
        }
        let p = rates.monthly(waits: cell.waits, restarts: restarts)
        known[cohort] = (rates, restarts, p)
        return p
    }
}
