import Coverage
import Forecasting
import Policy
import Quantities

/// Rates learnt from a monitoring table, and what was noticed on the way.
package struct Calibration: Sendable {
    /// A rate of a region and segment.
    package struct Rate: Sendable {
        package let place: MonitoringTable.Place
        /// Nil for leaving, whose causes counts do not tell apart.
        package let key: ParameterDefinition?
        /// Events per person-year at risk, or the share that is kept.
        package let value: Double
        /// Of the logarithm; of the logit for a share.
        package let standardError: Double
        /// The ends of the 90 % interval.
        package let low: Double, high: Double
        /// What the region's own counts weigh, against the other regions.
        package let weight: Double
        /// Whether the counts of the segment tell it at all.
        package let isOpen: Bool
    }

    /// Two rates of one place whose errors go together.
    package struct Pair: Sendable {
        package let place: MonitoringTable.Place
        package let first: ParameterDefinition, second: ParameterDefinition
        /// Spearman's, out of the normal correlation of logarithms.
        package let rank: Double
    }

    /// How a segment was fitted.
    package struct Segment: Sendable {
        package let name: String
        package let months: Int
        package let dispersion: Double
        package let usesCovariance: Bool
        package let hasConverged: Bool
        /// What its counts do not tell apart: keys, nil for leaving.
        package let open: [[ParameterDefinition?]]
    }

    package let rates: [Rate]
    package let pairs: [Pair]
    package let segments: [Segment]
    package let findings: [CalibrationFinding]
    package let progress: [CalibrationProgress]
    /// Why people left, as far as the table says.
    package let causes: [ExitCause]
    package let months: ClosedRange<Month>

    /// Learns the rates of all segments.
    ///
    /// - Parameters:
    ///   - table: with at least one pair of months.
    ///   - prices: what a funded person-month costs; of all places that give figures of plan and
    ///     payment.
    /// - Throws: ``FitFault`` where no place has two months in a row that can be compared.
    package init(_ table: MonitoringTable, prices: [MonitoringTable.Place: FundedPrice])
        throws(FitFault)
    {
        var rates: [Rate] = []
        var pairs: [Pair] = []
        var segments: [Segment] = []
        let history = MonitoringHistory(table)
        var findings = history.findings
        for name in table.segments {
            let fitted = try SegmentCalibration(name, history)
            rates += fitted.rates
            pairs += fitted.pairs
            segments.append(fitted.segment)
            findings += fitted.findings
        }
        (self.rates, self.pairs, self.segments) = (rates, pairs, segments)
        self.findings = findings
        causes = history.causes
        progress = table.progress.keys.sorted().compactMap { place in
            prices[place].flatMap { CalibrationProgress(place, table, price: $0) }
        }
        let all = table.counts.values.flatMap(\.keys)
        months = (all.min() ?? Month(2025, 1))...(all.max() ?? Month(2025, 1))
    }
}

/// What a reader of the answer should know of the data, and what was done.
package enum CalibrationFinding: Hashable, Sendable {
    /// Months between the first and the last that have no complete count; pairs with them are left
    /// out.
    case missing(MonitoringTable.Place, [Month])
    /// Cells that a later row changed; the later row counts.
    case revised(MonitoringTable.Place, [Month: Int])
    /// More people than there were and joined; the month is left out.
    case nowhere(MonitoringTable.Place, Month, persons: Double)
    /// A count far from what the rates can make of the month before; the month is left out.
    case leap(MonitoringTable.Place, Month, MonitoredStatus, deviation: Double)
    /// Leaps that fall on the turn of the year, by how many places.
    case yearEnd(String, Month, places: Int)
    /// Regions that are not those of the month before; each is taken for a region of its own, and
    /// the change of one that stays under its code is left out.
    case redrawn(RegionChange)
    /// No row counts those who join; leaving is seen only where it is not made up for.
    case entrantsUnknown
    /// No row counts enrolments and releases; quotas are taken as decided.
    case flowsUnknown
}

/// Planned, budgeted, registered and paid, where a place gives at least one of them.
package struct CalibrationProgress: Sendable {
    package let place: MonitoringTable.Place
    package let month: Month
    package let planned: Double, budgeted: Double, registered: Double, paid: Double
    /// Of a person-month.
    package let price: FundedPrice

    /// Persons planned without budget, budgeted but not registered, registered but not paid.
    package var unbudgeted: Double { max(0, planned - budgeted) }
    package var unregistered: Double { max(0, budgeted - registered) }
    package var unpaid: Double { max(0, registered - paid) }
    /// Planned and not paid, in persons and in rupiah a month.
    package var gap: Double { max(0, planned - paid) }
    package var gapCost: Double { gap * Double(price.amount.amount) }

    /// The last figures of a place. Persons funded stand for registered and paid where those are
    /// not given; what is not budgeted at all counts as 0.
    init?(_ place: MonitoringTable.Place, _ table: MonitoringTable, price: FundedPrice) {
        guard let given = table.progress[place] else { return nil }
        let funded = table.counts[place]?[given.month]?[.status(.funded)] ?? 0
        self.place = place
        self.price = price
        month = given.month
        let paid = given.paid ?? funded
        let registered = given.registered ?? paid
        self.paid = paid
        self.registered = registered
        budgeted = given.budgeted ?? (given.planned == nil ? registered : 0)
        planned = given.planned ?? budgeted
    }
}
