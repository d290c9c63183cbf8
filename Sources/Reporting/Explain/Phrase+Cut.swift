import Costing
import Quantities

extension Phrase {
    static let askedAndInForce = Phrase(
        id: "Diminta dan berlaku", en: "Asked and in force")

    static func quotasOf(_ count: Int, _ cut: Int) -> Phrase {
        cut == 0
            ? Phrase(
                id: "\(count) kuota, tidak ada yang dipotong", en: "\(count) quotas, none was cut")
            : Phrase(
                id: "\(cut) dari \(count) kuota dipotong; sebutkan satu untuk melihat sebabnya",
                en: "\(cut) of \(count) quotas were cut; name one to see why")
    }

    static func cutRule(_ isByMonths: Bool, _ place: String) -> Phrase {
        isByMonths
            ? Phrase(
                id: "'budget.policy: cap-months': bulan dikurangi sampai cukup (\(place))",
                en: "budget.policy cap-months: fewer months until it fits (\(place))")
            : Phrase(
                id: "'budget.policy: cap-heads': orang dikurangi sampai cukup (\(place))",
                en: "budget.policy cap-heads: fewer people until it fits (\(place))")
    }

    static func cutFits(_ cut: BudgetCut, _ from: Month, _ until: Month) -> Phrase {
        /// Window, kept, asked and unpaid in a language's marks.
        func words(_ language: Language) -> (String, String, String, String) {
            let numbers = language.numbers
            return (
                "\(from) – \(until)", numbers.format(Int64(cut.kept)),
                numbers.format(Int64(cut.asked)),
                numbers.format(ExpectedRupiah(cut.unpaid).rounded())
            )
        }
        let (i, e) = (words(.indonesian), words(.english))
        return cut.isByMonths
            ? Phrase(
                id: """
                    \(i.0): \(i.1) dari \(i.2) bulan muat; sebulan lagi menyisakan \(i.3) tak \
                    terbayar
                    """,
                en: "\(e.0): \(e.1) of \(e.2) months fit; one more would leave \(e.3) unpaid")
            : Phrase(
                id: """
                    \(i.0): \(i.1) dari \(i.2) orang muat; seorang lagi menyisakan \(i.3) tak \
                    terbayar
                    """,
                en: "\(e.0): \(e.1) of \(e.2) persons fit; one more would leave \(e.3) unpaid")
    }

    static func cutPurse(
        _ bound: Phrase, _ offered: Double, _ left: Double, _ ceiling: Double, _ place: String
    ) -> Phrase {
        func money(_ language: Language) -> (String, String, String) {
            let amounts = [ceiling, offered, offered - left].map {
                language.numbers.format(ExpectedRupiah($0).rounded())
            }
            return (amounts[0], amounts[1], amounts[2])
        }
        let (i, e) = (money(.indonesian), money(.english))
        return Phrase(
            id: """
                \(bound.indonesian); pagu \(i.0) (\(place)), untuk segmen ini masih \(i.1), \
                terpakai \(i.2)
                """,
            en: """
                \(bound.english); ceiling \(e.0) (\(place)), for this segment still \(e.1), \
                used \(e.2)
                """)
    }
}
