import Analysis
import Exploration
import Formats
import Quantities

extension Phrase {
    static func robustAnswer(
        _ futures: RobustFutures, _ outcome: Phrase, best: [String],
        figures: (mean: Phrase, worst: Phrase, regret: Phrase)
    ) -> Phrase {
        Phrase { language in
            let count = language.numbers.format(Int64(futures.futures.count))
            let (policies, names) = (futures.policies.count, together(quoted(best), language))
            let (mean, worst, regret) = (
                figures.mean[language], figures.worst[language], figures.regret[language]
            )
            return language == .indonesian
                ? "Dari \(policies) kebijakan di \(count) masa depan, \(names) terbaik menurut"
                    + " rata-rata \(outcome[language]): \(mean), \(worst) pada kasus terburuk,"
                    + " penyesalan terbesar \(regret)."
                : "Of \(policies) policies in \(count) futures, \(names)"
                    + " \(best.count == 1 ? "is" : "are") best by the mean of"
                    + " \(outcome[language]): \(mean), \(worst) in the worst case, largest regret"
                    + " \(regret)."
        }
    }

    static func otherWays(_ others: [(way: Phrase, policies: [String])]) -> Phrase {
        guard !others.isEmpty else {
            return Phrase(id: "Semua cara memilih sepakat.", en: "All ways of choosing agree.")
        }
        return Phrase { language in
            let list = others.map { other in
                "\(other.way[language]) \(together(quoted(other.policies), language))"
            }.joined(separator: "; ")
            return language == .indonesian
                ? "Tidak semua cara memilih sepakat: \(list)."
                : "Not all ways of choosing agree: \(list)."
        }
    }

    static func quoted(_ names: [String]) -> [String] { names.map { "'\($0)'" } }

    /// Below the title: how many policies met how many futures, and which way is good.
    ///
    ///     3 kebijakan di 128 masa depan yang sama (sobol); kebutuhan iuran, makin rendah makin
    ///     baik
    static func robustSize(
        _ futures: RobustFutures, design: String, _ outcome: Phrase, isHigherBetter: Bool
    ) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let isIndonesian = language == .indonesian
            let count = numbers.format(Int64(futures.futures.count))
            let policies = futures.policies.count
            let way =
                isHigherBetter
                ? (isIndonesian ? "makin tinggi makin baik" : "higher is better")
                : (isIndonesian ? "makin rendah makin baik" : "lower is better")
            var text =
                isIndonesian
                ? "\(policies) kebijakan di \(count) masa depan yang sama (\(design));"
                    + " \(outcome[language]), \(way)"
                : "\(policies) policies in the same \(count) futures (\(design));"
                    + " \(outcome[language]), \(way)"
            if futures.droppedCount > 0 {
                let dropped = numbers.format(Int64(futures.droppedCount))
                text +=
                    isIndonesian
                    ? "; \(dropped) ditinggalkan karena ada kebijakan tanpa hasil"
                    : "; \(dropped) left out because a policy has no result there"
            }
            return text
        }
    }

    static let equalFutures = Phrase(
        id: "Setiap titik rancangan ini ditimbang sama; itu bukan peluang",
        en: "Every point of this design weighs the same; that is not a probability")

    static func name(_ criterion: RobustCriterion) -> Phrase {
        switch criterion {
        case .expected: Phrase(id: "Rata-rata terbaik", en: "Best mean")
        case .maximin:
            Phrase(id: "Kasus terburuk terbaik (maximin)", en: "Best worst case (maximin)")
        case .maximax: Phrase(id: "Kasus terbaik terbaik", en: "Best best case")
        case .minimaxRegret:
            Phrase(
                id: "Penyesalan terbesar terkecil (minimax)",
                en: "Smallest largest regret (minimax)")
        case .regret90:
            Phrase(
                id: "Penyesalan 90 % terkecil", en: "Smallest 90 % regret")
        }
    }

    /// Which policy a way of choosing puts first.
    ///
    ///     pedagang-dilepas (Rp 374 per orang-bulan)
    ///
    /// Equal policies are all named: which of them is taken is not ours to say.
    static func chooses(_ policies: [String], _ value: Phrase) -> Phrase {
        Phrase { "\(policies.joined(separator: " = ")) (\(value[$0]))" }
    }

    /// Which policy meets the rules most often.
    ///
    ///     paling sering bulan-dikurangi, di 68 % masa depan (cakupan pekerja, akhir paling sedikit
    ///     36 %)
    static func meetsMost(_ policies: [String], _ share: Double, _ rules: Phrase) -> Phrase {
        Phrase { language in
            let (list, share) = (
                policies.joined(separator: " = "), language.numbers.percent(share, decimals: 0)
            )
            return language == .indonesian
                ? "paling sering \(list), di \(share) masa depan (\(rules[language]))"
                : "most often \(list), in \(share) of futures (\(rules[language]))"
        }
    }

    /// A rule as a sentence has it.
    ///
    ///     kekurangan pagu paling banyak Rp 0
    static func rule(_ rule: SweepRule) -> Phrase {
        let outcome = OutcomeLabel(rule.outcome)
        let value = outcome.value(rule.limit)
        return Phrase(
            id: "\(outcome.phrase.indonesian)"
                + (rule.bound == .atMost ? " paling banyak " : " paling sedikit ")
                + value.indonesian,
            en: outcome.phrase.english + (rule.bound == .atMost ? " at most " : " at least ")
                + value.english)
    }

    static func agree(_ policies: [String]) -> Phrase {
        let list = policies.joined(separator: " = ")
        return Phrase(
            id: "semua cara memilih \(list)", en: "all ways choose \(list)")
    }

    /// Ways that choose differently: each choice with the ways that make it.
    ///
    ///     cara-cara itu tidak sepakat. dilepas: rata-rata, kasus terburuk; dasar: aturan
    static func disagree(_ choices: [(policies: String, ways: [Phrase])]) -> Phrase {
        Phrase { language in
            let list = choices.map { choice in
                "\(choice.policies): \(choice.ways.map { $0[language] }.joined(separator: ", "))"
            }.joined(separator: "; ")
            return language == .indonesian
                ? "cara-cara itu tidak sepakat. \(list)" : "the ways disagree. \(list)"
        }
    }

    static func shortName(_ criterion: RobustCriterion?) -> Phrase {
        switch criterion {
        case .expected: Phrase(id: "rata-rata", en: "mean")
        case .maximin: Phrase(id: "kasus terburuk", en: "worst case")
        case .maximax: Phrase(id: "kasus terbaik", en: "best case")
        case .minimaxRegret: Phrase(id: "penyesalan terbesar", en: "largest regret")
        case .regret90: Phrase(id: "penyesalan 90 %", en: "90 % regret")
        case nil: Phrase(id: "aturan", en: "rules")
        }
    }

    /// Two means that may be in the other order.
    ///
    /// Said where the difference is less than two of its standard errors. The error is that of the
    /// difference future by future, which is far below that of either mean.
    static func closeMeans(_ first: String, _ second: String, _ difference: Phrase, _ error: Phrase)
        -> Phrase
    {
        Phrase(
            id: "selisih rata-rata \(first) dan \(second) belum pasti: \(difference.indonesian),"
                + " galat baku \(error.indonesian)",
            en: "the means of \(first) and \(second) are not surely apart: \(difference.english),"
                + " standard error \(error.english)")
    }

    /// What it would be worth to know the future.
    ///
    ///     mengetahui masa depan sebelum memilih bernilai paling banyak Rp 52 juta (galat baku Rp 7
    ///     juta)
    ///
    /// An upper bound for what a survey or a pilot can be worth.
    static func worthKnowing(_ value: Phrase, _ error: Phrase?) -> Phrase {
        Phrase { language in
            let isIndonesian = language == .indonesian
            let text =
                isIndonesian
                ? "mengetahui masa depan sebelum memilih bernilai paling banyak \(value[language])"
                : "to know the future before choosing is worth at most \(value[language])"
            guard let error else { return text }
            return text
                + (isIndonesian
                    ? " (galat baku \(error[language]))" : " (standard error \(error[language]))")
        }
    }

    static let nothingToLearn = Phrase(
        id: "tidak ada: satu kebijakan terbaik di semua masa depan",
        en: "nothing: one policy is best in every future")

    static let informationLabel = Phrase(id: "Nilai informasi", en: "Value of information")

    static let verdictLabel = Phrase(id: "Kesimpulan", en: "Conclusion")

    static let rulesLabel = Phrase(id: "Memenuhi aturan", en: "Meets the rules")

    static let whichPolicy = Phrase(
        id: "Kebijakan mana, menurut cara memilih", en: "Which policy, by the way of choosing")

    /// A mixture that is better than each policy alone.
    ///
    ///     campuran 21 % bulan-dikurangi + 79 % pedagang-dilepas menekan penyesalan terbesar
    ///     menjadi
    ///     Rp 295 per orang-bulan, dari Rp 374 per orang-bulan
    ///
    /// For plans that can be split over places or groups; a rule that holds for all cannot be
    /// mixed.
    static func mixtureHelps(_ shares: [(String, Double)], _ regret: Phrase, alone: Phrase)
        -> Phrase
    {
        Phrase { language in
            let list = shares.map {
                "\(language.numbers.percent($0.1, decimals: 0)) \($0.0)"
            }.joined(separator: " + ")
            return language == .indonesian
                ? "campuran \(list) menekan penyesalan terbesar menjadi \(regret[language]), dari"
                    + " \(alone[language])"
                : "a mixture of \(list) brings the largest regret down to \(regret[language]), from"
                    + " \(alone[language])"
        }
    }

    static let policiesCompared = Phrase(
        id: "Kebijakan di semua masa depan", en: "Policies over all futures")

    static let largestRegret = Phrase(
        id: "Penyesalan terbesar: yang dilepaskan dibanding pilihan terbaik",
        en: "Largest regret: what is forgone against the best choice")

    static func againstFirst(_ name: String) -> Phrase {
        Phrase(
            id: "Dibanding \(name), masa depan demi masa depan",
            en: "Against \(name), future by future")
    }

    static let expectedColumn = Phrase(id: "rata-rata", en: "mean")

    static let worstColumn = Phrase(id: "terburuk", en: "worst")

    static let regretColumn = Phrase(id: "penyesalan terbesar", en: "largest regret")

    static let regret90Column = Phrase(id: "penyesalan 90 %", en: "regret 90 %")

    static let meetsColumn = Phrase(id: "memenuhi aturan", en: "meets rules")

    static let mixtureColumn = Phrase(id: "campuran", en: "mixture")

    static let differenceColumn = Phrase(id: "selisih rata-rata", en: "mean difference")

    static let errorColumn = Phrase(id: "galat baku", en: "standard error")

    static let betterColumn = Phrase(id: "masa depan lebih baik", en: "better futures")
}
