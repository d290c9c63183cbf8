import Policy
import Quantities
import Testing

@testable import Analysis

/// Why points have no result, in the file and in words.
@Suite struct SweepFailureTests {
    private static let purse = PurseID("csr")
    private static let region = AnalysisFixture.regions[0]

    private static let faults: [(PolicyFault, text: String, id: String, en: String)] = [
        (
            .matchWithoutPartner(purse: purse, AnalysisFixture.place), "match csr",
            "sumber dana pendamping melebihi kebutuhan iuran: csr",
            "matching purses exceed the contributions needed: csr"
        ),
        (
            .matchExceedsBill(
                purse: purse, partner: PurseID("apbd"), region: region, total: 1.4,
                AnalysisFixture.place), "match csr",
            "sumber dana pendamping melebihi kebutuhan iuran: csr",
            "matching purses exceed the contributions needed: csr"
        ),
        (
            .noPurseForProgramme(
                segment: AnalysisFixture.farmers, programme: .jht, AnalysisFixture.place),
            "no_purse petani", "tidak ada sumber dana untuk segmen petani",
            "no purse for segment petani"
        ),
        (
            .fundingPastDecember(
                segment: AnalysisFixture.drivers, region: region, start: 6, months: 9,
                AnalysisFixture.place), "past_december ojek",
            "bulan yang dibiayai melewati Desember untuk segmen ojek",
            "funded months run past December for segment ojek"
        ),
        (
            .outOfRange(
                address: Address(
                    subject: .parameter(Parameters.retention.definition), member: "petani",
                    region: region), month: Month(2026, 1), value: 1.2, range: 0...1,
                AnalysisFixture.place), "out_of_range retention.petani",
            "'retention.petani' keluar dari batas setelah digeser",
            "'retention.petani' is out of range after shifts"
        ),
    ]

    @Test(
        "A fault has its words in both languages, also when it was read again",
        arguments: faults.indices)
    func words(_ position: Int) {
        let (fault, text, id, en) = Self.faults[position]
        for reason in [
            SweepFailure(fault),
            SweepFailure(text: text),
        ] {
            #expect(reason.text == text)
            #expect(Phrase.failure(reason) == Phrase(id: id, en: en))
        }
    }

    @Test("A word of another version and an error of no kind are told as they are")
    func others() {
        let unknown = SweepFailure(text: "moon_phase petani")
        #expect(Phrase.failure(unknown).english == "another error: petani")
        struct Odd: Error {}
        #expect(SweepFailure(Odd()).text == "other Odd")
        #expect(SweepFailure(PointFault.noChoice([2])).text == "no_choice")
    }
}
