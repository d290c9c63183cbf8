import Foundation
import Testing

/// Scenarios that can be read and not computed, or whose ceilings do not act as written.
@Suite struct RefusedScenarioTests {
    /// A scenario over the shipped one of Kota Probolinggo.
    private static func file(_ folder: TemporaryFolder, _ name: String, _ lever: String) throws
        -> String
    {
        let path = folder.path(name + ".yaml")
        try """
        name: \(name)
        title: { id: Uji, en: Test }
        extends: \(LindungProcess.root)/scenarios/kota-probolinggo/dasar.yaml
        levers:
          \(lever)
        """.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test func aProgrammeThatTheRouteLacks() throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(folder, "jp", "programmes.petani: [jp]")
        for command in ["run", "check", "compare"] {
            let run = try LindungProcess(command, path)
            #expect(run.status == 2)
            #expect(
                run.errors == """
                    \(path): galat: segmen 'petani' di Kota Probolinggo, 2025-01: program jp tidak \
                    ada di jalur bpu
                      petunjuk: pilihan: jkk, jkm, jht

                    """)
        }
        let english = try LindungProcess("run", path, "--lang", "en")
        #expect(
            english.errors.contains(
                "segment 'petani' in Kota Probolinggo, 2025-01: programme jp does not exist"))
    }

    /// Values that may be written one by one, and whose products cannot be counted.
    @Test(
        arguments: [
            (
                "accident.rate: 10, accident.cost: 10000000000, workers.petani: 1000000000",
                "accident.cost.petani, accident.rate.petani, workers.petani"
            ),
            (
                "base.petani: 1000000000, route.petani: pu, workers.petani: 1000000000",
                "base.petani, workers.petani"
            ),
        ])
    func productsThatCannotBeCounted(_ assumptions: String, _ keys: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("besar.yaml")
        let route = assumptions.contains("route") ? ", route.petani: pu" : ""
        try """
        name: besar
        title: { id: Besar, en: Large }
        regions: ["35.05"]
        horizon: { from: 2025-01, until: 2026-12 }
        segments: [petani]
        purses: [dbh-cht]
        levers: { quota.petani: 1000000000, purse.ceiling.dbh-cht: 10000000000000000\(route) }
        assumptions: { \(assumptions.replacing("route.petani: pu, ", with: "")) }
        """.write(toFile: path, atomically: true, encoding: .utf8)
        for command in ["run", "check"] {
            let run = try LindungProcess(command, path)
            #expect(run.status == 2)
            #expect(run.errors.contains("lebih dari Rp 9.000 triliun yang dapat dihitung utuh"))
            #expect(run.errors.contains("petunjuk: periksa \(keys)"), "\(run.errors)")
        }
        let english = try LindungProcess("explain", path, "quota.petani", "--lang", "en")
        #expect(english.errors.contains("more than the Rp 9,000 trillion that can be counted"))
    }

    @Test func everyScenarioThatFailsIsNamed() throws {
        let folder = try TemporaryFolder()
        let first = try Self.file(folder, "satu", "programmes.petani: [jp]")
        let second = try Self.file(folder, "dua", "programmes.nelayan: [jkp]")
        let run = try LindungProcess("compare", first, second)
        #expect(run.status == 2)
        let places = run.errors.split(separator: "\n").filter { $0.contains(": galat: ") }
        #expect(places.count == 2, "\(run.errors)")
        #expect(places.first?.hasPrefix(first) ?? false && places.last?.hasPrefix(second) ?? false)
    }

    @Test func ceilingsThatWaitForAPlan() throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(
            folder, "pagu",
            "purse.ceiling.csr: { values: { 2025-01: 9000, 2025-05: 8000, 2030-11: 7000 } }"
        )
        let run = try LindungProcess("check", path)
        #expect(run.status == 0, "\(run.errors)")
        let warnings = run.errors.split(separator: "\n").filter { $0.contains("pagu 'csr'") }
        #expect(
            warnings == [
                "\(path):5:3: peringatan: pagu 'csr' yang berubah pada 2025-05 baru berlaku pada"
                    + " 2025-10, rencana anggaran berikutnya (1 daerah)",
                "\(path):5:3: peringatan: pagu 'csr' yang berubah pada 2030-11 tidak berlaku:"
                    + " tidak ada lagi rencana anggaran dalam horizon (1 daerah)",
            ])
        let quiet = try LindungProcess("check", path, "--quiet")
        #expect(quiet.errors.isEmpty)
    }

    @Test func aCeilingBelowWhatWasSpent() throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(
            folder, "pagu",
            "purse.ceiling.dbh-cht: { values: { 2025-01: 2000000000, 2025-10: 700000000,"
                + " 2026-01: 2000000000 } }"
        )
        let run = try LindungProcess("check", path, "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let warnings = run.errors.split(separator: "\n").filter { $0.contains("had paid") }
        #expect(warnings.count == 1, "2026 reads its own ceiling: \(run.errors)")
        #expect(
            warnings.first?.contains(
                "pagu.yaml:5:3: warning: 'dbh-cht' in Kota Probolinggo had paid Rp 1,") ?? false)
        #expect(warnings.first?.hasSuffix("its ceiling was lowered to Rp 700,000,000") ?? false)
    }

    @Test func ceilingsOfPlanMonthsAreNotWarnedOf() throws {
        let folder = try TemporaryFolder()
        let path = try Self.file(
            folder, "pagu",
            "purse.ceiling.csr: { values: { 2025-01: 9000, 2025-10: 9500, 2026-01: 9000 } }"
        )
        let run = try LindungProcess("check", path)
        #expect(!run.errors.contains("pagu 'csr'"))
        #expect(!run.errors.contains("sudah membayar"))
    }
}
