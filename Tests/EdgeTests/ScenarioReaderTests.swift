import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Scenarios without fault: what is read, and in which order layers lie.
@Suite struct ScenarioReaderTests {
    static let base = """
        name: dasar
        title: { id: Dasar, en: Base }
        regions: [35]
        horizon: { from: 2025-01, until: 2027-12 }
        segments: [petani, nelayan]
        purses: [dbh-cht, apbd-kabkota]
        levers:
          quota.petani: 100
          quota.nelayan@35.05: { values: { 2025-01: 5, 2027-01: 7 } }
        assumptions:
          workers: 1000
        """

    @Test("Header, settings and provenance of a scenario")
    func header() throws {
        let scenario = try value(Self.base)
        #expect(scenario.name == "dasar")
        #expect(scenario.title == Phrase(id: "Dasar", en: "Base"))
        #expect(scenario.regions.map(\.code) == ["35.05", "35.10", "35.74"])
        #expect(scenario.horizon == Month(2025, 1)...Month(2027, 12))
        #expect(scenario.segments.map(\.id.name) == ["petani", "nelayan"])
        #expect(scenario.purses.map(\.id.name) == ["dbh-cht", "apbd-kabkota"])
        #expect(scenario.layers.map(\.name) == ["segments", "purses", "dasar"])
        let setting = try #require(scenario.layers[2].settings.first)
        #expect("\(setting.address)" == "quota.petani")
        #expect(setting.points == [.init(from: nil, value: .heads(100))])
        #expect(setting.provenance.line == 8)
        #expect(setting.provenance.column == 3)
        #expect(setting.provenance.layer == "dasar")
    }

    @Test("Parents and packages lie below, in the order written")
    func layers() throws {
        let child = """
            name: anak
            title: { id: Anak, en: Child }
            extends: sub/induk.yaml
            packages: [b.yaml, a.yaml]
            levers: { refill: false }
            """
        let parent = """
            name: induk
            title: { id: Induk, en: Parent }
            extends: ../dasar.yaml
            packages: [./c.yaml]
            """
        let addition = { (name: String) in "package: \(name)\nlevers: { funding.months: 6 }" }
        let reading = try FixtureFolder.reading(
            child,
            [
                "sub/induk.yaml": parent, "dasar.yaml": Self.base, "a.yaml": addition("a"),
                "b.yaml": addition("b"), "sub/c.yaml": addition("c"),
            ])
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.rendered())")
        let scenario = try #require(reading.value)
        #expect(
            scenario.layers.map(\.name)
                == ["segments", "purses", "dasar", "c", "induk", "b", "a", "anak"])
        #expect(scenario.name == "anak")
        #expect(scenario.regions.count == 3)
    }

    @Test("What a parent says of other regions, segments and months is left out")
    func narrowed() throws {
        let child = """
            name: anak
            title: { id: Anak, en: Child }
            extends: dasar.yaml
            regions: ["35.05"]
            horizon: { from: 2026-07, until: 2026-12 }
            segments: [nelayan]
            """
        let reading = try FixtureFolder.reading(child, ["dasar.yaml": Self.base])
        let scenario = try #require(reading.value)
        let settings = scenario.layers[2].settings
        #expect(settings.map { "\($0.address)" } == ["quota.nelayan@35.05", "workers"])
        #expect(settings[0].points == [.init(from: Month(2025, 1), value: .heads(5))])
        #expect(scenario.layers[0].settings.allSatisfy { $0.address.member == "nelayan" })
    }

    @Test("A byte-order mark and CRLF line ends change nothing")
    func byteOrderMark() throws {
        let plain = try value(Self.base)
        let windows = Self.base.split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "\r\n")
        let marked = try value("\u{FEFF}" + windows + "\r\n")
        #expect(marked.regions == plain.regions)
        #expect(marked.layers.last?.settings.count == plain.layers.last?.settings.count)
        #expect(marked.layers.last?.settings[0].provenance.line == 8)
        let broken = try FixtureFolder.reading("\u{FEFF}" + windows + "\r\n  retention: 2\r\n")
        #expect(broken.diagnostics.first?.position.line == 12)
        #expect(broken.diagnostics.first?.sourceLine == "  retention: 2")
    }

    @Test("Aliases and merge keys are worked out; own fields win")
    func aliases() throws {
        let text =
            Self.base + """

                  retention: &angka { value: 0.1, mark: A, source: uji }
                  eligible_share: { <<: *angka, value: 0.9 }
                """
        let settings = try value(text).layers[2].settings.suffix(2)
        #expect(settings.map(\.points).map { $0[0].value } == [.number(0.1), .number(0.9)])
        #expect(settings.map(\.provenance.source) == ["uji", "uji"])
    }

    @Test("Region codes are text: 35.10 unquoted is the kabupaten, not 35.1")
    func regionCodes() throws {
        let text = Self.base.replacing("regions: [35]", with: "regions: [35.10, \"35.74\"]")
            .replacing("@35.05", with: "@35.10")
        #expect(try value(text).regions.map(\.code) == ["35.10", "35.74"])
    }

    @Test("A package that speaks of more than the scenario is only warned about")
    func widePackage() throws {
        let text = Self.base + "\npackages: [luas.yaml]\n"
        let package = "package: luas\nlevers: { quota.rt-rw: 5, quota.petani@62.71: 9 }"
        let reading = try FixtureFolder.reading(text, ["luas.yaml": package])
        #expect(reading.diagnostics.map(\.severity) == [.warning, .warning])
        #expect(reading.value?.layers.last { $0.name == "luas" }?.settings.isEmpty == true)
    }

    @Test("A folder in place of the scenario, and a scenario that does not exist")
    func places() throws {
        let folder = try FixtureFolder.read("Broken/parts")
        #expect(
            folder.diagnostics.rendered()
                == "Broken/parts: galat: 'Broken/parts' adalah folder, bukan berkas\n"
                + "  petunjuk: sebutkan berkas di dalamnya")
        let missing = try FixtureFolder.read("Broken/parts/dasr.yaml")
        #expect(
            missing.diagnostics.rendered()
                == "Broken/parts/dasr.yaml: galat: berkas 'Broken/parts/dasr.yaml' tidak ada\n"
                + "  petunjuk: maksud Anda 'Broken/parts/dasar.yaml'?")
        #expect(folder.value == nil && missing.value == nil)
    }

    private func value(_ text: String) throws -> Scenario {
        let reading = try FixtureFolder.reading(text)
        guard let scenario = reading.value else {
            throw FixtureFolder.Unreadable(text: reading.diagnostics.rendered())
        }
        return scenario
    }

    @Test(
        "Some tens of parents are read, and more are told where they begin",
        .timeLimit(.minutes(20)))
    func manyParents() throws {
        var files: [String: String] = [:]
        for number in 0..<3000 {
            files["c\(number).yaml"] = """
                name: c\(number)
                title: x
                extends: c\(number + 1).yaml
                """
        }
        files["c3000.yaml"] = Self.base
        try FixtureFolder.inFolder(files) { folder in
            #expect(try FixtureFolder.read(folder + "/c2950.yaml").diagnostics.isEmpty)
            for number in [2949, 0] {
                let found = try FixtureFolder.read(folder + "/c\(number).yaml").diagnostics
                #expect(found.map(\.message) == [Phrase.tooManyParents(50)])
                #expect(found[0].position.file == folder + "/c\(number + 50).yaml")
                #expect(found[0].position.line == 3)
            }
        }
    }
}
