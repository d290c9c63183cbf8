import Policy
import Quantities
import Testing
import Welfare

@testable import Analysis
@testable import Sampling

@Suite struct SummaryPovertyTests {
    private static let settings = [
        AnalysisFixture.set("population", .number(200_000)),
        AnalysisFixture.set("poverty.headcount", .number(0.1)),
        AnalysisFixture.set("poverty.line", .number(500_000)),
        AnalysisFixture.set("poverty.gini", .number(0.35)),
        AnalysisFixture.set("poverty.growth", .number(0.03)),
    ]

    private func value(
        _ indicator: Indicator, _ summary: Summary, year: Int? = nil, region: Int? = nil
    ) -> Double {
        indicator.value(summary, year: year, region: region)
    }

    @Test("The first year is as published, the second grown by a year")
    func years() throws {
        let summary = try AnalysisFixture().with("x", Self.settings).result().summary
        #expect(value(.povertyHeadcount, summary, year: 0) == 0.1)
        #expect(value(.poorPersons, summary, year: 0) == 40_000)
        #expect(value(.poorPersons, summary, year: 0, region: 1) == 20_000)
        let grown = LognormalWelfare(headcount: 0.1, line: 500_000, gini: 0.35).growing(by: 1.03)
            .indices(below: 500_000)
        #expect(abs(value(.povertyHeadcount, summary) - grown.headcount) < 1e-14)
        #expect(abs(value(.povertyGap, summary, year: 1) - grown.gap) < 1e-14)
        #expect(abs(value(.povertySeverity, summary, year: 1) - grown.severity) < 1e-14)
        #expect(Indicator.povertyGap.value(summary, year: 1, segment: 0).isNaN)
    }

    @Test("What is decided about protection moves no poverty")
    func decisions() throws {
        let base = try AnalysisFixture().with("x", Self.settings).result().summary
        let other = try AnalysisFixture()
            .with("y", Self.settings + [AnalysisFixture.set("quota", .heads(600))]).result()
            .summary
        #expect(base.poverty == other.poverty)
        #expect(base.overall(.publicBill) != other.overall(.publicBill))
    }

    @Test("Folding sums over regions, and segments change nothing")
    func folds() throws {
        let result = try AnalysisFixture().with("x", Self.settings).result()
        for indicator in Indicator.ofPoverty {
            let total = value(indicator, result.summary, year: 1)
            for grouping in [Grouping.total, .region] {
                let folded = result.summary.folded(grouping, of: result.policy)
                #expect(value(indicator, folded, year: 1) == total)
            }
        }
    }

    @Test("Without data about poverty tables are as if there were no such figures")
    func tables() throws {
        let plain = try AnalysisFixture().result()
        let known = try AnalysisFixture().with("x", Self.settings).result()
        func columns(_ result: ScenarioResult, _ grouping: Grouping) -> Set<String> {
            Set(result.yearlyTable(by: grouping).measures.map(\.name))
        }
        let poverty = Set(Indicator.ofPoverty.map(\.rawValue))
        for grouping in Grouping.allCases {
            #expect(columns(plain, grouping).isDisjoint(with: poverty))
        }
        #expect(columns(known, .total).isSuperset(of: poverty))
        #expect(columns(known, .region).isSuperset(of: poverty))
        #expect(columns(known, .segment).isDisjoint(with: poverty))
        #expect(plain.summary.poverty.allSatisfy { $0.allSatisfy { !$0.isKnown } })
    }

    @Test("Draws of poverty alone are those of points of the whole scenario")
    func draws() throws {
        let settings =
            Self.settings + [
                AnalysisFixture.uncertain("poverty.gini", .number(0.3), .uniform(0.2...0.4)),
                AnalysisFixture.uncertain("poverty.growth", .number(0.02), .uniform(0...0.04)),
                AnalysisFixture.uncertain("rate.lapse", .number(0.4), .uniform(0.1...0.6)),
            ]
        let policy = try AnalysisFixture(settings: AnalysisFixture.standard + settings).scenario
            .resolved()
        let plan = EnsemblePlan(draws: 12, design: .monteCarlo, seed: 3)
        let draws = try PovertyDraws(policy, plan: plan)
        #expect(draws.drawn.count == 12 && draws.failed == 0)
        let sample = try #require(try InputSample.shared(by: [policy.scenario], plan: plan).first)
        let model = try PointModel(
            policy.scenario, inputs: sample.inputs, outcomes: [], law: try AnalysisFixture.law())
        let summaries = model.figures(at: (0..<12).map(sample.row), \.self)
        for (regions, summary) in zip(draws.drawn, summaries) {
            let expected = try summary.get().poverty
            #expect(regions.map { $0.figures(afterYears: 1) } == expected[1])
        }
        #expect(try PovertyDraws(policy, plan: nil).drawn.isEmpty)
    }
}
