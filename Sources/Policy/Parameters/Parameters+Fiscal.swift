import Quantities

extension Parameters {
    /// A figure of a region's own budget; 0 stands for not known, and then no test is made of it.
    private static func budgeted(
        _ path: String, _ role: ParameterDefinition.Role = .assumption,
        _ unit: Unit = .rupiahPerYear, _ range: ClosedRange<Double> = 0...1e16, id: String,
        en: String
    ) -> ParameterKey<Double> {
        let definition = ParameterDefinition(
            path, role, .region, .number(units: [unit], range), standard: .number(0), id: id,
            en: en)
        return ParameterKey(definition) { $0.number }
    }

    /// What all of a regency's or city's spending comes to in a year.
    public static let spending = budgeted(
        "apbd.spending", id: "Belanja daerah", en: "Total spending of the APBD")
    /// Contributions for others are booked as goods and services (5.1.02), not here.
    public static let personnelSpending = budgeted(
        "apbd.personnel", id: "Belanja pegawai", en: "Personnel spending")
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

    /// What is known of a region's budget, and the limit that it sets itself.
    static let fiscal: [ParameterDefinition] = [
        billLimit.definition, spending.definition, personnelSpending.definition,
        teacherAllowances.definition, infrastructureSpending.definition, passedOn.definition,
        fiscalCapacityRatio.definition,
    ]
}
