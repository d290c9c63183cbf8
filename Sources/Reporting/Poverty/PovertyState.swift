import Analysis
import Quantities
import Welfare

extension PovertyState {
    private var isProvince: Bool { region.code.level == .province }

    /// By region: published and fitted P1 and P2, and Watts, which nobody publishes.
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
            Column("watts_fitted", .factor, \.fitted.watts)
            Column("gini", .factor, \.region.gini)
            Column("gap_rp_per_year", .rupiahPerYear) { $0.region.gapRupiah().rounded() }
        }
    }

    private var card: FactCard {
        var card = FactCard()
        card.add(Phrase(id: "garis kemiskinan", en: "poverty line"), Phrase.perHead(region.line))
        card.add(
            Phrase(id: "rasio Gini", en: "Gini coefficient"),
            hasMean
                ? Phrase(
                    "\(region.gini, decimals: 3), dari P0 dan rata-rata yang diberikan",
                    en: "\(region.gini, decimals: 3), from P0 and the mean that was given")
                : Phrase.giniText(region.gini, region.giniRange, from: region.giniFrom?.code))
        card.add(
            Phrase(id: "rata-rata menurut lognormal", en: "mean by the lognormal"),
            Phrase.perHead(region.welfare.mean))
        card.add(
            Phrase(id: "kesenjangan (P1 terbitan)", en: "gap (published P1)"),
            Phrase.yearlyMoney(region.gap.isNaN ? .nan : gap.perfect))
        card.add(
            Phrase(id: "kesenjangan (lognormal)", en: "gap (lognormal)"),
            Phrase.yearlyMoney(region.gapRupiah(fitted: true)))
        card.add(
            Phrase(id: "anggaran penutup", en: "budget that closes it"),
            Phrase(
                "\(Phrase.yearlyMoney(gap.budget)), bila \(percent: gap.leakage) dana jatuh ke"
                    + " yang tidak miskin dan \(percent: gap.exclusion) yang miskin tidak"
                    + " terjangkau",
                en: "\(Phrase.yearlyMoney(gap.budget)), if \(percent: gap.leakage) of the money"
                    + " goes to people who are not poor and \(percent: gap.exclusion) of the poor"
                    + " are not reached"
            ))
        card.add(Phrase(id: "yang tersisa", en: "what remains"), Phrase.yearlyMoney(gap.remaining))
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
                PovertyPicture.fit(
                    neighbours,
                    title: Phrase(
                        id: "P1 terbitan dan P1 lognormal (%)",
                        en: "Published P1 and P1 of the lognormal (%)"), in: language)
            )
        ]
    }

    package func report(in language: Language) -> Report {
        Report(
            title: Phrase(
                id: "Kemiskinan \(region.name) (\(region.code.code)), Maret \(region.year)",
                en: "Poverty in \(region.name) (\(region.code.code)), March \(region.year)"),
            answer: [
                Phrase.povertyAnswer(
                    region.name, poor: region.poor, headcount: region.headcount,
                    gap: gap.perfect)
            ],
            introduction: [
                Phrase(
                    id: "terbitan BPS di samping lognormal yang memakai P0 dan rasio Gini;"
                        + " selisihnya menunjukkan seberapa jauh bentuk itu dari kenyataan",
                    en: "figures of BPS beside a lognormal of P0 and the Gini coefficient; what"
                        + " lies between shows how far that shape is from life"
                )
            ] + errorNotes,
            sections: [
                Report.Section(
                    heading: Phrase(id: "Terbitan dan lognormal", en: "Published and lognormal"),
                    .table(peopleTable), data: [fitTable]),
                Report.Section(
                    heading: Phrase(id: "Kesenjangan dalam rupiah", en: "The gap in rupiah"),
                    .card(card)),
            ])
    }

    private var peopleTable: ResultTable {
        let hidden = ["region", "poverty_p2_error_share", "gini", "gap_rp_per_year"]
        return fitTable.keeping { !hidden.contains($0.name) }
    }
}
