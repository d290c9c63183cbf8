import Foundation
import Testing

/// What is said of matching rules that cannot be, word for word.
@Suite struct MatchingFaultTests {
    /// Levers over Kota Probolinggo, and the first line of what is said of them, after its place.
    private static let faults: [(levers: String, indonesian: String, english: String)] = [
        (
            "purse.match.csr: 0.5",
            "sumber dana 'csr' diberi 'purse.match', tetapi bukan pendamping sumber dana mana pun",
            "purse 'csr' has a 'purse.match' but matches no purse"
        ),
        (
            "purse.match.apbd-provinsi: 0.5",
            "bagian 'apbd-kabkota' dan dana pendamping 'apbd-provinsi' di Kota Probolinggo "
                + "berjumlah 1,5 kali kebutuhan iuran, lebih dari 1",
            "the share of 'apbd-kabkota' and what 'apbd-provinsi' adds to it in Kota Probolinggo "
                + "come to 1.5 times the bill, more than 1"
        ),
        (
            "purse.match.apbd-provinsi: -0.5", "'purse.match.apbd-provinsi' tidak boleh negatif",
            "'purse.match.apbd-provinsi' must not be negative"
        ),
        (
            "purse.match.apbd-provinsi: NaN", "'NaN' bukan angka yang terhingga",
            "'NaN' is not a finite number"
        ),
        (
            "{ purse.match.apbd-provinsi: 0.5, purse.share.apbd-kabkota: 0.6, "
                + "funding.purses.petani: [apbd-provinsi, apbd-kabkota] }",
            "sumber dana 'apbd-provinsi' mendampingi 'apbd-kabkota', tetapi 'apbd-kabkota' tidak "
                + "membayar lebih dahulu untuk segmen 'petani'",
            "purse 'apbd-provinsi' matches 'apbd-kabkota', but 'apbd-kabkota' does not pay before "
                + "it for segment 'petani'"
        ),
    ]

    @Test(arguments: faults.indices) func isToldWordForWord(_ index: Int) throws {
        let fault = Self.faults[index]
        let folder = try TemporaryFolder()
        let file = folder.path("uji.yaml")
        let levers = fault.levers.hasPrefix("{") ? " " + fault.levers : "\n  " + fault.levers
        try """
        name: uji
        title: { id: Uji, en: Test }
        extends: \(LindungProcess.root)/scenarios/kota-probolinggo/dasar.yaml
        levers:\(levers)
        """.write(toFile: file, atomically: true, encoding: .utf8)
        for (language, word, expected) in [
            ("id", "galat", fault.indonesian), ("en", "error", fault.english),
        ] {
            let run = try LindungProcess("check", file, "--lang", language)
            #expect(run.status == 2)
            let first = run.errors.split(separator: "\n").first.map(String.init) ?? ""
            #expect(first.hasPrefix(file + ":"), "\(first)")
            #expect(first.hasSuffix(": \(word): \(expected)"), "\(first)")
        }
    }
}
