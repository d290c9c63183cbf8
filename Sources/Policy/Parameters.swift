import Quantities

/// Every parameter that a scenario may set, besides the law tree.
public enum Parameters {
    static let persons: ClosedRange<Double> = 0...1e9
    static let unitInterval: ClosedRange<Double> = 0...1

    private static func number(
        _ path: String, _ role: ParameterDefinition.Role, _ scope: ParameterDefinition.Scope,
        _ unit: Unit, _ range: ClosedRange<Double>, standard: Double? = nil, id: String, en: String
    ) -> ParameterKey<Double> {
        let definition = ParameterDefinition(
            path, role, scope, .number(units: [unit], range),
            standard: standard.map(SettingValue.number), id: id, en: en)
        return ParameterKey(definition) { $0.number }
    }

    private static func share(
        _ path: String, _ role: ParameterDefinition.Role = .assumption,
        _ scope: ParameterDefinition.Scope = .segment, standard: Double, id: String, en: String
    ) -> ParameterKey<Double> {
        number(path, role, scope, .share, unitInterval, standard: standard, id: id, en: en)
    }

    private static func flag(
        _ path: String, _ role: ParameterDefinition.Role, standard: Bool, id: String, en: String
    ) -> ParameterKey<Bool> {
        let definition = ParameterDefinition(
            path, role, .segment, .flag, standard: .flag(standard), id: id, en: en)
        return ParameterKey(definition) { if case .flag(let on) = $0 { on } else { nil } }
    }

    static func rate(_ name: String, id: String, en: String) -> ParameterKey<Double> {
        number(
            "rate." + name, .assumption, .segment, .perYear, 0...100, standard: 0, id: id, en: en)
    }

    // MARK: Levers of a segment

    public static let quota = ParameterKey<Quota>(
        ParameterDefinition(
            "quota", .lever, .segment, .number(units: [.person, .share], 0...1e9),
            standard: .heads(0),
            id: "Kuota: orang yang iurannya dibayar dana publik pada bulan yang dibiayai",
            en: "Quota: persons whose contribution public purses pay in a funded month")
    ) {
        switch $0 {
        case .heads(let heads): .heads(heads)
        case .share(let share): .shareOfEligible(share)
        default: nil
        }
    }
    public static let fundedMonths = number(
        "funding.months", .lever, .segment, .monthsPerYear, 0...12, standard: 12,
        id: "Banyaknya bulan yang dibiayai dalam setahun", en: "Funded months in a year")
    public static let fundingStart = number(
        "funding.start", .lever, .segment, .monthOfYear, 1...12, standard: 1,
        id: "Bulan pertama yang dibiayai dalam setahun", en: "First funded month of a year")
    public static let refill = flag(
        "refill", .lever, standard: true,
        id: "Peserta yang keluar diganti setiap bulan", en: "Leavers are replaced every month")
    public static let route = ParameterKey<RegistrationRoute>(
        ParameterDefinition(
            "route", .lever, .segment, .word(["pu", "bpu"]),
            id: "Jalur pendaftaran", en: "Registration route")
    ) { if case .word(let word) = $0 { RegistrationRoute(rawValue: word) } else { nil } }
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

    public static let workers = number(
        "workers", .assumption, .segment, .person, persons,
        id: "Pekerja pada awal horizon", en: "Workers at the start of the horizon")
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
    public static let eligibleShare = share(
        "eligible_share", standard: 1,
        id: "Bagian yang memenuhi syarat (NIK sah, umur, DTSEN)",
        en: "Share that is eligible (valid NIK, age, DTSEN)")
    public static let retention = share(
        "retention", standard: 0,
        id: "Bagian peserta yang dilepas lalu membayar sendiri",
        en: "Share of released members who go on paying themselves")
    public static let waitingRestarts = flag(
        "waiting_restarts", .assumption, standard: true,
        id: "Masa tunggu tiga bulan berulang setelah putus iuran",
        en: "The three waiting months start again after a gap")
    public static let base = number(
        "base", .assumption, .segment, .rupiahPerMonth, 0...1e9,
        id: "Upah atau penghasilan yang dilaporkan", en: "Reported wage or income")
    public static let riskClass = number(
        "risk_class", .assumption, .segment, .riskClass, 1...5, standard: 1,
        id: "Kelompok risiko kerja (1 sangat rendah .. 5 sangat tinggi)",
        en: "Work risk class (1 very low .. 5 very high)")
    public static let group = ParameterKey<WorkerGroup>(
        ParameterDefinition(
            "group", .assumption, .segment, .word(WorkerGroup.allCases.map(\.rawValue)),
            standard: .word("general"), id: "Kelompok pekerjaan untuk keringanan iuran",
            en: "Kind of work, for contribution relief")
    ) { if case .word(let word) = $0 { WorkerGroup(rawValue: word) } else { nil } }

    // MARK: Purses and budget

    public static let ceiling = number(
        "purse.ceiling", .lever, .purse, .rupiahPerYear, 0...1e16, standard: 0,
        id: "Pagu setahun", en: "Ceiling for a year")
    public static let purseShare = share(
        "purse.share", .lever, .purse, standard: 1,
        id: "Bagian tagihan yang boleh dibayar sumber ini", en: "Share of a bill it may pay")
    public static let budgetPolicy = ParameterKey<BudgetPolicy>(
        ParameterDefinition(
            "budget.policy", .lever, .segment, .word(BudgetPolicy.allCases.map(\.rawValue)),
            standard: .word("report"), id: "Bila pagu tidak cukup",
            en: "What happens when ceilings do not suffice")
    ) { if case .word(let word) = $0 { BudgetPolicy(rawValue: word) } else { nil } }
    public static let revisionMonth = number(
        "budget.revision_month", .lever, .region, .monthOfYear, 2...12, standard: 10,
        id: "Bulan berlakunya APBD perubahan", en: "Month in which APBD perubahan takes effect")
    public static let employed = number(
        "denominator.employed", .assumption, .region, .person, persons, standard: 0,
        id: "Penduduk bekerja (BPS)", en: "Employed persons (BPS)")
}
