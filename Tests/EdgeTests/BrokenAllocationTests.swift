import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One kind of fault in each allocation file of `BrokenAllocation`, named after it; what is said of
/// it, word for word.
@Suite struct BrokenAllocationTests {
    static let names = FixtureFolder.names(in: "BrokenAllocation", suffix: ".yaml")

    @Test("Every broken allocation file has its expected text, and there are many")
    func complete() {
        #expect(Self.names == FixtureFolder.names(in: "BrokenAllocation", suffix: ".expected"))
        #expect(Self.names.count >= 17)
        #expect(Self.names == FixtureFolder.names(in: "BrokenAllocation", suffix: ".expected.en"))
    }

    @Test("The message", arguments: names, Language.allCases)
    func isToldWordForWord(_ name: String, _ language: Language) throws {
        let workspace = try SweepFixture.workspace.get()
        let faults = #expect(throws: InputFaults.self) {
            let question = try workspace.allocationQuestion(
                "BrokenAllocation/\(name).yaml"
            ).value
            _ = try workspace.futures(of: question)
        }
        try FixtureFolder.compare(
            faults?.diagnostics.rendered(in: language), "BrokenAllocation/\(name)", in: language)
    }
}
