import Quantities

/// What happens to the protected of a segment and to their families.
extension Parameters {
    private static func belief(
        _ path: String, _ unit: Unit, _ range: ClosedRange<Double>, standard: Double, id: String,
        en: String, usual: UsualRange? = nil, isMean: Bool = false, _ number: BenefitNumber
    ) -> ParameterKey<Double> {
        self.number(
            path, .assumption, .segment, unit, range, standard: standard, id: id, en: en,
            usual: usual, isMean: isMean, .benefit(.number(number)))
    }

    /// Work accidents that are claimed, per protected person and year. 19,921 claims of BPU on 9.19
    /// million active members in 2023 are 2.2 per 1,000; of PU 13.9.
    public static let accidentRate = belief(
        "accident.rate", .perYear, 0...10, standard: 0.0022,
        id: "Klaim kecelakaan kerja per peserta", en: "Work accident claims per protected person",
        usual: UsualRange(0...0.2, slip: .perThousand), .accidentRate)
    /// What JKK pays for an accident that is not a death: treatment, lost pay, disability.
    public static let accidentCost = belief(
        "accident.cost", .rupiah, 0...1e10, standard: 5e6,
        id: "Rata-rata manfaat JKK per kecelakaan, selain kematian",
        en: "Mean JKK benefit of an accident that is not a death",
        usual: UsualRange(1e5...1e9, slip: .thousands), .accidentCost)
    /// Deaths at work are JKK's, the others JKM's.
    public static let deathAtWorkShare = belief(
        "death.at_work_share", .share, unitInterval, standard: 0.05,
        id: "Bagian kematian peserta yang karena kerja",
        en: "Share of deaths of the protected that are due to work", .atWork)
    /// JKM pays scholarships after three years of contributions, JKK without a term.
    public static let scholarshipTenureShare = belief(
        "scholarship.tenure_share", .share, unitInterval, standard: 0.3,
        id: "Bagian peserta penuh dengan masa iuran cukup untuk beasiswa JKM",
        en: "Share of the vested with contributions enough for a JKM scholarship", .tenure)
    /// Of those who die; the law pays for two at most.
    public static let scholarshipChildren = belief(
        "scholarship.children", .person, 0...2, standard: 1,
        id: "Anak penerima beasiswa per peserta yang meninggal",
        en: "Children with a scholarship per member who dies", isMean: true, .children)
    /// The maximum is a child's whole way from first school to university.
    public static let scholarshipShare = belief(
        "scholarship.share_of_maximum", .share, unitInterval, standard: 0.3,
        id: "Bagian dari beasiswa tertinggi yang diterima seorang anak",
        en: "Share of the largest scholarship that a child receives", .scholarshipShare)
    /// How far consumption per head falls when a breadwinner dies. Not settled for Indonesia: one
    /// panel study finds no fall.
    public static let consumptionFall = belief(
        "event.consumption_fall", .share, unitInterval, standard: 0.2,
        id: "Turunnya konsumsi rumah tangga setelah pencari nafkah meninggal",
        en: "Fall of household consumption when a breadwinner dies", .fall)
    /// The months over which consumption is lower, and over which a benefit is spread.
    public static let eventMonths = belief(
        "event.months", .month, 1...240, standard: 12,
        id: "Bulan lamanya konsumsi turun dan manfaat dibagi",
        en: "Months over which consumption is lower and a benefit is spread", .months)
    /// Of the segment's households to the region's mean.
    public static let relativeConsumption = belief(
        "household.relative_consumption", .factor, 0.05...20, standard: 1,
        id: "Konsumsi rumah tangga segmen terhadap rata-rata daerah",
        en: "Consumption of the segment's households relative to the region's mean", .relative)

    /// What is believed about events and families, by segment.
    public static let ofEvents: [ParameterKey<Double>] = [
        accidentRate, accidentCost, deathAtWorkShare, scholarshipTenureShare, scholarshipChildren,
        scholarshipShare, consumptionFall, eventMonths, relativeConsumption,
    ]

    static let ofBenefits = ofEvents.map(\.definition)
}

/// A number of a segment that benefits depend on, by month and region.
///
/// Programmes are 1 where members have them. The fall of consumption has three: as written, and
/// the ends of the range that its author gives, between which results are told.
public enum BenefitNumber: Int, CaseIterable, Sendable {
    /// Of work accidents and deaths.
    case accidentRate, accidentCost, atWork
    /// Of scholarships.
    case tenure, children, scholarshipShare
    /// Of families.
    case fall, fallLow, fallHigh, months, relative
    /// What members are registered with.
    case wage, hasJKK, hasJKM
}
