import Quantities

extension Parameters {
    /// A belief about what happens to the protected of a segment and to their families.
    private static func belief(
        _ path: String, _ unit: Unit, _ range: ClosedRange<Double>, standard: Double, id: String,
        en: String
    ) -> ParameterKey<Double> {
        let definition = ParameterDefinition(
            path, .assumption, .segment, .number(units: [unit], range),
            standard: .number(standard), id: id, en: en)
        return ParameterKey(definition) { $0.number }
    }

    /// Work accidents that are claimed, per protected person and year. 19,921 claims of BPU on 9.19
    /// million active members in 2023 are 2.2 per 1,000; of PU 13.9.
    public static let accidentRate = belief(
        "accident.rate", .perYear, 0...10, standard: 0.0022,
        id: "Klaim kecelakaan kerja per peserta", en: "Work accident claims per protected person")
    /// What JKK pays for an accident that is not a death: treatment, lost pay, disability.
    public static let accidentCost = belief(
        "accident.cost", .rupiah, 0...1e10, standard: 5e6,
        id: "Rata-rata manfaat JKK per kecelakaan, selain kematian",
        en: "Mean JKK benefit of an accident that is not a death")
    /// Deaths at work are JKK's, the others JKM's.
    public static let deathAtWorkShare = belief(
        "death.at_work_share", .share, unitInterval, standard: 0.05,
        id: "Bagian kematian peserta yang karena kerja",
        en: "Share of deaths of the protected that are due to work")
    /// JKM pays scholarships after three years of contributions, JKK without a term.
    public static let scholarshipTenureShare = belief(
        "scholarship.tenure_share", .share, unitInterval, standard: 0.3,
        id: "Bagian peserta penuh dengan masa iuran cukup untuk beasiswa JKM",
        en: "Share of the vested with contributions enough for a JKM scholarship")
    /// Of those who die; the law pays for two at most.
    public static let scholarshipChildren = belief(
        "scholarship.children", .person, 0...2, standard: 1,
        id: "Anak penerima beasiswa per peserta yang meninggal",
        en: "Children with a scholarship per member who dies")
    /// The maximum is a child's whole way from first school to university.
    public static let scholarshipShare = belief(
        "scholarship.share_of_maximum", .share, unitInterval, standard: 0.3,
        id: "Bagian dari beasiswa tertinggi yang diterima seorang anak",
        en: "Share of the largest scholarship that a child receives")
    /// How far consumption per head falls when a breadwinner dies. Not settled for Indonesia: one
    /// panel study finds no fall.
    public static let consumptionFall = belief(
        "event.consumption_fall", .share, unitInterval, standard: 0.2,
        id: "Turunnya konsumsi rumah tangga setelah pencari nafkah meninggal",
        en: "Fall of household consumption when a breadwinner dies")
    /// The months over which consumption is lower, and over which a benefit is spread.
    public static let eventMonths = belief(
        "event.months", .month, 1...240, standard: 12,
        id: "Bulan lamanya konsumsi turun dan manfaat dibagi",
        en: "Months over which consumption is lower and a benefit is spread")
    /// Of the segment's households to the region's mean.
    public static let relativeConsumption = belief(
        "household.relative_consumption", .factor, 0.05...20, standard: 1,
        id: "Konsumsi rumah tangga segmen terhadap rata-rata daerah",
        en: "Consumption of the segment's households relative to the region's mean")

    /// What is believed about events and families, by segment.
    static let protection: [ParameterDefinition] = [
        accidentRate.definition, accidentCost.definition, deathAtWorkShare.definition,
        scholarshipTenureShare.definition, scholarshipChildren.definition,
        scholarshipShare.definition, consumptionFall.definition, eventMonths.definition,
        relativeConsumption.definition,
    ]
}
