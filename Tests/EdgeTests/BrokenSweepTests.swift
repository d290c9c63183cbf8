import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One kind of fault in each sweep file of `BrokenSweep`, named after it; what is said of it, word
/// for word.
@Suite struct BrokenSweepTests {
    static let names = FixtureFolder.names(in: "BrokenSweep", suffix: ".yaml")

    @Test("Every broken sweep file has its expected text, and there are many")
    func complete() {
        let expected = FixtureFolder.names(in: "BrokenSweep", suffix: ".expected")
        #expect(Self.names == expected)
        #expect(Self.names.count >= 20)
        #expect(Self.names == FixtureFolder.names(in: "BrokenSweep", suffix: ".expected.en"))
    }

    @Test("The message", arguments: names, Language.allCases)
    func isToldWordForWord(_ name: String, _ language: Language) throws {
        try FixtureFolder.compare(told(name, in: language), "BrokenSweep/\(name)", in: language)
    }

    /// What reading a sweep file says.
    private func told(_ name: String, in language: Language) throws -> String {
        let workspace = try SweepFixture.workspace.get()
        let reading = SweepReader(workspace).plan("BrokenSweep/\(name).yaml")
        #expect(reading.value == nil, "a fault forbids the plan")
        return reading.diagnostics.rendered(in: language)
    }
}
