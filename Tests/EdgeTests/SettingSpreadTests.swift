import Analysis
import Policy
import Quantities
import Testing

@testable import Formats

/// The forms in which an entry says how far its value may be off.
@Suite struct SettingSpreadTests {
    private static let header = """
        name: uji
        title: { id: Uji, en: Test }
        extends: dasar.yaml

        """

    private func scenario(_ sections: String, _ more: [String: String] = [:]) throws -> Scenario {
        let reading = try FixtureFolder.reading(
            Self.header + sections,
            more.merging(["dasar.yaml": ScenarioReaderTests.base]) { $1 })
        guard let scenario = reading.value else {
            throw FixtureFolder.Unreadable(text: reading.diagnostics.rendered())
        }
        return scenario
    }

    /// The uncertain inputs of the scenario's own layer by name.
    private func inputs(_ sections: String, _ more: [String: String] = [:]) throws
        -> [String: VariedInput]
    {
        let scenario = try scenario(sections, more)
        let own = scenario.uncertainInputs.filter { $0.layer == scenario.layers.count - 1 }
        return Dictionary(uniqueKeysWithValues: own.map { ($0.name, $0) })
    }

    private func written(_ input: VariedInput?) throws -> Double { try #require(input?.written) }

    @Test("A range alone, with its value, and of a factor")
    func ranges() throws {
        let inputs = try inputs(
            """
            levers:
              quota.petani: { from: 2026-01, scale: 0.5 .. 2 }
              quota.nelayan: { from: 2026-01, until: 2026-12, value: 100 .. 400 }
              funding.months: 4 .. 12
            assumptions:
              rate.lapse: 5 % .. 45 %
              retention: 0.2 .. 0.8
              workers.petani: { value: 10, range: 5 .. 50 }
            """)
        #expect(inputs["quota.petani scale 2026-01"]?.spread == .range(0.5...2, median: nil))
        #expect(abs(try written(inputs["quota.petani scale 2026-01"]) - 1) < 1e-12)
        let fishers = inputs["quota.nelayan 2026-01"]
        #expect(fishers?.setting.points[0].value == .heads(try written(fishers)))
        #expect(abs(try written(fishers) - 200) < 1e-9)
        #expect(fishers?.setting.until == Month(2026, 12))
        #expect(abs(try written(inputs["rate.lapse"]) - 0.15) < 1e-12)
        #expect(abs(try written(inputs["retention"]) - 0.5) < 1e-12)
        #expect(inputs["retention"]?.setting.provenance.range == 0.2...0.8)
        #expect(try written(inputs["funding.months"]) == 7)
        #expect(inputs["workers.petani"]?.spread == .range(5...50, median: 10))
        #expect(inputs.count == 6)
    }

    @Test("Each form of a distribution, and the median that stands for a value")
    func distributions() throws {
        let inputs = try inputs(
            """
            levers:
              route.petani: { distribution: { choice: { pu: 1, bpu: 3 } } }
              refill: { value: true, distribution: { choice: { false: 2, true: 1 } } }
              programmes.nelayan: { distribution: { choice: { jkm: 1, jkk jkm: 1 } } }
              funding.months: { distribution: { choice: { 9: 1, 12: 2 } } }
            assumptions:
              retention: { distribution: { uniform: [0.1, 0.5] } }
              eligible_share: { value: 0.8, distribution: { triangular: [0.5, 0.9, 1] } }
              mortality.load: { distribution: { pert: [0.5, 1, 1.5] } }
              rate.lapse: { distribution: { lognormal: [0.3, 0.4] } }
              rate.return: { distribution: { gamma: [4, 0.05] } }
              rate.graduation: { distribution: { beta: [2, 2, 0, 0.4] } }
              rate.moved_away: { distribution: { beta: [2, 2] } }
              workers.petani: { distribution: { normal: [1000, 50] } }
              workers.nelayan: { distribution: { empirical: [10, 30, 20] } }
            """)
        #expect(
            inputs["route.petani"]?.spread
                == .choice([.word("pu"), .word("bpu")], weights: [1, 3]))
        #expect(inputs["route.petani"]?.setting.points[0].value == .word("bpu"))
        #expect(inputs["refill"]?.setting.points[0].value == .flag(true))
        #expect(try written(inputs["refill"]) == 1)
        #expect(
            inputs["programmes.nelayan"]?.choices == [.words(["jkm"]), .words(["jkk", "jkm"])])
        #expect(inputs["funding.months"]?.setting.points[0].value == .number(12))
        #expect(abs(try written(inputs["retention"]) - 0.3) < 1e-12)
        #expect(try written(inputs["eligible_share"]) == 0.8)
        #expect(inputs["eligible_share"]?.spread == .triangular(0.5...1, mode: 0.9))
        #expect(abs(try written(inputs["mortality.load"]) - 1) < 1e-9)
        #expect(abs(try written(inputs["rate.lapse"]) - 0.3) < 1e-12)
        #expect(inputs["rate.return"]?.spread == .gamma(shape: 4, scale: 0.05))
        #expect(abs(try written(inputs["rate.graduation"]) - 0.2) < 1e-9)
        #expect(inputs["rate.moved_away"]?.spread == .beta(alpha: 2, beta: 2, 0...1))
        #expect(inputs["workers.petani"]?.spread == .normal(mean: 1000, deviation: 50))
        #expect(try written(inputs["workers.nelayan"]) == 20)
    }

    @Test("Observed values come out of a column of a table, and rows bring ranges of their own")
    func tables() throws {
        let files = [
            "amatan.csv": "tahun,laju\n2021,0.2\n2022,0.3\n2023,\n2024,0.4\n",
            "pekerja.csv": """
            region,segment,workers_persons,workers_low,workers_high
            35.05,petani,100,80,130
            35.74,petani,50,,
            """,
        ]
        let inputs = try inputs(
            """
            assumptions:
              rate.lapse: { distribution: { empirical: { table: ./amatan.csv, column: laju } } }
              workers.petani: { table: ./pekerja.csv, column: workers_persons }
            """, files)
        #expect(inputs["rate.lapse"]?.spread == .empirical([0.2, 0.3, 0.4]))
        #expect(inputs["workers.petani@35.05"]?.spread == .range(80...130, median: 100))
        #expect(inputs.count == 2)
    }

    @Test("Correlations are those of the file over those of its parents that still have inputs")
    func correlations() throws {
        let middle =
            Self.header + """
                assumptions:
                  retention: 0.1 .. 0.5
                  rate.lapse: 0.1 .. 0.5
                  rate.return: 0.1 .. 0.5
                correlations:
                  - { between: [retention, rate.lapse], rank: 0.4 }
                  - { between: [rate.return, rate.lapse], rank: -0.3, source: survei }
                """
        let scenario = try FixtureFolder.reading(
            """
            name: anak
            title: { id: Anak, en: Child }
            extends: tengah.yaml
            correlations:
              - { between: [rate.lapse, retention], rank: 0.1 }
            """, ["tengah.yaml": middle, "dasar.yaml": ScenarioReaderTests.base]
        ).value
        let pairs = try #require(scenario).correlations
        #expect(pairs.map(\.correlation) == [0.1, -0.3])
        #expect(pairs[0].first == "rate.lapse")
        #expect(pairs[1].provenance.source == "survei")
    }

    @Test("Spreads are shown as they are written")
    func texts() throws {
        let plain = SettingText(language: nil)
        #expect(plain.text(Spread.pert(0.7...1.5, mode: 1)) == "pert: [0.7, 1, 1.5]")
        #expect(plain.text(Spread.range(5...50, median: nil)) == "5 .. 50")
        #expect(
            plain.text(Spread.choice([.flag(true), .flag(false)], weights: [3, 1]))
                == "choice: { true: 3, false: 1 }")
        #expect(
            SettingText(language: .indonesian).text(Spread.beta(alpha: 2, beta: 3.5, 0...0.5))
                == "beta: [2; 3,5; 0; 0,5]")
        #expect(
            plain.text(Spread.empirical((1...9).map(Double.init))) == "empirical: 9 [1 … 9]")
    }
}
