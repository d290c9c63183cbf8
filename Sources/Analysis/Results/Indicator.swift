import Policy
import Quantities
import Welfare

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
    /// ``coverageOfWorkers`` if purses paid for everyone on the quota:
    /// `(protected_end + gap_end) / workers_end`.
    case closedCoverageOfWorkers = "coverage_if_gap_closed_end_of_workers_share"
    /// ``coverageOfEmployed`` if purses paid for everyone on the quota.
    case closedCoverageOfEmployed = "coverage_if_gap_closed_end_of_employed_share"
    /// ``averageCoverage`` if purses paid for everyone on the quota.
    case closedAverageCoverage = "coverage_if_gap_closed_average_of_workers_share"
    /// Publicly funded at the end of the year, of the modelled workers:
    /// `funded_end / workers_end`.
    case fundedCoverage = "coverage_funded_end_of_workers_share"
    /// What purses pay for one person-month: `paid / funded_person_months`.
    case billPerFundedMonth = "bill_per_funded_person_month_rp"
    /// What purses pay for one protected person-month, whoever pays it:
    /// `paid / (funded + self + employer)`. For sweeps and files; no report shows it, since it
    /// falls where more people pay for themselves.
    case billPerProtectedMonth = "bill_per_protected_person_month_rp"
    /// Expected benefits of JKK and JKM over the contributions to both, whoever pays them. A month
    /// that nobody pays counts on neither side.
    case claimRatio = "claim_ratio_share"
    /// `jkm_benefit / jkm_contribution`.
    case claimRatioJKM = "claim_ratio_jkm_share"
    /// `jkk_benefit / jkk_contribution`.
    case claimRatioJKK = "claim_ratio_jkk_share"
    /// What purses pay for one family kept above the poverty line: `paid / families_kept`.
    case billPerFamilyKept = "bill_per_family_kept_rp"
    /// Persons below the poverty line; like the three below none by segment. Nothing that a
    /// scenario decides moves them: see ``PovertyOutlook``.
    case poorPersons = "poor_persons"
    /// P0 of all people, at the start of the horizon and each year later.
    case povertyHeadcount = "poverty_p0_share"
    /// P1, the mean gap as a share of the line.
    case povertyGap = "poverty_p1_share"
    /// P2, the mean squared gap.
    case povertySeverity = "poverty_p2_share"

    package var heading: Phrase { Self.headings[self] ?? Phrase(same: "\(rawValue)") }

    private static let headings: [Indicator: Phrase] = [
        .coverageOfWorkers: Phrase(id: "cakupan pekerja, akhir", en: "coverage of workers, end"),
        .coverageOfEmployed: Phrase(
            id: "cakupan penduduk bekerja, akhir", en: "coverage of employed, end"),
        .averageCoverage: Phrase(id: "cakupan rata-rata", en: "average coverage"),
        .closedCoverageOfWorkers: Phrase(
            id: "cakupan pekerja, akhir, bila kekurangan ditutup",
            en: "coverage of workers, end, if the gap were closed"),
        .closedCoverageOfEmployed: Phrase(
            id: "cakupan penduduk bekerja, akhir, bila kekurangan ditutup",
            en: "coverage of employed, end, if the gap were closed"),
        .closedAverageCoverage: Phrase(
            id: "cakupan rata-rata, bila kekurangan ditutup",
            en: "average coverage, if the gap were closed"),
        .fundedCoverage: Phrase(
            id: "bagian penerima bantuan iuran, akhir", en: "funded share, end"),
        .billPerFundedMonth: Phrase(id: "iuran per bulan terbayar", en: "bill per funded month"),
        .billPerProtectedMonth: Phrase(
            id: "iuran per bulan terlindungi", en: "contributions per protected month"),
        .claimRatio: Phrase(id: "rasio klaim", en: "claim ratio"),
        .claimRatioJKM: Phrase(id: "rasio klaim JKM", en: "claim ratio, JKM"),
        .claimRatioJKK: Phrase(id: "rasio klaim JKK", en: "claim ratio, JKK"),
        .billPerFamilyKept: Phrase(
            id: "kebutuhan iuran per keluarga tetap di atas garis", en: "bill per family kept"),
        .poorPersons: Phrase(id: "penduduk miskin", en: "poor persons"),
        .povertyHeadcount: Phrase(id: "miskin, P0", en: "poor, P0"),
        .povertyGap: Phrase(id: "kedalaman, P1", en: "gap, P1"),
        .povertySeverity: Phrase(id: "keparahan, P2", en: "severity, P2"),
    ]

    /// A share, rupiah for a person-month, or persons.
    package var unit: Unit {
        switch self {
        case .coverageOfWorkers, .coverageOfEmployed, .averageCoverage, .fundedCoverage,
            .closedCoverageOfWorkers, .closedCoverageOfEmployed, .closedAverageCoverage,
            .povertyHeadcount, .povertyGap, .povertySeverity, .claimRatio, .claimRatioJKM,
            .claimRatioJKK:
            .share
        case .billPerFamilyKept: .rupiahPerFamily
        case .poorPersons: .person
        case .billPerFundedMonth, .billPerProtectedMonth: .rupiahPerPersonMonth
        }
    }

    /// The ratio in a year, NaN where its denominator is zero or unknown; a nil year stands for
    /// the whole horizon, which for coverage at the end of a year is its last year.
    package func value(
        _ summary: Summary, year: Int?, region: Int? = nil, segment: Int? = nil
    ) -> Double {
        func figure(_ measure: Measure) -> Double {
            year.map { summary.total(measure, year: $0, region: region, segment: segment) }
                ?? summary.overall(measure, region: region, segment: segment)
        }
        /// A share of people, NaN where the denominator is unknown; without a year that of the last
        /// one.
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
        let paid = figure(.paid)
        switch self {
        case .coverageOfWorkers: return coverage(.protectedAtEnd, .workers)
        case .coverageOfEmployed: return coverage(.protectedAtEnd, .employed)
        case .closedCoverageOfWorkers: return coverage(.closedAtEnd, .workers)
        case .closedCoverageOfEmployed: return coverage(.closedAtEnd, .employed)
        case .averageCoverage: return ratio(protected, figure(.workerPersonMonths))
        case .closedAverageCoverage:
            return ratio(protected + figure(.gapPersonMonths), figure(.workerPersonMonths))
        case .fundedCoverage: return coverage(.fundedAtEnd, .workers)
        case .billPerFundedMonth: return ratio(paid, funded)
        case .billPerProtectedMonth: return ratio(paid, protected)
        case .claimRatio:
            return ratio(
                figure(.jkmBenefit) + figure(.jkkBenefit),
                figure(.jkmContribution) + figure(.jkkContribution))
        case .claimRatioJKM: return ratio(figure(.jkmBenefit), figure(.jkmContribution))
        case .claimRatioJKK: return ratio(figure(.jkkBenefit), figure(.jkkContribution))
        case .billPerFamilyKept: return ratio(paid, figure(.familiesKept))
        case .poorPersons, .povertyHeadcount, .povertyGap, .povertySeverity:
            return segment == nil ? poverty(summary.poverty(year, region)) : .nan
        }
    }

    /// A quotient; NaN where there is nothing to divide by.
    private func ratio(_ over: Double, _ under: Double) -> Double {
        under > 0 ? over / under : .nan
    }
}

extension Indicator {
    /// Those about all people and not about workers; no table by segment has them.
    package static let ofPoverty: [Indicator] = [
        .poorPersons, .povertyHeadcount, .povertyGap, .povertySeverity,
    ]

    /// Whether it has no value by segment: BPS counts neither segments nor their poor.
    package var hasNoSegments: Bool {
        [.coverageOfEmployed, .closedCoverageOfEmployed].contains(self)
            || Self.ofPoverty.contains(self)
    }

    /// The indicator of some people's poverty; NaN where it is not known.
    private func poverty(_ figures: PovertyFigures) -> Double {
        switch self {
        case .poorPersons: figures.poor
        case .povertyHeadcount: figures[.headcount]
        case .povertyGap: figures[.gap]
        case .povertySeverity: figures[.severity]
        default: .nan
        }
    }
}

extension Summary {
    /// The poverty of a year, the last one where nil, in one region or all.
    func poverty(_ year: Int?, _ region: Int?) -> PovertyFigures {
        let row = poverty[year ?? years.count - 1]
        return region.map { row[$0] } ?? .total(row)
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

    package static let all =
        Measure.allCases.map(Quantity.measure) + Indicator.allCases.map(Quantity.indicator)

    /// Those that a table has.
    ///
    /// - Parameter hasPoverty: whether the poverty of any region is known; where not, tables are
    ///   as if there were no such figures.
    static func listed(by grouping: Grouping, hasPoverty: Bool) -> [Quantity] {
        let poverty = Indicator.ofPoverty.map(Quantity.indicator)
        return hasPoverty && grouping != .segment ? all : all.filter { !poverty.contains($0) }
    }

    /// Whether it counts what a ``ProtectionYear`` works out.
    var readsBenefits: Bool {
        switch self {
        case .measure(let measure): measure.subject.readsBenefits
        case .indicator(let indicator):
            switch indicator {
            case .claimRatio, .claimRatioJKM, .claimRatioJKK, .billPerFamilyKept: true
            case .coverageOfWorkers, .coverageOfEmployed, .averageCoverage,
                .closedCoverageOfWorkers, .closedCoverageOfEmployed, .closedAverageCoverage,
                .fundedCoverage, .billPerFundedMonth, .billPerProtectedMonth, .poorPersons,
                .povertyHeadcount, .povertyGap, .povertySeverity:
                false
            }
        }
    }

    /// The name in tables, unit last.
    package var name: String {
        switch self {
        case .measure(let measure): measure.name
        case .indicator(let indicator): indicator.rawValue
        }
    }

    package var heading: Phrase {
        switch self {
        case .measure(let measure): measure.heading
        case .indicator(let indicator): indicator.heading
        }
    }

    /// The unit of the figure or the ratio.
    package var unit: Unit {
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
    package func value(
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
