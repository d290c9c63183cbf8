/// The unit of a raw number at an edge: in a scenario file, a table or a result.
public enum Unit: String, Sendable, CaseIterable {
    case person
    case personPerMonth = "person/month"
    case personMonth = "person-month"
    case perYear = "1/year"
    case share
    case percent
    case factor
    case rupiah = "Rp"
    case rupiahPerMonth = "Rp/month"
    case rupiahPerYear = "Rp/year"
    case rupiahPerPersonMonth = "Rp/person-month"
    case month
    case monthsPerYear = "month/year"
    case monthOfYear = "month-of-year"
    case riskClass = "class"
    case flag
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
        case .month, .monthOfYear: "month"
        case .monthsPerYear: "months_per_year"
        case .riskClass: "class"
        case .flag: "flag"
        case .word: "name"
        }
    }
}
