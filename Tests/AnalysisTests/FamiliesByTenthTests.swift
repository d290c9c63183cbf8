import Policy
import Quantities
import Testing
import Welfare

@testable import Analysis

/// Families kept by tenth of their region's people, against counting families one by one.
@Suite struct FamiliesByTenthTests {
    private static let line = 500_000.0
    private static let (fall, months, persons) = (0.3, 24.0, 4.0)
    /// Farmers live on less than others.
    private static let relative = 0.8

    private static let result = Result {
        let fixture = AnalysisFixture().with(
            "x",
            [
                AnalysisFixture.set("population", .number(200_000)),
                AnalysisFixture.set("poverty.headcount", .number(0.1)),
                AnalysisFixture.set("poverty.line", .number(line)),
                AnalysisFixture.set("poverty.gini", .number(0.35)),
                AnalysisFixture.set("poverty.growth", .number(0.02)),
                AnalysisFixture.set("household.size", .number(persons)),
                AnalysisFixture.set("event.consumption_fall", .share(fall)),
                AnalysisFixture.set("event.months", .number(months)),
                AnalysisFixture.set("household.relative_consumption", .number(relative)),
                AnalysisFixture.set("death.at_work_share", .share(0)),
            ])
        return try ScenarioResult(
            try fixture.scenario.resolved(), law: try AnalysisFixture.law(benefits: true))
    }

    /// Families of one death each over many levels of consumption, by tenth.
    private func counted(_ people: LognormalWelfare, _ benefit: Double) -> [Double] {
        let steps = 200_000
        var tenths = Array(repeating: 0.0, count: 10)
        for step in 0..<steps {
            let y = Self.relative * people.quantile((Double(step) + 0.5) / Double(steps))
            let after = y * (1 - Self.fall)
            guard after < Self.line, after + benefit / (Self.months * Self.persons) >= Self.line
            else { continue }
            tenths[min(9, Int(10 * people.headcount(below: y)))] += 1 / Double(steps)
        }
        return tenths
    }

    @Test("Tenths are those of families counted one by one, and sum to all families kept")
    func tenths() throws {
        let result = try Self.result.get()
        let summary = result.summary
        var expected = Array(repeating: 0.0, count: 10)
        for year in summary.years.indices {
            let people = LognormalWelfare(headcount: 0.1, line: Self.line, gini: 0.35)
                .growing(by: year == 0 ? 1 : 1.02)
            let waiting = summary.total(.waitingDeaths, year: year)
            let vested = summary.total(.protectedDeaths, year: year) - waiting
            let kinds = [(waiting, counted(people, 10e6)), (vested, counted(people, 42e6))]
            for (deaths, tenths) in kinds {
                for tenth in tenths.indices { expected[tenth] += deaths * tenths[tenth] }
            }
        }
        let families = FamiliesByTenth(result).families
        let all = summary.overall(.familiesKept)
        #expect(all > 0 && abs(families.reduce(0, +) - all) < 1e-12 * all)
        for (found, counted) in zip(families, expected) {
            #expect(abs(found - counted) < 1e-3 * all)
        }
        #expect(families.filter { $0 > 0 }.count > 2 && families[9] == 0)
    }
}
