import Policy
import Welfare

/// What an ensemble looks at in each draw of a scenario: every figure and ratio of the whole, and
/// what planners ask first by province, region and segment, each by year and over the horizon.
///
/// The short list by place keeps a province of 38 regions and 14 segments at some three thousand
/// figures; all of them by place would be nine thousand, each with its own sketch.
///
///     outcomes of a draw = (years + 1) x (24 + 8 x places + 8 x segments)
struct EnsembleOutcomes: Sendable {
    /// What is looked at by province, region and segment.
    static let byPlace: [Quantity] = [
        .measure(.publicBill), .measure(.paid), .measure(.gap), .measure(.fundedPersonMonths),
        .measure(.protectedAtEnd), .indicator(.coverageOfWorkers), .indicator(.averageCoverage),
        .measure(.deaths),
    ]

    /// Totals first, then provinces, regions and segments; in each, year by year, the horizon last.
    let outcomes: [Outcome]
    let ranges: [Grouping: Range<Int>]
    private let policy: ResolvedPolicy
    /// The same outcomes by positions, made once so that a draw looks nothing up.
    private let places: [Place]

    /// An outcome by positions in a summary.
    private struct Place: Sendable {
        let quantity: Quantity
        let grouping: Grouping
        /// A position in the years; nil for the horizon.
        let year: Int?
        /// A position in the provinces or regions; nil for all.
        let region: Int?
        /// A position in the segments; nil for all.
        let segment: Int?
    }

    /// What is looked at in a grouping; of poverty where the scenario knows any.
    private static func quantities(_ grouping: Grouping, hasPoverty: Bool) -> [Quantity] {
        switch grouping {
        case .total: Quantity.listed(by: .total, hasPoverty: hasPoverty)
        case .province, .region:
            byPlace + (hasPoverty ? Indicator.ofPoverty.map(Quantity.indicator) : [])
        case .segment: byPlace
        }
    }

    init(_ policy: ResolvedPolicy) {
        self.policy = policy
        let years = Array(policy.years)
        var places: [Place] = []
        var ranges: [Grouping: Range<Int>] = [:]
        let hasPoverty = policy.regions.contains {
            PovertyOutlook(policy, region: $0).isKnown
        }
        for grouping in Grouping.cases(of: policy) {
            let quantities = Self.quantities(grouping, hasPoverty: hasPoverty)
            let start = places.count
            for year in Array(years.indices.map(Optional.some)) + [nil] {
                for row in grouping.rows(of: policy) {
                    places += quantities.map {
                        Place(
                            quantity: $0, grouping: grouping, year: year, region: row.region,
                            segment: row.segment)
                    }
                }
            }
            ranges[grouping] = start..<places.count
        }
        self.places = places
        self.ranges = ranges
        outcomes = places.map { place in
            Outcome(
                place.quantity, year: place.year.map { years[$0] },
                region: place.grouping.region((place.region, place.segment), of: policy),
                segment: place.segment.map { policy.segments[$0].id })
        }
    }

    /// The outcomes of a draw, in order; NaN for a ratio to zero.
    ///
    /// Each cell of the summary is read once for each way to sum, whatever the number of outcomes.
    func values(_ summary: Summary) -> [Double] {
        let folded = Dictionary(
            uniqueKeysWithValues: ranges.keys.map { ($0, summary.folded($0, of: policy)) })
        return places.map { place in
            place.quantity.value(
                folded[place.grouping] ?? summary, year: place.year, region: place.region,
                segment: place.segment)
        }
    }
}
