import Foundation
import Testing

/// `lindung poverty` as a user runs it.
@Suite struct PovertyCommandTests {
    private static let scenario = "scenarios/kota-probolinggo/dasar.yaml"

    private static let other = "scenarios/kota-probolinggo/mandiri.yaml"

    private static let questions: [(name: String, words: [String])] = [
        ("poverty-state", ["state", "35.74", "--leakage", "20 %", "--exclusion", "10 %"]),
        (
            "poverty-households",
            [
                "state", "--households", "scenarios/kemiskinan/haughton-khandker.csv", "--line",
                "125",
            ]
        ),
        (
            "poverty-grouped",
            [
                "state", "--grouped", "scenarios/kemiskinan/india-1983.csv", "--mean", "109,9",
                "--line", "89",
            ]
        ),
        ("poverty-path", ["path", scenario, "--draws", "100"]),
        (
            "poverty-target",
            [
                "target", scenario, "--p0", "4 %", "--by", "2029", "--leakage", "0,2", "--draws",
                "50",
            ]
        ),
        (
            "poverty-target-grouped",
            [
                "target", "--grouped", "scenarios/kemiskinan/india-1983.csv", "--mean", "109,9",
                "--line", "89", "--p0", "20 %", "--years", "5",
            ]
        ),
        ("poverty-mean", ["state", "35.74", "--mean", "Rp 1.450.000"]),
        ("poverty-components", ["components", "35.74", "--from", "2018", "--to", "2025"]),
    ]

    private static let grouped = [
        "target", "--grouped", "scenarios/kemiskinan/india-1983.csv", "--mean", "109.9", "--line",
        "89",
    ]

    /// Growth to 20 %: `Tests/Reference/poverty.csv`, where it comes from root finding on the mean.
    @Test("The growth of a grouped table by program, whole and by year")
    func growthOfGroups() throws {
        let run = try LindungProcess(
            ["poverty"] + Self.grouped + ["--p0", "20 %", "--years", "5", "--format", "csv"])
        #expect(run.status == 0, "\(run.errors)")
        let rows = run.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let expected = ["quadratic": 0.421_295_121_266_785, "beta": 0.428_751_940_267_838]
        #expect(rows.count == 3)
        for row in rows.dropFirst() {
            let cells = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
            let growth = cells["growth_share"].flatMap(Double.init) ?? .nan
            let yearly = cells["yearly_growth_share"].flatMap(Double.init) ?? .nan
            #expect(abs(growth - (expected[row[0]] ?? .nan)) < 1e-9)
            #expect(abs(pow(1 + yearly, 5) - 1 - growth) < 1e-9)
            #expect(cells["answer"] == "needs")
        }
    }

    @Test(arguments: ["", "state", "path", "target", "components"], ["id", "en"])
    func helpIsWordForWord(_ part: String, _ language: String) throws {
        let words = ["poverty"] + (part.isEmpty ? [] : [part])
        let run = try LindungProcess(words + ["--help", "--lang", language])
        #expect(run.status == 0)
        try Snapshot.check(
            run.output, (words + ["help"]).joined(separator: "-") + ".\(language).txt")
    }

    @Test(arguments: questions.indices, ["id", "en"])
    func answers(_ question: Int, _ language: String) throws {
        let (name, words) = Self.questions[question]
        let run = try LindungProcess(
            ["poverty"] + words + ["--lang", language], environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        try Snapshot.check(run.output, "\(name).\(language).txt")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test func theFolderOfAProvinceHoldsTableAndPicture() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess("poverty", "state", "35", "--out", folder.path("a"), "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path("a")).sorted()
        #expect(
            files
                == DrawnPictureTests.drawn([
                    "datapackage.json", "manifest.json", "poverty-fit.vl.json", "poverty-state.csv",
                    "report.md",
                ]))
        let table = try String(contentsOfFile: folder.path("a/poverty-state.csv"), encoding: .utf8)
        #expect(table.split(separator: "\n").count == 39)
        let picture = try Data(
            contentsOf: URL(fileURLWithPath: folder.path("a/poverty-fit.vl.json")))
        #expect(try JSONSerialization.jsonObject(with: picture) is [String: Any])
    }

    @Test func thePathIsThatOfTheRun() throws {
        let path = try LindungProcess("poverty", "path", Self.scenario, "--format", "csv")
        #expect(path.status == 0, "\(path.errors)")
        let folder = try TemporaryFolder()
        let run = try LindungProcess("run", Self.scenario, "--out", folder.path("a"), "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let table = try String(contentsOfFile: folder.path("a/yearly-total.csv"), encoding: .utf8)
        let rows = table.split(separator: "\n").map { $0.split(separator: ",") }
        let columns = ["poor_persons", "poverty_p0_share", "poverty_p1_share"].map {
            rows[0].firstIndex(of: Substring($0)) ?? 0
        }
        let lines = path.output.split(separator: "\n").map { $0.split(separator: ",") }
        for (row, line) in zip(rows, lines).dropFirst().prefix(6) {
            #expect(columns.map { row[$0] } == Array(line[1...3]))
        }
    }

    @Test func aScenarioThatDoesNotSay() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("x.yaml")
        let parent = LindungProcess.root + "/" + Self.scenario
        try """
        name: x
        title: { id: x, en: x }
        extends: \(parent)
        assumptions: { poverty.gini: 0 }
        """.write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess("poverty", "path", file, "--lang", "en")
        #expect(run.status == 2)
        #expect(
            run.errors.hasSuffix(
                """
                error: this scenario does not say how poor people are in 35.74
                  hint: set 'population', 'poverty.headcount', 'poverty.line' and 'poverty.gini' \
                under 'assumptions:'

                """))
    }

    @Test func runAndCompareClaimNothing() throws {
        let sentence = "no effect of coverage on published P0 is claimed"
        let commands = [["run", Self.scenario], ["compare", Self.scenario, Self.other]]
        for words in commands {
            let run = try LindungProcess(words + ["--lang", "en", "--format", "md"])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.contains("## Poverty"))
            #expect(run.output.contains(sentence))
        }
    }

    @Test(arguments: [
        (
            ["components", "11.01", "--from", "2018", "--to", "2025"],
            """
            11.01: error: there is no P0, poverty line or Gini coefficient of Kabupaten Aceh \
            Selatan in 2018
              hint: there are for all regions (2025) and the kabupaten/kota of 35 and 62 (2018, \
            2021, 2025); see notebooks-data/poverty/README.md

            """
        ),
        (
            ["components", "35", "--from", "2018", "--to", "2025"],
            """
            35: error: there is no P0, poverty line or Gini coefficient of Jawa Timur in 2018
              hint: there are for all regions (2025) and the kabupaten/kota of 35 and 62 (2018, \
            2021, 2025); see notebooks-data/poverty/README.md

            """
        ),
        (
            ["components", "35.74", "--from", "2025", "--to", "2018"],
            "--to: error: 2018 is not after 2025\n"
        ),
        (
            ["target", scenario, "--p0", "4 %", "--p1", "1 %", "--by", "2029"],
            "--p0: error: name one of --p0 and --p1\n"
        ),
        (
            ["target", scenario, "--p0", "4 %", "--by", "2025"],
            """
            --by: error: '2025' is no year of the horizon after the first
              hint: choices: 2026, 2027, 2028, 2029, 2030

            """
        ),
        (
            ["state", "35.74", "--leakage", "120 %"],
            """
            --leakage: error: '120 %' is no share of 0 to below 1
              hint: for example 0.2 or '20 %'

            """
        ),
        (
            ["state", "35.74", "--mean", "500000"],
            """
            --mean: error: no lognormal has P0 of 5.69 % and a mean of 0.73 times the line: where \
            few are poor the mean lies above the line
              hint: mean consumption of Susenas per person-month in rupiah, not adjusted \
            expenditure (PPP) per year

            """
        ),
        (
            ["state", "35.74", "--line", "500000"],
            "--line: error: '--line' is not used for this question\n"
        ),
        (["state"], "state: error: name one of: a region's code, --households, --grouped\n"),
        (["target", "--p0", "4 %"], "target: error: name one of: a scenario file, --grouped\n"),
        (
            ["target", scenario, "--p0", "4 %"],
            """
            --by: error: is missing
              hint: choices: 2026, 2027, 2028, 2029, 2030

            """
        ),
        (
            ["target", scenario, "--p0", "4 %", "--by", "2029", "--years", "5"],
            "--years: error: '--years' is not used for this question\n"
        ),
        (
            grouped + ["--p0", "20 %", "--by", "2029"],
            "--by: error: '--by' is not used for this question\n"
        ),
        (
            grouped,
            """
            --p0: error: is missing
              hint: for example '5 %'

            """
        ),
        (
            grouped + ["--p0", "20 %", "--years", "0"],
            """
            --years: error: '0' is no whole number from 1 to 100
              hint: for example 5

            """
        ),
    ])
    func refusals(_ words: [String], _ errors: String) throws {
        let run = try LindungProcess(["poverty"] + words + ["--lang", "en"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors == errors)
    }
}
