import Foundation
import Testing

/// Every shipped scenario comes to what stands beside it.
@Suite struct ShippedScenarioTests {
    /// Files that ask about scenarios begin so.
    private static let questions = ["alokasi-", "sasaran-", "tahapan-"]

    /// Paths from the package's folder: `scenarios/jawa-timur/dasar.yaml`. Sweeps lie one folder
    /// deeper; files that ask about scenarios are none themselves.
    static let scenarios: [String] = {
        let folder = LindungProcess.root + "/scenarios"
        let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return files.filter { file in
            let parts = file.split(separator: "/")
            return file.hasSuffix(".yaml") && parts.count == 2
                && !questions.contains { parts[1].hasPrefix($0) }
        }
        .sorted().map { "scenarios/" + $0 }
    }()

    private static func rows(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The nation's take long and much memory, so that they run one after another.
    static let ofNation = scenarios.filter { $0.hasPrefix("scenarios/indonesia/") }

    @Test("Seven scenarios of East Java, and more of a city, another province, the nation")
    func folders() {
        let byFolder = Dictionary(grouping: Self.scenarios) { $0.split(separator: "/")[1] }
        #expect(byFolder["jawa-timur"]?.count == 7)
        #expect((byFolder["kota-probolinggo"]?.count ?? 0) >= 3)
        #expect((byFolder["kalimantan-tengah"]?.count ?? 0) >= 3)
        #expect(byFolder["indonesia"]?.count == 4)
    }

    /// Processors differ in the last bits, so numbers are equal to 1e-9, and money to a rupiah.
    @Test(
        "A run equals the expected result beside the scenario",
        arguments: scenarios.filter { !ofNation.contains($0) })
    func equalsExpected(scenario: String) throws { try Self.compare(scenario) }

    /// Holds a run against the table beside the scenario.
    static func compare(_ scenario: String) throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess("run", scenario, "--quiet", "--out", folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let stem = LindungProcess.root + "/" + scenario.dropLast(".yaml".count)
        let expected = try rows(stem + ".expected.csv")
        let found = try rows(folder.path("out/yearly-segment.csv"))
        #expect(expected.first == found.first)
        #expect(expected.count == found.count && expected.count > 1)
        for (line, pair) in zip(expected, found).enumerated().dropFirst() {
            #expect(pair.0.count == pair.1.count)
            for (column, cells) in zip(pair.0, pair.1).enumerated() where cells.0 != cells.1 {
                let isMoney = expected[0][column].hasSuffix("_rp")
                let (a, b) = (Double(cells.0) ?? .nan, Double(cells.1) ?? .infinity)
                let slack = max(isMoney ? 1.5 : 1e-9, 1e-9 * abs(a))
                #expect(
                    abs(a - b) <= slack,
                    "\(scenario) line \(line + 1) \(expected[0][column]): \(cells.0), \(cells.1)")
            }
        }
    }
}

/// The scenarios of all 514 kabupaten and kota, one after another.
@Suite(.serialized) struct ShippedNationTests {
    @Test("A run equals the expected result", arguments: ShippedScenarioTests.ofNation)
    func equalsExpected(scenario: String) throws { try ShippedScenarioTests.compare(scenario) }
}
