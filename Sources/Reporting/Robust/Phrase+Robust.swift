import Analysis
import Exploration
import Formats
import Quantities

extension Phrase {
    static func robustAnswer(
        _ futures: RobustFutures, _ outcome: Phrase, best: [String],
        figures: (mean: Phrase, worst: Phrase, regret: Phrase)
    ) -> Phrase {
        let policies = futures.policies.count
        return Phrase(
            "Dari \(policies) kebijakan di \(futures.futures.count) masa depan,"
                + " \(together: quoted(best)) terbaik menurut rata-rata \(outcome):"
                + " \(figures.mean), \(figures.worst) pada kasus terburuk, penyesalan terbesar"
                + " \(figures.regret).",
            en: "Of \(policies) policies in \(futures.futures.count) futures,"
                + " \(together: quoted(best)) \(best.count == 1 ? "is" : "are") best by the mean of"
                + " \(outcome): \(figures.mean), \(figures.worst) in the worst case, largest regret"
                + " \(figures.regret)."
        )
    }

    static func otherWays(_ others: [(way: Phrase, policies: [String])]) -> Phrase {
        guard !others.isEmpty else {
            return Phrase(id: "Semua cara memilih sepakat.", en: "All ways of choosing agree.")
        }
        let each = others.map { Phrase(same: "\($0.way) \(together: quoted($0.policies))") }
        return Phrase(
            "Tidak semua cara memilih sepakat: \(joined: each, by: "; ").",
            en: "Not all ways of choosing agree: \(joined: each, by: "; ").")
    }

    static func quoted(_ names: [String]) -> [String] { names.map { "'\($0)'" } }

    /// Below the title: how many policies met how many futures, and which way is good.
    ///
    ///     3 kebijakan di 128 masa depan yang sama (sobol); kebutuhan iuran, makin rendah makin
    ///     baik
    static func robustSize(
        _ futures: RobustFutures, design: String, _ outcome: Phrase, isHigherBetter: Bool
    ) -> Phrase {
        let (policies, count) = (futures.policies.count, futures.futures.count)
        let dropped = futures.droppedCount
        let way =
            isHigherBetter
            ? Phrase(id: "makin tinggi makin baik", en: "higher is better")
            : Phrase(id: "makin rendah makin baik", en: "lower is better")
        let size = Phrase(
            "\(digits: policies) kebijakan di \(count) masa depan yang sama (\(design));"
                + " \(outcome), \(way)",
            en: "\(digits: policies) policies in the same \(count) futures (\(design)); \(outcome),"
                + " \(way)")
        guard dropped > 0 else { return size }
        return Phrase(
            "\(size); \(dropped) ditinggalkan karena ada kebijakan tanpa hasil",
            en: "\(size); \(dropped) left out because a policy has no result there")
    }

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
        Phrase(same: "\(policies.joined(separator: " = ")) (\(value))")
    }

    /// Which policy meets the rules most often.
    ///
    ///     paling sering bulan-dikurangi, di 68 % masa depan (cakupan pekerja, akhir paling sedikit
    ///     36 %)
    static func meetsMost(_ policies: [String], _ share: Double, _ rules: Phrase) -> Phrase {
        let list = policies.joined(separator: " = ")
        return Phrase(
            "paling sering \(list), di \(percent: share, decimals: 0) masa depan (\(rules))",
            en: "most often \(list), in \(percent: share, decimals: 0) of futures (\(rules))")
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
        let each = choices.map {
            Phrase(same: "\($0.policies): \(joined: $0.ways, by: ", ")")
        }
        return Phrase(
            "cara-cara itu tidak sepakat. \(joined: each, by: "; ")",
            en: "the ways disagree. \(joined: each, by: "; ")")
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
        Phrase(
            "mengetahui masa depan sebelum memilih bernilai paling banyak \(value)"
                + "\(text: error.map { " (galat baku \($0))" } ?? "")",
            en: "to know the future before choosing is worth at most \(value)"
                + "\(text: error.map { " (standard error \($0))" } ?? "")")
    }

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
        let each = shares.map { Phrase(same: "\(percent: $0.1, decimals: 0) \($0.0)") }
        return Phrase(
            "campuran \(joined: each, by: " + ") menekan penyesalan terbesar menjadi \(regret),"
                + " dari"
                + " \(alone)",
            en: "a mixture of \(joined: each, by: " + ") brings the largest regret down to"
                + " \(regret), from \(alone)")
    }
}
