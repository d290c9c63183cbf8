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
}
