import Quantities

extension Parameters {
    /// A region's number about the welfare of all its people; 0 stands for not known, and then no
    /// figure about poverty is made.
    private static func welfare(
        _ path: String, _ unit: Unit, _ range: ClosedRange<Double>, standard: Double = 0,
        id: String, en: String
    ) -> ParameterKey<Double> {
        let definition = ParameterDefinition(
            path, .assumption, .region, .number(units: [unit], range),
            standard: .number(standard), id: id, en: en)
        return ParameterKey(definition) { $0.number }
    }

    /// The people of a region, whether they work or not.
    public static let population = welfare(
        "population", .person, persons, id: "Penduduk", en: "Population")
    /// P0 at the start of the horizon, as BPS publishes it.
    public static let povertyHeadcount = welfare(
        "poverty.headcount", .share, unitInterval,
        id: "Persentase penduduk miskin (P0) pada awal periode",
        en: "Poverty headcount (P0) at the start of the horizon")
    /// Rupiah per person and month at the start of the horizon; it then rises with prices, and
    /// growth is counted in constant prices.
    public static let povertyLine = welfare(
        "poverty.line", .rupiahPerMonth, 0...1e8,
        id: "Garis kemiskinan pada awal periode", en: "Poverty line at the start of the horizon")
    /// Of consumption per head at the start of the horizon.
    public static let povertyGini = welfare(
        "poverty.gini", .share, unitInterval, id: "Rasio Gini konsumsi pada awal periode",
        en: "Gini coefficient of consumption at the start of the horizon")
    /// Of mean consumption per head, in constant prices.
    public static let consumptionGrowth = welfare(
        "poverty.growth", .perYear, -0.5...0.5,
        id: "Pertumbuhan konsumsi riil per kapita", en: "Real growth of consumption per head")
    /// Relative change of the Gini coefficient, `G(t) = G(0) (1 + g)^t`.
    public static let giniGrowth = welfare(
        "poverty.gini_growth", .perYear, -0.5...0.5,
        id: "Perubahan relatif rasio Gini", en: "Relative change of the Gini coefficient")
    /// Persons who live on one breadwinner's and others' income together.
    public static let householdSize = welfare(
        "household.size", .person, 1...20, standard: 4,
        id: "Anggota rumah tangga", en: "Persons in a household")

    /// What the consumption of families rests on, by region.
    public static let ofFamilies: [ParameterKey<Double>] = [
        povertyHeadcount, povertyLine, povertyGini, consumptionGrowth, giniGrowth, householdSize,
    ]

    /// What is believed about welfare, by region.
    static let poverty: [ParameterDefinition] = [
        population.definition, povertyHeadcount.definition, povertyLine.definition,
        povertyGini.definition, consumptionGrowth.definition, giniGrowth.definition,
        householdSize.definition,
    ]
}
