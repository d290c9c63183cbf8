import Quantities

/// A region's own budget.
extension Parameters {
    /// 0 stands for not known, and then no test is made of it.
    private static func budgeted(
        _ path: String, _ role: ParameterDefinition.Role = .assumption,
        _ unit: Unit = .rupiahPerYear, _ range: ClosedRange<Double> = 0...1e16, id: String,
        en: String, usual: UsualRange? = nil
    ) -> ParameterKey<Double> {
        number(
            path, role, .region, unit, range, standard: 0, id: id, en: en, usual: usual, .budget)
    }

    /// The smallest regency spends some Rp 500 billion, the largest province Rp 90 trillion.
    private static let wholeBudget = UsualRange(1e10...2e14, slip: .thousands)

    /// What all of a regency's or city's spending comes to in a year.
    public static let spending = budgeted(
        "apbd.spending", id: "Belanja daerah", en: "Total spending of the APBD",
        usual: wholeBudget)
    /// Contributions for others are booked as goods and services (5.1.02), not here.
    public static let personnelSpending = budgeted(
        "apbd.personnel", id: "Belanja pegawai", en: "Personnel spending", usual: wholeBudget)
    /// Taken off personnel spending before the cap is tested (UU 1/2022).
    public static let teacherAllowances = budgeted(
        "apbd.teacher_allowances", id: "Tunjangan guru dari transfer di belanja pegawai",
        en: "Teacher allowances from transfers, in personnel spending")
    /// Public service infrastructure, of which capital spending is a part.
    public static let infrastructureSpending = budgeted(
        "apbd.infrastructure", id: "Belanja infrastruktur pelayanan publik",
        en: "Public infrastructure spending")
    /// Profit sharing and transfers to villages, which the infrastructure floor leaves out.
    public static let passedOn = budgeted(
        "apbd.passed_on", id: "Belanja bagi hasil dan transfer ke desa",
        en: "Profit sharing and transfers to villages")
    /// Fiscal capacity (KFD) over personnel spending, by the decree of the Minister of Finance.
    public static let fiscalCapacityRatio = budgeted(
        "apbd.capacity_ratio", .assumption, .factor, 0...100,
        id: "Rasio kapasitas fiskal daerah (KFD)", en: "Ratio of fiscal capacity (KFD)")
    /// A limit that a region sets itself: what contributions may take of its spending. 0: none.
    public static let billLimit = budgeted(
        "apbd.bill_limit", .lever, .share, unitInterval,
        id: "Batas kebutuhan iuran terhadap belanja daerah (0: tanpa batas)",
        en: "Limit on the bill as a share of total spending (0: none)")

    static let ofBudget = [
        billLimit.definition, spending.definition, personnelSpending.definition,
        teacherAllowances.definition, infrastructureSpending.definition, passedOn.definition,
        fiscalCapacityRatio.definition,
    ]

    /// The denominator of published coverage; zero means not known, and gives no ratio.
    public static let employed = number(
        "denominator.employed", .assumption, .region, .person, persons, standard: 0,
        id: "Penduduk bekerja (BPS)", en: "Employed persons (BPS)",
        short: Phrase(id: "penduduk bekerja", en: "employed persons"),
        usual: UsualRange(1e3...3e8, slip: .thousands), .employed)
}
