import Analysis
import Formats
import Foundation
import Policy
import Quantities
import Reading
import Testing

@testable import LindungApp

/// Levers turned on the page come to what the command makes of the file that keeps them.
@Suite struct TryPageTests {
    private static let farmers = "tuas.quota.petani=5000"
    private static let ceiling = "tuas.purse.ceiling.dbh-cht=1500000000"

    /// A folder with a scenario that goes on from a shipped one.
    private static func folder(_ parent: String) throws -> String {
        let path = NSTemporaryDirectory() + "coba-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        let text = """
            name: dasar
            title: { id: Mulai, en: Start }
            extends: \(OpenDesk.root)/scenarios/\(parent)

            """
        try text.write(toFile: path + "/dasar.yaml", atomically: true, encoding: .utf8)
        return path
    }

    private static func result(_ file: String) throws -> ScenarioResult {
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: OpenDesk.root))
        return try ScenarioResult(try workspace.policy(file).value, law: workspace.law)
    }

    private static func query(_ folder: String, _ rest: String...) -> String {
        (["folder=" + folder, "s=dasar", "sejak=2026-01"] + rest).joined(separator: "&")
    }

    @Test("The first lever finds what its page has read")
    func firstLever() async throws {
        let folder = try Self.folder("kota-probolinggo/dasar.yaml")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let open = OpenDesk(folder)
        let name = TryPage.name(folder + "/dasar.yaml", "35.74", "2026-01")
        #expect(await !open.desk.trials.holds(name))
        let page = await open.get("/coba", "folder=\(folder)&s=dasar")
        #expect(page.text.contains(#"name="sejak" value="2026-01""#))
        #expect(await open.desk.trials.holds(name))
    }

    @Test(
        "A kept trial comes to the same figures and digest as on the page",
        arguments: [("kota-probolinggo/dasar.yaml", "35.74"), ("jawa-timur/dasar.yaml", "35.07")])
    func kept(_ parent: String, _ region: String) async throws {
        let folder = try Self.folder(parent)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let open = OpenDesk(folder)
        let query = Self.query(folder, "daerah=" + region, Self.farmers, Self.ceiling)
        let panel = await open.post("/coba/hasil", query)
        #expect(panel.status == 200)
        let saved = await open.post("/coba/simpan", query + "&nama=coba-1")
        #expect(saved.status == 303, "\(saved.text)")
        let result = try Self.result(folder + "/coba-1.yaml")
        #expect(result.policy.regions.map(\.code) == [region])
        let cards = OpenDesk.cards(panel.text)
        #expect(cards["cost"]?["scenario"] == result.summary.overall(.publicBill))
        #expect(cards["people"]?["scenario"] == result.summary.overall(.protectedAtEnd))
        #expect(cards["families"]?["scenario"] == result.summary.overall(.familiesKept))
        #expect(cards["cost"]?["scenario"] != cards["cost"]?["baseline"])
        // What it is compared with is there too, and the comparison opens.
        let compared = await open.get("/", String(saved.text.dropFirst(2)))
        #expect(compared.status == 200)
        #expect(compared.text.contains(result.digest.hexadecimal))
    }

    @Test(
        "A lever that moves prices is priced anew, as the command does",
        arguments: ["petani", "rt-rw"])
    func prices(_ segment: String) async throws {
        let folder = try Self.folder("kota-probolinggo/dasar.yaml")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let open = OpenDesk(folder)
        let query = Self.query(folder, "daerah=35.74", "tuas.route.\(segment)=pu")
        let panel = await open.post("/coba/hasil", query)
        let saved = await open.post("/coba/simpan", query + "&nama=coba-1")
        #expect(panel.status == 200 && saved.status == 303, "\(saved.text)")
        let result = try Self.result(folder + "/coba-1.yaml")
        let cards = OpenDesk.cards(panel.text)
        #expect(cards["cost"]?["scenario"] == result.summary.overall(.publicBill))
        #expect(cards["cost"]?["scenario"] != cards["cost"]?["baseline"])
    }

    @Test("All regions at once: numbers unlike each other turn by a factor, and the file says so")
    func everywhere() async throws {
        let folder = try Self.folder("kalimantan-tengah/dasar.yaml")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let open = OpenDesk(folder)
        let query = Self.query(
            folder, "daerah=semua", "tuas.quota.petani=1.5", "tuas.budget.policy.petani=cap-months")
        let page = await open.get("/coba", Self.query(folder, "daerah=semua"))
        #expect(
            page.text.contains("kali nilai tiap daerah") && page.text.contains("menurut daerah"))
        let panel = await open.post("/coba/hasil", query)
        #expect(panel.status == 200 && panel.text.contains("1 kali → <strong>1,5 kali</strong>"))
        let saved = await open.post("/coba/simpan", query + "&nama=coba-1")
        #expect(saved.status == 303, "\(saved.text)")
        let text = try String(contentsOfFile: folder + "/coba-1.yaml", encoding: .utf8)
        #expect(text.contains("quota.petani: { from: 2026-01, scale: 1.5 }"))
        #expect(!text.contains("regions:"))
        let result = try Self.result(folder + "/coba-1.yaml")
        #expect(result.policy.regions.count == 14)
        let cards = OpenDesk.cards(panel.text)
        #expect(cards["cost"]?["scenario"] == result.summary.overall(.publicBill))
        #expect(cards["people"]?["scenario"] == result.summary.overall(.protectedAtEnd))
        let compared = await open.get("/", String(saved.text.dropFirst(2)))
        #expect(compared.text.contains(result.digest.hexadecimal))
    }

    @Test("The levers that the author names come first, and are not said twice")
    func tried() async throws {
        let page = await OpenDesk.shipped.get(
            "/coba", "folder=scenarios%2Fjawa-timur&s=dasar&daerah=35.07")
        let named = try #require(page.text.range(of: "Coba ini dahulu"))
        let first = page.text[named.upperBound...].components(separatedBy: "</details>")[0]
        let names = [
            "quota.petani", "quota.rt-rw", "purse.ceiling.dbh-cht", "purse.ceiling.apbd-kabkota",
            "funding.months.petani",
        ]
        for name in names {
            let field = "name=\"tuas.\(name)\""
            #expect(first.contains(field))
            #expect(page.text.components(separatedBy: field).count == 2, "\(name)")
        }
    }

    @Test("A layer more is resolved as the whole file is, faults included")
    func layered() throws {
        let workspace = try Workspace(asked: nil, files: SourceFiles(root: OpenDesk.root))
        let policy = try workspace.policy("scenarios/kalimantan-tengah/dasar.yaml").value
        let trial = try workspace.trial(of: policy, region: nil, from: Month(2026, 1))
        func changes(_ values: [(String, SettingValue)]) -> [Trial.Change] {
            values.compactMap { key, value in
                trial.levers.first { $0.key == key }.map { Trial.Change($0, value) }
            }
        }
        let sound = trial.scenario(
            with: changes([
                ("quota.petani", .number(2)), ("purse.ceiling.dbh-sawit", .number(0.5)),
                ("budget.policy.petani", .word("cap-heads")),
                ("funding.months.nelayan", .number(6)),
            ]))
        let quick = try trial.parent.policy.resolving(sound)
        let whole = try sound.resolved()
        for definition in Parameters.catalogue {
            for member in whole.members(of: definition) {
                for region in whole.regions {
                    #expect(
                        quick.settings(definition, member: member, region: region)
                            == whole.settings(definition, member: member, region: region))
                }
            }
        }
        let faulty = trial.scenario(with: changes([("funding.months.petani", .number(50))]))
        func faults(_ body: () throws -> ResolvedPolicy) -> [String] {
            do {
                _ = try body()
                return []
            } catch {
                return workspace.trialFaults(error, faulty).diagnostics.rendered(in: .english)
                    .components(separatedBy: "\n")
            }
        }
        let told = faults { try faulty.resolved() }
        #expect(!told.isEmpty && told == faults { try trial.parent.policy.resolving(faulty) })
    }

    @Test("Without changes nothing differs, and what is back at its value is no change")
    func unchanged() async throws {
        let query = "folder=scenarios%2Fkota-probolinggo&s=dasar&sejak=2026-01"
        let open = OpenDesk.shipped
        for rest in ["", "&tuas.quota.petani=4098"] {
            let panel = await open.post("/coba/hasil", query + rest, in: .english)
            #expect(panel.text.contains("No lever is turned yet"))
            #expect(!panel.text.contains("data-undo"))
        }
        let panel = await open.post("/coba/hasil", query + "&" + Self.farmers)
        #expect(panel.text.contains("data-undo=\"tuas.quota.petani\""))
        #expect(panel.text.contains("4.098 orang → <strong>5.000 orang</strong>"))
    }

    @Test("Every lever of a number has unit, ends and source")
    func levers() async {
        let page = await OpenDesk.shipped.get(
            "/coba", "folder=scenarios%2Fkota-probolinggo&s=dasar&daerah=35.74")
        #expect(page.status == 200)
        #expect(page.text.contains("name=\"tuas.quota.petani\""))
        #expect(page.text.contains("name=\"tuas.purse.ceiling.dbh-cht\""))
        #expect(page.text.contains("V2 · realita.co 40214"))
    }

    @Test("A value that a lever does not take is told in words, both languages")
    func refused() async {
        let query = "folder=scenarios%2Fkota-probolinggo&s=dasar&sejak=2026-01"
        for rest in [
            "&tuas.quota.petani=-5", "&tuas.funding.months.petani=13", "&tuas.quota.petani=x",
            "&tuas.budget.policy.petani=lain",
        ] {
            for language in Language.allCases {
                let panel = await OpenDesk.shipped.post("/coba/hasil", query + rest, in: language)
                #expect(panel.status == 422)
                #expect(panel.text.contains("role=\"alert\""))
            }
        }
    }

    @Test(
        "No name leads out of the folder or over another file",
        arguments: ["", "../x", "A", "a/b", "-a", "dasar", "x.yaml"])
    func names(_ name: String) async throws {
        let folder = try Self.folder("kota-probolinggo/dasar.yaml")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let before = try String(contentsOfFile: folder + "/dasar.yaml", encoding: .utf8)
        let fields = FormFields(encoded: Self.query(folder, Self.farmers)).with("nama", name)
        #expect(await OpenDesk(folder).post("/coba/simpan", fields.encoded).status == 422)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["dasar.yaml"])
        #expect(try String(contentsOfFile: folder + "/dasar.yaml", encoding: .utf8) == before)
    }
}
