import Policy
import Quantities
import Testing

@testable import Formats

/// Values that stand in tables.
@Suite struct TableSettingsTests {
    @Test("Rows of the scenario become settings by member and region, in order of month")
    func rows() throws {
        let settings = try settings(
            "assumptions: { workers: { table: workforce.csv, column: workers_persons } }")
        #expect(
            settings.map { "\($0.address)" } == [
                "workers.petani@35.05", "workers.nelayan@35.05", "workers.petani@35.10",
                "workers.petani@35.74",
            ])
        // 2023 lies before the last value at the start, 2031 after the end.
        #expect(settings[0].points.map(\.from) == [Month(2024, 1), Month(2026, 1)])
        #expect(settings[0].points.map(\.value) == [.number(91000), .number(92000)])
        let provenance = settings[0].provenance
        #expect(provenance.file == "Data/workforce.csv")
        #expect(provenance.line == 3)
        #expect(provenance.column == 19)
        #expect(provenance.mark == .derived)
        #expect(provenance.source == "Sakernas 2024")
        #expect(provenance.range == 81000...99000)
        #expect(settings[1].provenance.borrowedFrom == RegionCode("35"))
    }

    @Test("The address of the entry picks rows")
    func address() throws {
        let settings = try settings(
            """
            assumptions:
              workers.petani@35.74: { table: workforce.csv, column: workers_persons }
            """
        )
        #expect(settings.map { "\($0.address)" } == ["workers.petani@35.74"])
        #expect(settings[0].points.map(\.value) == [.number(4000)])
    }

    @Test("A wider row is narrowed to the address of the entry")
    func wideRow() throws {
        let settings = try settings(
            "assumptions: { retention@35.74: { table: ./t.csv, column: n } }", "region,n\n35,0.7\n")
        #expect(settings.map { "\($0.address)" } == ["retention@35.74"])
        #expect(settings[0].provenance.borrowedFrom == RegionCode("35"))
    }

    @Test("Semicolons, decimal commas, quotes, CRLF and a byte-order mark are read")
    func spreadsheet() throws {
        let table =
            "\u{FEFF}region;rate;source\r\n35.05;0,25;\"a;b \"\"c\"\"\"\r\n35.1"
            + "0;\"1,5\";\r\n\r\n35.74;2;x"
        let settings = try settings(
            "assumptions: { rate.lapse: { table: ./t.csv, column: rate } }", table)
        #expect(settings.map { $0.points[0].value } == [.number(0.25), .number(1.5), .number(2)])
        #expect(settings[0].provenance.source == "a;b \"c\"")
        #expect(settings[2].provenance.line == 5)
    }

    @Test("Months, and rows of other keys")
    func months() throws {
        let table = """
            region,key,year,month,n
            35,retention,2026,7,0.2
            35,quota,2026,1,0.99
            35,retention,2025,,0.1
            """
        let settings = try settings(
            "assumptions: { retention: { table: ./t.csv, column: n } }", table)
        #expect(settings.count == 1)
        #expect(settings[0].points.map(\.from) == [Month(2025, 1), Month(2026, 7)])
    }

    @Test("Empty cells that would have counted are warned about, once for a table and key")
    func emptyCells() throws {
        let table = """
            region,year,n
            35.05,2023,
            35.05,2024,10
            35.10,2024,20
            35.10,2026,
            35.74,2024,
            35.74,2031,
            62.71,2024,
            """
        let reading = try reading(
            "assumptions: { workers: { table: ./t.csv, column: n } }", table)
        let warning = try #require(reading.diagnostics.first)
        #expect(reading.diagnostics.count == 1)
        #expect(warning.severity == .warning)
        #expect(warning.position.file.hasSuffix("t.csv"))
        #expect(warning.position.line == 5)
        #expect(
            warning.message.english == "2 cells for 'workers' are empty, the first on this line")
        #expect(warning.message.indonesian == "2 sel untuk 'workers' kosong mulai baris ini")
        #expect(warning.hint?.english == "an earlier row or the lower layers hold there")
        let settings = try #require(reading.value?.layers.last?.settings)
        #expect(settings.map { "\($0.address)" } == ["workers@35.05", "workers@35.10"])
        #expect(settings.map(\.points.count) == [1, 1])
    }

    @Test("A table of law has no regions; rows of other keys may have them")
    func law() throws {
        let table = "region,key,year,amount\n35.74,workers,2026,5\n,law.bpu.jkm.amount,2026,7000\n"
        let settings = try settings(
            "law: { bpu.jkm.amount: { table: ./t.csv, column: amount } }", table)
        #expect(settings.map { "\($0.address)" } == ["law.bpu.jkm.amount"])
        #expect(settings[0].points.map(\.value) == [.number(7000)])
    }

    @Test("A table fills a purse's ceilings, and what the file writes itself comes after")
    func purses() throws {
        let table =
            "region,purse,year,ceiling_rp\n35.05,dbh-cht,2025,5000000000\n35.05,csr,2025,1\n"
        let settings = try settings(
            """
            levers:
              purse.ceiling.dbh-cht@35.05: 7000000000
              purse.ceiling: { table: ./t.csv, column: ceiling_rp }
              purse.ceiling.apbd-kabkota: 0
              purse.ceiling@35.10: 0
              purse.ceiling@35.74: 0
            """, table)
        #expect(
            settings.map { "\($0.address)" } == [
                "purse.ceiling.dbh-cht@35.05", "purse.ceiling.dbh-cht@35.05",
                "purse.ceiling.apbd-kabkota", "purse.ceiling@35.10", "purse.ceiling@35.74",
            ])
        #expect(settings.map(\.provenance.file.isTable) == [true, false, false, false, false])
    }

    @Test("A parent's table is read for the child's regions")
    func childRegions() throws {
        let parent = ScenarioReaderTests.base.replacing(
            "  workers: 1000", with: "  workers: { table: workforce.csv, column: workers_persons }")
        let child = """
            name: anak
            title: { id: Anak, en: Child }
            extends: dasar.yaml
            regions: [62]
            segments: [petani]
            """
        let reading = try FixtureFolder.reading(child, ["dasar.yaml": parent])
        let settings = reading.value?.layers[2].settings.filter { $0.address.key == "workers" }
        #expect(settings?.map { "\($0.address)" } == ["workers.petani@62.71"])
    }

    private func reading(_ sections: String, _ table: String) throws -> Reading<Scenario> {
        let header = "name: uji\ntitle: { id: Uji, en: Test }\nextends: dasar.yaml\n"
        return try FixtureFolder.reading(
            header + sections, ["dasar.yaml": ScenarioReaderTests.base, "t.csv": table])
    }

    func settings(_ sections: String, _ table: String = "") throws -> [Setting] {
        let reading = try reading(sections, table)
        guard let layer = reading.value?.layers.last else {
            throw FixtureFolder.Unreadable(text: reading.diagnostics.rendered())
        }
        return layer.settings
    }
}

extension String {
    fileprivate var isTable: Bool { hasSuffix(".csv") }
}
