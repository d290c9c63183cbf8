import Foundation

/// The people of one cell, computed from a resolved configuration and its `read_me` alone.
///
/// Plain loops over numbers out of JSON: nothing of the package is used.
struct StrangersProjection {
    typealias Object = [String: Any]

    let cell: Object
    let cohorts: [Object]
    let months: [String]
    let statuses: [String]
    /// Months x statuses: persons after decisions.
    private(set) var exposed: [[Double]] = []
    private var people: [[Double]] = []
    private var known: [String: [[Double]]] = [:]

    init(_ cell: Object, of document: Object) {
        self.cell = cell
        cohorts = document["cohorts"] as? [Object] ?? []
        months = document["months"] as? [String] ?? []
        statuses = document["statuses"] as? [String] ?? []
        let opening = cell["opening_persons"] as? [String: [Double]] ?? [:]
        let count = max(1, cohorts.count)
        people = (0..<count).map { cohort in statuses.map { opening[$0]?[cohort] ?? .nan } }
        var previous = funded
        for month in months.indices {
            if month > 0, months[month].hasSuffix("-01") { age() }
            enter(month)
            previous = decide(month, previous)
            exposed.append(statuses.indices.map { status in sum { $0[status] } })
            for cohort in people.indices {
                people[cohort] = product(people[cohort], transition(month, cohort))
            }
        }
    }

    private func at(_ status: String) -> Int { statuses.firstIndex(of: status) ?? -1 }
    private func sum(_ value: ([Double]) -> Double) -> Double {
        people.reduce(0) { $0 + value($1) }
    }
    private var funded: Double { sum { $0[at("F1")] + $0[at("F2")] + $0[at("F")] } }
    private func number(_ name: String, _ month: Int) -> Double {
        (cell[name] as? [Double])?[month] ?? .nan
    }
    private func flag(_ name: String, _ month: Int) -> Bool {
        (cell[name] as? [Bool])?[month] ?? false
    }
    private func word(_ name: String, _ month: Int) -> String {
        (cell[name] as? [String])?[month] ?? ""
    }

    private mutating func age() {
        let ages = cohorts.map { ($0["age_from"] as? Int ?? 0, $0["age_until"] as? Int ?? 0) }
        for cohort in cohorts.indices.sorted(by: { ages[$0].0 > ages[$1].0 }) {
            let next = cohorts.indices.first {
                cohorts[$0]["sex"] as? String == cohorts[cohort]["sex"] as? String
                    && ages[$0].0 == ages[cohort].1 + 1
            }
            for status in statuses.indices {
                let moving = people[cohort][status] / Double(ages[cohort].1 - ages[cohort].0 + 1)
                people[cohort][status] -= moving
                if let next { people[next][status] += moving }
            }
        }
    }

    private mutating func enter(_ month: Int) {
        for cohort in people.indices {
            let share = cohorts.isEmpty ? 1 : cohorts[cohort]["entrant_share"] as? Double ?? .nan
            people[cohort][at("U")] += number("entrants_persons", month) * share
        }
    }

    /// Returns the target.
    private mutating func decide(_ month: Int, _ previous: Double) -> Double {
        let pool = sum { $0[at("U")] + $0[at("L")] + $0[at("LV")] }
        let (funded, eligible) = (funded, number("eligible_share", month))
        var target = flag("funded", month) ? number("quota", month) : 0
        if word("quota_unit", month) == "share" { target *= eligible * (pool + funded) }
        if target > funded {
            let rise = max(0, target - previous)
            let wanted = flag("refill", month) ? target - funded : min(target - funded, rise)
            let share = pool > 0 ? min(wanted, eligible * pool) / pool : 0
            for source in ["U", "L", "LV"] {
                let waits =
                    word("route", month) == "bpu"
                    && (source != "LV" || flag("waiting_restarts", month))
                move(share, from: source, to: [(waits ? "F1" : "F", 1)])
            }
        } else if target < funded {
            let (share, kept) = ((funded - target) / funded, number("retention", month))
            move(share, from: "F1", to: [("S1", kept), ("L", 1 - kept)])
            move(share, from: "F2", to: [("S2", kept), ("L", 1 - kept)])
            move(share, from: "F", to: [("S", kept), ("LV", 1 - kept)])
        }
        return target
    }

    private mutating func move(_ share: Double, from: String, to: [(String, Double)]) {
        for cohort in people.indices {
            let moving = people[cohort][at(from)] * share
            people[cohort][at(from)] -= moving
            for (status, part) in to { people[cohort][at(status)] += moving * part }
        }
    }
}

extension StrangersProjection {
    /// `expm(Q/12) A`, ten by ten.
    private mutating func transition(_ month: Int, _ cohort: Int) -> [[Double]] {
        let rates = cell["rates_per_year"] as? Object ?? [:]
        func rate(_ name: String) -> Double { (rates[name] as? [Double])?[month] ?? .nan }
        let death = (rates["death"] as? [[Double]])?[cohort][month] ?? .nan
        let (waits, restarts) = (word("route", month) == "bpu", flag("waiting_restarts", month))
        let names = rates.keys.filter { $0 != "death" }.sorted()
        let key = "\(names.map(rate)) \(death) \(waits) \(restarts)"
        if let found = known[key] { return found }
        var q = Array(repeating: Array(repeating: 0.0, count: 11), count: 11)
        let entry = waits ? 10 : at("S")
        func add(_ from: String, _ to: Int, _ name: String) { q[at(from)][to] += rate(name) }
        add("U", entry, "self_enrolment")
        for from in ["U", "S1", "S2", "S", "L", "LV"] {
            add(from, at("E"), "employer_enrolment")
        }
        add("E", at("U"), "employer_loss")
        for from in ["S1", "S2"] { add(from, at("L"), "lapse") }
        add("S", at("LV"), "lapse")
        add("L", entry, "return")
        add("LV", restarts ? entry : at("S"), "return")
        for (from, to) in [("F1", "S1"), ("F2", "S2"), ("F", "S")] {
            add(from, at(to), "graduation")
        }
        q[10] = q[at("S1")]
        let leaving = death + rate("age_limit") + rate("out_of_labour_force") + rate("moved_away")
        for row in q.indices { q[row][row] = -(q[row].reduce(0, +) + leaving) }
        let moved = exponential(q.map { $0.map { $0 / 12 } }).prefix(10).map(advanced)
        known[key] = moved
        return moved
    }

    /// Consecutive months advance.
    private func advanced(_ row: [Double]) -> [Double] {
        var result = Array(repeating: 0.0, count: 10)
        let next = ["F1": "F2", "F2": "F", "S1": "S2", "S2": "S"]
        for (index, value) in row.enumerated() {
            let to = index == 10 ? "S1" : next[statuses[index]] ?? statuses[index]
            result[at(to)] += value
        }
        return result
    }

    /// The exponential by its series, halved six times and squared back.
    private func exponential(_ matrix: [[Double]]) -> [[Double]] {
        let size = matrix.count
        var result = (0..<size).map { i in (0..<size).map { $0 == i ? 1.0 : 0 } }
        var term = result
        let small = matrix.map { $0.map { $0 / 64 } }
        for step in 1...14 {
            term = term.map { product($0, small).map { $0 / Double(step) } }
            for row in 0..<size {
                for column in 0..<size { result[row][column] += term[row][column] }
            }
        }
        for _ in 0..<6 { result = result.map { product($0, result) } }
        return result
    }

    private func product(_ row: [Double], _ matrix: [[Double]]) -> [Double] {
        var result = Array(repeating: 0.0, count: matrix.first?.count ?? 0)
        for (value, line) in zip(row, matrix) where value != 0 {
            for (column, entry) in line.enumerated() { result[column] += value * entry }
        }
        return result
    }
}
