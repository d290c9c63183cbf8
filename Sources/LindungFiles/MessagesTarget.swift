import Analysis
import Policy
import Quantities

/// What `target` says.
extension Messages {
    // MARK: The question

    /// The title of a question that has none of its own.
    static func targetTitle(_ aim: TargetAim) -> Phrase {
        let sentence = aim.words
        return Phrase(id: "Sasaran: \(sentence.indonesian)", en: "Target: \(sentence.english)")
    }

    /// A key with its two ends.
    static func turned(_ key: TargetKeyText) -> Phrase {
        let (from, to) = (key.value(key.key.from), key.value(key.key.to))
        return Phrase(
            id: "\(key.phrase.indonesian) dari \(from.indonesian) sampai \(to.indonesian)",
            en: "\(key.phrase.english) from \(from.english) to \(to.english)")
    }

    // MARK: The answer

    /// A key at a place: `kuota petani 2,3117 kali`.
    static func place(_ key: TargetKeyText, _ number: Double) -> Phrase {
        Phrase { "\(key.short[$0]) \(key.value(number)[$0])" }
    }

    /// A place of the dial: `dial 0,3279`.
    static func dial(_ dial: Double) -> Phrase {
        Phrase {
            let place = $0.numbers.plain((dial * 1e9).rounded() / 1e9)
            return $0 == .indonesian ? "posisi tuas \(place)" : "dial \(place)"
        }
    }

    /// A target that no place meets, with the nearest.
    static func notReached(_ label: OutcomeLabel, _ aim: TargetAim, best: Phrase) -> Phrase {
        let wanted = aim.words
        return Phrase(
            id: "sasaran tidak terjangkau: \(wanted.indonesian); terbaik \(best.indonesian)",
            en: "the target is not reachable: \(wanted.english); the best is \(best.english)")
    }

    /// What the place costs and what of it nobody pays.
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

    // MARK: The curve

    /// How the outcome goes along the dial.
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
                let list = turns.map { language.numbers.significant($0) }.reduce(into: [String]()) {
                    if $0.last != $1 { $0.append($1) }
                }.prefix(6).joined(separator: "; ")
                return language == .indonesian
                    ? "\(outcome.indonesian) naik dan turun: berbalik di posisi tuas \(list)"
                    : "\(outcome.english) rises and falls: it turns near dial \(list)"
            }
        }
    }

    /// A change of several, or one that is no plain crossing.
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

    /// Two numbers of an outcome, with all their digits where three would not tell them apart.
    private static func apart(
        _ one: Double, _ other: Double, _ label: OutcomeLabel
    ) -> (Phrase, Phrase) {
        let short = (label.value(one), label.value(other))
        guard short.0 == short.1 else { return short }
        func full(_ number: Double) -> Phrase {
            switch label.unit {
            case .rupiah: Phrase { "Rp " + $0.numbers.format(number) }
            case .share: Phrase { $0.numbers.percent(number, decimals: 6) }
            default: Phrase { $0.numbers.plain(number) }
            }
        }
        return (full(one), full(other))
    }

    /// How far the search can be trusted.
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

    // MARK: Labels and headings

    /// Label of what is wanted.
    static let targetLabel = Phrase(id: "Sasaran", en: "Target")
    /// Label of the keys.
    static let dialLabel = Phrase(id: "Tuas", en: "Dial")
    /// Label of where the target is met.
    static let answerLabel = Phrase(id: "Jawaban", en: "Answer")
    /// Label of the nearest place.
    static let bestLabel = Phrase(id: "Terbaik", en: "Best")
    /// Label of the rules that bind.
    static let bindingLabel = Phrase(id: "Yang mengikat", en: "What binds")
    /// Label of all changes.
    static let changesLabel = Phrase(id: "Perubahan", en: "Changes")
    /// Label of how the curve goes.
    static let curveLabel = Phrase(id: "Kurva", en: "Curve")
    /// Label of what draws say.
    static let drawsLabel = Phrase(id: "Ketidakpastian", en: "Uncertainty")
    /// Label of the grid.
    static let precisionLabel = Phrase(id: "Ketelitian", en: "Precision")
    /// Above the bars of the curve.
    static func alongDial(_ outcome: Phrase) -> Phrase {
        Phrase(
            id: "Sepanjang rentang tuas: \(outcome.indonesian)",
            en: "Along the dial: \(outcome.english)")
    }
    /// What the mark behind a bar means.
    static let metMark = Phrase(id: "✓ sasaran terpenuhi", en: "✓ target met")
    /// Above the years at the answer.
    static let yearsAtAnswer = Phrase(
        id: "Pada jawaban itu, menurut tahun", en: "At the answer, by year")
    /// Above the years at the best place.
    static let yearsAtBest = Phrase(
        id: "Pada titik terbaik itu, menurut tahun", en: "At the best place, by year")
    /// Column of what the dial adds.
    static let extraBillColumn = Phrase(
        id: "tambahan kebutuhan iuran", en: "extra contributions needed")
}
