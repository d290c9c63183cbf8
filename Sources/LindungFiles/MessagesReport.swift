import Policy
import Quantities

/// Headings and notes of reports.
extension Messages {
    static func about(_ scenario: Scenario) -> Phrase {
        let period = "\(scenario.horizon.lowerBound) – \(scenario.horizon.upperBound)"
        let (regions, segments) = (scenario.regions.count, scenario.segments.count)
        return Phrase(
            id: "\(period), \(regions) kabupaten/kota, \(segments) segmen",
            en: "\(period), \(regions) kabupaten/kota, \(segments) segments")
    }

    static let byYear = Phrase(id: "Menurut tahun", en: "By year")
    static let bySegment = Phrase(id: "Menurut segmen", en: "By segment")
    static let byPurse = Phrase(id: "Menurut sumber dana", en: "By purse")
    static let wholeHorizon = Phrase(
        id: "seluruh horizon; cakupan dan orang pada akhirnya",
        en: "the whole horizon; coverage and persons at its end")
    static let wholeHorizonHeading = Phrase(id: "Seluruh horizon", en: "The whole horizon")
    static let coverageDefinition = Phrase(
        id: """
            cakupan = pekerja dengan iuran dibayar (dana publik, mandiri, pemberi kerja) pada akhir \
            tahun / pekerja segmen yang dimodelkan, atau / penduduk bekerja (BPS)
            """,
        en: """
            coverage = workers with a paid contribution (public, own, employer) at the end of the \
            year / workers of the modelled segments, or / employed persons (BPS)
            """)
    static let coverageOfWorkers = Phrase(
        id: "Cakupan pekerja yang dimodelkan, akhir tahun",
        en: "Coverage of modelled workers, end of year")
    static let coverageAtEnd = Phrase(
        id: "Cakupan pekerja yang dimodelkan, akhir horizon",
        en: "Coverage of modelled workers, end of the horizon")
    static let billOverHorizon = Phrase(
        id: "Tagihan publik, seluruh horizon", en: "Public bill, the whole horizon")
    static let whyDifferent = Phrase(
        id: "Asal selisih menurut kunci yang berubah",
        en: "Where differences come from, by changed key")
    static let unfunded = Phrase(id: "tak terdanai", en: "unfunded gap")

    static func comparedWith(_ baseline: String) -> Phrase {
        Phrase(
            id: "Perbandingan skenario, acuan: \(baseline)",
            en: "Scenarios compared, baseline: \(baseline)")
    }
}
