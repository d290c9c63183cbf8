import Policy
import Quantities
import Testing

@testable import Analysis

/// The table of measures against the list of measures, and both against what a run adds up.
@Suite struct MeasureTableTests {
    @Test("Each measure has one row, in its place, and a name that ends in its unit")
    func rows() {
        #expect(Measure.table.map(\.measure) == Measure.allCases)
        #expect(Set(Quantity.all.map(\.name)).count == Quantity.all.count)
        let endings: [Quantities.Unit: String] = [
            .rupiah: "_rp", .personMonth: "_person_months", .person: "_persons",
            .family: "_families",
        ]
        for measure in Measure.allCases {
            let ending = endings[measure.unit] ?? "?"
            #expect(measure.name.hasSuffix(ending), "\(measure)")
            #expect(measure.isStock == measure.name.contains("_end_"), "\(measure)")
            #expect(measure.heading.indonesian != measure.name, "\(measure)")
            #expect(ColumnName.heading(measure.name) == measure.heading)
        }
    }

    @Test("A run adds something up for every row")
    func accumulated() throws {
        let numbers = [
            ("population", 20_000.0), ("poverty.headcount", 0.1), ("poverty.line", 500_000),
            ("poverty.gini", 0.35), ("rate.employer_enrolment", 0.05), ("accident.rate", 0.01),
        ]
        let more =
            numbers.map { AnalysisFixture.set($0, .number($1)) }
            + [
                AnalysisFixture.set("quota", .heads(2_000)),
                AnalysisFixture.set("quota", .heads(40), from: Month(2026, 1)),
            ]
        let policy = try AnalysisFixture().with("semua", more).scenario.resolved()
        let summary = try ScenarioResult(policy, law: AnalysisFixture.law(benefits: true)).summary
        for measure in Measure.allCases {
            let years = summary.years.indices.map { summary.total(measure, year: $0) }
            #expect(years.contains { $0 > 0 }, "\(measure)")
        }
    }
}
