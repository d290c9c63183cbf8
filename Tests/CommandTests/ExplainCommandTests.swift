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

    @Test(arguments: ["contribution.petani", "public_bill_rp.petani"])
    func resultsStayNarrow(_ path: String) throws {
        let text = try Self.lines(Self.kota, path)
        #expect(text.width <= 120)
        #expect(text.all.contains { $0.contains("apbd, apbdes, csr, self") }, "payers share a row")
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
        #expect(run.errors.contains("bill_per_protected_person_month_rp"))
    }
}
