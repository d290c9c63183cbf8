import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let povertyCommand = Phrase(
        id: "Kemiskinan: keadaan, jalur, sasaran, dan apa yang menggerakkannya.",
        en: "Poverty: its state, path, targets, and what moved it.")

    static let povertyCommandMore = Phrase(
        id: """
            Memakai P0, garis kemiskinan dan rasio Gini BPS; tidak ada pernyataan bahwa \
            kepesertaan mengubah P0 yang diterbitkan.
            """,
        en: """
            Uses P0, poverty lines and Gini coefficients of BPS; no effect of coverage on \
            published P0 is claimed.
            """)

    static let povertyState = Phrase(
        id: "Keadaan sebuah daerah, berkas rumah tangga, atau tabel kelompok.",
        en: "The state of a region, of a household file, or of a grouped table.")

    static let povertyPath = Phrase(
        id: "P0, P1, P2 sebuah skenario menurut tahun.", en: "P0, P1, P2 of a scenario by year.")

    static let povertyTarget = Phrase(
        id: "Apa yang diperlukan sebuah sasaran: pertumbuhan, pemerataan, atau dana transfer.",
        en: "What a target needs: growth, less inequality, or payments.")

    static let povertyComponents = Phrase(
        id: "Bagian pertumbuhan dan pemerataan dari perubahan kemiskinan.",
        en: "The parts of growth and redistribution in a change of poverty.")

    static let helpPovertyRegion = Phrase(
        id: "Kode daerah, misalnya 35 atau 35.74.", en: "A region's code, such as 35 or 35.74.")

    static let helpHouseholds = Phrase(
        id: """
            CSV rumah tangga: consumption, weight; boleh size, stratum, psu. Cara menulis \
            bilangannya: --locale.
            """,
        en: """
            CSV of households: consumption, weight; optional size, stratum, psu. How its numbers \
            are written: --locale.
            """)

    static let helpGrouped = Phrase(
        id: """
            CSV kelompok dari yang termiskin: people_share, consumption_share. Cara menulis \
            bilangannya: --locale.
            """,
        en: """
            CSV of groups from the poorest on: people_share, consumption_share. How its numbers \
            are written: --locale.
            """)

    static let helpLine = Phrase(
        id: "Garis kemiskinan per orang, dalam satuan berkas.",
        en: "Poverty line per head, in the money of the file.")

    static let helpMean = Phrase(
        id: """
            Rata-rata konsumsi per orang: wajib untuk --grouped; untuk sebuah daerah per bulan, \
            pengganti rasio Gini.
            """,
        en: """
            Mean consumption per head: needed for --grouped; for a region per month, in place of \
            the Gini coefficient.
            """)

    static let helpLeakage = Phrase(
        id: "Bagian dana yang jatuh ke yang tidak miskin (0).",
        en: "Share of the money that goes to people who are not poor (0).")

    static let helpExclusion = Phrase(
        id: "Bagian penduduk miskin yang tidak terjangkau (0).",
        en: "Share of the poor who are not reached (0).")

    static let helpTargetHeadcount = Phrase(
        id: "P0 yang dituju, misalnya '5 %'.", en: "The P0 that is wanted, such as '5 %'.")

    static let helpTargetGap = Phrase(
        id: "P1 yang dituju, misalnya '1 %'.", en: "The P1 that is wanted, such as '1 %'.")

    static let helpTargetYear = Phrase(
        id: "Tahun sasaran dalam periode.", en: "The year of the target, in the horizon.")

    static let helpFromYear = Phrase(
        id: "Tahun awal: 2018, 2021.", en: "The first year: 2018, 2021.")

    static let helpToYear = Phrase(
        id: "Tahun akhir: 2021, 2025.", en: "The last year: 2021, 2025.")
}
