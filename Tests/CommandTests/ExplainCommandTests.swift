import Foundation
import Testing

/// What `explain` shows to people and what it gives to programs.
@Suite struct ExplainCommandTests {
    private static let kota = "scenarios/kota-probolinggo/dasar.yaml"
    private static let province = "scenarios/jawa-timur/dasar.yaml"

    /// Output lines, and how many characters the widest has.
    private static func lines(_ arguments: String...) throws -> (all: [String], width: Int) {
        let run = try LindungProcess(["explain"] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        return (lines, lines.map(\.count).max() ?? 0)
    }

    @Test func aValueIsACard() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("x.yaml")
        try """
        name: x
        title: { id: Uji, en: Test }
        extends: \(LindungProcess.root)/\(Self.kota)
        levers:
          quota.petani:
            value: 4000
            mark: V2
            range: 3500 .. 4500
            source: \(String(repeating: "berita ", count: 12))penutup
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess("explain", file, "quota.petani")
        let card = """
            kunci            quota.petani
            daerah           Kota Probolinggo (35.74)
            nilai            4.000 orang
            berlaku sejak    2025-01
            ditetapkan oleh  x, \(file):5
            tanda data       V2 (sumber kedua)
            rentang 90 %     3.500 – 4.500
            sumber           \(String(repeating: "berita ", count: 11))berita
                             penutup
            menggantikan     - dasar, notebooks-data/coverage/funded_quota.csv:
            """
        #expect(run.output.contains(card), "\(run.output)")
        #expect(run.output.contains("\n                 - nilai bawaan\n"))
    }

    @Test func borrowedFiguresNameTheirRegion() throws {
        let text = try Self.lines(Self.kota, "purse.ceiling.csr")
        #expect(text.all.contains("dipinjam dari    Indonesia (00)"))
        #expect(text.all.contains("tanda data       A (asumsi)"))
        #expect(text.width <= 100)
    }

    @Test func cellsThatAgreeShareACard() throws {
        let text = try Self.lines(Self.province, "budget.policy", "--lang", "en")
        #expect(text.all.contains("segments        all segments"), "\(text.all)")
        #expect(text.all.contains("region          all regions"))
        #expect(text.all.contains("cells           532"))
        #expect(text.width <= 100)
    }

    @Test func manyCellsArePutTogether() throws {
        let text = try Self.lines(Self.province, "workers")
        #expect(text.all.count < 40)
        #expect(text.width <= 130)
        let formal = text.all.first { $0.hasPrefix("workers.formal ") } ?? ""
        #expect(formal.contains(" semua "), "\(formal)")
        #expect(formal.contains(" 38 "), "\(formal)")
        #expect(formal.contains("notebooks-data/workforce/segments.csv:"), "\(formal)")
    }

    @Test func programsGetEveryCellAndColumn() throws {
        let run = try LindungProcess("explain", Self.province, "workers", "--format", "csv")
        let header = "key,region,from,setting,unit,layer,place,mark,range,replaced,source"
        #expect(run.rows.first?.joined(separator: ",") == header)
        #expect(run.rows.count { $0[0].hasPrefix("workers.") } >= 2 * 14 * 38)
    }

    /// A scenario of one setting under a locale.
    private static func child(
        _ setting: String, _ locale: String, in folder: TemporaryFolder
    ) throws -> String {
        let file = folder.path("\(locale)-\(setting.count).yaml")
        try """
        name: x
        title: { id: Uji, en: Test }
        extends: \(LindungProcess.root)/\(kota)
        locale: \(locale)
        assumptions:
          retention.petani: { \(setting) }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test(
        "Numbers in texts have the marks that were asked for, and are read again",
        arguments: [
            ("value: 0.125, range: 0.05 .. 0.25", "0,1250", "0,05 .. 0,25"),
            (
                "value: 0.5, distribution: { pert: [0.25, 0.5, 1] }", "0,5",
                #"pert: ["0,25", "0,5", 1]"#
            ),
            ("value: 0.5, distribution: { uniform: [0, 0.75] }", "0,5", #"uniform: [0, "0,75"]"#),
        ])
    func marksInTexts(_ setting: String, _ value: String, _ range: String) throws {
        let folder = try TemporaryFolder()
        /// The value and the range of the only cell, as a spreadsheet gets them.
        func cells(_ file: String, _ more: [String] = []) throws -> [String] {
            let run = try LindungProcess(
                ["explain", file, "retention.petani", "--format", "csv"] + more)
            #expect(run.status == 0, "\(run.errors)")
            let row = run.output.split(separator: "\n").dropFirst().first ?? ""
            let mark: Character = more.isEmpty ? "," : ";"
            let cells = row.split(separator: mark, omittingEmptySubsequences: false).map(
                String.init)
            return more.isEmpty ? [cells[3]] : [cells[3], cells[8]]
        }
        let file = try Self.child(setting, "en-US", in: folder)
        let quoted = range.contains("\"") ? "\"\(range.replacing("\"", with: "\"\""))\"" : range
        #expect(try cells(file, ["--locale", "id-ID"]) == [value, quoted])
        let verb = range.contains("[") ? "distribution: { \(range) }" : "range: \"\(range)\""
        let again = try Self.child("value: \"\(value)\", \(verb)", "id-ID", in: folder)
        #expect(try cells(again, ["--locale", "id-ID"]) == [value, quoted])
        #expect(try cells(again) == cells(file), "the same number")
    }

    @Test func stepsThatRepeatAreMerged() throws {
        let text = try Self.lines("scenarios/kota-probolinggo/mandiri.yaml", "quota.pedagang")
        let steps = text.all.filter { $0.hasPrefix("20") }
        #expect(steps.count == 2, "\(steps)")
        #expect(steps[1].hasPrefix("2026-04  0 orang      mandiri  scenarios/"), "\(steps)")
    }

    @Test func aLawIsACard() throws {
        let text = try Self.lines(Self.kota, "law.bpu.jkm.amount")
        for line in [
            "nilai               6.800 Rp/orang-bulan", "dasar hukum         PP 44/2015",
            "berlaku sejak       2015-07",
        ] {
            #expect(text.all.contains(line), "\(text.all)")
        }
        #expect(text.all.contains { $0.hasPrefix("terakhir diperiksa  20") })
        #expect(text.width <= 100)
    }

    @Test func aMonthWithoutALawSaysSo() throws {
        let text = try Self.lines(Self.kota, "law.overlay.pp-50-2025.factor", "--at", "2025-01")
        #expect(text.all.contains("nilai  tidak ada nilai pada 2025-01"), "\(text.all)")
    }

    @Test(arguments: [
        ("contribution.petani", "apbd, apbdes, csr, mandiri"), ("public_bill_rp.petani", "apbd  "),
    ])
    func resultsStayNarrow(_ path: String, _ payers: String) throws {
        let text = try Self.lines(Self.kota, path)
        #expect(text.width <= 120)
        #expect(
            text.all.contains { $0.contains(payers) },
            "payers share a row; who pays nothing has none")
    }

    @Test(arguments: [
        "coverage_protected_end_of_workers_share", "jkm_benefit_rp", "protected_deaths_persons",
        "claim_ratio_share", "families_kept_families", "poverty_p0_share", "purse.dbh-cht",
        "funded_person_months", "public_bill_rp",
    ])
    func aFigureFitsAScreen(_ path: String) throws {
        let text = try Self.lines(Self.kota, path, "--at", "2027-03")
        #expect(text.all.contains("Hitungannya"))
        #expect(text.all.count <= 45, "\(text.all.count)")
        #expect(text.width <= 140)
    }

    @Test func theResultIsTheTablesCell() throws {
        let path = "jkm_benefit_rp.petani"
        let run = try LindungProcess(
            "explain", Self.kota, path, "--at", "2027-03", "--format", "csv")
        let folder = try TemporaryFolder()
        let whole = try LindungProcess("run", Self.kota, "--out", folder.path("hasil"), "-q")
        #expect(whole.status == 0, "\(whole.errors)")
        let file = try String(
            contentsOfFile: folder.path("hasil/yearly-segment.csv"), encoding: .utf8)
        let rows = file.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let column = try #require(rows[0].firstIndex(of: "jkm_benefit_rp"))
        let cell = try #require(rows.first { $0[0] == "2027" && $0[1] == "petani" })[column]
        #expect(run.output.contains("2027,\(cell)\n"), "\(run.output)")
        #expect(run.rows.contains { $0.contains("result") && $0.contains(String(cell)) })
    }

    @Test(arguments: [
        (
            "id", "diminta ", "berlaku ",
            "'budget.policy: cap-heads': orang dikurangi sampai cukup",
            "seorang lagi menyisakan", "pagu habis"
        ),
        (
            "en", "asked ", "in force ", "budget.policy cap-heads: fewer people until it fits",
            "one more would leave", "ceiling used up"
        ),
    ])
    func aCutQuotaSaysWhy(
        _ language: String, _ asked: String, _ inForce: String, _ rule: String, _ more: String,
        _ bound: String
    ) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("x.yaml")
        try """
        name: x
        title: { id: Uji, en: Test }
        extends: \(LindungProcess.root)/\(Self.kota)
        levers:
          purse.ceiling.dbh-cht: { from: 2027-01, scale: 0.5 }
          funding.purses.pedagang: [dbh-cht]
          budget.policy: cap-heads
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess(
            "explain", file, "quota.pedagang@35.74", "--at", "2027-03", "--lang", language)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix(asked) && $0.contains("5") })
        let row = try #require(lines.first { $0.hasPrefix(inForce) && !$0.contains("2025") })
        #expect(!row.contains("5.000") && !row.contains("5,000"), "\(row)")
        for word in [rule, more, bound] { #expect(run.output.contains(word), "\(run.output)") }
        #expect(run.output.contains("/x.yaml:5") || run.output.contains("x.yaml:5)"))
    }

    @Test func everyPathOfAPurseLeadsToItsAccount() throws {
        let paths = ["purse.dbh-cht", "dbh-cht", "left_rp.dbh-cht", "paid_rp.dbh-cht@35.74"]
        let texts = try paths.map {
            try LindungProcess("explain", Self.kota, $0, "--at", "2027-03")
        }
        #expect(Set(texts.map(\.output)).count == 1)
        #expect(texts[0].output.contains("pagu murni"))
        #expect(texts[0].output.contains("dibayar: Petani"))
    }

    @Test func markdownHasTheCardAsAList() throws {
        let text = try Self.lines(Self.kota, "budget.revision_month", "--format", "md")
        #expect(text.all.contains("- **nilai**: bulan ke-10"))
        #expect(text.all.contains("- **ditetapkan oleh**: nilai bawaan"))
    }

    @Test func anUnknownPathListsFigures() throws {
        let run = try LindungProcess("explain", Self.kota, "xyzzy", "--lang", "en")
        #expect(run.status == 2)
        #expect(run.errors.contains("one of these figures: public_bill_rp, paid_rp, gap_rp,"))
        #expect(run.errors.contains("bill_per_family_kept_rp"))
    }
}
