import Policy
import Quantities
import Testing

@testable import Analysis

/// Whose contribution nobody pays is not protected, and what closing the gap would come to.
@Suite struct PaidFiguresTests {
    /// Scenarios with ample purses, with purses that run dry, and with empty ones.
    private static func result(_ ceiling: Double, _ more: [Setting] = []) throws -> ScenarioResult {
        try AnalysisFixture().with(
            "x", [AnalysisFixture.set("purse.ceiling", .number(ceiling))] + more
        ).result()
    }

    @Test("Paid and unpaid together are what the quota asks", arguments: [0, 2e6, 8e6])
    func sums(ceiling: Double) throws {
        let (short, ample) = (try Self.result(ceiling).summary, try Self.result(1e12).summary)
        for year in short.years.indices {
            for segment in 0..<2 {
                func figure(_ summary: Summary, _ measure: Measure) -> Double {
                    summary.total(measure, year: year, segment: segment)
                }
                let months =
                    figure(short, .fundedPersonMonths) + figure(short, .gapPersonMonths)
                #expect(abs(months - figure(ample, .fundedPersonMonths)) < 1e-6)
                let persons = figure(short, .fundedAtEnd) + figure(short, .gapAtEnd)
                #expect(abs(persons - figure(ample, .fundedAtEnd)) < 1e-6)
                #expect(figure(short, .gapPersonMonths) > 0)
                #expect(figure(ample, .gapPersonMonths) == 0)
            }
            for (paid, closed) in [
                (Indicator.coverageOfWorkers, Indicator.closedCoverageOfWorkers),
                (.coverageOfEmployed, .closedCoverageOfEmployed),
                (.averageCoverage, .closedAverageCoverage),
            ] {
                let whole = paid.value(ample, year: year)
                #expect(abs(closed.value(short, year: year) - whole) < 1e-12)
                #expect(closed.value(ample, year: year) == whole)
                #expect(paid.value(short, year: year) < whole)
            }
        }
    }

    @Test("Without money nobody on the quota counts: no coverage, death, accident or benefit")
    func nobodyPays() throws {
        let alone: [Setting] = [
            AnalysisFixture.set("opening.self", .number(0)),
            AnalysisFixture.set("retention", .number(0)),
            AnalysisFixture.set("accident.rate", .number(0.01)),
            AnalysisFixture.set("accident.cost", .number(10_000_000)),
        ]
        let summary = try Self.result(0, alone).summary
        for measure: Measure in [
            .fundedPersonMonths, .waitingPersonMonths, .protectedAtEnd, .fundedAtEnd,
            .protectedDeaths, .waitingDeaths, .accidents, .jkmBenefit, .jkkBenefit,
            .jkmContribution, .jkkContribution, .familiesKept, .paid,
        ] { #expect(summary.overall(measure) == 0, "\(measure)") }
        #expect(summary.overall(.gapPersonMonths) > 3000)
        #expect(Indicator.claimRatio.value(summary, year: nil).isNaN)
        let paid = try Self.result(1e12, alone).summary
        #expect(paid.overall(.protectedDeaths) > 0 && paid.overall(.accidents) > 0)
    }

    @Test("A draw has the figures of the scenario that it stands for", arguments: [4e6, 25e6])
    func draws(ceiling: Double) throws {
        let result = try Self.result(ceiling)
        let outcomes = Quantity.all.map { Outcome($0, year: 2026) }
        let model = try PointModel(
            result.policy.scenario, inputs: [], outcomes: outcomes, law: AnalysisFixture.law())
        for (outcome, value) in zip(outcomes, try model.writtenValues()) where !value.isNaN {
            #expect(value == outcome.quantity.value(result.summary, year: 1), "\(outcome)")
        }
    }

    @Test("The price of the gap is that of who would have to close it, drawn or written")
    func gapPayer() throws {
        func price(_ months: Double, _ rupiah: Double) -> Double { rupiah / months }
        let months = Outcome(.measure(.gapPersonMonths))
        let rupiah = Outcome(.measure(.gap))
        let written = try Self.result(0).summary
        let standard = price(written.overall(.gapPersonMonths), written.overall(.gap))
        #expect(abs(standard - 16_800) < 1e-3)
        // The law of this fixture has no discount: the employer alone pays another price, as PU.
        let setting = AnalysisFixture.uncertain(
            "gap.payer", .word("apbd"), .choice([.word("apbd"), .word("firm")], weights: [1, 1]))
        let base = AnalysisFixture().with(
            "x", [AnalysisFixture.set("purse.ceiling", .number(0)), setting]
        ).scenario
        let scenario = Scenario(
            name: base.name, title: base.title, file: base.file, regions: base.regions,
            horizon: base.horizon, segments: base.segments, purses: base.purses,
            knownPurses: [AnalysisFixture.purse("firm", .employer)], cohorts: [],
            layers: base.layers)
        let inputs = scenario.uncertainInputs
        #expect(inputs.map(\.name) == ["gap.payer"])
        let model = try PointModel(
            scenario, inputs: inputs, outcomes: [months, rupiah], law: AnalysisFixture.law())
        let found = try model.figures(at: [[0], [1]], \.self).map { try $0.get() }
        let prices = found.map { price($0.overall(.gapPersonMonths), $0.overall(.gap)) }
        #expect(abs(prices[0] - 16_800) < 1e-3)
        // JKK 0.24 % and JKM 0.3 % of a wage of Rp 1,000,000.
        #expect(abs(prices[1] - 5_400) < 1e-3)
    }
}
