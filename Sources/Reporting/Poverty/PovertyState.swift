import Analysis
import Quantities
import Welfare

extension PovertyState {
    private var isProvince: Bool { region.code.level == .province }

    /// By region: published and fitted P1 and P2.
    var fitTable: ResultTable {
        let rows = (isProvince && !hasMean ? neighbours : [region]).map {
            (region: $0, fitted: $0.fitted)
        }
        return ResultTable("poverty-state", rows) {
            Key("region", \.region.code.code)
            Key("region_name", \.region.name)
            Column("poor_persons", .person, \.region.poor)
            Column("poverty_p0_share", .share, \.region.headcount)
            Column("poverty_p1_share", .share, \.region.gap)
            Column("poverty_p1_fitted_share", .share, \.fitted.gap)
            Column("poverty_p1_error_share", .share) { $0.fitted.gap - $0.region.gap }
            Column("poverty_p2_share", .share, \.region.severity)
            Column("poverty_p2_fitted_share", .share, \.fitted.severity)
            Column("poverty_p2_error_share", .share) { $0.fitted.severity - $0.region.severity }
            Column("gini", .factor, \.region.gini)
            Column("gap_rp_per_year", .rupiahPerYear) { $0.region.gapRupiah().rounded() }
        }
    }

    private var card: FactCard {
        var card = FactCard()
        card.add(Phrase.linePerHead, Phrase.perHead(region.line))
        card.add(
            Phrase.giniUsed,
            hasMean
                ? Phrase.giniOfMean(region.gini)
                : Phrase.giniText(region.gini, region.giniRange, from: region.giniFrom?.code))
        card.add(Phrase.impliedMean, Phrase.perHead(region.welfare.mean))
        card.add(
            Phrase.gapPerYear, Phrase.yearlyMoney(region.gap.isNaN ? .nan : gap.perfect))
        card.add(
            Phrase.gapFitted, Phrase.yearlyMoney(region.gapRupiah(fitted: true)))
        card.add(Phrase.budgetNeeded, Phrase.budgetText(gap))
        card.add(Phrase.gapLeft, Phrase.yearlyMoney(gap.remaining))
        return card
    }

    private var errorNotes: [Phrase] {
        [
            FitErrors(neighbours, published: \.gap, fitted: \.gap).map {
                Phrase.fitErrors("P1", neighbours.count, $0)
            },
            FitErrors(neighbours, published: \.severity, fitted: \.severity).map {
                Phrase.fitErrors("P2", neighbours.count, $0)
            },
        ].compactMap { $0 }
    }

    /// Published and fitted P1 of the regions of a province.
    package func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        guard isProvince, !hasMean else { return [] }
        return [
            (
                "poverty-fit.vl.json",
                PovertyPicture.fit(neighbours, title: Phrase.fitPicture, in: language)
            )
        ]
    }

    /// The report for people.
    package func report(in language: Language) -> Report {
        Report(
            title: Phrase.povertyOf(region.name, region.code.code, region.year),
            answer: [
                Phrase.povertyAnswer(
                    region.name, poor: region.poor, headcount: region.headcount,
                    gap: gap.perfect)
            ],
            introduction: [Phrase.stateExplained] + errorNotes,
            sections: [
                Report.Section(
                    heading: Phrase.publishedAndFitted, .table(peopleTable), data: [fitTable]),
                Report.Section(heading: Phrase.gapAndMoney, .card(card)),
            ])
    }

    private var peopleTable: ResultTable {
        let hidden = ["region", "poverty_p2_error_share", "gini", "gap_rp_per_year"]
        return fitTable.keeping { !hidden.contains($0.name) }
    }
}
