import Analysis
import Foundation
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// What is said of inputs that can be computed with and are unlikely, word for word.
@Suite struct PlausibilityTests {
    /// Lines in place of others of a plausible scenario, and what is said of them.
    private static let cases: [(old: String, new: String, indonesian: String, english: String)] = [
        (
            "lapse: 0.35", "lapse: 35",
            """
            'rate.lapse.petani' bernilai 35 per tahun; lazimnya 0 sampai 1
              maksud Anda '35 %'? (bila memang demikian, biarkan)
            """,
            """
            'rate.lapse.petani' is 35 per year; usual are 0 to 1
              did you mean '35 %'? (leave it if it is what you mean)
            """
        ),
        (
            "death: 0.0045", "death: 4.5",
            """
            'rate.death.petani' bernilai 4,5 per tahun; lazimnya 0 sampai 0,2
              maksud Anda '0,45 %'? (bila memang demikian, biarkan)
            """,
            """
            'rate.death.petani' is 4.5 per year; usual are 0 to 0.2
              did you mean '0.45 %'? (leave it if it is what you mean)
            """
        ),
        (
            "base: 1000000", "base: 1000",
            """
            'base.petani' bernilai 1.000 rupiah per bulan; lazimnya 100.000 sampai 100.000.000
              maksud Anda '1000000'? (bila memang demikian, biarkan)
            """,
            """
            'base.petani' is 1,000 rupiah per month; usual are 100,000 to 100,000,000
              did you mean '1000000'? (leave it if it is what you mean)
            """
        ),
        (
            "dbh-cht: 814514400", "dbh-cht: 815",
            """
            'purse.ceiling.dbh-cht' bernilai 815 rupiah per tahun; lazimnya 1.000.000 sampai \
            100.000.000.000.000
              maksud Anda '815000000'? (bila memang demikian, biarkan)
            """,
            """
            'purse.ceiling.dbh-cht' is 815 rupiah per year; usual are 1,000,000 to \
            100,000,000,000,000
              did you mean '815000000'? (leave it if it is what you mean)
            """
        ),
        (
            "employed: 500000", "employed: 19999",
            """
            penduduk bekerja di Kabupaten Blitar 19.999 orang, lebih sedikit daripada 20.000 \
            pekerja semua segmen: cakupan dapat melebihi 100 %
              periksa satuan dan tahun keduanya: pekerja dan penduduk bekerja
            """,
            """
            19,999 employed persons in Kabupaten Blitar are fewer than the 20,000 workers of the \
            segments: coverage can exceed 100 %
              check units and years of both: workers and employed persons
            """
        ),
        (
            "personnel: 900000000000", "personnel: 2000000000001",
            """
            'apbd.personnel' Rp 2.000.000.000.001 di Kabupaten Blitar melebihi 'apbd.spending' Rp \
            2.000.000.000.000, padahal termasuk di dalamnya
              periksa satuan keduanya: ribu dan juta ditulis lengkap
            """,
            """
            'apbd.personnel' of Rp 2,000,000,000,001 in Kabupaten Blitar is above 'apbd.spending' \
            of Rp 2,000,000,000,000, of which it is a part
              check the units of both: thousands and millions are written in full
            """
        ),
        (
            "petani: 2693", "petani: 30000",
            """
            kuota 'petani' di Kabupaten Blitar melebihi yang memenuhi syarat: sampai 10.083 orang \
            tak terisi (2025-12)
            """,
            """
            the quota of 'petani' in Kabupaten Blitar is above the eligible: up to 10,083 persons \
            unfilled (2025-12)
            """
        ),
        (
            "rate.death: 0.0045", "retention: 0",
            """
            tanpa angka kematian, jadi kematian dan manfaat kematian bernilai 0 (petani)
              misalnya 'cohorts: { table: mortality/cohorts.csv, group: "35" }', atau isi \
            'rate.death'
            """,
            """
            no death rates, so deaths and their benefits come to 0 (petani)
              such as 'cohorts: { table: mortality/cohorts.csv, group: "35" }', or give 'rate.death'
            """
        ),
        (
            "programmes: [jkk, jkm]", "programmes: [jkk, jht]",
            """
            program 'jht' segmen 'petani' tidak boleh dibayar oleh sumber dana mana pun: seluruh \
            iurannya menjadi kekurangan pagu
              aturan sumber dana ada di purses.yaml pada folder data
            """,
            """
            no purse may pay programme 'jht' of segment 'petani': all of its contributions become \
            a gap
              the rules of purses are in purses.yaml of the data folder
            """
        ),
        (
            "ceiling.dbh-cht: 814514400",
            "ceiling.dbh-cht: { values: { 2025-01: 814514400, 2025-10: 5000000 } }",
            """
            'dbh-cht' di Kabupaten Blitar sudah membayar Rp 407.181.600 ketika pagunya diturunkan \
            menjadi Rp 5.000.000 pada 2025-10: Rp 402.181.600 di atas pagu
              kurangi kuota atau bulan sebelum itu, atau bayar kelebihannya dari sumber dana lain
            """,
            """
            'dbh-cht' in Kabupaten Blitar had paid Rp 407,181,600 when its ceiling was lowered to \
            Rp 5,000,000 in 2025-10: Rp 402,181,600 above the ceiling
              lower the quota or the months before it, or pay the excess from another purse
            """
        ),
    ]

    /// Nothing in it is unlikely.
    private static let plausible = """
        name: uji
        title: { id: Uji, en: Test }
        regions: ["35.05"]
        horizon: { from: 2025-01, until: 2025-12 }
        segments: [petani]
        purses: [dbh-cht]
        levers:
          quota.petani: 2693
          programmes: [jkk, jkm]
          funding.purses.petani: [dbh-cht]
          purse.ceiling.dbh-cht: 814514400
        assumptions:
          workers: 20000
          base: 1000000
          rate.lapse: 0.35
          rate.death: 0.0045
          accident.rate: 0.0022
          denominator.employed: 500000
          apbd.spending: 2000000000000
          apbd.personnel: 900000000000
        """

    /// What `check`, `run` and `compare` say of a scenario, with hints below.
    private func told(_ text: String, in language: Language) throws -> [String] {
        let workspace = try SweepFixture.workspace.get()
        return try FixtureFolder.inFolder(["x.yaml": text]) { folder in
            let policy = try workspace.policy(folder + "/x.yaml").value
            let result = try ScenarioResult(policy, law: workspace.law)
            return workspace.warnings(of: [result]).map { warning in
                #expect(warning.severity == .warning)
                let hint = warning.hint.map { "\n  " + $0[language] } ?? ""
                return warning.message[language] + hint
            }
        }
    }

    @Test("What is likely is not asked about")
    func nothing() throws {
        #expect(try told(Self.plausible, in: .english) == [])
    }

    @Test("Each slip is told once, in both languages", arguments: cases.indices)
    func slips(_ index: Int) throws {
        let slip = Self.cases[index]
        #expect(Self.plausible.contains(slip.old))
        let text = Self.plausible.replacingOccurrences(of: slip.old, with: slip.new)
        let (indonesian, english) = (
            try told(text, in: .indonesian), try told(text, in: .english)
        )
        #expect(indonesian.filter { $0 == slip.indonesian }.count == 1, "\(indonesian)")
        #expect(english.filter { $0 == slip.english }.count == 1, "\(english)")
    }

    @Test(
        "Numbers in another unit are asked about, and the likelier one is suggested",
        arguments: [
            ("rate.return: 15", "15 %"), ("rate.moved_away: 2.5", "2.5 %"),
            ("rate.employer_loss: 100", "100 %"), ("accident.rate: 2.2", "0.22 %"),
            ("accident.cost: 5", "5000000"), ("accident.cost: 5000", "5000000"),
            ("poverty.line: 480", "480000"), ("poverty.growth: 0.5", "0.5 %"),
            ("population: 850", "850000"), ("denominator.employed: 500", "500000"),
            ("apbd.spending: 2500000", "2500000000000"), ("base: 2.4", "2400000"),
        ])
    func otherUnits(_ entry: String, _ meant: String) throws {
        let key = entry.prefix { $0 != ":" }
        var lines = Self.plausible.split(separator: "\n").map(String.init)
        lines.removeAll {
            $0.contains("  \(key):") || (key == "apbd.spending" && $0.contains("apbd"))
        }
        let said = try told((lines + ["  " + entry]).joined(separator: "\n"), in: .english)
        #expect(said.contains { $0.contains("'\(key)") && $0.contains("'\(meant)'") }, "\(said)")
        let other = (lines + ["  \(key): \(meant)"]).joined(separator: "\n")
        #expect(try told(other, in: .english).allSatisfy { !$0.contains("usual") })
    }

    @Test("A line for many regions is told once, with how many there are")
    func manyRegions() throws {
        let text = Self.plausible.replacingOccurrences(
            of: "[\"35.05\"]", with: "[\"35.05\", \"35.06\", \"35.07\"]"
        )
        .replacingOccurrences(of: "employed: 500000", with: "employed: 19000")
        let said = try told(text, in: .english)
        #expect(said.count == 1, "\(said)")
        #expect(said.first?.contains(" in Kabupaten Blitar and 2 more regions are fewer ") ?? false)
    }

    @Test("A purse that is named and may pay none of the programmes is told")
    func namedInVain() throws {
        let text = Self.plausible.replacingOccurrences(of: "[jkk, jkm]", with: "[jht]")
        let said = try told(text, in: .english)
        #expect(
            said.contains {
                $0.hasPrefix(
                    "purse 'dbh-cht' is named for segment 'petani', but may pay none of its "
                        + "programmes (jht)")
            }, "\(said)")
    }

    @Test("More protected than employed, once workers have come")
    func aboveAll() throws {
        let text = Self.plausible.replacingOccurrences(
            of: "employed: 500000", with: "employed: 20000"
        )
        .replacingOccurrences(
            of: "rate.lapse: 0.35",
            with: "opening.self: 1\n  rate.lapse: 0\n  entrants: 100\n  rate.self_enrolment: 1")
        let said = try told(text, in: .english)
        #expect(
            said.contains {
                $0.contains(" persons are protected in Kabupaten Blitar at the end of")
            },
            "\(said)")
    }

    @Test(
        "Of the shipped scenarios only what is true is said",
        arguments: [
            ("kota-probolinggo/dasar", 0), ("kota-probolinggo/dbhcht-dipangkas", 0),
            ("kalimantan-tengah/dasar", 0), ("cerita/blitar", 1), ("cerita/kutai-timur", 2),
        ])
    func shipped(_ name: String, _ count: Int) throws {
        let workspace = try RunCheckTests.workspace()
        let policy = try workspace.policy("scenarios/\(name).yaml").value
        let result = try ScenarioResult(policy, law: workspace.law)
        let said = workspace.warnings(of: [result])
        #expect(said.count == count, "\(said.rendered(in: .english))")
    }
}
