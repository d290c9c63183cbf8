import Coverage
import Quantities

/// A yearly figure of a segment in a region; all of them add over segments and regions.
///
/// Whatever does not add is an ``Indicator``. Who is funded, protected, dies or is paid a benefit
/// counts only where the contribution is paid: by a purse, the worker or an employer. Those of the
/// quota for whom nobody pays are the gap's. The raw value is the place among a ``Summary``'s
/// figures; each measure has one row in ``table``.
public enum Measure: Int, Sendable, CaseIterable {
    /// Purses and gap together: what the decisions cost the public.
    case publicBill
    /// What purses pay.
    case paid
    /// What no purse pays.
    case gap
    /// What members pay for themselves.
    case selfPaid
    /// What employers pay.
    case employerPaid
    /// Person-months of the quota that purses pay.
    case fundedPersonMonths
    /// Person-months that purses pay before the full death benefit.
    case waitingPersonMonths
    /// Person-months of the quota for which no purse pays. A month counts where any of its
    /// programmes is unpaid.
    case gapPersonMonths
    /// Person-months of those who pay for themselves.
    case selfPersonMonths
    /// Person-months covered by an employer.
    case employerPersonMonths
    /// Person-months of the quota for which no eligible worker was left.
    case unfilledPersonMonths
    /// All person-months at work: the denominator of the yearly average.
    case workerPersonMonths
    /// Protected workers at the end of the year.
    case protectedAtEnd
    /// Protected workers at the end of the year for whom a public purse pays.
    case fundedAtEnd
    /// Persons on the quota at the end of the year for whom no purse pays.
    case gapAtEnd
    /// Workers at the end of the year.
    case workersAtEnd
    /// Persons whom the quota enrolled; who is enrolled twice counts twice.
    case enrolled
    /// Persons whom a falling quota released.
    case released
    /// Deaths among all workers.
    case deaths
    /// Expected deaths among the protected, whoever pays.
    case protectedDeaths
    /// Those of them before the full death benefit.
    case waitingDeaths
    /// Work accidents that are claimed.
    case accidents
    /// Expected benefits of JKM on deaths that are not due to work, scholarships included.
    case jkmBenefit
    /// Expected benefits of JKK: deaths at work, accidents, scholarships.
    case jkkBenefit
    /// The scholarships among both.
    case scholarship
    /// Contributions to JKM by purses, members and employers.
    case jkmContribution
    /// Contributions to JKK by all of them.
    case jkkContribution
    /// Families whom a benefit keeps at or above the poverty line after a death.
    case familiesKept
    /// The same where consumption falls as little as its range allows.
    case familiesKeptLow
    /// The same where it falls as much as its range allows.
    case familiesKeptHigh
    /// Of ``familiesKept`` those that were below the line before the death.
    case familiesKeptPoor

    package enum Subject: Sendable {
        case money, people, funded, deaths, accidents, jkm, jkk, families

        /// Whether a ``ProtectionYear`` works it out.
        var readsBenefits: Bool {
            switch self {
            case .accidents, .jkm, .jkk, .families: true
            case .money, .people, .funded, .deaths: false
            }
        }
    }

    struct Row {
        let measure: Measure
        /// The column's name, unit last.
        let name: String
        let unit: Unit
        let subject: Subject
        /// Whether it is a stock at the end of the year, which does not add over years.
        let isStock: Bool
        let heading: Phrase

        init(
            _ measure: Measure, _ name: String, _ unit: Unit, about subject: Subject,
            isStock: Bool = false, id: String, en: String
        ) {
            (self.measure, self.name, self.unit) = (measure, name, unit)
            (self.subject, self.isStock) = (subject, isStock)
            heading = Phrase(id: id, en: en)
        }
    }

    /// One row for each measure, in their order.
    static let table = [
        Row(
            .publicBill, "public_bill_rp", .rupiah, about: .money, id: "kebutuhan iuran",
            en: "contributions needed"),
        Row(.paid, "paid_rp", .rupiah, about: .money, id: "terbayar", en: "paid"),
        Row(.gap, "gap_rp", .rupiah, about: .money, id: "kekurangan pagu", en: "unfunded gap"),
        Row(
            .selfPaid, "self_paid_rp", .rupiah, about: .money, id: "iuran mandiri",
            en: "paid by workers"),
        Row(
            .employerPaid, "employer_paid_rp", .rupiah, about: .money, id: "iuran pemberi kerja",
            en: "paid by employers"),
        Row(
            .fundedPersonMonths, "funded_person_months", .personMonth, about: .funded,
            id: "penerima bantuan iuran", en: "funded"),
        Row(
            .waitingPersonMonths, "waiting_person_months", .personMonth, about: .funded,
            id: "masa tunggu", en: "waiting"),
        Row(
            .gapPersonMonths, "gap_person_months", .personMonth, about: .funded,
            id: "belum terbayar", en: "not paid for"),
        Row(
            .selfPersonMonths, "self_person_months", .personMonth, about: .people, id: "mandiri",
            en: "self-paying"),
        Row(
            .employerPersonMonths, "employer_person_months", .personMonth, about: .people,
            id: "lewat pemberi kerja", en: "by employers"),
        Row(
            .unfilledPersonMonths, "unfilled_person_months", .personMonth, about: .funded,
            id: "kuota tak terisi", en: "unfilled quota"),
        Row(
            .workerPersonMonths, "worker_person_months", .personMonth, about: .people,
            id: "pekerja", en: "workers"),
        Row(
            .protectedAtEnd, "protected_end_persons", .person, about: .people, isStock: true,
            id: "terlindungi, akhir", en: "protected, end"),
        Row(
            .fundedAtEnd, "funded_end_persons", .person, about: .funded, isStock: true,
            id: "penerima bantuan iuran, akhir", en: "funded, end"),
        Row(
            .gapAtEnd, "gap_end_persons", .person, about: .funded, isStock: true,
            id: "belum terbayar, akhir", en: "not paid for, end"),
        Row(
            .workersAtEnd, "workers_end_persons", .person, about: .people, isStock: true,
            id: "pekerja, akhir", en: "workers, end"),
        Row(
            .enrolled, "enrolled_persons", .person, about: .funded, id: "didaftarkan",
            en: "enrolled"),
        Row(.released, "released_persons", .person, about: .funded, id: "dilepas", en: "released"),
        Row(.deaths, "deaths_persons", .person, about: .deaths, id: "meninggal", en: "deaths"),
        Row(
            .protectedDeaths, "protected_deaths_persons", .person, about: .deaths,
            id: "peserta meninggal", en: "deaths of protected"),
        Row(
            .waitingDeaths, "waiting_deaths_persons", .person, about: .deaths,
            id: "meninggal di masa tunggu", en: "deaths while waiting"),
        Row(
            .accidents, "accidents_persons", .person, about: .accidents, id: "kecelakaan kerja",
            en: "work accidents"),
        Row(
            .jkmBenefit, "jkm_benefit_rp", .rupiah, about: .jkm, id: "manfaat JKM",
            en: "JKM benefits"),
        Row(
            .jkkBenefit, "jkk_benefit_rp", .rupiah, about: .jkk, id: "manfaat JKK",
            en: "JKK benefits"),
        Row(
            .scholarship, "scholarship_rp", .rupiah, about: .jkk, id: "di antaranya beasiswa",
            en: "scholarships among them"),
        Row(
            .jkmContribution, "jkm_contribution_rp", .rupiah, about: .money, id: "iuran JKM",
            en: "JKM contributions"),
        Row(
            .jkkContribution, "jkk_contribution_rp", .rupiah, about: .money, id: "iuran JKK",
            en: "JKK contributions"),
        Row(
            .familiesKept, "families_kept_families", .family, about: .families,
            id: "keluarga tetap di atas garis", en: "families kept above the line"),
        Row(
            .familiesKeptLow, "families_kept_low_families", .family, about: .families,
            id: "keluarga, konsumsi turun sedikit", en: "families, small fall"),
        Row(
            .familiesKeptHigh, "families_kept_high_families", .family, about: .families,
            id: "keluarga, konsumsi turun banyak", en: "families, large fall"),
        Row(
            .familiesKeptPoor, "families_kept_poor_families", .family, about: .families,
            id: "keluarga, miskin sebelumnya", en: "families, poor before"),
    ]

    private var row: Row { Self.table[rawValue] }

    /// The column's name, unit last.
    package var name: String { row.name }
    /// Rupiah, person-months, persons or families.
    package var unit: Unit { row.unit }
    package var subject: Subject { row.subject }
    /// Whether it is a stock at the end of the year, which does not add over years.
    package var isStock: Bool { row.isStock }
    package var heading: Phrase { row.heading }
}
