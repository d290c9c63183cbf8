import Analysis
import Quantities

extension Phrase {
    static func stagesAnswer(
        _ first: (name: Phrase, bill: Rupiah), _ last: (name: Phrase, bill: Rupiah),
        causes: StageVariance.Split, gap: Rupiah
    ) -> Phrase {
        Phrase { language in
            let bills = [first.bill, last.bill].map { language.money(Double($0.amount)) }
            let change = Double((last.bill - first.bill).amount)
            let share = first.bill == .zero ? Double.nan : change / Double(first.bill.amount)
            let percent =
                share.isNaN
                ? "" : " (\(share > 0 ? "+" : "")\(language.numbers.percent(share)))"
            let parts = [causes.people, causes.months, causes.price].map {
                difference(Double($0.amount), language)
            }
            let short = language.money(Double(gap.amount))
            return language == .indonesian
                ? "Kebutuhan iuran \(bills[0]) di \(first.name[language]) menjadi \(bills[1]) di"
                    + " \(last.name[language]): \(difference(change, language))\(percent), karena"
                    + " orang \(parts[0]), bulan \(parts[1]), harga \(parts[2]); kekurangan pagu"
                    + " terakhir \(short)."
                : "Contributions needed go from \(bills[0]) in \(first.name[language]) to"
                    + " \(bills[1]) in \(last.name[language]): \(difference(change, language))"
                    + "\(percent), by people \(parts[0]), months \(parts[1]), price \(parts[2]);"
                    + " the last unfunded gap is \(short)."
        }
    }

    static func step(_ before: BudgetStage, _ after: BudgetStage) -> Phrase {
        Phrase { "\(before.name[$0]) → \(after.name[$0])" }
    }

    static let notLockedYet = Phrase(id: "belum", en: "no")

    static func history(_ name: Phrase, _ opened: StageLocks.Unlocking) -> Phrase {
        let bill = Phrase { $0.numbers.format(opened.bill) }
        return Phrase(
            id: """
                kunci \(name.indonesian) (\(opened.locked), \(bill.indonesian)) dibuka \
                \(opened.unlocked): \(opened.reason)
                """,
            en: """
                the lock of \(name.english) (\(opened.locked), \(bill.english)) was opened \
                \(opened.unlocked): \(opened.reason)
                """)
    }

    static let stageByStage = Phrase(id: "Tahap demi tahap", en: "Stage by stage")

    static let stageNote = Phrase(
        id:
            "orang: yang terbayar, rata-rata bulan yang dibiayai; kebutuhan iuran = terbayar +"
            + " kekurangan pagu",
        en:
            "persons: those paid for, the average of funded months; contributions needed = paid by"
            + " purses + unfunded gap")

    static let billByStage = Phrase(
        id: "Kebutuhan iuran menurut tahap", en: "Contributions needed by stage")

    static let stagePurses = Phrase(
        id: "Sumber dana menurut tahap", en: "Purses by stage")

    static let absorption = Phrase(id: "Serapan", en: "Absorption")

    static let absorptionNote = Phrase(
        id: "realisasi dibagi yang direncanakan pada tahap terakhir sebelumnya",
        en: "realisation as a part of what the last stage before it planned")

    static let purseVariance = Phrase(
        id: "Selisih antar tahap menurut sumber dana", en: "Variance between stages by purse")

    static let whyStagesDiffer = Phrase(
        id: "Sebab selisih: orang, bulan, harga", en: "Why: people, months, price")

    static let splitNote = Phrase(
        id: """
            kebutuhan iuran = orang x bulan per orang x harga sebulan, per segmen dan daerah, \
            termasuk yang kekurangan pagu; tiap bagian rata-rata atas semua urutan perubahan \
            (Shapley), rupiah bulat, jumlahnya tepat
            """,
        en: """
            contributions needed = persons x months each x price of a month, by segment and \
            region, those in the gap among them; each part is the average over all orders of \
            change (Shapley), whole rupiah, sums exactly
            """)

    static func segmentVariance(_ before: BudgetStage, _ after: BudgetStage) -> Phrase {
        let step = step(before, after)
        return Phrase(
            id: "\(step.indonesian), segmen yang berubah",
            en: "\(step.english), segments that changed")
    }
}
