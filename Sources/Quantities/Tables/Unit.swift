/// The unit of a raw number at an edge: in a scenario file, a table or a result.
///
/// The raw value is how a scenario writes it (`unit: Rp/month`).
public enum Unit: String, Sendable, CaseIterable {
    /// People.
    case person
    /// Households.
    case family
    /// A flow of heads, such as entrants.
    case personPerMonth = "person/month"
    /// Exposure: one person for one month, the unit of cost.
    case personMonth = "person-month"
    /// Events per person-year at risk.
    case perYear = "1/year"
    /// A part of 1: `0.125` is shown as 12,5 %.
    case share
    /// A share that files write in hundredths.
    case percent
    /// A pure number, and measures whose unit differs by row.
    case factor
    /// Money.
    case rupiah = "Rp"
    /// Money for each month.
    case rupiahPerMonth = "Rp/month"
    /// A ceiling of a budget year.
    case rupiahPerYear = "Rp/year"
    /// A contribution, or a bill for each person-month.
    case rupiahPerPersonMonth = "Rp/person-month"
    /// A bill for each family.
    case rupiahPerFamily = "Rp/family"
    /// A span of months.
    case month
    /// How many of the twelve, such as the funded ones.
    case monthsPerYear = "month/year"
    /// A span of months.
    case monthOfYear = "month-of-year"
    /// JKK risk class, 1 to 5.
    case riskClass = "class"
    /// Yes or no.
    case flag
    /// One of some words.
    case word

    /// Whether only whole numbers make sense: months of a year, classes.
    public var isCount: Bool {
        switch self {
        case .month, .monthsPerYear, .monthOfYear, .riskClass: true
        default: false
        }
    }

    /// The ending a column with this unit has, units last: `cost_rp`.
    public var columnSuffix: String {
        switch self {
        case .person: "persons"
        case .family: "families"
        case .personPerMonth: "persons_per_month"
        case .personMonth: "person_months"
        case .perYear: "per_year"
        case .share: "share"
        case .percent: "percent"
        case .factor: "factor"
        case .rupiah: "rp"
        case .rupiahPerMonth: "rp_per_month"
        case .rupiahPerYear: "rp_per_year"
        case .rupiahPerPersonMonth: "rp_per_person_month"
        case .rupiahPerFamily: "rp_per_family"
        case .month, .monthOfYear: "month"
        case .monthsPerYear: "months_per_year"
        case .riskClass: "class"
        case .flag: "flag"
        case .word: "name"
        }
    }
}
