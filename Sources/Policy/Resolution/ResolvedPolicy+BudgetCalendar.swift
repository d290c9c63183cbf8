import Quantities

extension ResolvedPolicy {
    /// The months of each budget year, counted from the start of the horizon; the first and last
    /// year may be partial.
    package var yearWindows: [Range<Int>] {
        years.map { year in
            let first = max(Month(year, 1), horizon.lowerBound) - horizon.lowerBound
            let last = min(Month(year, 12), horizon.upperBound) - horizon.lowerBound
            return first..<last + 1
        }
    }

    /// The months of a year in which a region plans its budget, in order: January, or the first
    /// month of the horizon, and each month that is its own month of APBD perubahan.
    ///
    /// Ceilings and budget policies are read in these months only.
    public func planMonths(in region: RegionCode, year: Int) -> [Month] {
        let revision = timeline(Parameters.revisionMonth, region)
        return horizon.filter { month in
            month.year == year
                && (month.isJanuary || month == horizon.lowerBound
                    || Int(revision[month]) == month.monthOfYear)
        }
    }

    /// A ceiling that changes in a month in which no budget is planned.
    public struct UnreadCeiling: Sendable, Equatable {
        /// The purse whose ceiling it is.
        public let purse: PurseID
        /// Whose budget does not plan in that month.
        public let region: RegionCode
        /// The month from which the ceiling was to hold.
        public let month: Month
        /// The line that changes the ceiling.
        public let provenance: Provenance
    }

    /// Changes of ceilings that take effect later than written: in the next month that plans.
    ///
    /// To be told to the author of the scenario: a ceiling that is raised in May and first read in
    /// October looks, in the results, like a ceiling that was never raised. A step that repeats
    /// the value before it changes nothing and is left out.
    public var unreadCeilings: [UnreadCeiling] {
        regions.flatMap { region in
            let plans = Set(years.flatMap { planMonths(in: region, year: $0) })
            return purses.map(\.id).flatMap { purse in
                Parameters.ceilingParts.flatMap { part in
                    unread(timeline(part, purse, region), plans).map { step in
                        UnreadCeiling(
                            purse: purse, region: region, month: step.from,
                            provenance: step.provenance)
                    }
                }
            }
        }
    }

    private func unread(
        _ timeline: Timeline<Double>, _ plans: Set<Month>
    ) -> [Timeline<Double>.Step] {
        timeline.steps.filter { step in
            horizon.contains(step.from) && !plans.contains(step.from)
                && timeline.step(at: step.from.advanced(by: -1))?.value != step.value
        }
    }
}
