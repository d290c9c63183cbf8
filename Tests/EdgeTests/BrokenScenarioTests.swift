import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One fault in each scenario of `Broken`, named after it; what is said of it, word for word.
///
/// The expected texts stand beside the scenarios, in both languages.
@Suite struct BrokenScenarioTests {
    static let names = FixtureFolder.names(in: "Broken", suffix: ".yaml")

    @Test("Every broken scenario has its expected text, and there are many")
    func complete() {
        let expected = FixtureFolder.names(in: "Broken", suffix: ".expected")
        #expect(Self.names == expected)
        #expect(Self.names.count >= 34)
        #expect(Self.names == FixtureFolder.names(in: "Broken", suffix: ".expected.en"))
    }

    @Test("The message", arguments: names, Language.allCases)
    func isToldWordForWord(_ name: String, _ language: Language) throws {
        try FixtureFolder.compare(told(name, in: language), "Broken/\(name)", in: language)
    }

    /// What reading a scenario says, or else what putting its layers together says.
    private func told(_ name: String, in language: Language) throws -> String {
        let reading = try FixtureFolder.read("Broken/\(name).yaml")
        guard let scenario = reading.value else {
            return reading.diagnostics.rendered(in: language)
        }
        do {
            _ = try scenario.resolved()
            return "no fault"
        } catch {
            let regions = try FixtureFolder.catalogue().regions
            return PolicyDiagnostics(of: scenario, regions: regions, files: FixtureFolder.files)
                .diagnostics(error.faults).rendered(in: language)
        }
    }
}
