import Quantities

/// Regions that were split, merged or drawn anew: some end as others begin, or one region gives or
/// takes about as many people as there are in those that begin or end.
package struct RegionChange: Hashable, Sendable {
    /// Before, in the last month of the old order.
    package let from: [RegionCode]
    package let into: [RegionCode]
    /// The first month of the new order.
    package let month: Month
    package let before: Double, after: Double

    /// How far the people of both sides may differ, as a part of those that began or ended.
    private static let slack = 0.25

    /// The changes of a table, in order of month.
    static func all(in table: MonitoringTable) -> [RegionChange] {
        var people: [RegionCode: [Month: Double]] = [:]
        for (place, months) in table.counts {
            for (month, counts) in months {
                let sum = MonitoredStatus.allCases.reduce(0) {
                    $0 + (counts[.status($1)] ?? 0)
                }
                people[place.region, default: [:]][month, default: 0] += sum
            }
        }
        let spans = people.compactMapValues { months -> ClosedRange<Month>? in
            guard let first = months.keys.min(), let last = months.keys.max() else { return nil }
            return first...last
        }
        guard let start = spans.values.map(\.lowerBound).min(),
            let end = spans.values.map(\.upperBound).max(), start < end
        else { return [] }
        return (start.advanced(by: 1)...end).compactMap { change($0, people, spans) }
    }

    /// What changed with a month; nil where nothing did.
    private static func change(
        _ month: Month, _ people: [RegionCode: [Month: Double]],
        _ spans: [RegionCode: ClosedRange<Month>]
    ) -> RegionChange? {
        let last = month.advanced(by: -1)
        let ended = spans.filter { $0.value.upperBound == last }.keys.sorted()
        let begun = spans.filter { $0.value.lowerBound == month }.keys.sorted()
        func sum(_ regions: [RegionCode], _ month: Month) -> Double {
            regions.reduce(0) { $0 + (people[$1]?[month] ?? 0) }
        }
        /// The region that grew by about as many people.
        func gaining(_ wanted: Double) -> RegionCode? {
            let found = people.compactMap { region, months -> (RegionCode, Double)? in
                guard let before = months[last], let after = months[month] else { return nil }
                return (region, abs(after - before - wanted))
            }.min { ($0.1, $0.0) < ($1.1, $1.0) }
            return found.flatMap { $0.1 <= slack * abs(wanted) ? $0.0 : nil }
        }
        var (from, into) = (ended, begun)
        if ended.isEmpty, !begun.isEmpty {
            guard let parent = gaining(-sum(begun, month)) else { return nil }
            (from, into) = ([parent], [parent] + begun)
        } else if begun.isEmpty, !ended.isEmpty {
            guard let heir = gaining(sum(ended, last)) else { return nil }
            (from, into) = (ended + [heir], [heir])
        }
        guard !from.isEmpty, !into.isEmpty else { return nil }
        return RegionChange(
            from: from.sorted(), into: into.sorted(), month: month, before: sum(from, last),
            after: sum(into, month))
    }
}
