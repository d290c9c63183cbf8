import Analysis
import Exploration
import Policy
import Quantities

/// Poverty in the reports of scenarios; nothing where a scenario does not know it.
extension ScenarioResult {
    /// Years down: the poor and the indices.
    var povertySection: [Report.Section] {
        guard summary.years.indices.contains(where: { hasPoverty(of: $0) }) else { return [] }
        let years = Array(summary.years.indices)
        let table = ResultTable.trusted(
            name: "poverty", keys: [("year", .whole(years.map { summary.years[$0] }))],
            measures: Indicator.ofPoverty.map { indicator in
                let values = years.map { indicator.value(summary, year: $0) }
                return (indicator.rawValue, indicator.unit, .number(values))
            })
        return [
            Report.Section(
                heading: Phrase.poverty,
                note: Phrase.povertyByYear,
                .table(table))
        ]
    }

    /// Whether the poverty of all regions together is known.
    fileprivate func hasPoverty(of year: Int?) -> Bool {
        !Indicator.poorPersons.value(summary, year: year).isNaN
    }
}

extension Comparison {
    /// Scenarios down: the poor and the indices at the end of the horizon.
    var povertySection: [Report.Section] {
        guard results.contains(where: { $0.hasPoverty(of: nil) }) else { return [] }
        let table = ResultTable.trusted(
            name: "poverty", keys: [("scenario", .text(results.map(\.name)))],
            measures: Indicator.ofPoverty.map { indicator in
                let values = results.map { indicator.value($0.summary, year: nil) }
                return (indicator.rawValue, indicator.unit, .number(values))
            })
        return [
            Report.Section(
                heading: Phrase.povertyAtEnd,
                .table(table))
        ]
    }
}

extension Ensemble {
    /// Years down: the poor and the indices with their ranges, of the first scenario.
    func povertySection(in language: Language) -> [Report.Section] {
        let last = Outcome(.indicator(.poorPersons))
        guard let summary = baseline.summary(last), summary.count > 0 else { return [] }
        let years = Array(baseline.policy.years)
        let table = ResultTable.trusted(
            name: "ensemble-poverty", keys: [("year", .whole(years))],
            measures: Indicator.ofPoverty.map { indicator in
                let cells = years.map {
                    baseline.interval(Outcome(.indicator(indicator), year: $0), in: language)
                }
                return (indicator.rawValue, indicator.unit, .text(cells))
            })
        return [
            Report.Section(
                heading: Phrase.drawnPoverty, .table(table))
        ]
    }
}
