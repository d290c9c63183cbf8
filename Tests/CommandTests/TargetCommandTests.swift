import Foundation
import Testing

/// `lindung target` over Kota Probolinggo.
@Suite struct TargetCommandTests {
    private static let dasar = "scenarios/kota-probolinggo/dasar.yaml"
    private static let coverage = "coverage_protected_end_of_workers_share 2029"
    /// A question by options that has an answer.
    private static let question = [
        "target", dasar, "--lever", "quota.informal-lain", "--value", "0 .. 20000", "--from",
        "2027-01", "--outcome", coverage, "--at-least", "38 %",
    ]

    /// A report without its last section, the marks of the scenario's own inputs.
    private static func untilMarks(_ report: String) -> String {
        let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
        let end = lines.firstIndex { $0 == "Tanda data" || $0 == "Data marks" } ?? lines.count
        return lines[..<end].joined(separator: "\n")
    }

    @Test(arguments: ["id", "en"])
    func helpIsWordForWord(_ language: String) throws {
        let run = try LindungProcess("target", "--help", "--lang", language)
        #expect(run.status == 0)
        try Snapshot.check(run.output, "target.\(language).txt")
    }

    @Test("an answer with its uncertainty", arguments: ["id", "en"])
    func answer(_ language: String) throws {
        let run = try LindungProcess(
            Self.question + ["--draws", "60", "--design", "lhs", "--lang", language],
            environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        try Snapshot.check(Self.untilMarks(run.output), "target-quota.\(language).txt")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test("a target out of reach: the best, what binds, exit code 1", arguments: ["id", "en"])
    func outOfReach(_ language: String) throws {
        let run = try LindungProcess(
            [
                "target", Self.dasar, "--lever", "quota.petani", "--scale", "1 .. 5", "--outcome",
                Self.coverage, "--at-least", "40 %", "--lang", language,
            ], environment: ["COLUMNS": "100"])
        #expect(run.status == 1)
        try Snapshot.check(Self.untilMarks(run.output), "target-beyond.\(language).txt")
        #expect(
            run.errors
                == (language == "id"
                    ? "sasaran tidak terjangkau: cakupan pekerja, akhir 2029 paling sedikit 40 %;"
                        + " terbaik 36,9 %\n"
                    : "the target is not reachable: coverage of workers, end 2029 at least 40 %;"
                        + " the best is 36.9 %\n"))
    }

    @Test("the scenario that is written comes to the same outcome to the last digit")
    func writtenScenario() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("jawaban.yaml")
        let run = try LindungProcess(
            Self.question + [
                "--write-scenario", file, "--out", folder.path("hasil"), "--quiet",
            ])
        #expect(run.status == 0, "\(run.errors)")
        let again = try LindungProcess("run", file, "--format", "csv", "--quiet")
        #expect(again.status == 0, "\(again.errors)")
        let header = try #require(again.rows.first)
        let column = try #require(
            header.firstIndex(of: "coverage_protected_end_of_workers_share"))
        let year = try #require(again.rows.first { $0[0] == "2029" })
        let rows = try String(contentsOfFile: folder.path("hasil/target.csv"), encoding: .utf8)
            .split(separator: "\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
        let names = try #require(rows.first)
        let outcome = try #require(names.firstIndex { $0 == Self.coverage })
        let solution = try #require(rows.first { $0[0] == "solution" })
        #expect(year[column] == solution[outcome])
        #expect((Double(year[column]) ?? 0) >= 0.38)
    }

    @Test("the folder holds tables, the picture and the manifest")
    func folder() throws {
        // A level that all draws reach, so that the picture has its band.
        let question = Self.question.dropLast() + ["20 %"]
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            question + ["--draws", "8", "--out", folder.path("a"), "--quiet"])
        #expect(run.status == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
        #expect(
            files
                == DrawnPictureTests.drawn([
                    "datapackage.json", "manifest.json", "purses.csv", "report.md",
                    "target-curve.csv",
                    "target-draws.csv", "target.csv", "target.vl.json", "yearly-total.csv",
                ]))
        let table = try String(contentsOfFile: folder.path("a/target-draws.csv"), encoding: .utf8)
        let rows = table.split(separator: "\n")
        #expect(rows.count == 9)
        #expect(rows.dropFirst().map { $0.prefix { $0 != "," } } == (1...8).map { "\($0)" })
        let picture = try Data(contentsOf: URL(fileURLWithPath: folder.path("a/target.vl.json")))
        let object = try JSONSerialization.jsonObject(with: picture) as? [String: Any]
        #expect((object?["layer"] as? [Any])?.count == 4)
        let other = try LindungProcess(
            question + ["--draws", "8", "--out", folder.path("b"), "--quiet"])
        #expect(other.status == 0)
        for name in files {
            let bytes = try ["a", "b"].map {
                try Data(contentsOf: URL(fileURLWithPath: folder.path("\($0)/\(name)")))
            }
            #expect(bytes[0] == bytes[1], "\(name)")
        }
    }

    @Test("a scenario without a question")
    func noQuestion() throws {
        let run = try LindungProcess("target", Self.dasar, "--at-least", "40 %", "--lang", "en")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                \(Self.dasar): error: this is a scenario, and the question is missing: --lever, \
                --scale, --outcome
                  hint: example: lindung target dasar.yaml --lever quota.petani --scale "1 .. 5" \
                --outcome "coverage_protected_end_of_workers_share 2029" --at-least "40 %"

                """)
    }

    @Test("a lever that moves nothing")
    func inert() throws {
        let run = try LindungProcess(
            "target", Self.dasar, "--lever", "quota.petani", "--scale", "1 .. 5", "--from",
            "2030-01", "--outcome", Self.coverage, "--at-least", "40 %")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                --lever: galat: cakupan pekerja, akhir 2029 tidak berubah di sepanjang \
                'quota.petani scale 2030-01'
                  petunjuk: mungkin ditimpa nilai lain, berlaku di luar tahun sasaran, atau tidak \
                berhubungan

                """)
    }

    @Test("a key that does not exist, a share without its sign, two bounds, each where it stands")
    func faults() throws {
        let run = try LindungProcess(
            "target", Self.dasar, "--lever", "quota.petan", "--scale", "1 .. 5", "--outcome",
            Self.coverage, "--at-least", "40", "--lang", "en")
        #expect(run.status == 2)
        #expect(
            run.errors == """
                --at-least: error: '40' lies outside of 0 to 1, but \
                'coverage_protected_end_of_workers_share' is a share
                  hint: did you mean '40 %'?
                --lever: error: unknown key 'quota.petan'
                  hint: did you mean 'quota.petani'? (persons, lever)

                """)
        let two = try LindungProcess(
            "target", Self.dasar, "--lever", "quota.petani", "--scale", "1 .. 5", "--outcome",
            Self.coverage, "--at-least", "40 %", "--at-most", "50 %")
        #expect(two.status == 2)
        #expect(
            two.errors == """
                --at-most: galat: 'reach' harus punya tepat satu batas
                  petunjuk: contoh: 'reach: { at_least: 40 % }'; pilihan: at_least, at_most, equals

                """)
    }
}
