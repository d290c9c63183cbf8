import Quantities
import Testing

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

    @Test("Names that a text begins come before names that it is like, the first by rank")
    func begun() {
        let purses = ["apbdes", "apbn", "dbh-cht", "dbh-sawit", "apbd-kabkota", "apbd-provinsi"]
        #expect(Suggestion.closest(to: "apbd", among: purses) == "apbd-kabkota")
        #expect(Suggestion.closest(to: "APBD-p", among: purses) == "apbd-provinsi")
        #expect(Suggestion.closest(to: "dbh", among: purses) == "dbh-cht")
        #expect(Suggestion.closest(to: "regio", among: ["region_name", "region"]) == "region")
        #expect(Suggestion.closest(to: "ap", among: ["apbd-kabkota"]) == nil, "too short to tell")
    }
}
