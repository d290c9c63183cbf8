import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// The catalogues of a data directory.
@Suite struct CatalogueReaderTests {
    @Test("Regions know their names, villages and members")
    func regions() throws {
        let regions = try FixtureFolder.catalogue().regions
        let blitar = try #require(RegionCode("35.05"))
        let province = try #require(RegionCode("35"))
        #expect(regions[blitar]?.name == "Kabupaten Blitar")
        #expect(regions[blitar]?.villages == 220)
        #expect(regions[province]?.villages == nil)
        #expect(regions.kabkota(in: province).map(\.code) == ["35.05", "35.10", "35.74"])
        #expect(regions.kabkota(in: .indonesia).count == 4)
        #expect(regions.exists(.indonesia))
        let nowhere = try #require(RegionCode("99"))
        #expect(!regions.exists(nowhere))
    }

    @Test("Segments bring their defaults as the lowest layer")
    func segments() throws {
        let catalogue = try FixtureFolder.catalogue()
        #expect(catalogue.segments.map(\.id.name) == ["petani", "nelayan", "rt-rw", "guru"])
        #expect(catalogue.segment("petani")?.name == Phrase(id: "Petani", en: "Farmers"))
        let layer = catalogue.layers[0]
        #expect(layer.name == "segments")
        let base = layer.settings.first { "\($0.address)" == "base.petani" }
        #expect(base?.points == [.init(from: nil, value: .number(1_000_000))])
        #expect(base?.provenance.mark == .assumed)
        #expect(base?.provenance.file == "Data/segments.yaml")
    }

    @Test("Purses know what they may pay and the account in force")
    func purses() throws {
        let catalogue = try FixtureFolder.catalogue()
        let purse = try #require(catalogue.purse("dbh-cht"))
        #expect(purse.payer == .apbd)
        #expect(purse.mayPay(.jkk, for: SegmentID("petani")))
        #expect(!purse.mayPay(.jkk, for: SegmentID("nelayan")))
        #expect(!purse.mayPay(.jht, for: SegmentID("petani")))
        let early = purse.budgetLine(for: .jkk, at: Month(2025, 12))
        let late = purse.budgetLine(for: .jkk, at: Month(2026, 1))
        #expect(early?.office == "Disnaker")
        #expect(early?.provenance.mark == .memory)
        #expect(late?.office == "Dinas Sosial")
        #expect(purse.budgetLine(for: .jkm, at: Month(2026, 1))?.account == nil)
        #expect(purse.provenance.mark == .conflict)
        #expect(catalogue.purse("csr")?.segments == nil)
        let share = catalogue.layers[1].settings.first
        #expect(share.map { "\($0.address)" } == "purse.share.dbh-cht")
    }

    @Test("The shipped catalogues have fifteen segments and eight purses without fault")
    func shipped() throws {
        let root = FixtureFolder.files.canonical("../../notebooks-data")
        let law = try RegionFixture.workspace.get().law
        let reading = CatalogueReader(files: FixtureFolder.files).read(
            DataDirectory(path: root), lawUnits: law.units)
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.rendered(in: .english))")
        let catalogue = try #require(reading.value)
        #expect(catalogue.segments.count == 15)
        #expect(catalogue.purses.count == 8)
        #expect(catalogue.regions.kabkota(in: .indonesia).count == 514)
        #expect(catalogue.purses.count { $0.limit != nil } == 3)
        for purse in catalogue.purses {
            #expect(!purse.budgetLines.isEmpty, "\(purse.id)")
            #expect(purse.provenance.mark != nil, "\(purse.id)")
        }
        for segment in catalogue.segments {
            for key in ["route", "base"] {
                let isSet = catalogue.layers[0].settings.contains {
                    $0.address.key == key && $0.address.member == segment.id.name
                        && $0.provenance.mark != nil
                }
                #expect(isSet, "\(key).\(segment.id)")
            }
        }
    }
}
