import Policy
import Quantities

/// A ratio of yearly figures: what planners compare.
///
/// Ratios are not summed: that of a sum of regions is made from the summed figures.
public enum Indicator: String, Sendable, CaseIterable {
    /// Protected at the end of the year, of the modelled workers. `protected_end / workers_end`.
    case coverageOfWorkers = "coverage_protected_end_of_workers_share"
    /// Protected at the end of the year, of employed persons (BPS). `protected_end / employed`;
    /// none by segment, because BPS counts no segments.
    case coverageOfEmployed = "coverage_protected_end_of_employed_share"
    /// Protected person-months of all modelled person-months:
    /// `(funded + self + employer) / worker`.
    case averageCoverage = "coverage_protected_average_of_workers_share"
    /// Publicly funded at the end of the year, of the modelled workers:
    /// `funded_end / workers_end`.
    case fundedCoverage = "coverage_funded_end_of_workers_share"
    /// Public bill for one funded person-month. `public_bill / funded_person_months`, the gap
    /// included.
    case billPerFundedMonth = "bill_per_funded_person_month_rp"
    /// Public bill for one protected person-month, whoever pays it:
    /// `public_bill / (funded + self + employer)`. It falls where more people pay for themselves.
    case billPerProtectedMonth = "bill_per_protected_person_month_rp"

    /// A share, or rupiah for a person-month.
    public var unit: Unit {
        switch self {
        case .coverageOfWorkers, .coverageOfEmployed, .averageCoverage, .fundedCoverage: .share
        case .billPerFundedMonth, .billPerProtectedMonth: .rupiahPerPersonMonth
        }
    }

    /// The ratio in a year, NaN where its denominator is zero or unknown; a nil year stands for
    /// the whole horizon, which for coverage at the end of a year is its last year.
    public func value(
        _ summary: Summary, year: Int?, region: Int? = nil, segment: Int? = nil
    ) -> Double {
        func figure(_ measure: Measure) -> Double {
            year.map { summary.total(measure, year: $0, region: region, segment: segment) }
                ?? summary.overall(measure, region: region, segment: segment)
        }
        func coverage(
            _ numerator: CoverageRatio.Numerator, _ denominator: CoverageRatio.Denominator
        ) -> Double {
            summary.coverage(
                numerator, of: denominator, year: year ?? summary.years.count - 1, region: region,
                segment: segment
            ).value ?? .nan
        }
        let funded = figure(.fundedPersonMonths)
        let protected =
            funded + figure(.selfPersonMonths) + figure(.employerPersonMonths)
        let bill = figure(.publicBill)
        switch self {
        case .coverageOfWorkers: return coverage(.protectedAtEnd, .workers)
        case .coverageOfEmployed: return coverage(.protectedAtEnd, .employed)
        case .averageCoverage:
            let months = figure(.workerPersonMonths)
            return months > 0 ? protected / months : .nan
        case .fundedCoverage: return coverage(.fundedAtEnd, .workers)
        case .billPerFundedMonth: return funded > 0 ? bill / funded : .nan
        case .billPerProtectedMonth: return protected > 0 ? bill / protected : .nan
        }
    }
}

/// A figure or a ratio of figures.
///
/// What tables list beside each other; ``Measure`` adds over places, ``Indicator`` does not.
public enum Quantity: Sendable, Hashable {
    /// A figure, which adds over regions and segments.
    case measure(Measure)
    /// A ratio, which is made anew for each sum of places.
    case indicator(Indicator)

    /// All figures, then all ratios.
    public static let all =
        Measure.allCases.map(Quantity.measure) + Indicator.allCases.map(Quantity.indicator)

    /// The name in tables, unit last.
    public var name: String {
        switch self {
        case .measure(let measure): measure.rawValue
        case .indicator(let indicator): indicator.rawValue
        }
    }

    /// The unit of the figure or the ratio.
    public var unit: Unit {
        switch self {
        case .measure(let measure): measure.unit
        case .indicator(let indicator): indicator.unit
        }
    }

    /// Its value in a year; nil stands for the whole horizon, or its end for a stock.
    ///
    /// - Parameters:
    ///   - year: a position in the summary's years.
    ///   - region: a position in the policy's regions; nil for all.
    ///   - segment: a position in the policy's segments; nil for all.
    public func value(
        _ summary: Summary, year: Int?, region: Int? = nil, segment: Int? = nil
    ) -> Double {
        switch self {
        case .indicator(let indicator):
            indicator.value(summary, year: year, region: region, segment: segment)
        case .measure(let measure):
            year.map {
                summary.total(measure, year: $0, region: region, segment: segment)
            } ?? summary.overall(measure, region: region, segment: segment)
        }
    }
}
