import Quantities

/// Every parameter that a scenario may set, besides the law tree.
///
/// A key is declared here and nowhere else: its path, role, scope, unit, range, standard value and
/// meaning. Levers are what the planner decides; assumptions are what is believed. Where there is
/// no standard value, a scenario or a catalogue must give one.
public enum Parameters {
    /// Persons; the upper end only catches numbers in another unit.
    static let persons: ClosedRange<Double> = 0...1e9
    /// Shares of a whole.
    static let unitInterval: ClosedRange<Double> = 0...1

    /// A key for plain numbers in one unit.
    static func number(
        _ path: String, _ role: ParameterDefinition.Role, _ scope: ParameterDefinition.Scope,
        _ unit: Unit, _ range: ClosedRange<Double>, standard: Double? = nil, id: String, en: String
    ) -> ParameterKey<Double> {
        let definition = ParameterDefinition(
            path, role, scope, .number(units: [unit], range),
            standard: standard.map(SettingValue.number), id: id, en: en)
        return ParameterKey(definition) { $0.number }
    }

    /// A key for shares in 0...1.
    private static func share(
        _ path: String, _ role: ParameterDefinition.Role = .assumption,
        _ scope: ParameterDefinition.Scope = .segment, standard: Double, id: String, en: String
    ) -> ParameterKey<Double> {
        number(path, role, scope, .share, unitInterval, standard: standard, id: id, en: en)
    }

    /// A key for yes or no.
    private static func flag(
        _ path: String, _ role: ParameterDefinition.Role, standard: Bool, id: String, en: String
    ) -> ParameterKey<Bool> {
        let definition = ParameterDefinition(
            path, role, .segment, .flag, standard: .flag(standard), id: id, en: en)
        return ParameterKey(definition) { if case .flag(let on) = $0 { on } else { nil } }
    }

    /// A key for a yearly intensity, in events per person-year at risk; zero unless set.
    ///
    /// The upper end of 100 means a mean stay of less than four days, which is a mistake in the
    /// unit.
    static func rate(_ name: String, id: String, en: String) -> ParameterKey<Double> {
        number(
            "rate." + name, .assumption, .segment, .perYear, 0...100, standard: 0, id: id, en: en)
    }

    // MARK: Levers of a segment

    /// Persons, or a share of `eligibleShare x (U + F1 + F2 + F + L + LV)` at that moment, counted
    /// over all cohorts of a segment in a region.
    ///
    ///     quota.petani@35.74: 1200
    ///     quota.petani: { value: 0.4, unit: share }
    public static let quota = ParameterKey<Quota>(
        ParameterDefinition(
            "quota", .lever, .segment, .number(units: [.person, .share], 0...1e9),
            standard: .heads(0),
            id: "Kuota: penerima bantuan iuran pada bulan yang dibiayai",
            en: "Quota: persons whose contribution public purses pay in a funded month")
    ) {
        switch $0 {
        case .heads(let heads): .heads(heads)
        case .share(let share): .shareOfEligible(share)
        default: nil
        }
    }
    /// Separate from the quota, because regions cut months as readily as heads. With
    /// ``fundingStart`` it makes one window a year, inside the year.
    public static let fundedMonths = number(
        "funding.months", .lever, .segment, .monthsPerYear, 0...12, standard: 12,
        id: "Banyaknya bulan yang dibiayai dalam setahun", en: "Funded months in a year")
    /// The window is `start ..< start + months`; outside it the quota is zero.
    public static let fundingStart = number(
        "funding.start", .lever, .segment, .monthOfYear, 1...12, standard: 1,
        id: "Bulan pertama yang dibiayai dalam setahun", en: "First funded month of a year")
    /// Without it a quota enrols only in months in which it rises, and then at most by the rise.
    public static let refill = flag(
        "refill", .lever, standard: true,
        id: "Peserta yang keluar diganti setiap bulan", en: "Leavers are replaced every month")
    /// A lever, not a fact about the segment: the same person costs Rp 5,400 as PU and Rp 16,800
    /// as BPU at a wage of Rp 1,000,000. No standard value, since a wrong guess triples the bill.
    public static let route = ParameterKey<RegistrationRoute>(
        ParameterDefinition(
            "route", .lever, .segment, .word(["pu", "bpu"]),
            id: "Jalur pendaftaran", en: "Registration route")
    ) { if case .word(let word) = $0 { RegistrationRoute(rawValue: word) } else { nil } }
    /// In order of programme whatever the order in which they are written.
    public static let programmes = ParameterKey<[Programme]>(
        ParameterDefinition(
            "programmes", .lever, .segment, .words(Programme.allCases.map(\.rawValue)),
            standard: .words(["jkk", "jkm"]),
            id: "Program yang dibiayai", en: "Programmes that are funded")
    ) {
        guard case .words(let words) = $0 else { return nil }
        return words.compactMap(Programme.init(rawValue:)).sorted()
    }

    /// Empty means every purse of the scenario that may pay the segment, in their rank.
    public static let fundingPurses = ParameterKey<[FundingSourceID]>(
        ParameterDefinition(
            "funding.purses", .lever, .segment, .purses, standard: .words([]),
            id: "Sumber dana yang membayar segmen ini, menurut urutan",
            en: "Purses that pay for this segment, in order")
    ) { if case .words(let words) = $0 { words.map(FundingSourceID.init) } else { nil } }

    // MARK: Assumptions of a segment

    /// Read at the start of the horizon; afterwards entrants and leavers move the stock.
    public static let workers = number(
        "workers", .assumption, .segment, .person, persons,
        id: "Pekerja pada awal periode", en: "Workers at the start of the horizon")
    /// All enter unprotected.
    public static let entrants = ParameterKey<EntrantFlow>(
        ParameterDefinition(
            "entrants", .assumption, .segment,
            .number(units: [.personPerMonth, .perYear], 0...1e9), standard: .perMonth(0),
            id: "Pekerja baru per bulan, atau per tahun per pekerja awal",
            en: "New workers per month, or per year and opening worker")
    ) {
        switch $0 {
        case .perMonth(let persons): .personsPerMonth(persons)
        case .perYear(let rate): .perYearOfOpening(rate)
        default: nil
        }
    }
    /// The part of those outside who pass the filter of list, identity and age; a plan of 150,000
    /// may find 98,000.
    public static let eligibleShare = share(
        "eligible_share", standard: 1,
        id: "Bagian yang memenuhi syarat (NIK sah, umur, DTSEN)",
        en: "Share that is eligible (valid NIK, age, DTSEN)")
    /// Decides how much coverage outlives its funding; the evidence is thin.
    public static let retention = share(
        "retention", standard: 0,
        id: "Bagian peserta yang dilepas lalu lanjut mandiri",
        en: "Share of released members who go on paying themselves")
    /// Not settled by any text that was seen. Both answers can be compared: it decides whether a
    /// gap in funding costs families the full death benefit for two months.
    public static let waitingRestarts = flag(
        "waiting_restarts", .assumption, standard: true,
        id: "Masa tunggu tiga bulan berulang setelah putus iuran",
        en: "The three waiting months start again after a gap")
    /// The wage of wage earners; for BPU the declared income, which chooses the band. Rupiah a
    /// month.
    public static let base = number(
        "base", .assumption, .segment, .rupiahPerMonth, 0...1e9,
        id: "Upah atau penghasilan yang dilaporkan", en: "Reported wage or income")
    /// Sets the JKK rate of wage earners (PP 44/2015); BPU contributions do not depend on it.
    public static let riskClass = number(
        "risk_class", .assumption, .segment, .riskClass, 1...5, standard: 1,
        id: "Kelompok risiko kerja (1 sangat rendah .. 5 sangat tinggi)",
        en: "Work risk class (1 very low .. 5 very high)")
    /// Decides which temporary rules concern the segment, such as PP 50/2025 for transport.
    public static let group = ParameterKey<WorkerGroup>(
        ParameterDefinition(
            "group", .assumption, .segment, .word(WorkerGroup.allCases.map(\.rawValue)),
            standard: .word("general"), id: "Kelompok pekerjaan untuk keringanan iuran",
            en: "Kind of work, for contribution relief")
    ) { if case .word(let word) = $0 { WorkerGroup(rawValue: word) } else { nil } }

    // MARK: Purses and budget

    /// What a purse may spend on all its segments in a budget year of one region. Zero unless set:
    /// a purse without a ceiling pays nothing, so that a forgotten one shows as a gap.
    public static let ceiling = number(
        "purse.ceiling", .lever, .purse, .rupiahPerYear, 0...1e16, standard: 0,
        id: "Pagu setahun", en: "Ceiling for a year")
    /// A fixed part of each bill: the regency pays at most 60 % of it, come what may. What follows
    /// another purse is ``purseMatch``.
    public static let purseShare = share(
        "purse.share", .lever, .purse, standard: 1,
        id: "Bagian kebutuhan iuran yang boleh dibayar sumber ini", en: "Share of a bill it may pay"
    )
    /// Read in the month in which the budget is planned.
    public static let budgetPolicy = ParameterKey<BudgetPolicy>(
        ParameterDefinition(
            "budget.policy", .lever, .segment, .word(BudgetPolicy.allCases.map(\.rawValue)),
            standard: .word("report"), id: "Bila pagu tidak cukup",
            en: "What happens when ceilings do not suffice")
    ) { if case .word(let word) = $0 { BudgetPolicy(rawValue: word) } else { nil } }
    /// Never January, which plans the whole year anyway.
    public static let revisionMonth = number(
        "budget.revision_month", .lever, .region, .monthOfYear, 2...12, standard: 10,
        id: "Bulan berlakunya APBD perubahan", en: "Month in which APBD perubahan takes effect")
    /// The denominator of published coverage; zero means not known, and gives no ratio.
    public static let employed = number(
        "denominator.employed", .assumption, .region, .person, persons, standard: 0,
        id: "Penduduk bekerja (BPS)", en: "Employed persons (BPS)")
}
