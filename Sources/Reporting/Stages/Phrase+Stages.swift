import Analysis
import Quantities

extension Phrase {
    static func stagesAnswer(
        _ first: (name: Phrase, bill: Rupiah), _ last: (name: Phrase, bill: Rupiah),
        causes: StageVariance.Split, gap: Rupiah
    ) -> Phrase {
        let change = Double((last.bill - first.bill).amount)
        let share = first.bill == .zero ? Double.nan : change / Double(first.bill.amount)
        let relative = Phrase(
            same: "\(" (\(share > 0 ? "+" : "")\(percent: share))", if: !share.isNaN)")
        return Phrase(
            "Kebutuhan iuran \(money: Double(first.bill.amount)) di \(first.name) menjadi"
                + " \(money: Double(last.bill.amount)) di \(last.name):"
                + " \(difference: change)\(relative),"
                + " karena orang \(difference: Double(causes.people.amount)), bulan"
                + " \(difference: Double(causes.months.amount)), harga"
                + " \(difference: Double(causes.price.amount)); kekurangan pagu terakhir"
                + " \(money: Double(gap.amount)).",
            en: "Contributions needed go from \(money: Double(first.bill.amount)) in \(first.name)"
                + " to \(money: Double(last.bill.amount)) in \(last.name):"
                + " \(difference: change)\(relative),"
                + " by people \(difference: Double(causes.people.amount)), months"
                + " \(difference: Double(causes.months.amount)), price"
                + " \(difference: Double(causes.price.amount)); the last unfunded gap is"
                + " \(money: Double(gap.amount))."
        )
    }

    static func step(_ before: BudgetStage, _ after: BudgetStage) -> Phrase {
        Phrase(same: "\(before.name) → \(after.name)")
    }

    static let notLockedYet = Phrase(id: "belum", en: "no")

    static func history(_ name: Phrase, _ opened: StageLocks.Unlocking) -> Phrase {
        let bill = Phrase(same: "\(opened.bill)")
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
        id: "orang: yang terbayar, rata-rata bulan yang dibiayai; kebutuhan iuran = terbayar +"
            + " kekurangan pagu",
        en: "persons: those paid for, the average of funded months; contributions needed = paid by"
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
