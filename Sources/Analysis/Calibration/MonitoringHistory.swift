import Forecasting
import Quantities

/// The pairs of months that can be compared, by place, and what stands in the way of others.
struct MonitoringHistory {
    /// A pair with the month that it ends in.
    struct Step {
        let month: Month
        let pair: CountPair
    }

    private(set) var steps: [MonitoringTable.Place: [Step]] = [:]
    private(set) var findings: [CalibrationFinding] = []

    /// A tolerance for people out of nowhere: counts are whole.
    private static let slack = 0.5

    init(_ table: MonitoringTable) {
        let hasEntrants = table.has(.entrants)
        let hasFlows = table.has(.enrolled) || table.has(.released)
        if !hasEntrants { findings.append(.entrantsUnknown) }
        if !hasFlows { findings.append(.flowsUnknown) }
        let known = MonitoredStatus.allCases.filter { table.has(.status($0)) }
        for place in table.counts.keys.sorted() {
            if let count = table.revised[place] { findings.append(.revised(place, count)) }
            steps[place] = add(
                place, table.counts[place] ?? [:], known, hasEntrants: hasEntrants,
                hasFlows: hasFlows)
        }
        findSplits(table)
    }

    /// The steps of a place.
    private mutating func add(
        _ place: MonitoringTable.Place, _ months: [Month: MonitoringTable.Counts],
        _ known: [MonitoredStatus], hasEntrants: Bool, hasFlows: Bool
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
                        before: before, after: after, entrants: entrants, flows: flows)))
        }
        return found
    }

    /// Regions that end before the table does while others begin in the month after.
    private mutating func findSplits(_ table: MonitoringTable) {
        var spans: [RegionCode: ClosedRange<Month>] = [:]
        for (place, months) in table.counts {
            guard let first = months.keys.min(), let last = months.keys.max() else { continue }
            let known = spans[place.region] ?? first...last
            spans[place.region] = min(first, known.lowerBound)...max(last, known.upperBound)
        }
        let end = spans.values.map(\.upperBound).max()
        for (region, span) in spans.sorted(by: { $0.key < $1.key }) where span.upperBound != end {
            let next = span.upperBound.advanced(by: 1)
            let heirs = spans.filter { $0.value.lowerBound == next }.map(\.key).sorted()
            guard !heirs.isEmpty else { continue }
            func people(_ regions: [RegionCode], _ month: Month) -> Double {
                table.counts.reduce(0) { sum, entry in
                    guard regions.contains(entry.key.region), let counts = entry.value[month]
                    else { return sum }
                    return MonitoredStatus.allCases.reduce(sum) {
                        $0 + (counts[.status($1)] ?? 0)
                    }
                }
            }
            findings.append(
                .split(
                    region, into: heirs, next, persons: people([region], span.upperBound),
                    after: people(heirs, next)))
        }
    }
}
