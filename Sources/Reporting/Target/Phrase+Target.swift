import Analysis
import Formats
import Policy
import Quantities

extension Phrase {
    static func targetAnswer(
        _ aim: TargetAim, at place: Phrase, _ value: Phrase, without: Phrase, isNearest: Bool,
        isAtStart: Bool
    ) -> Phrase {
        let name = OutcomeLabel(aim.outcome).phrase
        let bound = Phrase { String(aim.words[$0].dropFirst(name[$0].count + 1)) }
        let comes = Phrase(
            "\(name) \(value); tanpa tuas \(without).",
            en: "\(name) \(value); without the dial \(without).")
        if isNearest {
            return Phrase(
                "Bilangan utuh yang paling dekat dengan sasaran (\(bound)): \(place), dengan"
                    + " \(comes)",
                en: "The whole number nearest to the target (\(bound)): \(place), with \(comes)")
        }
        let how =
            aim.bound == .equals
            ? Phrase("pada \(place)", en: "at \(place)")
            : isAtStart
                ? Phrase(
                    "sudah di awal rentang tuas, pada \(place)",
                    en: "at the start of the dial already, \(place)")
                : Phrase("mulai \(place)", en: "from \(place) on")
        return Phrase(
            "Sasaran (\(bound)) terpenuhi \(how): \(comes)",
            en: "The target (\(bound)) is met \(how): \(comes)")
    }

    static func targetMissed(
        _ aim: TargetAim, best value: Phrase, at place: Phrase, without: Phrase
    ) -> Phrase {
        let wanted = aim.words
        return Phrase(
            id: "Sasaran \(wanted.indonesian) tidak terjangkau di seluruh rentang tuas; terbaik"
                + " \(value.indonesian), pada \(place.indonesian); tanpa tuas"
                + " \(without.indonesian).",
            en: "The target of \(wanted.english) is not reachable anywhere on the dial; the best"
                + " is \(value.english), at \(place.english); without the dial"
                + " \(without.english).")
    }

    static func turned(_ key: TargetKeyText) -> Phrase {
        let (from, to) = (key.value(key.key.from), key.value(key.key.to))
        return Phrase(
            id: "\(key.phrase.indonesian) dari \(from.indonesian) sampai \(to.indonesian)",
            en: "\(key.phrase.english) from \(from.english) to \(to.english)")
    }

    static func place(_ key: TargetKeyText, _ number: Double) -> Phrase {
        Phrase(same: "\(key.short) \(key.value(number))")
    }

    static func dial(_ dial: Double) -> Phrase {
        Phrase(
            "posisi tuas \(plain: (dial * 1e9).rounded() / 1e9)",
            en: "dial \(plain: (dial * 1e9).rounded() / 1e9)")
    }

    static func notReached(_ label: OutcomeLabel, _ aim: TargetAim, best: Phrase) -> Phrase {
        let wanted = aim.words
        return Phrase(
            id: "sasaran tidak terjangkau: \(wanted.indonesian); terbaik \(best.indonesian)",
            en: "the target is not reachable: \(wanted.english); the best is \(best.english)")
    }

    static func costs(bill: Double, extra: Double, gap: Double) -> Phrase {
        let amount = abs(extra)
        let difference =
            extra == 0
            ? Phrase(id: "sama dengan tanpa tuas", en: "the same as without the dial")
            : extra > 0
                ? Phrase(
                    "\(money: amount) lebih besar daripada tanpa tuas",
                    en: "\(money: amount) more than without the dial")
                : Phrase(
                    "\(money: amount) lebih kecil daripada tanpa tuas",
                    en: "\(money: amount) less than without the dial")
        return Phrase(
            "Kebutuhan iuran seluruh periode \(money: bill), \(difference)"
                + "\("; \(money: gap) di antaranya belum punya sumber dana", if: gap >= 0.5).",
            en: "Contributions needed over the whole horizon come to \(money: bill), \(difference)"
                + "\("; \(money: gap) of it has no purse yet", if: gap >= 0.5).")
    }

    static func shape(_ shape: TargetShape, _ outcome: Phrase) -> Phrase {
        switch shape {
        case .constant:
            Phrase(
                id: "\(outcome.indonesian) tidak berubah di sepanjang rentang tuas",
                en: "\(outcome.english) does not change along the dial")
        case .rising:
            Phrase(
                id: "\(outcome.indonesian) hanya naik (atau tetap) di sepanjang rentang tuas",
                en: "\(outcome.english) only rises (or stays) along the dial")
        case .falling:
            Phrase(
                id: "\(outcome.indonesian) hanya turun (atau tetap) di sepanjang rentang tuas",
                en: "\(outcome.english) only falls (or stays) along the dial")
        case .turning(let turns):
            turning(outcome, turns)
        }
    }

    private static func turning(_ outcome: Phrase, _ turns: [Double]) -> Phrase {
        let places = turns.map { Phrase(same: "\(significant: $0)") }
            .reduce(into: [Phrase]()) { if $0.last != $1 { $0.append($1) } }.prefix(6)
        return Phrase(
            "\(outcome) naik dan turun: berbalik di posisi tuas \(joined: places, by: "; ")",
            en: "\(outcome) rises and falls: it turns near dial \(joined: places, by: "; ")")
    }

    static func change(_ root: TargetCrossing, _ place: Phrase, _ label: OutcomeLabel) -> Phrase {
        let ends = [root.met, root.unmet].sorted { $0.dial < $1.dial }
        let (before, after) = apart(ends[0].value, ends[1].value, label)
        let what =
            switch (root.kind, root.isEntry) {
            case (.touch, _): Phrase(id: "menyentuh sasaran", en: "touches the target")
            case (_, true): Phrase(id: "mulai memenuhi sasaran", en: "begins to meet it")
            case (_, false):
                Phrase(id: "terakhir memenuhi sasaran", en: "meets it for the last time")
            }
        guard root.kind == .jump else { return Phrase(same: "\(what): \(place)") }
        return Phrase(
            "\(what): \(place), melompat dari \(before) ke \(after)",
            en: "\(what): \(place), leaping from \(before) to \(after)")
    }

    static func apart(
        _ one: Double, _ other: Double, _ label: OutcomeLabel
    ) -> (Phrase, Phrase) {
        let short = (label.value(one), label.value(other))
        guard short.0 == short.1 else { return short }
        func full(_ number: Double) -> Phrase {
            switch label.unit {
            case .rupiah: Phrase { "Rp " + $0.numbers.format(number) }
            case .share: Phrase { $0.numbers.percent(number, decimals: 6) }
            default: Phrase { $0.plain(number) }
            }
        }
        return (full(one), full(other))
    }

    static func precision(_ grid: Int, hasWhole: Bool, isWhole: Bool) -> Phrase {
        guard !isWhole else {
            return Phrase(
                id: "semua bilangan bulat rentang tuas dihitung, tidak ada yang terlewat",
                en: "every whole number along the dial was computed; nothing is missed")
        }
        let whole = Phrase(
            id: "; bilangan bulat dibulatkan, tiap lompatan dilihat dari dua sisi",
            en: "; whole numbers are rounded, each step seen from both sides")
        return Phrase(
            "\(grid) titik kisi, lalu dipersempit sampai 1/1.000.000.000 rentang tuas; perubahan"
                + " bolak-balik di antara dua titik kisi dapat terlewat\("\(whole)", if: hasWhole)",
            en: "\(grid) grid points, then closed in to 1/1,000,000,000 of the dial; a change there"
                + " and back between two grid points can be missed\("\(whole)", if: hasWhole)")
    }

    static func targetDraws(_ plan: EnsemblePlan, inputs: Int, failed: Int) -> Phrase {
        let design = plan.design.rawValue
        return Phrase(
            "\(plan.draws) simulasi acak dari \(inputs) masukan berentang (\(design), benih"
                + " \(plan.seed))\("; \(failed) tanpa hasil", if: failed > 0)",
            en: "\(plan.draws) draws of \(inputs) inputs with a range (\(design), seed"
                + " \(plan.seed))\("; \(failed) without a result", if: failed > 0)"
        )
    }

    /// What draws need of a key, or of the dial: the median and the 90 % range.
    ///
    /// Where more than 5 % of draws do not reach the target there is no upper end, and where more
    /// than half do not there is no median.
    static func needed(_ name: Phrase, _ quantiles: [Phrase?]) -> Phrase {
        let texts = quantiles.map { $0 ?? Phrase(id: "tak terjangkau", en: "not reachable") }
        let range = Phrase(same: "\(name) \(texts[1]) (90 %: \(texts[0]) – \(texts[2]))")
        return Phrase("dibutuhkan \(range)", en: "needed \(range)")
    }

    static func chances(unreachable: Double, meeting: Double?) -> [Phrase] {
        let never = Phrase(
            "tidak terjangkau pada \(percent: unreachable, decimals: 0) simulasi acak",
            en: "not reachable in \(percent: unreachable, decimals: 0) of draws")
        guard let meeting else { return [never] }
        return [
            never,
            Phrase(
                "dengan jawaban di atas, sasaran terpenuhi pada \(percent: meeting, decimals: 0)"
                    + " simulasi acak",
                en: "with the answer above the target is met in \(percent: meeting, decimals: 0) of"
                    + " draws"
            ),
        ]
    }

    /// A rule, and what loosening it alone would bring.
    ///
    /// - Parameter value: writes the outcome.
    static func limit(_ limit: TargetLimit, value: (Double) -> Phrase) -> Phrase {
        let (rule, remedy) = words(limit.rule)
        guard let value = limit.loosened.map(value), let remedy else { return rule }
        return Phrase(
            id: "\(rule.indonesian); \(remedy.indonesian): \(value.indonesian)",
            en: "\(rule.english); \(remedy.english): \(value.english)")
    }

    static func words(_ rule: TargetLimit.Rule) -> (Phrase, Phrase?) {
        switch rule {
        case .dialEnd(let isGreater):
            (
                isGreater
                    ? Phrase(id: "tuas sampai di ujung rentangnya", en: "the dial is at its end")
                    : Phrase(id: "tuas di awal rentangnya", en: "the dial is at its start"),
                Phrase(id: "sepersepuluh lebih jauh", en: "a tenth further")
            )
        case .keyEnd:
            (
                Phrase(
                    id: "kuncinya tidak menerima nilai di luar ujung rentang tuas",
                    en: "the key accepts nothing beyond the end of the dial"), nil
            )
        case .purse(let purse, let spent, let regions, let all):
            (
                Phrase(
                    "pagu \(purse.name) habis (\(money: Double(spent.amount))) di \(regions) dari"
                        + " \(all) kabupaten/kota",
                    en: "the ceiling of \(purse.name) is spent (\(money: Double(spent.amount))) in"
                        + " \(regions) of \(all) kabupaten/kota"
                ),
                Phrase(id: "dengan pagu dua kali lipat", en: "with twice the ceiling")
            )
        case .eligible(let segments, let personMonths):
            (
                Phrase(
                    "tidak ada lagi pekerja yang memenuhi syarat untuk \(personMonths) orang-bulan"
                        + " kuota (\(list(segments.map(\.name))))",
                    en: "no eligible workers are left for \(personMonths) person-months of quota"
                        + " (\(list(segments.map(\.name))))"
                ),
                Phrase(id: "bila semua memenuhi syarat", en: "with everyone eligible")
            )
        case .months(let segments):
            (
                Phrase(
                    id: "tidak semua bulan dibiayai (\(list(segments.map(\.name))))",
                    en: "not every month is funded (\(list(segments.map(\.name))))"),
                Phrase(id: "dengan dua belas bulan", en: "with twelve months")
            )
        }
    }

    static func targetScenarioNote(_ aim: TargetAim, _ value: Phrase) -> [String] {
        let wanted = aim.words
        return [
            "lindung target: \(wanted.indonesian); hasil \(value.indonesian).",
            "lindung target: \(wanted.english); outcome \(value.english).",
        ]
    }
}
