import Coverage
import Forecasting
import Quantities

/// The pairs of months that can be compared, by place, and what stands in the way of others.
struct MonitoringHistory {
    /// A pair with the month that it ends in.
    struct Step {
        let month: Month
        let pair: CountPair
        /// Who left between the months, by cause.
        let left: [ExitCause: Double]

        /// The years that people were there.
        var personYears: Double {
            (pair.before.reduce(0, +) + pair.after.reduce(0, +)) / 24
        }
    }

    private(set) var steps: [MonitoringTable.Place: [Step]] = [:]
    private(set) var findings: [CalibrationFinding] = []
    /// Why people left, as far as rows say.
    let causes: [ExitCause]

    /// A tolerance for people out of nowhere: counts are whole.
    private static let slack = 0.5

    init(_ table: MonitoringTable) {
        let hasEntrants = table.has(.entrants)
        let hasFlows = table.has(.enrolled) || table.has(.released)
        if !hasEntrants { findings.append(.entrantsUnknown) }
        if !hasFlows { findings.append(.flowsUnknown) }
        causes = ExitCause.allCases.filter { table.has(.left($0)) }
        let changes = RegionChange.all(in: table)
        findings += changes.map { .redrawn($0) }
        let known = MonitoredStatus.allCases.filter { table.has(.status($0)) }
        for place in table.counts.keys.sorted() {
            if let cells = table.revised[place] { findings.append(.revised(place, cells)) }
            let redrawn = changes.filter {
                $0.from.contains(place.region) && $0.into.contains(place.region)
            }
            steps[place] = add(
                place, table.counts[place] ?? [:], known, hasEntrants: hasEntrants,
                hasFlows: hasFlows, without: Set(redrawn.map(\.month)))
        }
    }

    /// The steps of a place; none into a month whose region is not that of the month before.
    private mutating func add(
        _ place: MonitoringTable.Place, _ months: [Month: MonitoringTable.Counts],
        _ known: [MonitoredStatus], hasEntrants: Bool, hasFlows: Bool,
        without redrawn: Set<Month>
    ) -> [Step] {
        func stock(_ month: Month) -> [Double]? {
            guard let counts = months[month], known.allSatisfy({ counts[.status($0)] != nil })
            else { return nil }
            return MonitoredStatus.allCases.map { counts[.status($0)] ?? 0 }
        }
        guard let first = months.keys.min(), let last = months.keys.max() else { return [] }
        let absent = (first...last).filter { stock($0) == nil }
        if !absent.isEmpty { findings.append(.missing(place, absent)) }
        var found: [Step] = []
        for month in first..<last {
            guard let before = stock(month), let after = stock(month.advanced(by: 1)) else {
                continue
            }
            let next = month.advanced(by: 1)
            guard !redrawn.contains(next) else { continue }
            let counts = months[next] ?? [:]
            let entrants = hasEntrants ? counts[.entrants] ?? 0 : nil
            let extra = after.reduce(0, +) - before.reduce(0, +) - (entrants ?? .infinity)
            if extra > Self.slack {
                findings.append(.nowhere(place, next, persons: extra))
                continue
            }
            let flows =
                hasFlows
                ? CountPair.Flows(
                    enrolled: counts[.enrolled] ?? 0, released: counts[.released] ?? 0) : nil
            found.append(
                Step(
                    month: next,
                    pair: CountPair(
                        before: before, after: after, entrants: entrants, flows: flows),
                    left: Dictionary(
                        uniqueKeysWithValues: causes.map { ($0, counts[.left($0)] ?? 0) })))
        }
        return found
    }
}
