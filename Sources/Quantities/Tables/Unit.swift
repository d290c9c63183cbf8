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

extension Unit {
    /// What the unit is called in a sentence.
    ///
    /// Not what files write, which is the raw value: `person`, `Rp/month`.
    public var name: Phrase {
        switch self {
        case .person: Phrase(id: "orang", en: "persons")
        case .family: Phrase(id: "keluarga", en: "families")
        case .personPerMonth: Phrase(id: "orang per bulan", en: "persons per month")
        case .personMonth: Phrase(id: "orang-bulan", en: "person-months")
        case .perYear: Phrase(id: "per tahun", en: "per year")
        case .share: Phrase(id: "bagian 0 sampai 1", en: "share from 0 to 1")
        case .percent: Phrase(id: "persen", en: "percent")
        case .factor: Phrase(id: "faktor", en: "factor")
        case .rupiah: Phrase(id: "rupiah", en: "rupiah")
        case .rupiahPerMonth: Phrase(id: "rupiah per bulan", en: "rupiah per month")
        case .rupiahPerYear: Phrase(id: "rupiah per tahun", en: "rupiah per year")
        case .rupiahPerPersonMonth:
            Phrase(id: "rupiah per orang-bulan", en: "rupiah per person-month")
        case .rupiahPerFamily: Phrase(id: "rupiah per keluarga", en: "rupiah per family")
        case .month: Phrase(id: "bulan", en: "months")
        case .monthsPerYear: Phrase(id: "bulan per tahun", en: "months per year")
        case .monthOfYear: Phrase(id: "bulan ke-1 sampai ke-12", en: "month 1 to 12")
        case .riskClass: Phrase(id: "kelas risiko", en: "risk class")
        case .flag: Phrase(id: "'true' (ya) atau 'false' (tidak)", en: "true or false")
        case .word: Phrase(id: "kata", en: "word")
        }
    }

    /// The unit below a heading; nil for shares, which carry `%`, and for words.
    public var heading: Phrase? {
        switch self {
        case .person: Phrase(id: "orang", en: "persons")
        case .family: Phrase(id: "keluarga", en: "families")
        case .personPerMonth: Phrase(id: "orang/bulan", en: "persons/month")
        case .personMonth: Phrase(id: "orang-bulan", en: "person-months")
        case .perYear: Phrase(id: "per tahun", en: "per year")
        case .rupiah: Phrase(id: "Rp", en: "Rp")
        case .rupiahPerMonth: Phrase(id: "Rp/bulan", en: "Rp/month")
        case .rupiahPerYear: Phrase(id: "Rp/tahun", en: "Rp/year")
        case .rupiahPerPersonMonth: Phrase(id: "Rp/orang-bulan", en: "Rp/person-month")
        case .rupiahPerFamily: Phrase(id: "Rp/keluarga", en: "Rp/family")
        case .monthsPerYear: Phrase(id: "bulan/tahun", en: "months/year")
        case .month, .monthOfYear: Phrase(id: "bulan", en: "month")
        case .riskClass: Phrase(id: "kelas", en: "class")
        case .share, .percent, .factor, .flag, .word: nil
        }
    }
}
