import Quantities

/// Numbers of a region about the welfare of all its people.
extension Parameters {
    /// 0 stands for not known, and then no figure about poverty is made.
    private static func welfare(
        _ path: String, _ unit: Unit, _ range: ClosedRange<Double>, standard: Double = 0,
        id: String, en: String, short: Phrase, usual: UsualRange? = nil, isMean: Bool = false,
        _ binding: ParameterBinding
    ) -> ParameterKey<Double> {
        number(
            path, .assumption, .region, unit, range, standard: standard, id: id, en: en,
            short: short, usual: usual, isMean: isMean, binding)
    }

    /// The people of a region, whether they work or not.
    public static let population = welfare(
        "population", .person, persons, id: "Penduduk", en: "Population",
        short: Phrase(id: "penduduk", en: "population"),
        usual: UsualRange(1e3...3e8, slip: .thousands), .poverty(.population))
    /// P0 at the start of the horizon, as BPS publishes it.
    public static let povertyHeadcount = welfare(
        "poverty.headcount", .share, unitInterval,
        id: "Persentase penduduk miskin (P0) pada awal periode",
        en: "Poverty headcount (P0) at the start of the horizon",
        short: Phrase(id: "tingkat kemiskinan awal", en: "opening headcount"),
        .poverty(.headcount))
    /// Rupiah per person and month at the start of the horizon; it then rises with prices, and
    /// growth is counted in constant prices.
    public static let povertyLine = welfare(
        "poverty.line", .rupiahPerMonth, 0...1e8,
        id: "Garis kemiskinan pada awal periode", en: "Poverty line at the start of the horizon",
        short: Phrase(id: "garis kemiskinan", en: "poverty line"),
        usual: UsualRange(1e5...1e8, slip: .thousands), .poverty(.line))
    /// Of consumption per head at the start of the horizon.
    public static let povertyGini = welfare(
        "poverty.gini", .share, unitInterval, id: "Rasio Gini konsumsi pada awal periode",
        en: "Gini coefficient of consumption at the start of the horizon",
        short: Phrase(id: "rasio Gini", en: "Gini coefficient"), .poverty(.gini))
    /// Of mean consumption per head, in constant prices.
    public static let consumptionGrowth = welfare(
        "poverty.growth", .perYear, -0.5...0.5,
        id: "Pertumbuhan konsumsi riil per kapita", en: "Real growth of consumption per head",
        short: Phrase(id: "pertumbuhan konsumsi riil", en: "real growth of consumption"),
        usual: UsualRange(-0.2...0.2, slip: .percent), .poverty(.growth))
    /// Relative change of the Gini coefficient, `G(t) = G(0) (1 + g)^t`.
    public static let giniGrowth = welfare(
        "poverty.gini_growth", .perYear, -0.5...0.5,
        id: "Perubahan relatif rasio Gini", en: "Relative change of the Gini coefficient",
        short: Phrase(id: "perubahan rasio Gini", en: "change of the Gini"),
        usual: UsualRange(-0.2...0.2, slip: .percent), .poverty(.giniGrowth))
    /// Persons who live on one breadwinner's and others' income together.
    public static let householdSize = welfare(
        "household.size", .person, 1...20, standard: 4,
        id: "Anggota rumah tangga", en: "Persons in a household",
        short: Phrase(id: "anggota rumah tangga", en: "household size"), isMean: true, .household)

    /// What the consumption of families rests on, by region.
    public static let ofFamilies: [ParameterKey<Double>] = [
        povertyHeadcount, povertyLine, povertyGini, consumptionGrowth, giniGrowth, householdSize,
    ]

    static let ofWelfare = [population.definition] + ofFamilies.map(\.definition)
}

/// A number of a region that its poverty rests on.
public enum PovertyNumber: Sendable, Hashable {
    /// By month.
    case population, growth, giniGrowth
    /// At the start of the horizon.
    case headcount, line, gini
}
