import Analysis
import Exploration
import Policy
import Quantities

extension ScenarioResult {
    /// Coverage by year and cost by year and purse, each as Vega-Lite and as SVG.
    ///
    /// - Parameter ensemble: the same scenario at many draws, whose 90 % range becomes a band.
    package func pictures(
        _ ensemble: Ensemble? = nil, in language: Language
    ) -> [(name: String, bytes: [UInt8])] {
        let colors = ResultPicture.lineColors
        var lines = [
            ResultPicture.Series(
                name: Phrase(id: "rata-rata setahun", en: "average of the year")[language],
                color: colors[1],
                values: values(.averageCoverage),
                band: ensemble?.baseline.band(.averageCoverage, summary.years)),
            ResultPicture.Series(
                name: Phrase(id: "akhir tahun", en: "end of the year")[language], color: colors[2],
                values: values(.coverageOfWorkers)),
        ]
        if hasGap {
            lines.append(
                ResultPicture.Series(
                    name: Phrase(
                        id: "rata-rata, bila kekurangan ditutup",
                        en: "average, if the gap were closed")[language],
                    color: ResultPicture.gapColor,
                    values: values(.closedAverageCoverage), isDashed: true))
        }
        let title = policy.scenario.title[language]
        let coverage = ResultPicture(
            name: "coverage",
            title: Phrase.coverageTitle(title, isDrawn: ensemble != nil)[language],
            years: summary.years, measure: .share, isStacked: false,
            panels: [.init(title: "", series: lines)], language: language)
        let cost = Self.costPicture([self], title: title, in: language)
        return coverage.files + cost.files
    }

    /// An indicator by year.
    fileprivate func values(_ indicator: Indicator) -> [Double] {
        summary.years.indices.map { indicator.value(summary, year: $0) }
    }

    /// What purses pay and nobody pays by year, a panel for each scenario.
    fileprivate static func costPicture(
        _ results: [ScenarioResult], title: String, in language: Language
    ) -> ResultPicture {
        let paid = results.map(\.paidByPurseAndYear)
        var names: [String] = []
        for source in results.flatMap(\.policy.purses) {
            let isPaying = paid.contains { $0.values.contains { $0[source.id.name] != nil } }
            if isPaying, !names.contains(source.id.name) { names.append(source.id.name) }
        }
        if paid.contains(where: { $0.values.contains { $0["gap"] != nil } }) {
            names.append("gap")
        }
        let sources = results.flatMap(\.policy.purses)
        let panels = zip(results, paid).map { result, paid in
            let series = names.enumerated().map { place, name in
                let label = sources.first { $0.id.name == name }?.name ?? Phrase.unfunded
                let colors = ResultPicture.purseColors
                return ResultPicture.Series(
                    name: label[language],
                    color: name == "gap"
                        ? ResultPicture.gapColor : colors[place % colors.count],
                    values: result.summary.years.map {
                        Double((paid[$0]?[name] ?? .zero).amount)
                    })
            }
            return ResultPicture.Panel(
                title: results.count > 1 ? result.name : "", series: series)
        }
        let sums = panels.flatMap { panel in
            (panel.series.first?.values.indices ?? 0..<0).map { year in
                panel.series.reduce(0) { $0 + $1.values[year] }
            }
        }
        let scale = MoneyScale(largest: (sums.max() ?? 0) * 10)
        let unit = scale.word.map { " (Rp \($0[language]))" } ?? " (Rp)"
        let heading = Phrase(
            id: "Kebutuhan iuran menurut sumber dana", en: "Contributions needed by purse")
        return ResultPicture(
            name: "cost", title: "\(heading[language])\(unit): \(title)",
            years: results[0].summary.years, measure: .money(scale), isStacked: true,
            panels: panels, language: language)
    }
}

extension Comparison {
    /// Coverage by year, a line for each scenario, and cost by year and purse, a panel for each;
    /// as Vega-Lite and as SVG.
    ///
    /// - Parameter ensemble: the same scenarios at many draws, whose 90 % ranges become bands.
    package func pictures(
        _ ensemble: Ensemble? = nil, in language: Language
    ) -> [(name: String, bytes: [UInt8])] {
        let colors = ResultPicture.lineColors
        let lines = results.enumerated().map { place, result in
            ResultPicture.Series(
                name: result.name, color: colors[place % colors.count],
                values: result.values(.averageCoverage),
                band: ensemble?.members.first { $0.name == result.name }?
                    .band(.averageCoverage, result.summary.years))
        }
        let against = Phrase.comparedWith(baseline.name)[language]
        let coverage = ResultPicture(
            name: "coverage", title: Phrase.averageTitle(isDrawn: ensemble != nil)[language],
            years: baseline.summary.years, measure: .share, isStacked: false,
            panels: [.init(title: "", series: lines)], language: language)
        return coverage.files
            + ScenarioResult.costPicture(results, title: against, in: language).files
    }
}

extension EnsembleMember {
    /// The 90 % range of an indicator by year; nil where no draw has it.
    fileprivate func band(
        _ indicator: Indicator, _ years: [Int]
    ) -> [(low: Double, high: Double)]? {
        let summaries = years.map { summary(Outcome(.indicator(indicator), year: $0)) }
        guard summaries.contains(where: { ($0?.count ?? 0) > 0 }) else { return nil }
        return summaries.map { summary in
            guard let summary, summary.count > 0 else { return (.nan, .nan) }
            return (summary.quantile(0.05), summary.quantile(0.95))
        }
    }
}

/// The numbers that pictures of a comparison draw, as tables for people.
extension Comparison {
    /// Average coverage: years down, scenarios across.
    package var coverageYears: ResultTable {
        ResultTable("coverage", Array(baseline.summary.years.indices)) {
            Key("year") { baseline.summary.years[$0] }
            for result in results {
                Column(result.name, .share) { result.values(.averageCoverage)[$0] }
            }
        }
    }

    /// What each purse pays and nobody pays: scenarios and purses down, years across.
    package func purseYears(in language: Language) -> ResultTable {
        struct Row {
            let scenario: String
            let purse: String
            let paid: [Rupiah]
        }
        let years = baseline.summary.years
        let rows = results.flatMap { result -> [Row] in
            let paid = result.paidByPurseAndYear
            let names = result.policy.purses.map { ($0.id.name, $0.name) }
            return (names + [("gap", Phrase.unfunded)]).compactMap { name, label in
                let amounts = years.map { paid[$0]?[name] ?? .zero }
                guard amounts.contains(where: { $0 != .zero }) else { return nil }
                return Row(scenario: result.name, purse: label[language], paid: amounts)
            }
        }
        return ResultTable("cost", rows) {
            Key("scenario", \.scenario)
            Key("purse", \.purse)
            for (place, year) in years.enumerated() {
                Column(String(year), .rupiah) { $0.paid[place] }
            }
        }
    }
}
