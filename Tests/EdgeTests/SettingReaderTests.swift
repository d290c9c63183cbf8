import Policy
import Quantities
import Testing

@testable import Formats

/// The forms in which an entry may give its value.
@Suite struct SettingReaderTests {
    @Test("Each form gives its verb, points and end")
    func forms() throws {
        let settings = try settings(
            """
            levers:
              quota: 1200
              quota.petani: { unit: share, value: 40 % }
              quota.nelayan: { from: 2026-01, until: 2026-12, value: 500 }
              quota.petani@35.74: { from: 2026-01, scale: '0,5' }
              quota.nelayan@35.74: { from: 2026-01, add: -100 }
              funding.months: { values: { 2025-01: 12, 2026-01: 9 } }
              refill.petani: false
              route.nelayan: pu
              programmes: [jkm, jkk]
              funding.purses.petani: [apbd-kabkota, dbh-cht]
              purse.ceiling.dbh-cht@35.05: Rp 1.500.000.000
            """)
        let (january, december) = (Month(2026, 1), Month(2026, 12))
        #expect(settings["quota"]?.points == [.init(from: nil, value: .heads(1200))])
        #expect(settings["quota.petani"]?.points == [.init(from: nil, value: .share(0.4))])
        #expect(settings["quota.nelayan"]?.points == [.init(from: january, value: .heads(500))])
        #expect(settings["quota.nelayan"]?.until == december)
        #expect(settings["quota.petani@35.74"]?.verb == .scale)
        #expect(settings["quota.petani@35.74"]?.points[0].value == .number(0.5))
        #expect(settings["quota.nelayan@35.74"]?.verb == .add)
        #expect(settings["quota.nelayan@35.74"]?.points[0].value == .heads(-100))
        #expect(settings["funding.months"]?.points.map(\.value) == [.number(12), .number(9)])
        #expect(settings["refill.petani"]?.points[0].value == .flag(false))
        #expect(settings["route.nelayan"]?.points[0].value == .word("pu"))
        #expect(settings["programmes"]?.points[0].value == .words(["jkk", "jkm"]))
        let purses = settings["funding.purses.petani"]?.points[0].value
        #expect(purses == .words(["apbd-kabkota", "dbh-cht"]))
        let ceiling = settings["purse.ceiling.dbh-cht@35.05"]
        #expect(ceiling?.points[0].value == .number(1_500_000_000))
    }

    @Test("Outreach that saturates reaches less than is asked, in every step")
    func saturation() throws {
        let settings = try settings(
            """
            levers:
              quota.petani: { unit: share, value: 50 %, saturation: 1 }
              quota.nelayan:
                { unit: share, values: { 2025-01: 10 %, 2026-01: 1 }, saturation: 90 % }
            """)
        let reached = ["quota.petani", "quota.nelayan"].flatMap { key in
            settings[key]?.points.map { $0.value.number ?? .nan } ?? []
        }
        // The first and last are published (Atomica); the second is 0.9 tanh(1 / 9).
        for (one, other) in zip(reached, [0.462117, 0.099590, 0.724009]) {
            #expect(abs(one - other) < 5e-7)
        }
        #expect(reached.count == 3)
        if case .share? = settings["quota.petani"]?.points[0].value {} else { Issue.record("unit") }
    }

    @Test("Evidence travels with the value")
    func evidence() throws {
        let settings = try settings(
            """
            assumptions:
              workers.petani:
                value: 10
                mark: V2
                source: Sakernas 2024
                range: 5 .. 50
                borrowed_from: 35.05
                note: catatan
              entrants.petani: { unit: 1/year, value: 0.02 }
              entrants.nelayan: 3
            """)
        let provenance = try #require(settings["workers.petani"]?.provenance)
        #expect(provenance.mark == .secondary)
        #expect(provenance.source == "Sakernas 2024")
        #expect(provenance.range == 5...50)
        #expect(provenance.borrowedFrom == RegionCode("35.05"))
        #expect(settings["entrants.petani"]?.points[0].value == .perYear(0.02))
        #expect(settings["entrants.nelayan"]?.points[0].value == .perMonth(3))
    }

    @Test("Law takes numbers, quoted or not, and flags as 1 or 0")
    func law() throws {
        let settings = try settings(
            """
            law:
              bpu.jkm.amount: { from: 2026-07, value: 7000, source: usulan }
              pu.jkm.rate: { unit: share, value: "0,3 %" }
            """)
        #expect(settings["law.bpu.jkm.amount"]?.points[0].value == .number(7000))
        #expect(settings["law.bpu.jkm.amount"]?.address.role == .law)
        #expect(settings["law.pu.jkm.rate"]?.points[0].value == .number(0.003))
    }

    @Test("A declared locale holds for its file and the tables beside it, not for shipped ones")
    func localeOfTables() throws {
        let head = """
            name: x
            title: { id: X, en: X }
            regions: ["35.05"]
            horizon: { from: 2025-01, until: 2025-12 }
            segments: [petani]
            purses: [dbh-cht]
            locale: id-ID
            cohorts: { table: cohorts.csv, group: 35 }
            assumptions:
              retention: 0.125
              eligible_share: 0,875
              rate.lapse: { table: ./laju.csv, column: laju }
              workers: { table: ./orang.csv, column: orang, locale: en-US }

            """
        let reading = try FixtureFolder.reading(
            head,
            [
                "laju.csv": "region;laju\n35.05;0,25\n",
                "orang.csv": "region,orang\n35.05,\"20,000\"\n",
            ])
        let scenario = try #require(
            reading.value, "\(reading.diagnostics.rendered(in: .english))")
        #expect(!scenario.cohorts.isEmpty)
        let settings = try #require(scenario.layers.last?.settings)
        let values = Dictionary(
            uniqueKeysWithValues: settings.map { ($0.address.key, $0.points[0].value) })
        #expect(values["retention"] == .number(0.125))
        #expect(values["eligible_share"] == .number(0.875))
        #expect(values["rate.lapse"] == .number(0.25))
        #expect(values["workers"] == .number(20_000))
    }

    @Test("A result beside a file keeps its decimal points, whatever the file declares")
    func localeOfResults() throws {
        let text = """
            name: x
            title: { id: X, en: X }
            regions: ["35.05"]
            horizon: { from: 2025-01, until: 2025-12 }
            segments: [petani]
            purses: [dbh-cht]
            locale: id-ID
            levers:
              purse.ceiling: { table: ./hasil/purses.csv, column: paid_rp }
            assumptions: { workers: 5 }

            """
        let table = "region,purse,paid_rp\n35.05,dbh-cht,1.5e+06\n"
        let other = "region,purse,paid_rp\n35.05,dbh-cht,202700659.6996035\n"
        let manifest = """
            { "program": "lindung", "outputs": [{ "file": "purses.csv", "sha256": "0" }] }
            """
        for (cells, expected) in [(table, 1_500_000), (other, 202_700_659.6996035)] {
            let reading = try FixtureFolder.reading(
                text, ["hasil/purses.csv": cells, "hasil/manifest.json": manifest])
            let settings = try #require(reading.value?.layers.last?.settings)
            let ceiling = settings.first { $0.address.key == "purse.ceiling" }
            #expect(ceiling?.points[0].value == .number(expected))
        }
        // A spreadsheet that saved it again has its own marks.
        let saved = "region;purse;paid_rp\n35.05;dbh-cht;1.500.000,5\n"
        let reading = try FixtureFolder.reading(
            text, ["hasil/purses.csv": saved, "hasil/manifest.json": manifest])
        let ceiling = reading.value?.layers.last?.settings.first {
            $0.address.key == "purse.ceiling"
        }
        #expect(ceiling?.points[0].value == .number(1_500_000.5))
    }

    @Test("A declared locale decides what 1.234 means")
    func locale() throws {
        let indonesian = try settings("locale: id-ID\nlevers: { quota.petani: 1.234 }")
        let english = try settings("locale: en-US\nassumptions: { mortality.load: 1.234 }")
        #expect(indonesian["quota.petani"]?.points[0].value == .heads(1234))
        #expect(english["mortality.load"]?.points[0].value == .number(1.234))
    }

    /// The settings of a scenario's own layer by address.
    private func settings(_ sections: String) throws -> [String: Setting] {
        let header = """
            name: uji
            title: { id: Uji, en: Test }
            extends: dasar.yaml

            """
        let reading = try FixtureFolder.reading(
            header + sections, ["dasar.yaml": ScenarioReaderTests.base])
        guard let layer = reading.value?.layers.last else {
            throw FixtureFolder.Unreadable(text: reading.diagnostics.rendered())
        }
        return Dictionary(uniqueKeysWithValues: layer.settings.map { ("\($0.address)", $0) })
    }
}
