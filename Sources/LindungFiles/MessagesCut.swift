import Costing
import Policy
import Quantities

/// What reports say of quotas that purses do not suffice for.
extension Messages {
    /// Above what was cut.
    static let cutsHeading = Phrase(id: "Kuota yang dipotong", en: "Quotas that were cut")

    /// Below it, where the rows are sums over regions.
    static func cutsOfRegions(_ count: Int) -> Phrase {
        Phrase(
            id: "jumlah \(count) daerah yang kuotanya dipotong; tiap daerah: cuts.csv",
            en: "sums of the \(count) regions whose quotas were cut; each region: cuts.csv")
    }

    /// A purse and why it pays no more.
    static func bound(_ purse: Phrase, _ rule: BudgetCut.Rule) -> Phrase {
        let why = boundRule(rule)
        return Phrase(
            id: "\(purse.indonesian): \(why.indonesian)", en: "\(purse.english): \(why.english)")
    }

    /// Why a purse pays no more.
    private static func boundRule(_ rule: BudgetCut.Rule) -> Phrase {
        switch rule {
        case .ceiling: Phrase(id: "pagu habis", en: "ceiling used up")
        case .priority:
            Phrase(
                id: "sudah dipakai segmen yang lebih utama dan juga dipotong",
                en: "drawn on by a segment of higher priority that was cut too")
        case .match: Phrase(id: "mengikuti bagian mitranya", en: "follows what its partner pays")
        case .share:
            Phrase(id: "batas bagiannya dari kebutuhan iuran", en: "its share of a bill")
        case .programme:
            Phrase(
                id: "tidak boleh membayar semua program", en: "may not pay all programmes")
        }
    }

    /// Above what became of a quota.
    static let askedAndInForce = Phrase(
        id: "Diminta dan berlaku", en: "Asked and in force")
    /// The word beside a quota.
    static let cardQuota = Phrase(id: "kuota", en: "quota")
    /// The word beside what a scenario asks for.
    static let quotaAsked = Phrase(id: "diminta", en: "asked")
    /// The word beside what purses suffice for.
    static let quotaInForce = Phrase(id: "berlaku", en: "in force")
    /// The word beside those who are on the quota.
    static let quotaFilled = Phrase(id: "terisi", en: "filled")
    /// The word beside places for which nobody was left.
    static let quotaUnfilled = Phrase(
        id: "tak terisi, pekerja yang memenuhi syarat habis",
        en: "unfilled, no eligible worker left")
    /// The word beside those for whom purses pay.
    static let quotaPaid = Phrase(id: "terbayar", en: "paid")
    /// The word beside those for whom nobody pays.
    static let quotaUnpaid = Phrase(id: "tak terbayar (kekurangan pagu)", en: "unpaid (gap)")
    /// The word above what bound.
    static let quotaWhy = Phrase(id: "sebabnya", en: "why")
    /// What a purse has left, in a card.
    static let cardLeft = Phrase(id: "sisa", en: "left")
    /// A ceiling in the first plan of a year.
    static let ceilingMurni = Phrase(id: "pagu murni", en: "ceiling, murni")
    /// What the last plan of a year changes of it.
    static let ceilingChange = Phrase(
        id: "perubahan pagu pada rencana terakhir", en: "change of the ceiling in the last plan")
    /// What is left of a ceiling.
    static let leftDefinition = Phrase(
        id: "sisa = pagu terakhir - yang dibayar", en: "left = last ceiling - what was paid")

    /// What a purse paid for a segment.
    static func paidFor(_ segment: Phrase) -> Phrase {
        Phrase(id: "dibayar: \(segment.indonesian)", en: "paid: \(segment.english)")
    }

    /// How many quotas a path names, and how many were cut.
    static func quotasOf(_ count: Int, _ cut: Int) -> Phrase {
        cut == 0
            ? Phrase(
                id: "\(count) kuota, tidak ada yang dipotong", en: "\(count) quotas, none was cut")
            : Phrase(
                id: "\(cut) dari \(count) kuota dipotong; sebutkan satu untuk melihat sebabnya",
                en: "\(cut) of \(count) quotas were cut; name one to see why")
    }

    /// The rule that cuts.
    static func cutRule(_ isByMonths: Bool, _ place: String) -> Phrase {
        isByMonths
            ? Phrase(
                id: "'budget.policy: cap-months': bulan dikurangi sampai cukup (\(place))",
                en: "budget.policy cap-months: fewer months until it fits (\(place))")
            : Phrase(
                id: "'budget.policy: cap-heads': orang dikurangi sampai cukup (\(place))",
                en: "budget.policy cap-heads: fewer people until it fits (\(place))")
    }

    /// What fitted in a window, and what one more would have left unpaid.
    static func cutFits(_ cut: BudgetCut, _ from: Month, _ until: Month) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let (kept, asked) = (
                numbers.format(Int64(cut.kept)), numbers.format(Int64(cut.asked))
            )
            let unpaid = numbers.format(ExpectedRupiah(cut.unpaid).rounded())
            return switch (language, cut.isByMonths) {
            case (.indonesian, true):
                "\(from) – \(until): \(kept) dari \(asked) bulan muat; sebulan lagi menyisakan "
                    + "\(unpaid) tak terbayar"
            case (.english, true):
                "\(from) – \(until): \(kept) of \(asked) months fit; one more would leave "
                    + "\(unpaid) unpaid"
            case (.indonesian, false):
                "\(from) – \(until): \(kept) dari \(asked) orang muat; seorang lagi menyisakan "
                    + "\(unpaid) tak terbayar"
            case (.english, false):
                "\(from) – \(until): \(kept) of \(asked) persons fit; one more would leave "
                    + "\(unpaid) unpaid"
            }
        }
    }

    /// A purse with its rule, what it had for the segment and what is left of it.
    static func cutPurse(
        _ bound: Phrase, _ offered: Double, _ left: Double, _ ceiling: Double, _ place: String
    ) -> Phrase {
        Phrase { language in
            /// Money in the reader's marks.
            func money(_ amount: Double) -> String {
                language.numbers.format(ExpectedRupiah(amount).rounded())
            }
            return language == .indonesian
                ? "\(bound.indonesian); pagu \(money(ceiling)) (\(place)), untuk segmen ini masih "
                    + "\(money(offered)), terpakai \(money(offered - left))"
                : "\(bound.english); ceiling \(money(ceiling)) (\(place)), for this segment still "
                    + "\(money(offered)), used \(money(offered - left))"
        }
    }
}
