import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One kind of fault in each allocation file of `BrokenAllocation`, named after it; what is said of
/// it, word for word.
@Suite struct BrokenAllocationTests {
    static let names = FixtureFolder.names(in: "BrokenAllocation", suffix: ".yaml")
    static let english = FixtureFolder.names(in: "BrokenAllocation", suffix: ".expected.en")

    @Test("Every broken allocation file has its expected text, and there are many")
    func complete() {
        #expect(Self.names == FixtureFolder.names(in: "BrokenAllocation", suffix: ".expected"))
        #expect(Self.names.count >= 17)
        #expect(Self.english.count >= 10)
        #expect(Set(Self.english).isSubset(of: Self.names))
    }

    @Test("The message in Indonesian", arguments: names)
    func inIndonesian(_ name: String) throws {
        try check(name, in: .indonesian, "BrokenAllocation/\(name).expected")
    }

    @Test("The message in English", arguments: english)
    func inEnglish(_ name: String) throws {
        try check(name, in: .english, "BrokenAllocation/\(name).expected.en")
    }

    /// Compares what reading an allocation file, or finding its futures, says with a file.
    private func check(_ name: String, in language: Language, _ file: String) throws {
        let workspace = try SweepFixture.workspace.get()
        let faults = #expect(throws: InputFaults.self) {
            let question = try workspace.allocationQuestion(
                "BrokenAllocation/\(name).yaml"
            ).value
            _ = try workspace.futures(of: question)
        }
        let told = faults?.diagnostics.rendered(in: language)
        if ProcessInfo.processInfo.environment["LINDUNG_WRITE_SNAPSHOTS"] != nil {
            try ((told ?? "") + "\n").write(
                toFile: FixtureFolder.root + "/" + file, atomically: true, encoding: .utf8)
        }
        #expect(told == (try FixtureFolder.text(file)))
    }
}
