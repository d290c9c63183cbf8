import Analysis
import Formats
import Policy
import Quantities

extension Phrase {
    static func targetAnswer(
        _ aim: TargetAim, at place: Phrase, _ value: Phrase, without: Phrase, isNearest: Bool,
        isAtStart: Bool
    ) -> Phrase {
        let wanted = aim.words
        let name = OutcomeLabel(aim.outcome).phrase
        return Phrase { language in
            let (place, value) = (place[language], "\(name[language]) \(value[language])")
            let rest =
                language == .indonesian
                ? "tanpa tuas \(without[language])" : "without the dial \(without[language])"
            let bound = wanted[language].dropFirst(name[language].count + 1)
            switch language {
            case .indonesian:
                if isNearest {
                    return "Bilangan utuh yang paling dekat dengan sasaran (\(bound)): \(place),"
                        + " dengan \(value); \(rest)."
                }
                let how =
                    aim.bound == .equals
                    ? "pada" : isAtStart ? "sudah di awal rentang tuas, pada" : "mulai"
                return "Sasaran (\(bound)) terpenuhi \(how) \(place): \(value); \(rest)."
            case .english:
                if isNearest {
                    return "The whole number nearest to the target (\(bound)): \(place), with"
                        + " \(value); \(rest)."
                }
                let how =
                    aim.bound == .equals
                    ? "at" : isAtStart ? "at the start of the dial already," : "from"
                return "The target (\(bound)) is met \(how) \(place)"
                    + (aim.bound == .equals || isAtStart ? "" : " on") + ": \(value); \(rest)."
            }
        }
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
        Phrase { "\(key.short[$0]) \(key.value(number)[$0])" }
    }

    static func dial(_ dial: Double) -> Phrase {
        Phrase {
            let place = $0.plain((dial * 1e9).rounded() / 1e9)
            return $0 == .indonesian ? "posisi tuas \(place)" : "dial \(place)"
        }
    }

    static func notReached(_ label: OutcomeLabel, _ aim: TargetAim, best: Phrase) -> Phrase {
        let wanted = aim.words
        return Phrase(
            id: "sasaran tidak terjangkau: \(wanted.indonesian); terbaik \(best.indonesian)",
            en: "the target is not reachable: \(wanted.english); the best is \(best.english)")
    }

    static func costs(bill: Double, extra: Double, gap: Double) -> Phrase {
        Phrase { language in
            let isIndonesian = language == .indonesian
            let (bill, amount) = (language.money(bill), language.money(abs(extra)))
            let difference =
                switch (language, extra) {
                case (.indonesian, 0): "sama dengan tanpa tuas"
                case (.english, 0): "the same as without the dial"
                case (.indonesian, 0...): "\(amount) lebih besar daripada tanpa tuas"
                case (.indonesian, _): "\(amount) lebih kecil daripada tanpa tuas"
                case (.english, 0...): "\(amount) more than without the dial"
                case (.english, _): "\(amount) less than without the dial"
                }
            let rest =
                gap < 0.5
                ? ""
                : isIndonesian
                    ? "; \(language.money(gap)) di antaranya belum punya sumber dana"
                    : "; \(language.money(gap)) of it has no purse yet"
            return isIndonesian
                ? "Kebutuhan iuran seluruh periode \(bill), \(difference)\(rest)."
                : "Contributions needed over the whole horizon come to \(bill),"
                    + " \(difference)\(rest)."
        }
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
            Phrase { language in
                let list = turns.map { language.significant($0) }.reduce(into: [String]()) {
                    if $0.last != $1 { $0.append($1) }
                }.prefix(6).joined(separator: "; ")
                return language == .indonesian
                    ? "\(outcome.indonesian) naik dan turun: berbalik di posisi tuas \(list)"
                    : "\(outcome.english) rises and falls: it turns near dial \(list)"
            }
        }
    }

    static func change(_ root: TargetRoot, _ place: Phrase, _ label: OutcomeLabel) -> Phrase {
        let ends = [root.met, root.unmet].sorted { $0.dial < $1.dial }
        let (before, after) = apart(ends[0].value, ends[1].value, label)
        return Phrase { language in
            let isIndonesian = language == .indonesian
            let what =
                switch (root.kind, root.isEntry) {
                case (.touch, _): isIndonesian ? "menyentuh sasaran" : "touches the target"
                case (_, true): isIndonesian ? "mulai memenuhi sasaran" : "begins to meet it"
                case (_, false):
                    isIndonesian ? "terakhir memenuhi sasaran" : "meets it for the last time"
                }
            let leap =
                root.kind != .jump
                ? ""
                : isIndonesian
                    ? ", melompat dari \(before[language]) ke \(after[language])"
                    : ", leaping from \(before[language]) to \(after[language])"
            return "\(what): \(place[language])\(leap)"
        }
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
        Phrase { language in
            let count = language.numbers.format(Int64(grid))
            guard !isWhole else {
                return language == .indonesian
                    ? "semua bilangan bulat rentang tuas dihitung, tidak ada yang terlewat"
                    : "every whole number along the dial was computed; nothing is missed"
            }
            let whole =
                !hasWhole
                ? ""
                : language == .indonesian
                    ? "; bilangan bulat dibulatkan, tiap lompatan dilihat dari dua sisi"
                    : "; whole numbers are rounded, each step seen from both sides"
            return language == .indonesian
                ? "\(count) titik kisi, lalu dipersempit sampai 1/1.000.000.000 rentang tuas;"
                    + " perubahan bolak-balik di antara dua titik kisi dapat terlewat\(whole)"
                : "\(count) grid points, then closed in to 1/1,000,000,000 of the dial; a change"
                    + " there and back between two grid points can be missed\(whole)"
        }
    }

    static let targetLabel = Phrase(id: "Sasaran", en: "Target")

    static let dialLabel = Phrase(id: "Tuas", en: "Dial")

    static let bestLabel = Phrase(id: "Terbaik", en: "Best")

    static let bindingLabel = Phrase(id: "Yang mengikat", en: "What binds")

    static let changesLabel = Phrase(id: "Perubahan", en: "Changes")

    static let curveLabel = Phrase(id: "Kurva", en: "Curve")

    static let drawsLabel = Phrase(id: "Ketidakpastian", en: "Uncertainty")

    static let precisionLabel = Phrase(id: "Ketelitian", en: "Precision")

    static func alongDial(_ outcome: Phrase) -> Phrase {
        Phrase(
            id: "Sepanjang rentang tuas: \(outcome.indonesian)",
            en: "Along the dial: \(outcome.english)")
    }

    static let metMark = Phrase(id: "✓ sasaran terpenuhi", en: "✓ target met")

    static let yearsAtAnswer = Phrase(
        id: "Pada jawaban itu, menurut tahun", en: "At the answer, by year")

    static let yearsAtBest = Phrase(
        id: "Pada titik terbaik itu, menurut tahun", en: "At the best place, by year")

    static let extraBillColumn = Phrase(
        id: "tambahan kebutuhan iuran", en: "extra contributions needed")

    static func targetDraws(_ plan: EnsemblePlan, inputs: Int, failed: Int) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (count, inputs) = (
                numbers.format(Int64(plan.draws)), numbers.format(Int64(inputs))
            )
            let lost = numbers.format(Int64(failed))
            let design = plan.design.rawValue
            return language == .indonesian
                ? "\(count) simulasi acak dari \(inputs) masukan berentang (\(design), benih"
                    + " \(plan.seed))"
                    + (failed > 0 ? "; \(lost) tanpa hasil" : "")
                : "\(count) draws of \(inputs) inputs with a range (\(design), seed \(plan.seed))"
                    + (failed > 0 ? "; \(lost) without a result" : "")
        }
    }

    /// What draws need of a key, or of the dial: the median and the 90 % range.
    ///
    /// Where more than 5 % of draws do not reach the target there is no upper end, and where more
    /// than half do not there is no median.
    static func needed(_ name: Phrase, _ quantiles: [Phrase?]) -> Phrase {
        Phrase { language in
            let isIndonesian = language == .indonesian
            let beyond = isIndonesian ? "tak terjangkau" : "not reachable"
            let texts = quantiles.map { $0?[language] ?? beyond }
            return isIndonesian
                ? "dibutuhkan \(name[language]) \(texts[1]) (90 %: \(texts[0]) – \(texts[2]))"
                : "needed \(name[language]) \(texts[1]) (90 %: \(texts[0]) – \(texts[2]))"
        }
    }

    static func neededCost(_ quantiles: [Double]) -> Phrase {
        Phrase { language in
            let texts = quantiles.map { language.money($0) }
            return language == .indonesian
                ? "tambahan kebutuhan iuran \(texts[1]) (90 %: \(texts[0]) – \(texts[2])), pada"
                    + " simulasi acak yang memenuhi sasaran"
                : "extra contributions needed \(texts[1]) (90 %: \(texts[0]) – \(texts[2])), over"
                    + " draws that reach the target"
        }
    }

    static func chances(unreachable: Double, meeting: Double?) -> [Phrase] {
        let never = Phrase { language in
            let share = language.numbers.percent(unreachable, decimals: 0)
            return language == .indonesian
                ? "tidak terjangkau pada \(share) simulasi acak"
                : "not reachable in \(share) of draws"
        }
        guard let meeting else { return [never] }
        return [
            never,
            Phrase { language in
                let share = language.numbers.percent(meeting, decimals: 0)
                return language == .indonesian
                    ? "dengan jawaban di atas, sasaran terpenuhi pada \(share) simulasi acak"
                    : "with the answer above the target is met in \(share) of draws"
            },
        ]
    }

    static let dialWord = Phrase(id: "posisi tuas", en: "dial")

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
                Phrase { language in
                    let (name, amount) = (
                        purse.name[language], language.money(Double(spent.amount))
                    )
                    return language == .indonesian
                        ? "pagu \(name) habis (\(amount)) di \(regions) dari \(all) kabupaten/kota"
                        : "the ceiling of \(name) is spent (\(amount)) in \(regions) of \(all)"
                            + " kabupaten/kota"
                },
                Phrase(id: "dengan pagu dua kali lipat", en: "with twice the ceiling")
            )
        case .eligible(let segments, let personMonths):
            (
                Phrase { language in
                    let count = language.numbers.format(personMonths)
                    let names = list(segments.map(\.name))
                    return language == .indonesian
                        ? "tidak ada lagi pekerja yang memenuhi syarat untuk \(count) orang-bulan"
                            + " kuota (\(names))"
                        : "no eligible workers are left for \(count) person-months of quota"
                            + " (\(names))"
                },
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
