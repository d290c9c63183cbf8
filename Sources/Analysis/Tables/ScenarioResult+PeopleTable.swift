import Policy
import Quantities

extension ScenarioResult {
    /// Who works, is protected, enrolled, released and dies, by year, region and segment.
    ///
    /// Keys: `year`, `region`, `segment`. Measures: every ``Measure`` that counts persons or
    /// person-months; all add over regions and segments, those of a year's end not over years.
    /// Sums over segments are those of the table by region, and the other way round.
    package var peopleTable: ResultTable { Self.peopleTable([self], isCompared: false) }

    /// The people of several scenarios, one below the other.
    ///
    /// - Parameter isCompared: whether a first key `scenario` names each.
    static func peopleTable(_ results: [ScenarioResult], isCompared: Bool) -> ResultTable {
        typealias Row = (result: ScenarioResult, year: Int, region: Int, segment: Int)
        let rows = results.flatMap { result in
            result.summary.years.indices.flatMap { year in
                result.policy.regions.indices.flatMap { region in
                    result.policy.segments.indices.map { segment -> Row in
                        (result, year, region, segment)
                    }
                }
            }
        }
        return ResultTable("people", rows) {
            if isCompared { Key("scenario", \.result.name) }
            Key("year") { $0.result.summary.years[$0.year] }
            Key("region") { $0.result.policy.regions[$0.region].code }
            Key("segment") { $0.result.policy.segments[$0.segment].id.name }
            for measure in Measure.ofPeople {
                Column(.measure(measure)) {
                    $0.result.summary.total(
                        measure, year: $0.year, region: $0.region, segment: $0.segment)
                }
            }
        }
    }
}

extension Comparison {
    /// The people of every scenario: ``ScenarioResult/peopleTable`` below a key `scenario`, the
    /// baseline first.
    package var peopleTable: ResultTable {
        ScenarioResult.peopleTable(results, isCompared: true)
    }
}

extension Measure {
    /// Those that count persons or person-months.
    fileprivate static let ofPeople = allCases.filter { [.person, .personMonth].contains($0.unit) }
}
