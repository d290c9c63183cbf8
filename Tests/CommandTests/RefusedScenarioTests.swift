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
                    + " tidak ada lagi rencana anggaran dalam periode (1 daerah)",
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
        let check = try LindungProcess("check", path, "--lang", "en", "--format", "csv")
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.rows.last?[2] == "warning", "2026 reads its own ceiling: \(check.output)")
        #expect(check.rows.dropFirst().dropLast().allSatisfy { $0.contains("passed") })
        let out = folder.path("hasil")
        for command in ["check", "run", "compare"] {
            let options = command == "check" ? [] : ["--out", out + command]
            let run = try LindungProcess([command, path, "--lang", "en"] + options)
            #expect(run.status == 0, "\(run.errors)")
            let warnings = run.errors.split(separator: "\n").filter { $0.contains("had paid") }
            #expect(warnings.count == 1, "\(run.errors)")
            let warning = warnings.first.map(String.init) ?? ""
            let message = "warning: 'dbh-cht' in Kota Probolinggo had paid Rp 1,"
            #expect(warning.contains("pagu.yaml:5:3: " + message))
            #expect(warning.contains(" lowered to Rp 700,000,000 in 2025-10: Rp "))
            #expect(warning.hasSuffix(" above the ceiling"))
            guard command != "check" else { continue }
            let report = try String(contentsOfFile: out + command + "/report.md", encoding: .utf8)
            #expect(report.components(separatedBy: "had paid Rp 1,").count == 2, "told once")
            #expect(report.contains("## To be looked at\n\n- "))
        }
        let quiet = try LindungProcess("run", path, "--quiet")
        #expect(quiet.errors.isEmpty)
    }

    @Test func scenariosOfOtherRegionsOrSegments() throws {
        let folder = try TemporaryFolder()
        let text = """
            title: { id: Uji, en: Test }
            horizon: { from: 2025-01, until: 2025-12 }
            purses: [dbh-cht]
            levers: { quota.petani: 2693, purse.ceiling.dbh-cht: 814514400 }
            assumptions: { workers: 20000, rate.death: 0.0045 }

            """
        var paths: [String] = []
        for (name, region, segments) in [
            ("kecil", "35.05", "[petani]"), ("lain", "35.06", "[petani]"),
            ("lebih", "35.05", "[petani, nelayan]"),
        ] {
            paths.append(folder.path(name + ".yaml"))
            let head = "name: \(name)\nregions: [\"\(region)\"]\nsegments: \(segments)\n"
            try (head + text).write(toFile: paths.last ?? "", atomically: true, encoding: .utf8)
        }
        try Self.compared(
            paths[0], paths[1], 2,
            """
            \(paths[1]): galat: daerah 'lain' lain dari skenario acuan (hanya di sini: 35.06 \
            Kabupaten Kediri; hanya di acuan: 35.05 Kabupaten Blitar)
              petunjuk: bandingkan skenario dari daerah yang sama

            """,
            """
            \(paths[1]): error: 'lain' has other regions than the baseline (only here: 35.06 \
            Kabupaten Kediri; only in the baseline: 35.05 Kabupaten Blitar)
              hint: compare scenarios of the same regions

            """)
        try Self.compared(
            paths[0], paths[2], 0,
            """
            \(paths[2]): peringatan: segmen 'lebih' lain dari skenario acuan (hanya di sini: \
            nelayan): jumlah atas semua segmen menghitung orang yang berbeda

            """,
            """
            \(paths[2]): warning: 'lebih' has other segments than the baseline (only here: \
            nelayan): sums over all segments count other people

            """)
    }

    /// Compares two scenarios in both languages: exit code, and standard error word for word.
    private static func compared(
        _ first: String, _ second: String, _ status: Int32, _ indonesian: String, _ english: String
    ) throws {
        for (language, words) in [("id", indonesian), ("en", english)] {
            let run = try LindungProcess(
                "compare", first, second, "--lang", language, "--data",
                LindungProcess.root + "/notebooks-data")
            #expect(run.status == status)
            #expect(run.errors == words)
        }
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
