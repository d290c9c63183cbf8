import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One kind of fault in each target file of `BrokenTarget`, named after it; what is said of it,
/// word for word.
@Suite struct BrokenTargetTests {
    static let names = FixtureFolder.names(in: "BrokenTarget", suffix: ".yaml")

    @Test("Every broken target file has its expected text, and there are many")
    func complete() {
        #expect(Self.names == FixtureFolder.names(in: "BrokenTarget", suffix: ".expected"))
        #expect(Self.names.count >= 14)
        #expect(Self.names == FixtureFolder.names(in: "BrokenTarget", suffix: ".expected.en"))
    }

    @Test("The message", arguments: names, Language.allCases)
    func isToldWordForWord(_ name: String, _ language: Language) throws {
        let workspace = try SweepFixture.workspace.get()
        let faults = #expect(throws: InputFaults.self) {
            try workspace.targetQuestion("BrokenTarget/\(name).yaml", TargetOptions())
        }
        try FixtureFolder.compare(
            faults?.diagnostics.rendered(in: language), "BrokenTarget/\(name)", in: language)
    }
}
