import Policy
import Quantities
import Testing
import _TestSupport

@testable import Analysis

/// The fast way of points against the long way: another scenario, resolved and run.
struct PointModelTests {
    /// Inputs in a layer of their own on top of a scenario.
    private static func varied(
        _ scenario: Scenario, _ settings: [(Setting, Spread)]
    ) -> (scenario: Scenario, inputs: [VariedInput]) {
        let layer = scenario.layers.count
        let inputs = settings.enumerated().map { position, entry in
            VariedInput(
                name: "\(position) \(entry.0.inputName)", layer: layer, position: position,
                setting: entry.0, spread: entry.1)
        }
        return (scenario.adding(Layer(name: "sweep", settings: settings.map(\.0))), inputs)
    }

    private static func setting(
        _ path: String, _ value: SettingValue, verb: Setting.Verb = .replace, member: String? = nil,
        region: String? = nil, from: Month? = nil
    ) -> Setting {
        Setting(
            address: Address(
                subject: Parameters.definition(path).map(Address.Subject.parameter)
                    ?? .law(path), member: member, region: region.flatMap { RegionCode($0) }),
            verb: verb, points: [.init(from: from, value: value)],
            provenance: AnalysisFixture.place)
    }

    private static func number(
        _ path: String, _ range: ClosedRange<Double>, verb: Setting.Verb = .replace,
        member: String? = nil, region: String? = nil, from: Month? = nil
    ) -> (Setting, Spread) {
        let middle = (range.lowerBound + range.upperBound) / 2
        return (
            setting(path, .number(middle), verb: verb, member: member, region: region, from: from),
            .uniform(range)
        )
    }

    private static func choice(
        _ path: String, _ values: [SettingValue], member: String? = nil
    ) -> (Setting, Spread) {
        (
            setting(path, values[0], member: member),
            .choice(values, weights: values.map { _ in 1 })
        )
    }

    private static var everything: [(Setting, Spread)] {
        let quota = setting("quota", .heads(100), member: "petani")
        return [
            (quota, .uniform(10...400)),
            number("quota", 0.5...1.5, verb: .scale, member: "ojek", from: Month(2025, 6)),
            number("eligible_share", 0.4...1), number("retention", 0...1, from: Month(2026, 3)),
            number("rate.lapse", 0...3), number("rate.self_enrolment", 0...1, region: "35.02"),
            number("rate.death", 0...0.1, member: "ojek"), number("mortality.load", 0.5...2),
            number("workers", 300...3000, member: "petani"), number("opening.self", 0...0.4),
            number("purse.ceiling", 0...4e7, member: "apbd"),
            number("purse.ceiling", 0.2...1, verb: .scale, from: Month(2026, 10)),
            choice("waiting_restarts", [.flag(true), .flag(false)]),
            choice("refill", [.flag(true), .flag(false)], member: "petani"),
            choice("budget.policy", ["report", "cap-heads", "cap-months"].map { .word($0) }),
            choice("funding.months", [6, 9, 12].map { .number($0) }),
            choice("funding.purses", [.words([]), .words(["csr", "apbd"]), .words(["apbd"])]),
            choice("budget.revision_month", [7, 10].map { .number($0) }),
            number("denominator.employed", 3000...9000),
        ] + poverty
    }

    private static var poverty: [(Setting, Spread)] {
        [
            number("population", 10_000...30_000, from: Month(2025, 7)),
            number("population", 10_000...30_000), number("poverty.headcount", 0.05...0.3),
            number("poverty.line", 4e5...6e5), number("poverty.gini", 0.2...0.4),
            number("poverty.growth", -0.02...0.05, from: Month(2025, 10)),
            number("poverty.growth", -0.1...0.1, region: "35.02"),
            number("poverty.gini_growth", -0.03...0.03),
        ]
    }

    /// A point in every input's range, choices by position.
    private static func point(_ inputs: [VariedInput], _ draws: inout SeededDraws) -> [Double] {
        inputs.map { input in
            if case .uniform(let range) = input.spread { return draws.real(range) }
            return Double(draws.whole(0...(input.choices?.count ?? 1) - 1))
        }
    }

    @Test(
        "points by region and by draw equal the scenario resolved anew, bit for bit",
        arguments: [2, 9])
    func equalsTheLongWay(regions: Int) throws {
        var draws = SeededDraws(UInt64(regions))
        let law = try AnalysisFixture.law()
        let fixture = AnalysisFixture().scenario
        let scenario = Scenario(
            name: fixture.name, title: fixture.title, file: fixture.file,
            regions: (1...regions).compactMap { RegionCode("35.0\($0)") },
            horizon: fixture.horizon, segments: fixture.segments,
            purses: fixture.purses, cohorts: [], layers: fixture.layers)
        let (varied, inputs) = Self.varied(scenario, Self.everything)
        let model = try PointModel(varied, inputs: inputs, outcomes: [], law: law)
        let points = (0..<21).map { _ in Self.point(inputs, &draws) }
        for (point, found) in zip(points, model.figures(at: points, \.self)) {
            let changed = try #require(varied.taking(point, for: inputs))
            let expected = try ScenarioResult(try changed.resolved(), law: law).summary
            #expect(try found.get() == expected, "point \(point)")
        }
        let shuffled = Array(points.reversed())
        let again = model.figures(at: shuffled, \.self).reversed()
        for (one, other) in zip(model.figures(at: points, \.self), again) {
            #expect(try one.get() == other.get())
        }
    }

    @Test("each input alone equals the long way, and moves something")
    func oneAtATime() throws {
        let law = try AnalysisFixture.law()
        for entry in Self.everything {
            let (varied, inputs) = Self.varied(AnalysisFixture().scenario, [entry])
            let model = try PointModel(varied, inputs: inputs, outcomes: [], law: law)
            var draws = SeededDraws(5)
            let points = (0..<3).map { _ in Self.point(inputs, &draws) }
            let found = try model.figures(at: points, \.self).map { try $0.get() }
            for (point, summary) in zip(points, found) {
                let changed = try #require(varied.taking(point, for: inputs))
                let expected = try ScenarioResult(try changed.resolved(), law: law).summary
                #expect(summary == expected, "\(entry.0.inputName) \(point)")
            }
        }
    }

    /// CSR pays what it matches of the APBD, whose ceiling is a part of a revenue.
    @Test("matching and shares of a revenue: points equal the scenario resolved anew, bit for bit")
    func matching() throws {
        let (law, base) = (try AnalysisFixture.law(), AnalysisFixture().scenario)
        let purses = base.purses.map { source in
            Purse(
                id: source.id, name: source.name, payer: source.payer, segments: source.segments,
                programmes: source.programmes,
                matches: source.id.name == "csr" ? base.purses[0].id : nil,
                budgetLines: source.budgetLines, provenance: source.provenance)
        }
        let scenario = Scenario(
            name: base.name, title: base.title, file: base.file, regions: base.regions,
            horizon: base.horizon, segments: base.segments, purses: purses, cohorts: [],
            layers: base.layers)
        let entries = [
            Self.number("purse.ceiling", 0...1e6, member: "apbd"),
            Self.number("purse.revenue", 0...4e8, member: "apbd"),
            Self.number("purse.revenue_share", 0...0.1, member: "apbd"),
            Self.number("purse.ceiling", 1e8...2e8, member: "csr"),
            Self.number("purse.share", 0.3...0.5, member: "apbd"),
            Self.number("purse.match", 0.2...1, member: "csr"),
        ]
        let (varied, inputs) = Self.varied(scenario, entries)
        let model = try PointModel(varied, inputs: inputs, outcomes: [], law: law)
        var draws = SeededDraws(8)
        var gaps: Set<Double> = []
        for _ in 0..<12 {
            let point = Self.point(inputs, &draws)
            let changed = try #require(varied.taking(point, for: inputs))
            let expected = try ScenarioResult(try changed.resolved(), law: law).summary
            let found = try #require(model.figures(at: [point], \.self).first).get()
            #expect(found == expected, "point \(point)")
            gaps.insert(expected.overall(.gap))
        }
        #expect(gaps.count == 12)
    }

    @Test("route and law change prices; prices of draws equal those of scenarios")
    func prices() throws {
        let law = try AnalysisFixture.law()
        let entries = [
            Self.number("base", 1e6...5e6),
            (
                Self.setting("bpu.jkm.amount", .number(1), verb: .scale, from: Month(2026, 2)),
                Spread.choice([.number(1), .number(1.5), .number(2)], weights: [1, 1, 1])
            ),
        ]
        let (varied, inputs) = Self.varied(AnalysisFixture().scenario, entries)
        let model = try PointModel(varied, inputs: inputs, outcomes: [], law: law)
        let points = [[1.5e6, 0], [1.5e6, 1], [4e6, 2], [4e6, 0]]
        var bills: Set<Double> = []
        for (point, found) in zip(points, model.figures(at: points, \.self)) {
            let changed = try #require(varied.taking(point, for: inputs))
            let expected = try ScenarioResult(try changed.resolved(), law: law).summary
            #expect(try found.get() == expected, "point \(point)")
            bills.insert(expected.overall(.publicBill))
        }
        #expect(bills.count == 3)
    }

    @Test("a point that cannot be is told apart, with its reason; its neighbours stand")
    func failures() throws {
        let entries = [
            Self.number("opening.self", 0...0.6), Self.number("opening.lapsed", 0...0.6),
        ]
        let (varied, inputs) = Self.varied(AnalysisFixture().scenario, entries)
        let model = try PointModel(
            varied, inputs: inputs, outcomes: [Outcome(.measure(.publicBill))],
            law: try AnalysisFixture.law())
        let results = model.results(at: [[0.1, 0.1], [1.5, 0], [0.6, 0.6], [0.2, 0.1]])
        let failed = results.map { result in
            if case .failed(let fault) = result { fault is PolicyFaults } else { false }
        }
        #expect(failed == [false, true, true, false])
    }

    @Test("the written values are those of a run")
    func written() throws {
        let (varied, inputs) = Self.varied(AnalysisFixture().scenario, Self.everything)
        let outcomes = [
            Outcome(.measure(.publicBill), year: 2026), Outcome(.indicator(.coverageOfEmployed)),
            Outcome(.measure(.deaths), segment: AnalysisFixture.drivers),
        ]
        let law = try AnalysisFixture.law()
        let model = try PointModel(varied, inputs: inputs, outcomes: outcomes, law: law)
        let result = try ScenarioResult(try varied.resolved(), law: law)
        let expected = [
            result.summary.total(.publicBill, year: 1),
            Indicator.coverageOfEmployed.value(result.summary, year: nil),
            result.summary.overall(.deaths, segment: 1),
        ]
        #expect(try model.writtenValues() == expected)
        let written = try #require(model.results(at: [inputs.map { $0.written ?? 0 }]).first)
        guard case .values(let values) = written else {
            Issue.record("the written point failed")
            return
        }
        #expect(values == expected)
    }
}
