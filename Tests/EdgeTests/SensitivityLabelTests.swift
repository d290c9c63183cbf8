import Analysis
import Policy
import Quantities
import Testing

@testable import Exploration
@testable import Reporting

/// Inputs, outcomes and numbers as sentences speak of them.
@Suite struct SensitivityLabelTests {
    private static func words(_ phrase: Phrase) -> [String] { [phrase.indonesian, phrase.english] }

    @Test func anInputIsNamedInWordsWithItsKey() {
        let label = InputLabel("purse.ceiling.dbh-cht scale 2026-01", choices: nil)
        #expect(
            Self.words(label.phrase) == [
                "faktor pagu dbh-cht sejak 2026-01 (purse.ceiling.dbh-cht scale 2026-01)",
                "factor on the ceiling of dbh-cht from 2026-01"
                    + " (purse.ceiling.dbh-cht scale 2026-01)",
            ])
        #expect(Self.words(label.value(0.5238)) == ["0,524 kali", "0.524 times"])
    }

    @Test("Every parameter has a name in words", arguments: Parameters.catalogue.map(\.path))
    func everyParameterIsNamed(_ path: String) throws {
        let name = try #require(Parameters.definition(path)?.shortName)
        for text in Self.words(name) {
            #expect(!text.isEmpty && !text.contains("_") && !text.hasPrefix(path + "."), "\(text)")
        }
    }

    @Test func rulesOfPursesAreNamed() {
        #expect(
            Self.words(InputLabel("purse.match.apbd-provinsi", choices: nil).phrase) == [
                "dana pendamping apbd-provinsi (purse.match.apbd-provinsi)",
                "matching of apbd-provinsi (purse.match.apbd-provinsi)",
            ])
        #expect(
            InputLabel("event.consumption_fall", choices: nil).phrase.indonesian.hasSuffix(
                "(event.consumption_fall)"))
    }

    @Test func theRegionStandsInTheKeyAlone() {
        let label = InputLabel("rate.lapse.ojek@35.74", choices: nil)
        #expect(label.phrase.indonesian == "tingkat putus iuran ojek (rate.lapse.ojek@35.74)")
        #expect(Self.words(label.value(0.3)) == ["0,3 per tahun", "0.3 per year"])
    }

    @Test func aLawAndAnUnknownKeyStandForThemselves() {
        #expect(
            InputLabel("law.bpu.jkm.amount scale", choices: nil).phrase.indonesian
                == "faktor law.bpu.jkm.amount")
        #expect(InputLabel("policy", choices: nil).phrase.english == "policy")
    }

    @Test func choicesAreTheirWords() {
        let label = InputLabel("waiting_restarts", choices: ["true", "false"])
        #expect(label.value(1).english == "false")
        #expect(label.value(0).indonesian == "ya")
        #expect(label.value(2).english == "–")
    }

    @Test(arguments: [
        (Unit.rupiah, 7_212_345_678.0, "Rp 7,21 miliar", "Rp 7.21 billion"),
        (.rupiah, 999_600_000, "Rp 1 miliar", "Rp 1 billion"),
        (.rupiah, 16_800, "Rp 16.800", "Rp 16,800"),
        (
            .rupiah, -2.5e12, "-Rp 2,5 triliun",
            "-Rp 2.5 trillion"
        ),
        (.rupiahPerYear, 1_250_000_000, "Rp 1,25 miliar per tahun", "Rp 1.25 billion per year"),
        (.share, 0.364, "36,4 %", "36.4 %"), (.person, 4098, "4.098 orang", "4,098 persons"),
        (.person, 2.5, "2,5 orang", "2.5 persons"), (.factor, 1, "1", "1"),
        (.rupiah, .nan, "–", "–"),
    ])
    func numbersHaveThreeDigitsAndAUnit(
        _ unit: Unit, _ number: Double, _ indonesian: String, _ english: String
    ) {
        #expect(Self.words(UnitText(unit: unit).phrase(number)) == [indonesian, english])
    }

    @Test func outcomesKeepSegmentAndYear() {
        let label = OutcomeLabel("public_bill_rp.petani@35.74 2027", unit: .rupiah)
        #expect(
            Self.words(label.phrase) == [
                "kebutuhan iuran petani@35.74 2027", "contributions needed petani@35.74 2027",
            ])
        #expect(OutcomeLabel("gap_rp", unit: .rupiah).phrase.indonesian == "kekurangan pagu")
    }

    @Test(arguments: [
        ("0,1 per tahun", "0,5 per tahun", "0,1 – 0,5 per tahun"),
        ("Rp 1,2 miliar", "Rp 3 miliar", "Rp 1,2 – Rp 3 miliar"),
        ("Rp 900 juta", "Rp 3 miliar", "Rp 900 juta – Rp 3 miliar"),
        ("true", "false", "true – false"),
        ("65 %", "95 %", "65 – 95 %"), ("0", "3 orang", "0 – 3 orang"),
    ])
    func aUnitIsSaidOnce(_ low: String, _ high: String, _ span: String) {
        let phrase = Phrase.span(Phrase { _ in low }, Phrase { _ in high }, " – ")
        #expect(phrase.indonesian == span)
    }

    @Test func aBoxIsASentence() {
        let box = Box([
            BoxLimit(input: "rate.lapse", allowed: .range(lower: 0.3, upper: nil)),
            BoxLimit(input: "quota.petani", allowed: .range(lower: 100, upper: 2000)),
            BoxLimit(input: "policy", allowed: .categories(["dasar", "separuh"])),
        ])
        let limits = Phrase.limits(
            box,
            [
                InputLabel("rate.lapse", choices: nil),
                InputLabel("quota.petani", unit: .person, choices: nil),
                InputLabel("policy", choices: nil),
            ])
        #expect(
            Self.words(limits) == [
                "tingkat putus iuran (rate.lapse) di atas 0,3 per tahun dan kuota petani"
                    + " (quota.petani) antara 100 orang dan 2.000 orang dan kebijakan adalah dasar"
                    + " atau separuh",
                "lapse rate (rate.lapse) is above 0.3 per year and quota of petani (quota.petani)"
                    + " is between 100 persons and 2,000 persons and policy is dasar or separuh",
            ])
    }
}
