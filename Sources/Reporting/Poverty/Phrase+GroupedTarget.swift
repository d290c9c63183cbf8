import Quantities
import Welfare

extension Phrase {
    static func groupedTargetTitle(_ path: String, _ headcount: Double) -> Phrase {
        Phrase(
            "Tabel kelompok \(path): pertumbuhan agar P0 \(percent: headcount, decimals: 2)",
            en: "The grouped table \(path): growth for P0 of \(percent: headcount, decimals: 2)")
    }

    /// What growth a target takes, that it is met, or what the most growth comes to.
    static func groupedTargetAnswer(_ target: GroupedTarget) -> Phrase {
        let wanted = Phrase(same: "\(percent: target.headcount, decimals: 2)")
        let now = Phrase(same: "\(percent: target.now, decimals: 2)")
        switch target.answer {
        case .alreadyMet:
            return Phrase(
                "Sasaran P0 \(wanted) sudah terpenuhi: sekarang \(now).",
                en: "The target of P0 \(wanted) is met already: it is \(now).")
        case .notReachable(let most, let best):
            let years = target.years ?? 1
            return Phrase(
                "P0 \(wanted) tidak terjangkau \(over(years)): dengan pertumbuhan"
                    + " \(percent: most, decimals: 0) per tahun pun P0 masih"
                    + " \(percent: best, decimals: 2).",
                en: "P0 of \(wanted) cannot be reached \(over(years)): even growth of"
                    + " \(percent: most, decimals: 0) a year brings it to"
                    + " \(percent: best, decimals: 2) only.")
        case .needs:
            let means = (money(target.mean), money(target.neededMean))
            let yearly = target.years.flatMap { years in
                target.yearlyGrowth.map {
                    Phrase(same: "; \(amount($0, .growth)) \(over(years))")
                }
            }
            let rate: Phrase.Text = yearly.map { "\($0)" } ?? ""
            return Phrase(
                "Agar P0 \(wanted), bukan \(now), konsumsi setiap orang harus tumbuh"
                    + " \(percent: target.growth, decimals: 2), rata-ratanya dari \(means.0)"
                    + " menjadi \(means.1), dengan ketimpangan tetap\(text: rate).",
                en: "For P0 of \(wanted), in place of \(now), everybody's consumption must grow by"
                    + " \(percent: target.growth, decimals: 2), its mean from \(means.0) to"
                    + " \(means.1), with inequality as it is\(text: rate).")
        }
    }

    static func growth(_ rate: Double) -> Phrase {
        Phrase(same: "\("+", if: rate > 0)\(percent: rate, decimals: 2)")
    }

    static func over(_ years: Int) -> Phrase {
        Phrase(
            "selama \(years) tahun",
            en: "over \(years) \("year", if: years == 1)\("years", if: years != 1)")
    }

    /// Money of a file, in its own unit: hundredths where it is small.
    static func money(_ amount: Double) -> Phrase {
        Phrase(same: "\(amount, decimals: abs(amount) < 10_000 ? 2 : 0)")
    }
}
