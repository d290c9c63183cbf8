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

    static func segmentVariance(_ before: BudgetStage, _ after: BudgetStage) -> Phrase {
        let step = step(before, after)
        return Phrase(
            id: "\(step.indonesian), segmen yang berubah",
            en: "\(step.english), segments that changed")
    }
}
