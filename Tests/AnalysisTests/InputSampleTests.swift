import Policy
import Quantities
import Sampling
import Testing

@testable import Analysis

/// Draws depend on names, not on positions.
@Suite struct InputSampleTests {
    private let plan = EnsemblePlan(draws: 256, design: .monteCarlo, seed: 5)

    private func inputs(_ settings: [Setting]) -> [VariedInput] {
        var fixture = AnalysisFixture()
        fixture.settings = settings
        return fixture.scenario.uncertainInputs
    }

    private func uncertain(
        _ path: String, _ value: SettingValue, _ spread: Spread, member: String? = nil
    ) -> Setting {
        AnalysisFixture.uncertain(path, value, spread, member: member)
    }

    private var lapse: Setting {
        uncertain("rate.lapse", .number(0.4), .range(0.2...0.8, median: 0.4))
    }
    private var retention: Setting {
        uncertain("retention", .number(0.2), .range(0.05...0.5, median: 0.2))
    }
    private var months: Setting {
        uncertain("funding.months", .number(9), .uniform(4...12), member: "petani")
    }

    private func columns(_ sample: InputSample, _ draws: Int = 256) -> [String: [Double]] {
        let rows = (0..<draws).map(sample.row)
        return Dictionary(
            uniqueKeysWithValues: sample.inputs.enumerated().map { index, input in
                (input.name, rows.map { $0[index] })
            })
    }

    @Test("Other inputs, and their order, change no draw", arguments: DesignKind.allCases)
    func names(_ kind: DesignKind) throws {
        let plan = EnsemblePlan(draws: 256, design: kind, seed: 5)
        let (few, many) = (inputs([lapse]), inputs([months, retention, lapse]))
        let names = InputSample.designOrder(few + many)
        let (a, b) = (
            columns(try InputSample(few, plan: plan, names: names)),
            columns(try InputSample(many, plan: plan, names: names))
        )
        #expect(a["rate.lapse"] == b["rate.lapse"])
        #expect(Set(b["rate.lapse"] ?? []).count == 256)
        if kind != .sobol {
            #expect(columns(try InputSample(few, plan: plan))["rate.lapse"] == a["rate.lapse"])
        }
    }

    @Test("Another seed or another name gives other draws")
    func seeds() throws {
        let here = columns(try InputSample(inputs([lapse]), plan: plan))
        let other = EnsemblePlan(draws: 256, design: .monteCarlo, seed: 6)
        let there = columns(try InputSample(inputs([lapse]), plan: other))
        #expect(here["rate.lapse"] != there["rate.lapse"])
        let narrow = uncertain(
            "rate.lapse", .number(0.4), .range(0.2...0.8, median: 0.4), member: "ojek")
        let named = columns(try InputSample(inputs([narrow]), plan: plan))
        #expect(named["rate.lapse.ojek"] != here["rate.lapse"])
    }

    @Test("A 90 % range leaves a twentieth of the draws on either side, and half below its value")
    func ranges() throws {
        let plan = EnsemblePlan(draws: 2000, design: .latinHypercube, seed: 1)
        let draws = columns(try InputSample(inputs([lapse]), plan: plan), 2000)["rate.lapse"] ?? []
        #expect(abs(draws.count { $0 < 0.2 } - 100) <= 1)
        #expect(abs(draws.count { $0 < 0.4 } - 1000) <= 1)
        #expect(abs(draws.count { $0 > 0.8 } - 100) <= 1)
    }

    @Test("Months of a year are drawn whole, and choices by position")
    func wholeNumbers() throws {
        let choice = uncertain(
            "waiting_restarts", .flag(true), .choice([.flag(true), .flag(false)], weights: [3, 1]))
        let drawn = columns(try InputSample(inputs([months, choice]), plan: plan))
        #expect(Set(drawn["funding.months.petani"] ?? []) == Set((4...12).map(Double.init)))
        let flags = drawn["waiting_restarts"] ?? []
        #expect(Set(flags) == [0, 1])
        #expect((40...90).contains(flags.count { $0 == 1 }))
    }

    @Test("A rank correlation reaches the draws, whichever input comes first")
    func correlation() throws {
        let plan = EnsemblePlan(draws: 4000, design: .monteCarlo, seed: 2)
        let inputs = inputs([lapse, retention, months])
        for pair in [("rate.lapse", "retention"), ("retention", "rate.lapse")] {
            let rank = RankPair(
                pair.0, pair.1, correlation: -0.6, provenance: AnalysisFixture.place)
            let stray = RankPair(
                "retention", "quota", correlation: 1, provenance: AnalysisFixture.place)
            let drawn = columns(
                try InputSample(inputs, correlations: [rank, stray], plan: plan), 4000)
            let (a, b) = (drawn["rate.lapse"] ?? [], drawn["retention"] ?? [])
            #expect(abs(spearman(a, b) + 0.6) < 0.03)
            #expect(abs(spearman(a, drawn["funding.months.petani"] ?? [])) < 0.05)
        }
    }

    @Test("Nothing uncertain draws nothing")
    func certain() throws {
        #expect(try InputSample([], plan: plan).row(3) == [])
    }

    @Test("Keys that speak of most cells come first in a design")
    func order() {
        let names = InputSample.designOrder(inputs([months, retention, lapse]))
        #expect(names == ["rate.lapse", "retention", "funding.months.petani"])
    }

    private func spearman(_ a: [Double], _ b: [Double]) -> Double {
        func ranks(_ values: [Double]) -> [Double] {
            var ranks = Array(repeating: 0.0, count: values.count)
            for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated()
            {
                ranks[index] = Double(rank)
            }
            return ranks
        }
        let middle = Double(a.count - 1) / 2
        let pairs = zip(ranks(a), ranks(b)).map { ($0 - middle, $1 - middle) }
        let square = pairs.reduce(0) { $0 + $1.0 * $1.0 }
        return pairs.reduce(0) { $0 + $1.0 * $1.1 } / square
    }
}
