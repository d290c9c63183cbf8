import Analysis
import Quantities
import Welfare

extension GroupedQuestion {
    /// What programs read: a row for each form, without figures where it does not serve.
    package var table: ResultTable {
        ResultTable("poverty-target-grouped", targets) {
            Key("form", \.form.rawValue)
            Column("is_chosen", .word) { $0.form == survey.fit.form ? "yes" : "no" }
            Column("answer", .word) { $0.target?.answer.word ?? "no-curve" }
            Column("poverty_before_share", .share, \.target?.now)
            Column("poverty_after_share", .share, \.target?.headcount)
            Column("mean", .factor, \.target?.mean)
            Column("needed_mean", .factor, \.target?.neededMean)
            Column("growth_share", .share, \.target?.growth)
            Column("yearly_growth_share", .share, \.target?.yearlyGrowth)
            Column("best_share", .share, \.target?.answer.best)
            Column("valid_from_share", .share, \.target?.curve.validFrom)
        }
    }

    package func report(in language: Language) -> Report {
        Report(
            title: Phrase.groupedTargetTitle(survey.path, headcount),
            answer: [Phrase.groupedTargetAnswer(chosen)],
            introduction: survey.introduction + [
                Phrase(
                    id: "konsumsi semua orang tumbuh dengan persentase yang sama, sehingga"
                        + " ketimpangan tetap; garisnya tetap, jadi pertumbuhannya riil",
                    en: "everybody's consumption grows by the same percentage, so that inequality"
                        + " stays; so does the line, so that growth is real")
            ],
            sections: [
                Report.Section(
                    heading: Phrase(id: "Yang diperlukan", en: "What it takes"), .card(card),
                    data: [table])
            ])
    }

    /// The form that is used in full, the other one by its growth.
    private var card: FactCard {
        var card = FactCard()
        card.add(
            Phrase(id: "P0 sekarang", en: "P0 as it is"),
            Phrase(same: "\(percent: chosen.now, decimals: 2)"))
        card.add(
            Phrase(id: "rata-rata yang diperlukan", en: "mean that is needed"),
            Phrase.money(chosen.neededMean))
        card.add(
            Phrase(id: "pertumbuhan seluruhnya", en: "growth as a whole"),
            Phrase.growth(chosen.growth))
        if let years, let rate = chosen.yearlyGrowth {
            card.add(Phrase.over(years), Phrase.amount(rate, .growth))
        }
        for (form, target) in targets where form != survey.fit.form {
            guard let target else { continue }
            card.add(
                Phrase("menurut \(Phrase.form(form))", en: "by the \(Phrase.form(form)) form"),
                Phrase.growth(target.growth))
        }
        return card
    }
}
