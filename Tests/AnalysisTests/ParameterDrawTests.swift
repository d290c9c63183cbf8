import Policy
import Quantities
import Testing

@testable import Analysis

/// A draw of any parameter moves a point as the same value moves a run.
@Suite struct ParameterDrawTests {
    /// Two values that a parameter of the fixture may have, the first as it is written there.
    private static func values(
        of definition: ParameterDefinition, in policy: ResolvedPolicy
    ) throws -> [SettingValue] {
        let member = policy.members(of: definition)[0]
        let course = policy.settings(definition, member: member, region: policy.regions[0])
        let written = try #require(course?.steps.first?.value)
        let other: SettingValue? =
            switch definition.domain {
            case .number:
                [0.05, 0.6, 3, 7, 20_000_000].map { number in
                    written.mapNumber { _ in number }
                }.first { definition.accepts($0) && $0 != written }
            case .flag: .flag(written == .flag(false))
            case .word(let words): words.first { .word($0) != written }.map { .word($0) }
            case .words: .words(["jkm"])
            case .purses: .words(["csr"])
            case .purse: .word("csr")
            }
        return [written, try #require(other, "\(definition.path)")]
    }

    /// A scenario in which everything that a parameter may move is there.
    private static var fixture: AnalysisFixture {
        var more = [
            ("population", 20_000.0), ("poverty.headcount", 0.1), ("poverty.line", 500_000),
            ("poverty.gini", 0.35), ("purse.ceiling", 1e7), ("purse.revenue", 1e7),
            ("purse.revenue_share", 0.1), ("funding.months", 6),
            ("rate.return", 0.2), ("rate.graduation", 0.1), ("rate.employer_enrolment", 0.05),
            ("rate.employer_loss", 0.2), ("mortality.load", 1.2), ("event.consumption_fall", 0.3),
        ].map { AnalysisFixture.set($0, .number($1)) }
        more.append(AnalysisFixture.set("quota", .heads(60), from: Month(2026, 3)))
        return AnalysisFixture().with("semua", more)
    }

    /// What the fixture has no use for: the payers of gaps have one price, everybody is BPU,
    /// budgets are revised after the funded months, and tests of budgets are made of runs. Who
    /// matches whom has a test of its own.
    private static let varied = Parameters.catalogue.filter { definition in
        let idle = [
            Parameters.gapPayer.definition, Parameters.riskClass.definition,
            Parameters.group.definition, Parameters.revisionMonth.definition,
            Parameters.purseMatch.definition,
        ]
        return !definition.bindings.contains(.budget) && !idle.contains(definition)
    }

    @Test("Points equal runs, and move", arguments: varied)
    func moves(_ definition: ParameterDefinition) throws {
        let law = try AnalysisFixture.law(benefits: true)
        let base = Self.fixture.scenario
        let values = try Self.values(of: definition, in: try base.resolved())
        let setting = Setting(
            address: Address(subject: .parameter(definition)),
            points: [.init(from: nil, value: values[0])],
            provenance: Provenance(
                file: "fixture.yaml", line: 2, column: 1, layer: "sweep", range: 0.05...0.3))
        let input = VariedInput(
            name: definition.path, layer: base.layers.count, position: 0, setting: setting,
            spread: .choice(values, weights: [1, 1]))
        let scenario = base.adding(Layer(name: "sweep", settings: [setting]))
        let model = try PointModel(scenario, inputs: [input], outcomes: [], law: law)
        let found = try model.figures(at: [[0], [1]], \.self).map { try $0.get() }
        for (draw, summary) in found.enumerated() {
            let changed = try #require(scenario.taking([Double(draw)], for: [input]))
            let run = try ScenarioResult(try changed.resolved(), law: law).summary
            #expect(summary == run, "\(values[draw])")
        }
        #expect(found[0] != found[1], "\(values)")
    }
}
