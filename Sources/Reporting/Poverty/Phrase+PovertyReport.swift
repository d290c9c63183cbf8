import Analysis
import Quantities
import Welfare

extension Phrase {
    static func povertyOf(_ name: String, _ code: String, _ year: Int) -> Phrase {
        Phrase(
            id: "Kemiskinan \(name) (\(code)), Maret \(year)",
            en: "Poverty in \(name) (\(code)), March \(year)")
    }

    static let stateExplained = Phrase(
        id: """
            terbitan BPS di samping lognormal yang memakai P0 dan rasio Gini; selisihnya \
            menunjukkan seberapa jauh bentuk itu dari kenyataan
            """,
        en: """
            figures of BPS beside a lognormal of P0 and the Gini coefficient; what lies between \
            shows how far that shape is from life
            """)

    static func fitErrors(_ index: String, _ count: Int, _ errors: FitErrors) -> Phrase {
        func points(_ value: Double) -> Phrase {
            Phrase(same: "\("+", if: value > 0)\(value * 100, decimals: 2)")
        }
        let mean = Phrase(same: "\(errors.absolute * 100, decimals: 2)")
        let (bias, worst) = (points(errors.bias), points(errors.worst.error))
        return Phrase(
            "\(index) lognormal di \(digits: count) kabupaten/kota provinsi ini: galat mutlak"
                + " rata-rata \(mean) poin persen (rata-rata \(bias)), terburuk \(worst) di"
                + " \(errors.worst.name)",
            en: "\(index) of the lognormal in \(digits: count) kabupaten/kota of this province:"
                + " mean"
                + " absolute error \(mean) percentage points (mean \(bias)), worst \(worst) in"
                + " \(errors.worst.name)")
    }

    static let publishedAndFitted = Phrase(
        id: "Terbitan dan lognormal", en: "Published and lognormal")

    static let gapAndMoney = Phrase(
        id: "Kesenjangan dalam rupiah", en: "The gap in rupiah")

    static let linePerHead = Phrase(id: "garis kemiskinan", en: "poverty line")

    static let giniUsed = Phrase(id: "rasio Gini", en: "Gini coefficient")

    static let impliedMean = Phrase(
        id: "rata-rata menurut lognormal", en: "mean by the lognormal")

    static let gapPerYear = Phrase(
        id: "kesenjangan (P1 terbitan)", en: "gap (published P1)")

    static let gapFitted = Phrase(id: "kesenjangan (lognormal)", en: "gap (lognormal)")

    static let budgetNeeded = Phrase(id: "anggaran penutup", en: "budget that closes it")

    static let gapLeft = Phrase(id: "yang tersisa", en: "what remains")

    static let notKnown = Phrase(id: "tidak diketahui", en: "not known")

    static func perHead(_ amount: Double) -> Phrase {
        Phrase(
            "\(ExpectedRupiah(amount).rounded()) per orang-bulan",
            en: "\(ExpectedRupiah(amount).rounded()) per person-month")
    }

    static func yearlyMoney(_ amount: Double) -> Phrase {
        guard !amount.isNaN else { return notKnown }
        return Phrase(
            "\(ExpectedRupiah(amount).rounded()) per tahun",
            en: "\(ExpectedRupiah(amount).rounded()) a year")
    }

    static func giniText(
        _ gini: Double, _ range: ClosedRange<Double>, from source: String?
    ) -> Phrase {
        let text = Phrase(same: "\(gini, decimals: 3)")
        guard let source else { return text }
        let ends = Phrase(
            same: "\(range.lowerBound, decimals: 3) – \(range.upperBound, decimals: 3)")
        return Phrase(
            "\(text), dipinjam dari \(source) (A; rentang \(ends))",
            en: "\(text), borrowed from \(source) (A; range \(ends))")
    }

    static func giniOfMean(_ gini: Double) -> Phrase {
        Phrase(
            "\(gini, decimals: 3), dari P0 dan rata-rata yang diberikan",
            en: "\(gini, decimals: 3), from P0 and the mean that was given")
    }

    static func budgetText(_ gap: PovertyGap) -> Phrase {
        Phrase(
            "\(yearlyMoney(gap.budget)), bila \(percent: gap.leakage) dana jatuh ke yang tidak"
                + " miskin dan \(percent: gap.exclusion) yang miskin tidak terjangkau",
            en: "\(yearlyMoney(gap.budget)), if \(percent: gap.leakage) of the money goes to people"
                + " who are not poor and \(percent: gap.exclusion) of the poor are not reached"
        )
    }

    static let fitPicture = Phrase(
        id: "P1 terbitan dan P1 lognormal (%)", en: "Published P1 and P1 of the lognormal (%)")

    static let publishedAxis = Phrase(id: "P1 terbitan", en: "published P1")

    static let fittedAxis = Phrase(id: "P1 lognormal", en: "P1 of the lognormal")

    static let pricesOfStart = Phrase(
        id: "rupiah menurut harga awal periode", en: "rupiah in prices of the start of the horizon")

    static let headcountByYear = Phrase(id: "P0 menurut tahun", en: "P0 by year")

    static func povertyDraws(_ draws: Int, failed: Int) -> Phrase {
        Phrase(
            "\(draws) simulasi acak dari pertumbuhan, rasio Gini dan lainnya yang berentang"
                + "\("; \(failed) ditinggalkan karena nilainya di luar batas", if: failed > 0)",
            en: "\(draws) draws of growth, Gini coefficients and whatever else has a range"
                + "\("; \(failed) left out because a value is out of bounds", if: failed > 0)")
    }

    static func changeOf(_ name: String, _ code: String, _ from: Int, _ to: Int) -> Phrase {
        Phrase(
            id: "Perubahan kemiskinan \(name) (\(code)), \(from)–\(to)",
            en: "Change of poverty in \(name) (\(code)), \(from)–\(to)")
    }

    static func changeInputs(
        _ first: PovertyRegion, _ second: PovertyRegion, _ ratios: (Double, Double)
    ) -> Phrase {
        func text(_ region: PovertyRegion, _ ratio: Double) -> Phrase {
            let known = Phrase(
                same: "\(digits: region.year): P0 \(percent: region.headcount, decimals: 2),"
                    + " Gini \(region.gini, decimals: 3)")
            return Phrase(
                "\(known), rata-rata \(ratio, decimals: 2) kali garis",
                en: "\(known), mean \(ratio, decimals: 2) times the line")
        }
        return Phrase(same: "\(text(first, ratios.0)); \(text(second, ratios.1))")
    }

    static func changeExplained(isBorrowed: Bool) -> Phrase {
        let text = Phrase(
            id: """
                pertumbuhan: rata-rata konsumsi terhadap garis kemiskinan berubah; pemerataan: \
                rasio Gini berubah; P1 dan P2 menurut lognormal
                """,
            en: """
                growth: mean consumption over the poverty line changes; redistribution: the Gini \
                coefficient changes; P1 and P2 by the lognormal
                """)
        let borrowed = Phrase(
            id: "rasio Gini provinsi dipakai, jadi bagian pemerataan adalah milik provinsi",
            en: "the province's Gini is used, so that redistribution is the province's")
        return isBorrowed ? together(text, borrowed) : text
    }

    static let shapleyHeading = Phrase(
        id: "Shapley: pertumbuhan dan pemerataan persis sama dengan perubahan",
        en: "Shapley: growth and redistribution add to the change exactly")

    static let dattHeading = Phrase(
        id: "Datt-Ravallion: tahun pertama sebagai acuan, dengan sisa",
        en: "Datt-Ravallion: the first year as reference, with a residual")
}
