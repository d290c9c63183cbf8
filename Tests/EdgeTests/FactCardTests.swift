import Coverage
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading
@testable import Reporting

/// Cards, and what faults of the model are called.
@Suite struct FactCardTests {
    private static func card() -> FactCard {
        var card = FactCard()
        card.add(Phrase.cardValue, "12 orang")
        card.add(Phrase.cardSource, "satu dua tiga empat lima enam")
        card.add(Phrase.cardLegal, nil as String?)
        card.add(
            Phrase.cardReplaces, list: [Phrase { _ in "a, x.yaml:3" }, Phrase.standardValue])
        return card
    }

    @Test func factsAreAlignedAndWrapped() {
        #expect(
            Self.card().text(in: .indonesian, width: 36) == """
                nilai         12 orang
                sumber        satu dua tiga empat
                              lima enam
                menggantikan  - a, x.yaml:3
                              - nilai bawaan
                """)
    }

    @Test func markdownIsAList() {
        #expect(
            Self.card().markdown(in: .english) == """
                - **value**: 12 orang
                - **source**: satu dua tiga empat lima enam
                - **replaces**:
                  - a, x.yaml:3
                  - the standard value
                """)
    }

    @Test func valuesWithUnits() {
        let text = SettingText(language: .indonesian)
        func shown(_ value: Double, _ unit: Unit) -> String {
            text.withUnit(ValueText(value: text.number(value), number: value, unit: unit))
        }
        #expect(shown(4098, .person) == "4.098 orang")
        #expect(shown(0.0024, .share) == "0,0024 (0,24 %)")
        #expect(shown(10, .monthOfYear) == "bulan ke-10")
        #expect(shown(2, .riskClass) == "kelas 2")
        #expect(shown(1, .factor) == "1")
        let money = [45_141_000.0, 957_570_000].map {
            ValueText(value: "", number: $0, unit: .rupiahPerYear)
        }
        #expect(text.span(money) == "45,1 – 957,6 juta Rp/tahun")
        #expect(text.span(money, hasUnit: false) == "45,1 – 957,6 juta")
    }

    static let faults: [(CoverageFault, String, String)] = [
        (
            .invalidRate(key: "rate.lapse", value: -0.5),
            "'rate.lapse' bernilai -0,5, seharusnya nol atau lebih",
            "'rate.lapse' is -0.5, which must be zero or more"
        ),
        (
            .rowSum(status: "U", sum: 0.9), "peluang dari status 'U' berjumlah 0,9, seharusnya 1",
            "probabilities from status 'U' add to 0.9, not to 1"
        ),
        (
            .probability(from: "U", to: "E", value: 1.5),
            "peluang 'U' ke 'E' bernilai 1,5, di luar 0 sampai 1",
            "the probability of 'U' to 'E' is 1.5, outside 0 to 1"
        ),
        (
            .unknownStatus("X"), "'X' tidak dikenal di kolom ini", "'X' is unknown in this column"
        ),
        (
            .headsNotConserved(segment: "petani", month: 3, difference: 2),
            "jumlah orang segmen 'petani' berubah 2 pada bulan ke-4",
            "people of segment 'petani' change by 2 in month 4"
        ),
        (
            .negativeStock(segment: "petani", month: 0, value: -1),
            "segmen 'petani' berisi -1 orang pada bulan ke-1",
            "segment 'petani' holds -1 persons in month 1"
        ),
        (
            .quotaExceeded(segment: "petani", month: 0, excess: 7),
            "kuota segmen 'petani' terlampaui 7 orang pada bulan ke-1",
            "the quota of segment 'petani' is exceeded by 7 persons in month 1"
        ),
    ]

    @Test(arguments: faults)
    func faultsOfTheModel(_ fault: CoverageFault, _ indonesian: String, _ english: String) throws {
        let workspace = try RunCheckTests.workspace()
        let policy = try workspace.policy("scenarios/kota-probolinggo/dasar.yaml").value
        let region = try #require(RegionCode("35.74"))
        let lane = CoverageFault.inLane(segment: SegmentID("petani"), region: region, fault)
        let found = workspace.faults(lane, [policy]).diagnostics
        #expect(found.count == 1)
        let text = found[0].rendered()
        #expect(
            text.hasPrefix(
                "scenarios/kota-probolinggo/dasar.yaml: galat: segmen 'petani' di Kota Probolinggo:"
                    + " \(indonesian)\n  petunjuk: "), "\(text)")
        #expect(found[0].message.english == "segment 'petani' in Kota Probolinggo: \(english)")
        let plain = workspace.faults(fault, [policy]).diagnostics
        #expect(plain.first?.message.indonesian == indonesian)
    }
}
