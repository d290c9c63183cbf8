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
        let costs = try Self.costs(folder.path("out/allocation.csv"))
        try Self.checkRanges(folder.path("out"))
        let expected = Self.amounts(try String(contentsOfFile: file, encoding: .utf8))
        let found = Self.amounts(text)
        #expect(expected.count == found.count)
        for (year, amounts) in found {
            let needs = amounts["needs"] ?? -1
            #expect(needs == amounts.filter { $0.key != "needs" }.values.reduce(0, +), "\(year)")
            let before = expected[year] ?? [:]
            #expect(Set(before.keys) == Set(amounts.keys))
            // What everybody would need is the same whoever is paid for.
            #expect(needs == before["needs"] && needs == Self.needs[year], "\(year)")
            for (purse, amount) in amounts where !Self.totals.contains(purse) {
                #expect(amount == costs[year + purse] ?? 0, "\(year) \(purse)")
            }
            guard name == "orang-bulan" else { continue }
            for (purse, amount) in amounts {
                let other = Double(before[purse] ?? 0)
                #expect(
                    abs(Double(amount) - other) <= 1e-3 * max(1e9, other), "\(year) \(purse)")
            }
        }
        // Which purse pays in which year may differ between plans that are as good; what all of
        // them pay may not: all money is spent, or the least that does.
        let (all, before) = (Self.paid(found), Self.paid(expected))
        #expect(abs(all - before) <= 1e-3 * before && before > 3e11, "\(all), not \(before)")
        let report = try String(contentsOfFile: folder.path("out/report.md"), encoding: .utf8)
        #expect(
            report.contains("Pembagian terbaik mencapai \(Self.answers[name] ?? "?")"), "\(report)")
        let quotas = try String(contentsOfFile: folder.path("jawaban.csv"), encoding: .utf8)
        // A row for each cell, and one for each further purse that leads in it.
        let cells = quotas.split(separator: "\n").dropFirst().map {
            $0.split(separator: ",").prefix(3).joined(separator: ",")
        }
        #expect(Set(cells).count == 6 * 38 * 14)
    }

    /// By year, what everybody would need, as one of the answers told it: all are about the same
    /// people and prices.
    private static let needs: [String: Int] = {
        let file = LindungProcess.root + "/scenarios/jawa-timur/alokasi-orang-bulan.expected.csv"
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        return amounts(text ?? "").compactMapValues { $0["needs"] }
    }()

    /// Rows of the balance that are no purse.
    private static let totals: Set = ["needs", "discount", "gap"]

    /// The best values, which do not depend on the solver; whole persons are within a
    /// ten-thousandth of them.
    private static let answers = [
        "orang-bulan": "66.44", "daerah-terlemah": "17,19 %", "keluarga": "3.040",
        "biaya-terendah": "Rp 336.2", "tangguh": "62.54",
    ]

    /// An answer run as a scenario: the projection, which knows nothing of the linear programme,
    /// comes to the same bill but for the few who are not eligible once others are paid for, and
    /// its purses pay nearly all of it.
    @Test(arguments: ["orang-bulan", "daerah-terlemah"]) func answerRuns(_ name: String) throws {
        let folder = try TemporaryFolder()
        let found = try LindungProcess(
            "allocate", "scenarios/jawa-timur/alokasi-\(name).yaml", "--quiet", "--out",
            folder.path("out"), "--write-scenario", folder.path("jawaban.yaml"))
        #expect(found.status == 0, "\(found.errors)")
        let run = try LindungProcess(
            "run", folder.path("jawaban.yaml"), "--quiet", "--out", folder.path("run"))
        #expect(run.status == 0, "\(run.errors)")
        let planned = try Self.sum("cost_rp", folder.path("out/allocation.csv"))
        let bill = try Self.sum("public_bill_rp", folder.path("run/yearly-segment.csv"))
        let gap = try Self.sum("gap_rp", folder.path("run/yearly-segment.csv"))
        #expect(planned > 9e11)
        #expect(abs(bill - planned) < 5e-3 * planned, "\(bill) of \(planned)")
        // Purses that share people take turns of whole months.
        #expect(gap < 2e-3 * planned, "\(gap) of \(planned)")
    }

    /// The sum of a column.
    private static func sum(_ column: String, _ path: String) throws -> Double {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let place = try #require(lines[0].firstIndex { $0 == column })
        return lines.dropFirst().reduce(0) { $0 + (Double($1[place]) ?? .nan) }
    }

    /// Persons of each segment and year are those of the plan, of the eligible, and within what
    /// leaves the best value unchanged.
    private static func checkRanges(_ folder: String) throws {
        let plan = try String(contentsOfFile: folder + "/allocation.csv", encoding: .utf8)
        var paid: [String: Int] = [:]
        for line in plan.split(separator: "\n").dropFirst() {
            let cells = line.split(separator: ",").map(String.init)
            paid[cells[0] + cells[2], default: 0] += Int(cells[4]) ?? 0
        }
        let text = try String(
            contentsOfFile: folder + "/allocation-segments.csv", encoding: .utf8)
        let lines = text.split(separator: "\n")
        #expect(
            lines[0] == "year,segment,eligible_persons,persons,least_persons,most_persons")
        #expect(lines.count == 1 + 6 * 14)
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let numbers = cells.dropFirst(2).map { Double($0) ?? .nan }
            #expect(Int(numbers[1]) == paid[String(cells[0] + cells[1])] ?? 0, "\(line)")
            #expect(numbers[2] <= numbers[1] && numbers[1] <= numbers[3], "\(line)")
            #expect(numbers[3] <= numbers[0], "\(line)")
        }
    }

    /// What purses pay in all years together, rupiah.
    private static func paid(_ amounts: [String: [String: Int]]) -> Double {
        amounts.values.reduce(0) { sum, year in
            sum
                + year.reduce(0) {
                    Self.totals.contains($1.key) ? $0 : $0 + Double($1.value)
                }
        }
    }

    /// What persons cost, rupiah by year and purse.
    private static func costs(_ path: String) throws -> [String: Int] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let rows = lines.map { $0.split(separator: ",").map(String.init) }
        #expect(rows[0][0] == "year" && rows[0][3] == "purse" && rows[0][6] == "cost_rp")
        return rows.dropFirst().reduce(into: [:]) {
            $0[$1[0] + $1[3], default: 0] += Int($1[6]) ?? 0
        }
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
