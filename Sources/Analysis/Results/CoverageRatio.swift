import Policy
import Quantities

/// A share of workers, never without its numerator's and denominator's definition.
///
/// Published ratios for one region and year disagree because each counts other people over other
/// people. A ratio here cannot be made without saying which.
package struct CoverageRatio: Sendable, Hashable {
    /// Who counts as covered.
    package enum Numerator: String, Sendable, CaseIterable {
        case protectedAtEnd = "protected_end"
        /// The same with those of the quota for whom no purse pays: if the gap were closed.
        case closedAtEnd = "protected_end_if_gap_closed"
        case fundedAtEnd = "funded_end"
        /// Protected person-months over the year.
        case protectedAverage = "protected_average"
        /// The same with the person-months of the quota that no purse pays.
        case closedAverage = "protected_average_if_gap_closed"

        /// Whether it is a mean over the year, in person-months.
        var isAverage: Bool { self == .protectedAverage || self == .closedAverage }
    }

    package enum Denominator: String, Sendable, CaseIterable {
        /// The modelled workers, at the same time as the numerator; person-months for the average.
        case workers
        /// Employed persons of the regions as BPS counts them (`denominator.employed`).
        case employed
    }

    /// Who counts as covered.
    package let numerator: Numerator
    package let denominator: Denominator
    /// Nil where the denominator is not known.
    package let value: Double?
}

extension Summary {
    /// A coverage ratio in a year; nil regions and segments stand for all.
    ///
    /// With `employed` as denominator a single segment has no ratio.
    ///
    ///     protected_end / workers        (paid F + S + E statuses) / all, at the end of the year
    ///     ..._if_gap_closed              all of F in place of paid F
    ///     protected_average / workers    person-months protected / person-months
    ///     protected_average / employed   person-months protected / (employed x months modelled)
    package func coverage(
        _ numerator: CoverageRatio.Numerator, of denominator: CoverageRatio.Denominator,
        year: Int, region: Int? = nil, segment: Int? = nil
    ) -> CoverageRatio {
        /// A figure of the year, over the region and segment asked for; nil stands for all.
        func total(_ measure: Measure) -> Double {
            self.total(measure, year: year, region: region, segment: segment)
        }
        let covered =
            switch numerator {
            case .protectedAtEnd: total(.protectedAtEnd)
            case .closedAtEnd: total(.protectedAtEnd) + total(.gapAtEnd)
            case .fundedAtEnd: total(.fundedAtEnd)
            case .protectedAverage, .closedAverage:
                total(.fundedPersonMonths) + total(.selfPersonMonths)
                    + total(.employerPersonMonths)
                    + (numerator == .closedAverage ? total(.gapPersonMonths) : 0)
            }
        let months = Double(monthsModelled[year])
        let base: Double =
            switch denominator {
            case .workers:
                numerator.isAverage ? total(.workerPersonMonths) : total(.workersAtEnd)
            case .employed:
                segment == nil
                    ? employed(year: year, region: region)
                        * (numerator.isAverage ? months : 1) : 0
            }
        return CoverageRatio(
            numerator: numerator, denominator: denominator, value: base > 0 ? covered / base : nil)
    }

    /// Employed persons at the end of a year; zero where any region's count is missing. Zero
    /// stands for a missing count, and part of a sum would be a wrong denominator.
    private func employed(year: Int, region: Int?) -> Double {
        let counts = region.map { [employed[year][$0]] } ?? employed[year]
        return counts.contains(0) ? 0 : counts.reduce(0, +)
    }
}
