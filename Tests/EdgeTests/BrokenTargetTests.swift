import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// One kind of fault in each target file of `BrokenTarget`, named after it; what is said of it,
/// word for word.
@Suite struct BrokenTargetTests {
    static let names = FixtureFolder.names(in: "BrokenTarget", suffix: ".yaml")
    static let english = FixtureFolder.names(in: "BrokenTarget", suffix: ".expected.en")

    @Test("Every broken target file has its expected text, and there are many")
    func complete() {
        #expect(Self.names == FixtureFolder.names(in: "BrokenTarget", suffix: ".expected"))
        #expect(Self.names.count >= 14)
        #expect(Self.english.count >= 5)
        #expect(Set(Self.english).isSubset(of: Self.names))
    }

    @Test("The message in Indonesian", arguments: names)
    func inIndonesian(_ name: String) throws {
        try check(name, in: .indonesian, "BrokenTarget/\(name).expected")
    }

    @Test("The message in English", arguments: english)
    func inEnglish(_ name: String) throws {
        try check(name, in: .english, "BrokenTarget/\(name).expected.en")
    }

    /// Compares what reading a target file says with a file.
    private func check(_ name: String, in language: Language, _ file: String) throws {
        let workspace = try SweepFixture.workspace.get()
        let faults = #expect(throws: InputFaults.self) {
            try workspace.targetQuestion("BrokenTarget/\(name).yaml", TargetOptions())
        }
        let told = faults?.diagnostics.rendered(in: language)
        if ProcessInfo.processInfo.environment["LINDUNG_WRITE_SNAPSHOTS"] != nil {
            try ((told ?? "") + "\n").write(
                toFile: FixtureFolder.root + "/" + file, atomically: true, encoding: .utf8)
        }
        #expect(told == (try FixtureFolder.text(file)))
    }
}
