import Quantities

/// What is told about poverty wherever it appears.
extension Messages {
    /// Above poverty by year or by scenario.
    static let poverty = Phrase(id: "Kemiskinan", en: "Poverty")

    /// Above scenarios side by side.
    static let povertyAtEnd = Phrase(
        id: "Kemiskinan, akhir periode", en: "Poverty, end of the horizon")

    /// Above the years of one scenario at many draws.
    static let drawnPoverty = Phrase(
        id: "Kemiskinan, median (rentang 90 %)", en: "Poverty, median (90 % range)")

    /// Stands wherever protection and poverty stand in one report.
    static let noPovertyEffectClaimed = Phrase(
        id: """
            kemiskinan di sini bergerak oleh pertumbuhan dan ketimpangan saja; tidak ada \
            pernyataan bahwa kepesertaan mengubah P0 yang diterbitkan
            """,
        en: """
            poverty here moves with growth and inequality alone; no effect of coverage on \
            published P0 is claimed
            """)

    /// What research found for and against such an effect in Indonesia.
    static let povertyEvidence = Phrase(
        id: """
            bukti yang mendukung: sakit menurunkan konsumsi rumah tangga desa dan miskin, dan \
            petani yang tertimpa kematian atau sakit menjual lahan; yang menentang: satu studi \
            panel nasional (IFLS) tidak menemukan turunnya konsumsi per orang setelah ada anggota \
            yang meninggal; tentang pengaruh kepesertaan pada kemiskinan kabupaten/kota tidak \
            ditemukan kajian yang meyakinkan
            """,
        en: """
            evidence for: illness lowers the consumption of rural and poor households, and farmers \
            hit by death or illness sell land; against: one national panel study (IFLS) finds no \
            fall of consumption per head after a death in the household; on the effect of coverage \
            on the poverty of a kabupaten/kota no credible study was found
            """)

    /// What the figures of a year are.
    static let povertyByYear = Phrase(
        id: """
            lognormal dari P0 dan rasio Gini pada awal periode, lalu setiap tahun sesudahnya \
            (P0: bagian penduduk di bawah garis; P1: rata-rata kekurangan terhadap garis)
            """,
        en: """
            lognormal from P0 and the Gini coefficient at the start of the horizon, then each year \
            after (P0: the share of people below the line; P1: the mean gap over the line)
            """)

    /// Two notes as one.
    static func together(_ notes: Phrase...) -> Phrase {
        Phrase { language in notes.map { $0[language] }.joined(separator: "; ") }
    }
}
