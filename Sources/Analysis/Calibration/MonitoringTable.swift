import Coverage
import Quantities

/// Where people of a monitoring table stand: the ten statuses without their count of months.
///
/// All months of waiting have the same rates, so that sums over them move as one (the chain is
/// lumpable) and nothing need be known of waiting.
package enum MonitoredStatus: Int, CaseIterable, Sendable {
    case unprotected, funded, selfPaying, employer, lapsed
}

/// What a row of a monitoring table counts.
package enum MonitoredItem: Hashable, Sendable {
    case status(MonitoredStatus)
    /// Who joined in the month; who was enrolled and released by decision.
    case entrants, enrolled, released
    /// Who left in the month, and why.
    case left(ExitCause)
}

/// Counts by region, segment, month and status, as monitoring reports them.
package struct MonitoringTable: Sendable {
    /// A segment of a region.
    package struct Place: Hashable, Comparable, Sendable {
        package let region: RegionCode
        package let segment: String

        package init(_ region: RegionCode, _ segment: String) {
            (self.region, self.segment) = (region, segment)
        }

        package static func < (one: Place, other: Place) -> Bool {
            (one.segment, one.region) < (other.segment, other.region)
        }
    }

    /// Persons by what was counted.
    package typealias Counts = [MonitoredItem: Double]

    /// A place's last figures of plan and payment, in persons; nil where none is given.
    package struct Progress: Sendable {
        package var month: Month
        package var planned: Double?, budgeted: Double?, registered: Double?, paid: Double?

        package init(month: Month) { self.month = month }
    }

    package var counts: [Place: [Month: Counts]]
    package var progress: [Place: Progress]
    /// How many cells of a month a later row gave another count.
    package var revised: [Place: [Month: Int]]

    package init() { (counts, progress, revised) = ([:], [:], [:]) }

    /// Whether any row counts it.
    package func has(_ item: MonitoredItem) -> Bool {
        counts.values.contains { $0.values.contains { $0[item] != nil } }
    }

    package var segments: [String] { Set(counts.keys.map(\.segment)).sorted() }
}
