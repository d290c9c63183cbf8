import Policy
import Quantities

/// Headings and notes of reports.
extension Messages {
    /// Below a title: months, regions and segments.
    static func about(_ scenario: Scenario) -> Phrase {
        let period = "\(scenario.horizon.lowerBound) – \(scenario.horizon.upperBound)"
        let (regions, segments) = (scenario.regions.count, scenario.segments.count)
        return Phrase(
            id: "\(period), \(regions) kabupaten/kota, \(segments) segmen",
            en: "\(period), \(regions) kabupaten/kota, \(segments) segments")
    }

    /// Above the years of one scenario.
    static let byYear = Phrase(id: "Menurut tahun", en: "By year")
    /// Above the segments of one scenario.
    static let bySegment = Phrase(id: "Menurut segmen", en: "By segment")
    /// Above what purses pay.
    static let byPurse = Phrase(id: "Menurut sumber dana", en: "By purse")
    /// Above needs, what purses pay of them, and the gap.
    static let balance = Phrase(
        id: "Neraca kebutuhan dan sumber dana", en: "Balance of needs and purses")
    /// How the rows of the balance add up, and where its details stand.
    static let balanceNote = Phrase(
        id: """
            kebutuhan iuran = terbayar oleh sumber dana + kekurangan pagu; per daerah dan \
            segmen di balance.csv
            """,
        en: """
            needs (public bill) = what purses pay + unfunded gap; by region and segment in \
            balance.csv
            """)
    /// Above what lists of workers that were not matched would pay twice.
    static let overlap = Phrase(
        id: "Pembayaran ganda bila daftar penerima tidak dicocokkan",
        en: "Paid twice if lists of workers are not matched")
    /// What the rows are, and where details stand.
    static let overlapNote = Phrase(
        id: """
            segmen yang dibayar dua sumber dana atau lebih; perhitungan di atas membayar tiap \
            pekerja sekali (dicocokkan); acak: tiap daftar disusun sendiri; bersarang: semua \
            daftar mulai dari orang yang sama; rincian di overlap.csv
            """,
        en: """
            segments that two or more purses pay for; the figures above pay for each worker once \
            (matched); random: each list is drawn alone; nested: all lists begin with the same \
            people; details in overlap.csv
            """)
    /// What figures of a whole horizon mean: sums for money and months, the end for people.
    static let wholeHorizon = Phrase(
        id: "seluruh periode; cakupan dan orang pada akhirnya",
        en: "the whole horizon; coverage and persons at its end")
    /// Above scenarios side by side.
    static let wholeHorizonHeading = Phrase(id: "Seluruh periode", en: "The whole horizon")
    /// Above waiting months and what a scenario's bill adds to the baseline's.
    static let againstBaseline = Phrase(
        id: "Masa tunggu dan selisih terhadap acuan",
        en: "Waiting, and differences to the baseline")
    /// Numerator and denominator of the coverage that is shown; publications use others.
    static let coverageDefinition = Phrase(
        id: """
            cakupan = pekerja dengan iuran dibayar (dana publik, mandiri, pemberi kerja) pada \
            akhir tahun / pekerja segmen yang dimodelkan, atau / penduduk bekerja (BPS)
            """,
        en: """
            coverage = workers with a paid contribution (public, own, employer) at the end of the \
            year / workers of the modelled segments, or / employed persons (BPS)
            """)
    /// Above the bars of one scenario.
    static let coverageOfWorkers = Phrase(
        id: "Cakupan pekerja yang dimodelkan, akhir tahun",
        en: "Coverage of modelled workers, end of year")
    /// Above the bars of several scenarios.
    static let coverageAtEnd = Phrase(
        id: "Cakupan pekerja yang dimodelkan, akhir periode",
        en: "Coverage of modelled workers, end of the horizon")
    /// Above the bars of several scenarios' bills.
    static let billOverHorizon = Phrase(
        id: "Kebutuhan iuran, seluruh periode", en: "Public bill, the whole horizon")
    /// Above the parts of differences.
    static let whyDifferent = Phrase(
        id: "Asal selisih menurut kunci yang berubah",
        en: "Where differences come from, by changed key")
    /// The row for what no purse pays.
    static let unfunded = Phrase(id: "kekurangan pagu", en: "unfunded gap")

    /// The title of a comparison.
    static func comparedWith(_ baseline: String) -> Phrase {
        Phrase(
            id: "Perbandingan skenario, acuan: \(baseline)",
            en: "Scenarios compared, baseline: \(baseline)")
    }
}
