import Quantities
import Testing

@testable import Policy

/// Cells that depend on draws, against the scenario resolved with the drawn values written in.
struct DrawnCellTests {
    private func setting(
        _ path: String, _ value: Double, verb: Setting.Verb = .replace, member: String? = nil,
        region: String? = nil, from: Month? = nil, until: Month? = nil
    ) throws -> Setting {
        let definition = try #require(Parameters.definition(path))
        return Setting(
            address: Address(
                subject: .parameter(definition), member: member,
                region: region.flatMap { RegionCode($0) }), verb: verb,
            points: [.init(from: from, value: .number(value))], until: until,
            provenance: Provenance(file: "uji.yaml", line: 1, column: 1, layer: "uji"))
    }

    private func scenario(_ layers: [[Setting]]) -> Scenario {
        let text = Phrase(id: "uji", en: "test")
        let place = Provenance(file: "uji.yaml", line: 1, column: 1, layer: "uji")
        return Scenario(
            name: "uji", title: text, file: "uji.yaml",
            regions: ["35.05", "35.74"].compactMap { RegionCode($0) },
            horizon: Month(2026, 1)...Month(2027, 12),
            segments: ["petani", "ojek"].map {
                Segment(id: SegmentID($0), name: text, provenance: place)
            }, purses: [], cohorts: [],
            layers: layers.enumerated().map { Layer(name: "\($0)", settings: $1) })
    }

    private func input(_ scenario: Scenario, _ layer: Int, _ position: Int) -> VariedInput {
        VariedInput(
            name: "\(layer)-\(position)", layer: layer, position: position,
            setting: scenario.layers[layer].settings[position], spread: .uniform(0...1))
    }

    private func base() throws -> [[Setting]] {
        let needed = try [
            setting("workers", 100), setting("base", 1_000_000),
            Setting(
                address: Address(
                    subject: .parameter(try #require(Parameters.definition("route")))),
                points: [.init(from: nil, value: .word("bpu"))],
                provenance: Provenance(file: "", line: 0, column: 0, layer: "")),
        ]
        return try [
            needed + [setting("rate.lapse", 0.4), setting("rate.lapse", 0.9, member: "ojek")],
            [
                setting("rate.lapse", 1.5, verb: .scale, region: "35.74", from: Month(2026, 7)),
                setting("rate.lapse", 0.1, verb: .add, from: Month(2027, 1)),
            ],
            [setting("rate.lapse", 2, member: "petani", region: "35.05", from: Month(2027, 6))],
        ]
    }

    @Test("formulas give what resolving anew gives, in every month, cell and combination")
    func equalsResolution() throws {
        let scenario = scenario(try base())
        let inputs = [
            input(scenario, 0, 3), input(scenario, 0, 4), input(scenario, 1, 0),
            input(scenario, 1, 1),
        ]
        let definition = try #require(Parameters.definition("rate.lapse"))
        for point in [[0.3, 0.7, 2.5, 0.05], [0.4, 0.9, 1.5, 0.1], [1.1, 0.2, 0.1, 0.33]] {
            let changed = try #require(scenario.taking(point, for: inputs)).resolved()
            let before = try scenario.resolved()
            let cells = scenario.cells(drawnFrom: inputs)
            for (row, segment) in ["petani", "ojek"].enumerated() {
                for (column, region) in scenario.regions.enumerated() {
                    for (index, month) in scenario.horizon.enumerated() {
                        let expected = changed.settings(
                            definition, member: segment, region: region)?[
                                month]
                        let cell = cells.first {
                            $0.member == row && $0.region == column && $0.months.contains(index)
                        }
                        let found =
                            cell.map { $0.formula.value(inputs, at: point) }
                            ?? before.settings(definition, member: segment, region: region)?[month]
                        #expect(found == expected, "\(segment) \(region) \(month) \(point)")
                    }
                }
            }
        }
    }

    @Test("what a higher layer replaces depends on no draw")
    func replaced() throws {
        let scenario = scenario(try base())
        let cells = scenario.cells(drawnFrom: [input(scenario, 0, 3)])
        #expect(cells.allSatisfy { $0.member == 0 })
        let here = cells.filter { $0.region == 0 }
        #expect(here.map(\.months.upperBound).max() == 17)
        let dead = try base() + [[setting("rate.lapse", 3)]]
        let other = self.scenario(dead)
        #expect(other.cells(drawnFrom: [input(other, 0, 3), input(other, 1, 0)]).isEmpty)
    }

    @Test("an input's name tells verb and month; two settings of one key have two names")
    func names() throws {
        let scenario = scenario(try base())
        #expect(scenario.layers[1].settings[0].inputName == "rate.lapse@35.74 scale 2026-07")
        let ranged = Provenance(file: "", line: 1, column: 1, layer: "", range: 0.1...0.9)
        let address = scenario.layers[0].settings[3].address
        let twice = [
            Setting(
                address: address, points: [.init(from: nil, value: .number(0.4))],
                provenance: ranged),
            Setting(
                address: address, points: [.init(from: nil, value: .number(0.5))],
                provenance: ranged),
        ]
        let layers = twice.map { Layer(name: "lapis", settings: [$0]) }
        let names = scenario.with(layers: layers).uncertainInputs.map(\.name)
        #expect(names == ["rate.lapse", "rate.lapse (lapis)"])
    }

    @Test("values out of range or not whole are refused")
    func accepts() throws {
        let months = try #require(Parameters.definition("funding.months"))
        #expect(months.accepts(.number(9)) && !months.accepts(.number(9.5)))
        #expect(!months.accepts(.number(13)))
        let quota = try #require(Parameters.definition("quota"))
        #expect(quota.accepts(.heads(5_000)) && !quota.accepts(.share(1.2)))
        #expect(!quota.accepts(.heads(.nan)))
    }
}
