import Coverage
import Quantities

/// A yearly figure of a segment in a region; all of them add over segments and regions.
///
/// The raw value is the column's name, unit last. Whatever does not add is an ``Indicator``. Who is
/// funded, protected, dies or is paid a benefit counts only where the contribution is paid: by a
/// purse, the worker or an employer. Those of the quota for whom nobody pays are the gap's.
public enum Measure: String, Sendable, CaseIterable {
    /// Purses and gap together: what the decisions cost the public.
    case publicBill = "public_bill_rp"
    /// What purses pay.
    case paid = "paid_rp"
    /// What no purse pays.
    case gap = "gap_rp"
    /// What members pay for themselves.
    case selfPaid = "self_paid_rp"
    /// What employers pay.
    case employerPaid = "employer_paid_rp"
    /// Person-months of the quota that purses pay.
    case fundedPersonMonths = "funded_person_months"
    /// Person-months that purses pay before the full death benefit.
    case waitingPersonMonths = "waiting_person_months"
    /// Person-months of the quota for which no purse pays. A month counts where any of its
    /// programmes is unpaid.
    case gapPersonMonths = "gap_person_months"
    /// Person-months of those who pay for themselves.
    case selfPersonMonths = "self_person_months"
    /// Person-months covered by an employer.
    case employerPersonMonths = "employer_person_months"
    /// Person-months of the quota for which no eligible worker was left.
    case unfilledPersonMonths = "unfilled_person_months"
    /// All person-months at work: the denominator of the yearly average.
    case workerPersonMonths = "worker_person_months"
    /// Protected workers at the end of the year.
    case protectedAtEnd = "protected_end_persons"
    /// Protected workers at the end of the year for whom a public purse pays.
    case fundedAtEnd = "funded_end_persons"
    /// Persons on the quota at the end of the year for whom no purse pays.
    case gapAtEnd = "gap_end_persons"
    /// Workers at the end of the year.
    case workersAtEnd = "workers_end_persons"
    /// Persons whom the quota enrolled; who is enrolled twice counts twice.
    case enrolled = "enrolled_persons"
    /// Persons whom a falling quota released.
    case released = "released_persons"
    /// Deaths among all workers.
    case deaths = "deaths_persons"
    /// Expected deaths among the protected, whoever pays.
    case protectedDeaths = "protected_deaths_persons"
    /// Those of them before the full death benefit.
    case waitingDeaths = "waiting_deaths_persons"
    /// Work accidents that are claimed.
    case accidents = "accidents_persons"
    /// Expected benefits of JKM on deaths that are not due to work, scholarships included.
    case jkmBenefit = "jkm_benefit_rp"
    /// Expected benefits of JKK: deaths at work, accidents, scholarships.
    case jkkBenefit = "jkk_benefit_rp"
    /// The scholarships among both.
    case scholarship = "scholarship_rp"
    /// Contributions to JKM by purses, members and employers.
    case jkmContribution = "jkm_contribution_rp"
    /// Contributions to JKK by all of them.
    case jkkContribution = "jkk_contribution_rp"
    /// Families whom a benefit keeps at or above the poverty line after a death.
    case familiesKept = "families_kept_families"
    /// The same where consumption falls as little as its range allows.
    case familiesKeptLow = "families_kept_low_families"
    /// The same where it falls as much as its range allows.
    case familiesKeptHigh = "families_kept_high_families"
    /// Of ``familiesKept`` those that were below the line before the death.
    case familiesKeptPoor = "families_kept_poor_families"

    /// Rupiah, person-months or persons; the name ends in it.
    public var unit: Unit {
        switch self {
        case .publicBill, .paid, .gap, .selfPaid, .employerPaid, .jkmBenefit, .jkkBenefit,
            .scholarship, .jkmContribution, .jkkContribution:
            .rupiah
        case .fundedPersonMonths, .waitingPersonMonths, .gapPersonMonths, .selfPersonMonths,
            .employerPersonMonths, .unfilledPersonMonths, .workerPersonMonths:
            .personMonth
        case .protectedAtEnd, .fundedAtEnd, .gapAtEnd, .workersAtEnd, .enrolled, .released, .deaths,
            .protectedDeaths, .waitingDeaths, .accidents:
            .person
        case .familiesKept, .familiesKeptLow, .familiesKeptHigh, .familiesKeptPoor: .family
        }
    }

    /// Whether it is a stock at the end of the year, which does not add over years.
    public var isStock: Bool {
        switch self {
        case .protectedAtEnd, .fundedAtEnd, .gapAtEnd, .workersAtEnd: true
        default: false
        }
    }

    /// How many figures each cell of a ``Summary`` has.
    static let count = allCases.count

    /// Its place among all measures. Spelled out, since summaries ask for it without end.
    var slot: Int {
        switch self {
        case .publicBill: 0
        case .paid: 1
        case .gap: 2
        case .selfPaid: 3
        case .employerPaid: 4
        case .fundedPersonMonths: 5
        case .waitingPersonMonths: 6
        case .gapPersonMonths: 7
        case .selfPersonMonths: 8
        case .employerPersonMonths: 9
        case .unfilledPersonMonths: 10
        case .workerPersonMonths: 11
        case .protectedAtEnd: 12
        case .fundedAtEnd: 13
        case .gapAtEnd: 14
        case .workersAtEnd: 15
        case .enrolled: 16
        case .released: 17
        case .deaths: 18
        case .protectedDeaths: 19
        case .waitingDeaths: 20
        case .accidents: 21
        case .jkmBenefit: 22
        case .jkkBenefit: 23
        case .scholarship: 24
        case .jkmContribution: 25
        case .jkkContribution: 26
        case .familiesKept: 27
        case .familiesKeptLow: 28
        case .familiesKeptHigh: 29
        case .familiesKeptPoor: 30
        }
    }
}
