import Quantities
import Testing

@testable import LindungFiles

/// What a misspelt name was meant to be.
@Suite struct SuggestionTests {
    @Test(
        "Insertions, deletions, replacements and swaps count one each",
        arguments: [
            ("", "", 0), ("a", "", 1), ("petan", "petani", 1), ("petnai", "petani", 1),
            ("kuota", "quota", 1), ("kitten", "sitting", 3), ("abc", "xyz", 3),
        ])
    func distance(_ left: String, _ right: String, _ distance: Int) {
        #expect(Suggestion.editDistance(left, right) == distance)
        #expect(Suggestion.editDistance(right, left) == distance)
    }

    @Test("The nearest name, the earlier among equals, none when all are far")
    func closest() {
        #expect(Suggestion.closest(to: "petan", among: ["nelayan", "petani"]) == "petani")
        #expect(Suggestion.closest(to: "ab", among: ["ax", "ay"]) == "ax")
        #expect(Suggestion.closest(to: "kesehatan", among: ["quota", "route"]) == nil)
        #expect(Suggestion.closest(to: "x", among: ["y"]) == nil)
        #expect(Suggestion.closest(to: "QUOTA", among: ["quota"]) == "quota")
    }
}
