import Analysis
import Exploration
import Formats
import Foundation
import Quantities

extension Phrase {
    /// Below the title: the method, its runs, intervals and seed.
    ///
    ///     Sobol, N = 1.024: 20.480 perhitungan, selang 95 %, benih 1; kebijakan dasar
    static func senseSize(
        _ plan: SensitivityPlan, level: Double, seed: UInt64, policy: String?
    ) -> Phrase {
        let (runs, samples) = (plan.count, plan.samples ?? 0)
        let text =
            switch plan.method {
            case .tornado:
                Phrase(
                    "Tornado: \(runs) perhitungan, satu masukan setiap kali, dari nilai tengah ke"
                        + " kuantil 5 % dan 95 %",
                    en: "Tornado: \(runs) evaluations, one input at a time, from its middle to its"
                        + " 5 % and 95 % quantiles")
            case .morris:
                Phrase(
                    "Morris, \(samples) ulangan: \(runs) perhitungan, selang"
                        + " \(percent: level, decimals: 0), benih \(seed)",
                    en: "Morris, \(samples) repetitions: \(runs) evaluations,"
                        + " \(percent: level, decimals: 0) intervals, seed \(seed)")
            case .sobol:
                Phrase(
                    "Sobol, N = \(samples): \(runs) perhitungan, selang"
                        + " \(percent: level, decimals: 0), benih \(seed)",
                    en: "Sobol, N = \(samples): \(runs) evaluations,"
                        + " \(percent: level, decimals: 0) intervals, seed \(seed)")
            }
        guard let policy else { return text }
        return Phrase("\(text); kebijakan \(policy)", en: "\(text); policy \(policy)")
    }

    /// Rank correlations that the methods leave out.
    ///
    ///     Masukan dianggap saling bebas: 1 korelasi berkas ini tidak dipakai
    ///
    /// Said and not kept silent: shares of variance of correlated inputs are other numbers.
    static func independentInputs(_ count: Int) -> Phrase {
        Phrase(
            id: "Masukan dianggap saling bebas: \(count) korelasi berkas ini tidak dipakai",
            en: count == 1
                ? "Inputs count as independent: the correlation of this file is left out"
                : "Inputs count as independent: the \(count) correlations of this file are left out"
        )
    }

    /// Inputs that moved nothing.
    ///
    ///     retention.pedagang 2026-01, waiting_restarts
    static func inertInputs(_ names: [String]) -> Phrase { Phrase { _ in list(names) } }

    /// What was tried before an input is said to move nothing.
    ///
    ///     di semua 1.024 titik yang dicoba; kalaupun ada, dengan keyakinan 95 % di kurang dari
    ///     0,29 % ruang masukan
    ///
    /// Of n independent points without a case, the chance p of one has `(1 - p)^n >= 1 - level`.
    ///
    /// - Parameters:
    ///   - tried: base points or repetitions; nil for the two ends of a tornado's bars.
    static func unmovedIn(_ tried: Int?, level: Double) -> Phrase {
        guard let tried else {
            return Phrase(
                id: "masing-masing sendiri di ujung-ujung rentangnya; bersama masukan lain masih"
                    + " mungkin",
                en: "each alone at the ends of its range; together with others they still may")
        }
        let most = 1 - pow(1 - level, 1 / Double(tried))
        return Phrase(
            "di semua \(tried) titik yang dicoba; kalaupun ada, dengan keyakinan"
                + " \(percent: level, decimals: 0) di kurang dari \(percent: most, decimals: 2)"
                + " ruang masukan",
            en: "at all \(tried) points tried; if at all, with \(percent: level, decimals: 0)"
                + " confidence in less than \(percent: most, decimals: 2) of the inputs' space")
    }

    static let unmoved = Phrase(
        id: "tidak berubah oleh masukan mana pun", en: "no input changes it")

    /// An input's shares: alone, and with what it does together with others.
    ///
    ///     tingkat putus iuran (rate.lapse) menjelaskan 62 % (55–69 %) ragamnya, termasuk bersama
    ///     masukan lain 71 %
    ///
    /// What an input does with others is named where it adds more than a twentieth of the variance.
    ///
    /// - Parameters:
    ///   - first: the share that the input explains alone.
    ///   - total: the share that would be left if all others were known.
    ///   - isFirst: whether the verb is said; later items of a list go without.
    static func explained(
        _ label: Phrase, _ first: SensitivityEstimate, _ total: SensitivityEstimate, isFirst: Bool
    ) -> Phrase {
        guard first.verdict == .distinct else {
            return Phrase(
                "\(label) hanya bersama masukan lain, \(interval: total)",
                en: "\(label) only together with others, \(interval: total)")
        }
        let text =
            isFirst
            ? Phrase(
                "\(label) menjelaskan \(interval: first) ragamnya",
                en: "\(label) explains \(interval: first) of its variance")
            : Phrase(same: "\(label) \(interval: first)")
        guard total.value - first.value > 0.05 else { return text }
        return Phrase(
            "\(text), termasuk bersama masukan lain \(percent: total.value, decimals: 0)",
            en: "\(text), \(percent: total.value, decimals: 0) including what it does with others")
    }

    /// What two inputs explain beyond their own shares.
    ///
    ///     faktor pagu dbh-cht dan faktor kuota pedagang bersama-sama menambah 16 % (12–20 %)
    ///
    /// The share of the variance beyond what both explain alone.
    package static func together(_ first: Phrase, _ second: Phrase, _ share: SensitivityEstimate)
        -> Phrase
    {
        Phrase(
            "\(first) dan \(second) bersama-sama menambah \(interval: share)",
            en: "\(first) and \(second) together add \(interval: share)")
    }

    /// A share with its interval: `62 % (55–69 %)`; without one where it rounds to nothing.
    ///
    /// Ends are kept within 0 and 1, where a share must lie; decimals are shown where a whole
    /// percentage would hide the number.
    static func interval(_ share: SensitivityEstimate, _ language: Language) -> String {
        let numbers = language.numbers
        let decimals = share.value < 0.095 || share.high - share.low < 0.02 ? 1 : 0
        func clipped(_ share: Double) -> Double { min(1, max(0, share)) }
        let value = numbers.percent(clipped(share.value), decimals: decimals)
        guard share.high - share.low >= 0.001 else { return value }
        let low = numbers.format(clipped(share.low) * 100, decimals: decimals)
        let high = numbers.percent(clipped(share.high), decimals: decimals)
        return "\(value) (\(low)–\(high))"
    }

    /// On how many rows all shares of an outcome stand.
    ///
    ///     bagian di atas berdiri di atas 412 dari 1.024 titik dasar yang hasilnya berbeda
    static func standsOn(_ differing: Int, of rows: Int) -> Phrase {
        Phrase(
            "bagian-bagian ini berdiri di atas \(differing) dari \(rows) titik dasar yang hasilnya"
                + " berbeda",
            en: "these shares stand on \(differing) of \(rows) base points at which results"
                + " differ")
    }

    /// Why no share can be said, and how many base points would do.
    ///
    ///     belum dapat dikatakan: hanya 6 dari 128 titik dasar yang hasilnya berbeda
    ///     (--samples 2048 akan memberi jawaban)
    static func restsOnFew(_ differing: Int, of rows: Int, tellsAt: Int?) -> Phrase {
        Phrase(
            "bagian tiap masukan belum dapat dikatakan: hanya \(differing) dari \(rows) titik dasar"
                + " yang hasilnya berbeda"
                + "\(text: tellsAt.map { " (--samples \(digits: $0) akan menjawab)" } ?? "")",
            en: "what share each input has cannot be said yet: results differ at only"
                + " \(differing) of \(rows) base points"
                + "\(text: tellsAt.map { " (--samples \(digits: $0) would tell)" } ?? "")")
    }

    /// Inputs whose influence cannot be told from none, with the size that would tell.
    ///
    ///     belum dapat dibedakan dari nol pada N = 1.024: x3 (8.192 akan memberi jawaban), x4
    ///
    /// - Parameters:
    ///   - items: names, with the number of base points that would exclude zero; nil where none
    ///     would.
    ///   - samples: the base points or repetitions that were used.
    static func undecided(_ items: [(name: String, tellsAt: Int?)], samples: Int) -> Phrase {
        let texts = items.prefix(6).map { item in
            Phrase(
                "\(item.name)\(text: item.tellsAt.map { " (\($0) akan memberi jawaban)" } ?? "")",
                en: "\(item.name)\(text: item.tellsAt.map { " (\($0) would tell)" } ?? "")")
        }
        let list = Phrase(same: "\(joined: texts, by: ", ")\(", …", if: items.count > 6)")
        return Phrase(
            "belum dapat dibedakan dari nol pada N = \(samples): \(list)",
            en: "not different from 0 at N = \(samples): \(list)")
    }

    /// How far an outcome moves on average while an input goes through its whole range.
    ///
    ///     tingkat putus iuran (rate.lapse) paling berpengaruh: di seluruh rentangnya rata-rata
    ///     4,15 %
    ///
    /// - Parameters:
    ///   - value: the mean absolute effect, in the outcome's unit.
    ///   - dependsOnOthers: whether effects scatter more than their mean size.
    static func moves(
        _ label: Phrase, _ value: Phrase, isFirst: Bool, dependsOnOthers: Bool
    ) -> Phrase {
        Phrase(
            "\(label)\(" paling berpengaruh: di seluruh rentangnya rata-rata", if: isFirst)"
                + " \(value)"
                + "\(" (bergantung pada tempatnya dan masukan lain)", if: dependsOnOthers)",
            en: "\(label)\(" matters most: on average, over its whole range,", if: isFirst)"
                + " \(value)"
                + "\(" (depending on where it and the others stand)", if: dependsOnOthers)")
    }

    /// One bar: where the input goes, and the outcome with it.
    ///
    ///     tingkat putus iuran (rate.lapse) 0,05 – 0,5 per tahun: 37,4 → 33,4 %
    static func bar(_ label: Phrase, _ places: Phrase, _ outcomes: Phrase) -> Phrase {
        Phrase(
            id: "\(label.indonesian) \(places.indonesian): \(outcomes.indonesian)",
            en: "\(label.english) \(places.english): \(outcomes.english)")
    }

    /// Two numbers of one unit, which is said once: `0,1 – 0,5 per tahun`.
    ///
    /// A unit is what follows the number: the words after it, or after the number behind `Rp`.
    /// Where the two differ, as in `Rp 900 juta – Rp 3 miliar`, both are written in full.
    static func span(_ low: Phrase, _ high: Phrase, _ mark: String) -> Phrase {
        Phrase { language in
            let (first, second) = (low[language], high[language])
            let digits = first.hasPrefix("Rp ") ? first.dropFirst(3) : first[...]
            let rest = digits.drop { $0 != " " }
            guard !rest.isEmpty, second.hasSuffix(rest) else { return first + mark + second }
            return first.dropLast(rest.count) + mark + second
        }
    }

    /// A sentence that begins with a capital letter.
    ///
    /// Names of outcomes begin small, since they stand within sentences elsewhere.
    static func sentence(_ phrase: Phrase) -> Phrase {
        Phrase { language in
            let text = phrase[language]
            return text.prefix(1).uppercased() + text.dropFirst()
        }
    }

    static let failedLabel = Phrase(id: "Gagal", en: "Failures")

    /// How many runs have no result.
    ///
    ///     56 dari 160 perhitungan tidak punya hasil; yang lain saja yang dipakai
    ///
    /// The answer is then about the model where it works, which is another question than the one
    /// asked.
    static func failedRuns(_ failed: Int, of count: Int) -> Phrase {
        Phrase(
            "\(failed) dari \(count) perhitungan tidak punya hasil; yang lain saja yang dipakai",
            en: "\(failed) of \(count) evaluations have no result; only the others count")
    }

    /// Single ends of bars at which runs failed.
    ///
    ///     pada retention scale = 20 kali; eligible_share = 110 %
    static func failedAt(_ places: [Phrase]) -> Phrase {
        Phrase("pada \(joined: places, by: "; ")", en: "at \(joined: places, by: "; ")")
    }
}
