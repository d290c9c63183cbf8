import Policy
import Quantities
import Testing
import _TestSupport

@testable import Formats

/// Which row of a table holds for a cell: the narrowest, in whatever order rows stand.
@Suite struct TableOrderTests {
    /// A scenario of the three regions of the fixtures with one entry of its own.
    private static func scenario(
        _ entry: String, _ table: String, section: String = "assumptions"
    ) throws -> Reading<Scenario> {
        let text = """
            name: uji
            title: { id: Uji, en: Test }
            extends: dasar.yaml
            \(section):
              \(entry)
            """
        return try FixtureFolder.reading(
            text, ["dasar.yaml": ScenarioReaderTests.base, "t.csv": table])
    }

    /// What a key comes to in each region, with the region that it is borrowed from.
    private static func values(
        _ key: ParameterKey<Double>, _ reading: Reading<Scenario>
    ) throws -> [String] {
        guard let scenario = reading.value else {
            throw FixtureFolder.Unreadable(text: reading.diagnostics.rendered())
        }
        let policy = try scenario.resolved()
        return policy.regions.map { region in
            let timeline = policy.timeline(key, SegmentID("petani"), region)
            let step = timeline.steps[0]
            let from = step.provenance.borrowedFrom.map { "<\($0)" } ?? ""
            return "\(step.value)" + from
        }
    }

    @Test("A share of a kabupaten holds before its province's and the nation's, in any order")
    func narrowest() throws {
        let rows = ["00,0.1", "35,0.2", "35.05,0.3", "62.71,0.9"]
        for order in Self.orders(rows) {
            let table = "region,n\n" + order.joined(separator: "\n") + "\n"
            let reading = try Self.scenario(
                "retention: { table: ./t.csv, column: n }", table)
            #expect(
                try Self.values(Parameters.retention, reading) == ["0.3", "0.2<35", "0.2<35"])
        }
    }

    @Test("So it does where the key narrows the wide row to the same kabupaten")
    func narrowedKey() throws {
        for order in Self.orders(["00,0.1", "35,0.2", "35.05,0.3"]) {
            let table = "region,n\n" + order.joined(separator: "\n") + "\n"
            let reading = try Self.scenario(
                "retention@35.05: { table: ./t.csv, column: n }", table)
            #expect(try Self.values(Parameters.retention, reading) == ["0.3", "0.0", "0.0"])
        }
    }

    @Test("Random tables come to the narrowest row of each region, however they are shuffled")
    func random() throws {
        var draws = SeededDraws(11)
        let regions = ["35.05", "35.10", "35.74"]
        for _ in 0..<40 {
            var rows = [("35", 1), ("00", 2)]
            for (index, region) in regions.enumerated() where draws.next() % 2 == 0 {
                rows.append((region, index + 3))
            }
            for position in rows.indices.reversed() {
                rows.swapAt(position, Int(draws.next() % UInt64(position + 1)))
            }
            let table = "region,n\n" + rows.map { "\($0),0.\($1)\n" }.joined()
            let expected = regions.map { region in
                rows.first { $0.0 == region }.map { "0.\($0.1)" } ?? "0.1<35"
            }
            let reading = try Self.scenario("retention: { table: ./t.csv, column: n }", table)
            #expect(try Self.values(Parameters.retention, reading) == expected)
        }
    }

    @Test("A row that says where it is borrowed from keeps that")
    func ownWord() throws {
        let reading = try Self.scenario(
            "retention: { table: ./t.csv, column: n }", "region,n,borrowed_from\n35,0.2,62\n")
        #expect(
            try Self.values(Parameters.retention, reading) == ["0.2<62", "0.2<62", "0.2<62"])
    }

    @Test("A row of totals beside its parts counts nothing, first or last")
    func totals() throws {
        let parts = ["35.05,1000", "35.10,2000", "35.74,3000"]
        for wide in ["35,6000", "00,9000", "JAWA TIMUR,6000", "Total,6000", "jumlah,6000"] {
            for rows in [[wide] + parts, parts + [wide]] {
                let table = "region,n\n" + rows.joined(separator: "\n") + "\n"
                let reading = try Self.scenario("workers: { table: ./t.csv, column: n }", table)
                #expect(
                    try Self.values(Parameters.workers, reading) == [
                        "1000.0", "2000.0", "3000.0",
                    ])
            }
        }
    }

    @Test(
        "The total of a province is handed down by no table",
        arguments: [
            ("population", "assumptions", ""), ("denominator.employed", "assumptions", ""),
            ("apbd.spending", "assumptions", ""), ("purse.ceiling", "levers", ""),
            ("purse.revenue", "assumptions", ""), ("quota", "levers", ""),
            ("entrants", "assumptions", ""),
        ])
    func noTotals(_ key: String, _ section: String, _ unit: String) throws {
        // The base has a quota of its own, which would stand in.
        let entry = key == "quota" ? "quota.nelayan" : key
        let reading = try Self.scenario(
            "\(entry): { table: ./t.csv, column: n }", "region,n\n35,600\n35.05,100\n",
            section: section)
        let fault = try #require(reading.diagnostics.first)
        #expect(reading.value == nil)
        #expect(fault.hint?.english.contains("35.10 Kabupaten Banyuwangi") == true)
        #expect(
            fault.hint?.english.contains("the total of 35 Jawa Timur is not handed down") == true)
    }

    @Test("Shares and rates of the same keys are handed down")
    func shares() throws {
        for (entry, section) in [
            ("quota: { table: ./t.csv, column: n, unit: share }", "levers"),
            ("entrants: { table: ./t.csv, column: n, unit: 1/year }", "assumptions"),
            ("household.size: { table: ./t.csv, column: m }", "assumptions"),
            ("poverty.line: { table: ./t.csv, column: m }", "assumptions"),
        ] {
            let reading = try Self.scenario(entry, "region,n,m\n35,0.5,4\n", section: section)
            #expect(reading.value != nil, "\(entry): \(reading.diagnostics.rendered())")
        }
    }

    @Test("A cell without a value is a fault though its region has rows for others")
    func cells() throws {
        let complete = "region,purse,n\n35.05,dbh-cht,1\n35.10,dbh-cht,2\n35.74,dbh-cht,3\n"
        let entry = "purse.ceiling: { table: ./t.csv, column: n }"
        let one = "35.05,apbd-kabkota,4\n35.10,apbd-kabkota,5\n"
        let reading = try Self.scenario(entry, complete + one, section: "levers")
        #expect(
            reading.diagnostics.first?.hint?.english
                == "there is no row for: 35.74 Kota Probolinggo (apbd-kabkota)")
        let sound = try Self.scenario(
            entry, complete + one + "35.74,apbd-kabkota,0\n",
            section: "levers")
        #expect(sound.value != nil)
    }

    @Test("So is one whose values begin after the scenario does")
    func lateCells() throws {
        let table = "region,year,n\n35.05,2025,1\n35.10,2026,2\n35.74,2025,3\n"
        let reading = try Self.scenario("apbd.spending: { table: ./t.csv, column: n }", table)
        #expect(
            reading.diagnostics.first?.hint?.english
                == "there is no row for: 35.10 Kabupaten Banyuwangi")
    }

    @Test("A year that most other cells have is told where a cell lacks it")
    func years() throws {
        let table = """
            region,year,n
            35.05,2025,1
            35.05,2026,2
            35.10,2025,1
            35.10,2026,2
            35.74,2025,1
            """
        let reading = try Self.scenario("apbd.spending: { table: ./t.csv, column: n }", table)
        let warning = try #require(reading.diagnostics.first)
        #expect(reading.value != nil)
        #expect(
            warning.message.english == "1 key has no row for 2026-01, which most others have")
        #expect(
            warning.message.indonesian
                == "1 isian tidak punya baris untuk 2026-01, padahal sebagian besar punya")
        #expect(
            warning.hint?.english == "the value before goes on for: apbd.spending@35.74")
    }

    /// All orders of some rows.
    private static func orders(_ rows: [String]) -> [[String]] {
        guard rows.count > 1 else { return [rows] }
        return rows.indices.flatMap { index -> [[String]] in
            var rest = rows
            let first = rest.remove(at: index)
            return orders(rest).map { [first] + $0 }
        }
    }
}
