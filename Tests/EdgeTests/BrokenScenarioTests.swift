import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One fault in each scenario of `Broken`, named after it; what is said of it, word for word.
///
/// The expected texts stand beside the scenarios; no test writes them.
@Suite struct BrokenScenarioTests {
    static let names = FixtureFolder.names(in: "Broken", suffix: ".yaml")
    static let english = FixtureFolder.names(in: "Broken", suffix: ".expected.en")

    @Test("Every broken scenario has its expected text, and there are many")
    func complete() {
        let expected = FixtureFolder.names(in: "Broken", suffix: ".expected")
        #expect(Self.names == expected)
        #expect(Self.names.count >= 34)
        #expect(Self.english.count >= 6)
        #expect(Set(Self.english).isSubset(of: Self.names))
    }

    @Test("The message in Indonesian", arguments: names)
    func inIndonesian(_ name: String) throws {
        let expected = try FixtureFolder.text("Broken/\(name).expected")
        #expect(try told(name, in: .indonesian) == expected)
    }

    @Test("The message in English", arguments: english)
    func inEnglish(_ name: String) throws {
        let expected = try FixtureFolder.text("Broken/\(name).expected.en")
        #expect(try told(name, in: .english) == expected)
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
