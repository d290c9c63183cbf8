import Analysis
import Quantities
import Welfare

extension PovertyState {
    /// Whether a province was asked for.
    private var isProvince: Bool { region.code.level == .province }

    /// By region: published and fitted P1 and P2.
    var fitTable: ResultTable {
        let rows = isProvince && !hasMean ? neighbours : [region]
        let fitted = rows.map(\.fitted)
        /// A column of shares, one for each region.
        func column(_ name: String, _ values: [Double]) -> (String, Unit, ResultTable.Cells) {
            (name, .share, .number(values))
        }
        let errors = zip(fitted, rows).map { ($0.gap - $1.gap, $0.severity - $1.severity) }
        return .trusted(
            name: "poverty-state",
            keys: [
                ("region", .text(rows.map(\.code.code))), ("region_name", .text(rows.map(\.name))),
            ],
            measures: [
                ("poor_persons", .person, .number(rows.map(\.poor))),
                column("poverty_p0_share", rows.map(\.headcount)),
                column("poverty_p1_share", rows.map(\.gap)),
                column("poverty_p1_fitted_share", fitted.map(\.gap)),
                column("poverty_p1_error_share", errors.map(\.0)),
                column("poverty_p2_share", rows.map(\.severity)),
                column("poverty_p2_fitted_share", fitted.map(\.severity)),
                column("poverty_p2_error_share", errors.map(\.1)),
                ("gini", .factor, .number(rows.map(\.gini))),
                (
                    "gap_rp_per_year", .rupiahPerYear,
                    .number(rows.map { $0.gapRupiah().rounded() })
                ),
            ])
    }

    /// The region's facts.
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

    /// How well the lognormal fits the regions around.
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
    public func pictures(in language: Language) -> [(name: String, bytes: [UInt8])] {
        guard isProvince, !hasMean else { return [] }
        return [
            (
                "poverty-fit.vl.json",
                PovertyPicture.fit(neighbours, title: Phrase.fitPicture, in: language)
            )
        ]
    }

    /// The report for people.
    public func report(in language: Language) -> Report {
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

    /// The table as far as it fits a terminal.
    private var peopleTable: ResultTable {
        let table = fitTable
        let shown: Set<String> = [
            "poor_persons", "poverty_p0_share", "poverty_p1_share", "poverty_p1_fitted_share",
            "poverty_p1_error_share", "poverty_p2_share", "poverty_p2_fitted_share",
        ]
        return .trusted(
            name: table.name,
            keys: table.keys.filter { $0.name == "region_name" }.map { ($0.name, $0.cells) },
            measures: table.measures.filter { shown.contains($0.name) }.map {
                ($0.name, $0.unit ?? .factor, $0.cells)
            })
    }
}
