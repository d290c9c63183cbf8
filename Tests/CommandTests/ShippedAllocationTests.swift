import Foundation
import Testing

/// Every shipped allocation comes to what stands beside it, and its tables add up.
///
/// The best value is one number that any solver finds; who is paid for need not be, where several
/// plans are as good, so that the expected files hold the balance of money and not the persons.
@Suite struct ShippedAllocationTests {
    /// Those that have an answer.
    static let names = [
        "orang-bulan", "daerah-terlemah", "keluarga", "biaya-terendah", "tangguh",
    ]

    /// Purses at their ceilings and the gap, to Rp 1 in 100,000: plans that are as good may differ
    /// in what rounding to whole persons leaves over. With `LINDUNG_WRITE_SNAPSHOTS` set the
    /// expected files are written instead.
    @Test(arguments: names) func equalsExpected(_ name: String) throws {
        let folder = try TemporaryFolder()
        let question = "scenarios/jawa-timur/alokasi-\(name).yaml"
        let run = try LindungProcess(
            "allocate", question, "--quiet", "--out", folder.path("out"), "--write-scenario",
            folder.path("jawaban.yaml"))
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(
            contentsOfFile: folder.path("out/allocation-balance.csv"), encoding: .utf8)
        let file = LindungProcess.root + "/scenarios/jawa-timur/alokasi-\(name).expected.csv"
        if ProcessInfo.processInfo.environment["LINDUNG_WRITE_SNAPSHOTS"] != nil {
            try text.write(toFile: file, atomically: true, encoding: .utf8)
        }
        let expected = Self.amounts(try String(contentsOfFile: file, encoding: .utf8))
        let found = Self.amounts(text)
        #expect(expected.count == found.count)
        for (year, amounts) in found {
            let needs = amounts["needs"] ?? -1
            #expect(needs == amounts.filter { $0.key != "needs" }.values.reduce(0, +), "\(year)")
            let before = expected[year] ?? [:]
            #expect(Set(before.keys) == Set(amounts.keys))
            guard name == "orang-bulan" else { continue }
            for (purse, amount) in amounts {
                let other = Double(before[purse] ?? 0)
                #expect(
                    abs(Double(amount) - other) <= 1e-3 * max(1e9, other), "\(year) \(purse)")
            }
        }
        let quotas = try String(contentsOfFile: folder.path("jawaban.csv"), encoding: .utf8)
        #expect(quotas.split(separator: "\n").count == 1 + 6 * 38 * 14)
    }

    /// Rupiah by year and purse.
    private static func amounts(_ text: String) -> [String: [String: Int]] {
        var amounts: [String: [String: Int]] = [:]
        for line in text.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            amounts[cells[0], default: [:]][cells[1]] = Int(cells[3])
        }
        return amounts
    }
}
