import Analysis
import Exploration
import Policy
import Quantities

/// Poverty in the reports of scenarios; nothing where a scenario does not know it.
extension ScenarioResult {
    /// Years down: the poor and the indices.
    var povertySection: [Report.Section] {
        guard summary.years.indices.contains(where: { hasPoverty(of: $0) }) else { return [] }
        let table = ResultTable("poverty", summary.years.indices) {
            Key("year") { summary.years[$0] }
            for indicator in Indicator.ofPoverty {
                Column(.indicator(indicator)) { indicator.value(summary, year: $0) }
            }
        }
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
        let table = ResultTable("poverty", results) {
            Key("scenario", \.name)
            for indicator in Indicator.ofPoverty {
                Column(.indicator(indicator)) { indicator.value($0.summary, year: nil) }
            }
        }
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
        let table = ResultTable("ensemble-poverty", baseline.policy.years) {
            Key("year", \.self)
            for indicator in Indicator.ofPoverty {
                Column(indicator.rawValue, indicator.unit) {
                    baseline.interval(Outcome(.indicator(indicator), year: $0), in: language)
                }
            }
        }
        return [
            Report.Section(
                heading: Phrase.drawnPoverty, .table(table))
        ]
    }
}
