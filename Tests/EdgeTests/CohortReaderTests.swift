import Policy
import Testing

@testable import Formats

/// Age bands and monthly probabilities.
@Suite struct CohortReaderTests {
    @Test("The group's bands, in the order of the table")
    func cohorts() throws {
        let scenario = try scenario("cohorts: { table: cohorts.csv, group: 35 }")
        #expect(scenario.cohorts.map(\.ageFrom) == [18, 41, 18])
        #expect(scenario.cohorts.map(\.sex) == ["male", "male", "female"])
        #expect(scenario.cohorts[1].deathRate == 0.008)
        #expect(scenario.cohorts[0].provenance.source == "WPP")
        #expect(scenario.cohorts[0].width == 23)
    }

    @Test("Monthly probabilities in place of intensities")
    func transitions() throws {
        let rows = ["U", "F1", "F2", "F", "S1", "S2", "S", "E", "L", "LV"].flatMap {
            ["\($0),\($0),0.99", "\($0),death,0.01"]
        }
        let table = "from,to,probability\n" + rows.joined(separator: "\n")
        let scenario = try scenario("transitions: { table: ./t.csv }", table)
        #expect(scenario.transitions.count == 20)
        #expect(scenario.transitions[1].to == "death")
        #expect(scenario.transitions[1].provenance.line == 3)
    }

    private func scenario(_ line: String, _ table: String = "") throws -> Scenario {
        let header = "name: uji\ntitle: { id: Uji, en: Test }\nextends: dasar.yaml\n"
        let reading = try FixtureFolder.reading(
            header + line, ["dasar.yaml": ScenarioReaderTests.base, "t.csv": table])
        guard let scenario = reading.value else {
            throw FixtureFolder.Unreadable(text: reading.diagnostics.rendered())
        }
        return scenario
    }
}
