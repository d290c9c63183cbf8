import Foundation
import Testing

/// `lindung allocate` over the shipped questions of East Java.
@Suite struct AllocateCommandTests {
    private static let folder = "scenarios/jawa-timur/"

    /// The rows of a table as column name to cell.
    private static func rows(_ path: String) throws -> [[String: String]] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map {
            Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("No purse pays more than its ceiling, to the rupiah, and more is protected than as it is")
    func ceilingsHold() throws {
        let folder = try TemporaryFolder()
        let run = try LindungProcess(
            "allocate", Self.folder + "alokasi-orang-bulan.yaml", "--quiet", "--out",
            folder.path("out"))
        #expect(run.status == 0, "\(run.errors)")
        let rows = try Self.rows(folder.path("out/allocation.csv"))
        let dasar = Self.folder + "dasar.yaml"
        _ = try LindungProcess("run", dasar, "--quiet", "--out", folder.path("dasar"))
        var ceilings: [[String]: Int] = [:]
        for purse in try Self.rows(folder.path("dasar/purses.csv")) {
            let key = ["year", "region", "purse"].map { purse[$0] ?? "" }
            ceilings[key] = purse["ceiling_final_rp"].flatMap(Int.init)
        }
        var paid: [[String]: Int] = [:]
        for row in rows {
            let key = ["year", "region", "purse"].map { row[$0] ?? "" }
            paid[key, default: 0] += row["cost_rp"].flatMap(Int.init) ?? 0
        }
        #expect(paid.count > 100)
        for (key, rupiah) in paid { #expect(rupiah <= ceilings[key] ?? -1, "\(key)") }
        let persons = rows.reduce(0) { $0 + ($1["persons"].flatMap(Int.init) ?? 0) }
        // 40,230,608 person-months in the scenario as it is, six years of twelve months.
        #expect(persons * 12 > 40_230_608)
    }

    @Test("Rules that conflict are named, a smallest set of them", arguments: ["id", "en"])
    func conflict(language: String) throws {
        let file = Self.folder + "alokasi-bertentangan.yaml"
        let run = try LindungProcess("allocate", file, "--lang", language)
        #expect(run.status == 1)
        let lines = (run.output + run.errors).split(separator: "\n").filter {
            $0.hasPrefix("  - ")
        }
        #expect(lines.count == 6)
        #expect(lines.last?.contains("'semua-petani' (\(file):10)") == true)
    }
}
