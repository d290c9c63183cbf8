import Analysis
import Quantities
import Welfare

extension Phrase {
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

    /// Why a file of households has no Watts index.
    static let noWatts = Phrase(
        id: "Watts tidak ada: sebuah rumah tangga miskin tidak punya konsumsi sama sekali, sehingga"
            + " logaritmanya tak berhingga",
        en: "no Watts: a poor household consumes nothing at all, of which there is no logarithm")

    static func perHead(_ amount: Double) -> Phrase {
        Phrase(
            "\(ExpectedRupiah(amount).rounded()) per orang-bulan",
            en: "\(ExpectedRupiah(amount).rounded()) per person-month")
    }

    static func yearlyMoney(_ amount: Double) -> Phrase {
        guard !amount.isNaN else { return Phrase(id: "tidak diketahui", en: "not known") }
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

    static func povertyDraws(_ draws: Int, failed: Int) -> Phrase {
        Phrase(
            "\(draws) simulasi acak dari pertumbuhan, rasio Gini dan lainnya yang berentang"
                + "\("; \(failed) ditinggalkan karena nilainya di luar batas", if: failed > 0)",
            en: "\(draws) draws of growth, Gini coefficients and whatever else has a range"
                + "\("; \(failed) left out because a value is out of bounds", if: failed > 0)")
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
                rasio Gini berubah; P1, P2 dan Watts menurut lognormal; Watts adalah rata-rata \
                logaritma garis terhadap konsumsi yang miskin, di sini dalam persen
                """,
            en: """
                growth: mean consumption over the poverty line changes; redistribution: the Gini \
                coefficient changes; P1, P2 and Watts by the lognormal; Watts is the mean \
                logarithm of line over consumption of the poor, here in percent
                """)
        let borrowed = Phrase(
            id: "rasio Gini provinsi dipakai, jadi bagian pemerataan adalah milik provinsi",
            en: "the province's Gini is used, so that redistribution is the province's")
        return isBorrowed ? together(text, borrowed) : text
    }
}
