/// One world of a segment, month by month, as the model is written: the second implementation.
struct PlainProjection {
    let segment: SegmentCase
    let world: Int
    /// Cohorts x statuses.
    var people: [[Double]]
    var previousQuota: Double
    /// Months x 32.
    var record: [[Double]] = []

    private static let (u, f1, f2, f, s1, s2, s) = (0, 1, 2, 3, 4, 5, 6)
    private static let (lapsed, lapsedVested) = (8, 9)
    private static let (enrolled, released, quota, unfilled) = (24, 25, 26, 27)

    init(_ segment: SegmentCase, world: Int) {
        self.segment = segment
        self.world = world
        people = (0..<segment.cohorts).map { cohort in
            (0..<10).map { segment.population[row: cohort * 10 + $0, world: world] }
        }
        previousQuota = segment.previousQuota[world]
    }

    /// Lets all months happen.
    mutating func run() {
        for month in 0..<segment.months { advance(month) }
    }

    private mutating func advance(_ month: Int) {
        record.append(Array(repeating: 0, count: 32))
        if segment.ages[month] == 1 { age() }
        for cohort in people.indices {
            people[cohort][Self.u] +=
                segment.entrants[row: month, world: world]
                * segment.entrantShare[row: cohort, world: world]
        }
        decide(month)
        count(into: 0)
        transition(Int(segment.operatorOf[month]))
        count(into: 10)
    }

    private mutating func age() {
        for step in segment.ageFrom.indices {
            let (from, to) = (Int(segment.ageFrom[step]), Int(segment.ageTo[step]))
            for status in 0..<10 {
                let moving = people[from][status] * segment.ageShare[step]
                people[from][status] -= moving
                if to < 0 {
                    record[record.count - 1][21] += moving
                } else {
                    people[to][status] += moving
                }
            }
        }
    }

    private func sum(_ statuses: [Int]) -> Double {
        people.reduce(0) { sum, cohort in statuses.reduce(sum) { $0 + cohort[$1] } }
    }

    private mutating func decide(_ month: Int) {
        func given(_ path: KeyPath<SegmentCase, Lanes>) -> Double {
            segment[keyPath: path][row: month, world: world]
        }
        let funded = sum([Self.f1, Self.f2, Self.f])
        let pool = sum([Self.u, Self.lapsed, Self.lapsedVested])
        let persons =
            given(\.share) > 0
            ? given(\.share) * given(\.eligible) * (pool + funded) : given(\.heads)
        let target = persons * given(\.cut)
        record[record.count - 1][Self.quota] = target
        if target > funded {
            var wanted = target - funded
            if given(\.refill) == 0 { wanted = min(wanted, max(0, target - previousQuota)) }
            let number = min(wanted, given(\.eligible) * pool)
            record[record.count - 1][Self.enrolled] = number
            record[record.count - 1][Self.unfilled] = wanted - number
            if number > 0 { enrol(number / pool, given(\.waits) == 1, given(\.restarts) == 1) }
        } else if target < funded {
            record[record.count - 1][Self.released] = funded - target
            release((funded - target) / funded, retention: given(\.retention))
        }
        previousQuota = target
    }

    private mutating func enrol(_ share: Double, _ waits: Bool, _ restarts: Bool) {
        for cohort in people.indices {
            for status in [Self.u, Self.lapsed, Self.lapsedVested] {
                let moving = people[cohort][status] * share
                let begins = status == Self.lapsedVested ? restarts : waits
                people[cohort][status] -= moving
                people[cohort][begins ? Self.f1 : Self.f] += moving
            }
        }
    }

    private mutating func release(_ share: Double, retention: Double) {
        let ways = [
            (Self.f1, Self.s1, Self.lapsed), (Self.f2, Self.s2, Self.lapsed),
            (Self.f, Self.s, Self.lapsedVested),
        ]
        for cohort in people.indices {
            for (from, kept, lost) in ways {
                let moving = people[cohort][from] * share
                people[cohort][from] -= moving
                people[cohort][kept] += moving * retention
                people[cohort][lost] += moving * (1 - retention)
            }
        }
    }

    private mutating func count(into row: Int) {
        for status in 0..<10 { record[record.count - 1][row + status] = sum([status]) }
    }

    private mutating func transition(_ position: Int) {
        for cohort in people.indices {
            let before = people[cohort]
            let lane = position * segment.cohorts + cohort
            for (status, persons) in before.enumerated() {
                leave(persons, lane: lane, row: position * 10 + status)
            }
            for to in 0..<10 {
                let arriving = (0..<10).reduce(0) {
                    $0 + before[$1] * move((position * 10 + $1) * 10 + to)
                }
                people[cohort][to] = segment.survival[row: lane, world: world] * arriving
            }
        }
    }

    private mutating func leave(_ persons: Double, lane: Int, row: Int) {
        for cause in 0..<4 {
            var share = segment.leaving[row: lane * 4 + cause, world: world]
            if !segment.exits.isEmpty { share += segment.exits[row: row * 4 + cause, world: world] }
            record[record.count - 1][20 + cause] += persons * share
            // Deaths of F1 and F2, of S1 and S2, of F, of S and E.
            let groups = [1: 28, 2: 28, 4: 29, 5: 29, 3: 30, 6: 31, 7: 31]
            if cause == 0, let group = groups[row % 10] {
                record[record.count - 1][group] += persons * share
            }
        }
    }

    private func move(_ entry: Int) -> Double {
        segment.own ? segment.moves[row: entry, world: world] : segment.moves[entry]
    }
}
