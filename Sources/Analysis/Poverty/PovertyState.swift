import Quantities
import Welfare

/// What is known of the poverty of a region: published and fitted figures, and the money that would
/// close the gap.
package struct PovertyState: Sendable {
    package let region: PovertyRegion
    /// The kabupaten and kota in the region's province, or of the province asked for, that have
    /// data.
    package let neighbours: [PovertyRegion]
    package let gap: PovertyGap
    /// Whether the Gini is that of a mean that was given.
    package let hasMean: Bool
    /// What was asked, as typed.
    package let options: [(name: String, value: String)]

    package init(
        region: PovertyRegion, neighbours: [PovertyRegion], gap: PovertyGap, hasMean: Bool,
        options: [(name: String, value: String)]
    ) {
        self.region = region
        self.neighbours = neighbours
        self.gap = gap
        self.hasMean = hasMean
        self.options = options
    }
}

package struct PaymentErrors: Sendable {
    /// Shares, 0 or more and below 1; 0 to 1.
    package let leakage, exclusion: Double
    package let options: [(name: String, value: String)]

    package init(
        leakage: Double, exclusion: Double, options: [(name: String, value: String)]
    ) {
        self.leakage = leakage
        self.exclusion = exclusion
        self.options = options
    }
}

/// What is published about the poverty of a region in a year, and a lognormal that fits it.
package struct PovertyRegion: Sendable {
    package let code: RegionCode
    package let name: String
    package let year: Int
    /// P0, P1, P2 as shares; NaN where not published.
    package let headcount, gap, severity: Double
    /// Persons below the line; rupiah per person-month.
    package let poor, line: Double
    /// Of consumption, and its range; the same number thrice where it was published.
    package private(set) var gini: Double
    /// The 90 % range of the Gini coefficient.
    package private(set) var giniRange: ClosedRange<Double>
    /// The province whose Gini stands in; nil for its own.
    package private(set) var giniFrom: RegionCode?
    /// How well P0 is known.
    package let mark: String

    package static let newest = 2025

    package init(
        code: RegionCode, name: String, year: Int, headcount: Double, gap: Double, severity: Double,
        poor: Double, line: Double, gini: Double, giniRange: ClosedRange<Double>,
        giniFrom: RegionCode?, mark: String
    ) {
        self.code = code
        self.name = name
        self.year = year
        self.headcount = headcount
        self.gap = gap
        self.severity = severity
        self.poor = poor
        self.line = line
        self.gini = gini
        self.giniRange = giniRange
        self.giniFrom = giniFrom
        self.mark = mark
    }

    /// The same with the Gini that a mean gives: of the lognormal with P0 and that mean.
    ///
    /// - Parameter mean: rupiah per person-month, of the same survey as P0.
    /// - Throws: ``LognormalFault`` where no Gini or two of them give it.
    package func with(mean: Double) throws(LognormalFault) -> PovertyRegion {
        var region = self
        region.gini = try LognormalWelfare(headcount: headcount, line: line, mean: mean).gini
        region.giniRange = region.gini...region.gini
        region.giniFrom = nil
        return region
    }

    /// The lognormal of P0 and the Gini.
    package var welfare: LognormalWelfare {
        LognormalWelfare(headcount: headcount, line: line, gini: gini)
    }

    package var fitted: PovertyIndices { welfare.indices(below: line) }

    /// All people: the poor over P0, so that both published figures hold; NaN where the number of
    /// the poor is not known.
    package var persons: Double { poor / headcount }

    /// Rupiah a year that would close the gap: with the published P1, with the fitted one where
    /// none is published; NaN where the number of the poor is not known.
    package func gapRupiah(fitted isFitted: Bool = false) -> Double {
        let index = isFitted || gap.isNaN ? fitted.gap : gap
        return PovertyGap(gap: index, line: line, persons: persons).perfect
    }
}

package struct FitErrors: Sendable {
    /// In percentage points of the index: mean absolute error, mean error.
    package let absolute, bias: Double
    /// The region with the largest error, and the error.
    package let worst: (name: String, error: Double)

    /// Of an index; nil where no region has it published.
    package init?(
        _ regions: [PovertyRegion], published: (PovertyRegion) -> Double,
        fitted: (PovertyIndices) -> Double
    ) {
        let errors = regions.map { ($0.name, fitted($0.fitted) - published($0)) }.filter {
            !$0.1.isNaN
        }
        guard let worst = errors.max(by: { abs($0.1) < abs($1.1) }) else { return nil }
        absolute = errors.reduce(0) { $0 + abs($1.1) } / Double(errors.count)
        bias = errors.reduce(0) { $0 + $1.1 } / Double(errors.count)
        self.worst = worst
    }
}
