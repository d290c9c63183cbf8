import Foundation
import Testing

/// What `diff` shows to people and what it gives to programs.
@Suite struct DiffCommandTests {
    private static let kota = "scenarios/kota-probolinggo/"
    private static let province = "scenarios/jawa-timur/"

    @Test(arguments: [("id", "semua segmen"), ("en", "all segments")])
    func membersThatAgreeShareARow(_ language: String, _ words: String) throws {
        let run = try LindungProcess(
            "diff", Self.kota + "dasar.yaml", Self.kota + "bulan-dipotong.yaml", "--lang", language)
        let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("budget.policy") }
        #expect(rows.count == 1, "\(run.output)")
        #expect(rows.first?.hasPrefix("budget.policy (\(words))") ?? false, "\(rows)")
        #expect(rows.first?.hasSuffix("bulan-dipotong.yaml:9") ?? false, "\(rows)")
    }

    @Test func programsGetEveryMember() throws {
        let run = try LindungProcess(
            "diff", Self.kota + "dasar.yaml", Self.kota + "bulan-dipotong.yaml", "--format", "csv")
        #expect(run.rows.count { $0[0].hasPrefix("budget.policy.") } == 11)
        #expect(
            run.rows[0].joined(separator: ",")
                == "key,region,from,dasar,bulan-dipotong,unit,layer,place")
    }

    @Test func someMembersDoNotStandForAll() throws {
        let run = try LindungProcess(
            "diff", Self.province + "dasar.yaml", Self.province + "rute-pu.yaml")
        #expect(run.output.contains("route.rt-rw"))
        #expect(!run.output.contains("semua segmen"))
    }

    @Test func regionsOfOneLineArePutTogether() throws {
        let run = try LindungProcess(
            "diff", Self.province + "dasar.yaml", Self.province + "gotong-royong.yaml")
        let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("purse.ceiling.csr") }
        #expect(rows.count == 1, "\(rows)")
        #expect(rows.first?.contains(" juta Rp/tahun ") ?? false, "\(rows)")
        let widest = run.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(widest <= 135)
    }

    @Test func unitsStandBesideValues() throws {
        let run = try LindungProcess(
            "diff", Self.kota + "dasar.yaml", Self.kota + "mandiri.yaml")
        let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("retention") }
        #expect(
            rows.first?.hasPrefix("retention.pedagang  semua   2026-01  0,08   0,3 (30 %)")
                ?? false,
            "\(rows)")
    }

    /// Keys are counted where the order of segments differs, too.
    @Test(arguments: [("id", "pada 2 kunci: segments"), ("en", "in 2 keys: segments")])
    func orderAndKeysAreCounted(_ language: String, _ words: String) throws {
        let folder = try TemporaryFolder()
        let text = """
            name: lain
            title: { id: x, en: x }
            extends: \(LindungProcess.root)/scenarios/cerita/blitar.yaml
            """
        let one = try Self.file(
            text + "\nsegments: [petani, buruh-tembakau]\nassumptions: { retention.petani: 0.21 }",
            in: folder)
        let other = folder.path("satu.yaml")
        try text.replacing("name: lain", with: "name: satu").appending(
            "\nsegments: [buruh-tembakau, petani]"
        ).write(toFile: other, atomically: true, encoding: .utf8)
        let run = try LindungProcess("diff", other, one, "--lang", language)
        #expect(run.status == 0, "\(run.errors)")
        let first = run.output.split(separator: "\n").first
        #expect(
            first?.contains(words) == true && first?.contains("retention") == true, "\(run.output)")
    }

    /// A scenario that extends another, in a folder of its own.
    private static func file(_ text: String, in folder: TemporaryFolder) throws -> String {
        let file = folder.path("lain.yaml")
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    @Test func whatOnlyOneSpeaksOfStandsFirst() throws {
        let folder = try TemporaryFolder()
        let file = try Self.file(
            """
            name: lain
            title: Lain
            extends: \(LindungProcess.root)/\(Self.kota)dasar.yaml
            segments: [rt-rw, non-asn, lkd, linmas, kader, nelayan, petani, ojek, pedagang, formal]
            purses: [apbdes, csr, dbh-cht, apbd-kabkota, apbd-provinsi]
            horizon: { from: 2025-01, until: 2028-12 }
            assumptions:
              retention: 0.1
            """, in: folder)
        let run = try LindungProcess("diff", Self.kota + "dasar.yaml", file, "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        let rows = run.rows.dropFirst().map { Array($0.prefix(5)) }
        #expect(
            rows.first == ["horizon", "", "2025-01", "2025-01 .. 2030-12", "2025-01 .. 2028-12"])
        #expect(rows[1] == ["segments", "", "2025-01", "informal-lain", "–"])
        #expect(rows[2].first == "segments.order")
        #expect(rows[2][3].hasPrefix("non-asn rt-rw lkd"))
        #expect(rows[2][4].hasPrefix("rt-rw non-asn lkd"))
        #expect(
            rows[3] == [
                "purses.order", "", "2025-01", "dbh-cht csr apbd-kabkota apbd-provinsi",
                "csr dbh-cht apbd-kabkota apbd-provinsi",
            ])
        #expect(rows.dropFirst(4).allSatisfy { $0[0].hasPrefix("retention.") })
        #expect(rows.count == 4 + 10)
    }

    @Test(arguments: [("id", "hanya di satu"), ("en", "in one only")])
    func regionsOfOneAlone(_ language: String, _ words: String) throws {
        let run = try LindungProcess(
            "diff", Self.kota + "dasar.yaml", "scenarios/kalimantan-tengah/padat-karya-desa.yaml",
            "--lang", language)
        #expect(run.status == 0, "\(run.errors)")
        let row = run.output.split(separator: "\n").first { $0.hasPrefix("regions (\(words))") }
        #expect(row?.contains("35.74") ?? false, "\(run.output)")
        #expect(row?.contains("62.01 62.02 62.03") ?? false, "\(run.output)")
    }
}
