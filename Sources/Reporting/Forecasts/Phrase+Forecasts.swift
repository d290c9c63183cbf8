import Analysis
import Forecasting
import Quantities

extension Phrase {
    static let seriesColumn = Phrase(id: "deret", en: "series")

    static let methodColumn = Phrase(id: "metode", en: "method")

    static let askedFor = Phrase(id: "diminta", en: "asked for")

    /// What the middle of a forecast is.
    static func centre(of scale: ScaleName) -> Phrase {
        scale == .log ? Phrase(same: "median") : Phrase(id: "harapan", en: "mean")
    }

    static func interval(_ level: Double) -> Phrase {
        Phrase(
            "bawah dan atas: \(percent: level, decimals: 0) kenyataan diperkirakan ada di"
                + " antaranya",
            en: "lower and upper: \(percent: level, decimals: 0) of outcomes are expected between"
                + " them")
    }

    /// Why the automatic choice took a method.
    static func reason(_ reason: Automatic.Reason) -> Phrase {
        switch reason {
        case .constant:
            Phrase(
                id: "semua pengamatan sama: diteruskan apa adanya",
                en: "all observations are equal: continued as they are")
        case .gaps(let count):
            Phrase(
                "\(count) pengamatan kosong: model tingkat yang melewati celah",
                en: "\(count) observations are missing: a model of the level that passes over them")
        case .tooFewToSmooth(let have, let needed):
            Phrase(
                "\(have) pengamatan, perlu \(needed) untuk menghaluskan tingkat",
                en: "\(have) observations; \(needed) are needed to smooth a level")
        case .tooFewForForms(let have, let needed):
            Phrase(
                "\(have) pengamatan, perlu \(needed) untuk membedakan bentuk ETS",
                en: "\(have) observations; \(needed) are needed to tell forms of ETS apart")
        case .enough(let have):
            Phrase(
                "\(have) pengamatan: cukup untuk gabungan Theta dan ETS",
                en: "\(have) observations: enough for Theta and ETS combined")
        }
    }

    /// A method as readers call it; models keep the names of the field.
    static func method(_ name: String) -> Phrase {
        Phrase { language in
            guard language == .indonesian else { return name }
            return name.components(separatedBy: " + ").map { words[$0] ?? $0 }
                .joined(separator: " + ")
        }
    }

    private static let words = [
        "Mean": "rata-rata", "Naive": "naif", "Seasonal naive": "naif musiman",
        "Drift": "garis lurus", "ETS mean": "rata-rata ETS", "Local level": "tingkat lokal",
        "Local linear trend": "tren lokal", "Local level with seasons": "tingkat lokal bermusim",
        "Local linear trend with seasons": "tren lokal bermusim", "Logistic": "logistik",
    ]

    static func moreSeries(_ count: Int) -> Phrase {
        Phrase(
            "\(count) deret lain dan semua langkah ada di --format csv dan di folder --out.",
            en: "\(count) more series and all steps are in --format csv and in the folder of --out."
        )
    }

    /// How forecasts were made to add up.
    static func reconciled(_ name: ReconciliationName, summed: [String]) -> Phrase {
        let how =
            switch name {
            case .bottomUp:
                Phrase(id: "dijumlahkan dari deret terbawah", en: "summed from the leaves")
            case .topDown, .meanOfShares, .shareOfMeans:
                Phrase(id: "dibagi dari puncak", en: "shared out from the top")
            case .ordinary:
                Phrase(
                    id: "disamakan dengan bobot sama", en: "reconciled with equal weights")
            case .structural:
                Phrase(
                    id: "disamakan dengan bobot banyaknya deret terbawah",
                    en: "reconciled with weights by the number of leaves")
            case .variance:
                Phrase(
                    id: "disamakan dengan bobot ragam sisa",
                    en: "reconciled with weights by the variance of residuals")
            case .shrunk:
                Phrase(
                    id: "disamakan dengan kovarian sisa yang disusutkan, rata-ratanya dikurangkan",
                    en: "reconciled with the shrunk covariance of residuals, centred")
            case .shrunkUncentred:
                Phrase(
                    id: "disamakan dengan kovarian sisa yang disusutkan, apa adanya",
                    en: "reconciled with the shrunk covariance of residuals, as they are")
            }
        let list = Phrase.list(summed)
        let own = Phrase(
            id: " Tanpa deret sendiri, dijumlahkan dari bawahannya: \(list).",
            en: " Without a series of their own, summed from what is below them: \(list).")
        return Phrase(
            "Ramalan pohon \(how) (\(name.rawValue)); jumlah bawahan sama dengan atasannya, selang"
                + " diambil dari 1.000 sampel yang berjumlah sama.\("\(own)", if: !summed.isEmpty)",
            en: "Forecasts of the tree are \(how) (\(name.rawValue)); parts equal their whole, and"
                + " intervals are taken from 1,000 samples that add up."
                + "\("\(own)", if: !summed.isEmpty)")
    }
}
