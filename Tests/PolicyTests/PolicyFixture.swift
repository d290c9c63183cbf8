import Quantities

@testable import Policy

/// Small scenarios made in memory, a setting in a line.
enum PolicyFixture {
    static let name = Phrase(id: "uji", en: "test")
    static let blitar = region("35.05")
    static let malang = region("35.74")
    static let palangka = region("62.71")

    static func region(_ code: String) -> RegionCode { RegionCode(code) ?? .indonesia }

    static func place(_ line: Int, layer: String = "plan") -> Provenance {
        Provenance(file: layer + ".yaml", line: line, column: 3, layer: layer)
    }

    static func address(
        _ path: String, _ member: String? = nil, _ region: String? = nil
    ) -> Address {
        let subject =
            Parameters.definition(path).map(Address.Subject.parameter) ?? Address.Subject.law(path)
        return Address(
            subject: subject, member: member, region: region.flatMap { RegionCode($0) })
    }

    static func setting(
        _ address: Address, _ value: SettingValue, from: Month? = nil, until: Month? = nil,
        verb: Setting.Verb = .replace, line: Int = 1, layer: String = "plan"
    ) -> Setting {
        Setting(
            address: address, verb: verb, points: [.init(from: from, value: value)], until: until,
            provenance: place(line, layer: layer))
    }

    /// What every segment needs: workers, route and base.
    static let needed = Layer(
        name: "catalogue",
        settings: [
            setting(address("workers"), .number(100), layer: "catalogue"),
            setting(address("route"), .word("bpu"), layer: "catalogue"),
            setting(address("base"), .number(1e6), layer: "catalogue"),
        ])

    static func purse(
        _ id: String, segments: Set<SegmentID>? = nil, programmes: Set<Programme> = [.jkk, .jkm]
    ) -> Purse {
        Purse(
            id: PurseID(id), name: name, payer: .apbd, segments: segments,
            programmes: programmes, budgetLines: [], provenance: place(9))
    }

    static func scenario(
        _ layers: [Layer], purses: [Purse] = [purse("apbd"), purse("cht")],
        horizon: ClosedRange<Month> = Month(2026, 1)...Month(2028, 12)
    ) -> Scenario {
        Scenario(
            name: "plan", title: name, file: "plan.yaml", regions: [blitar, malang, palangka],
            horizon: horizon,
            segments: ["petani", "ojek"].map {
                Segment(id: SegmentID($0), name: name, provenance: place(2))
            }, purses: purses, cohorts: [], layers: layers)
    }

    static func resolved(_ settings: Setting...) throws -> ResolvedPolicy {
        try scenario([needed, Layer(name: "plan", settings: settings)]).resolved()
    }

    /// The faults of a scenario that has some.
    static func faults(
        _ settings: [Setting], purses: [Purse] = [purse("apbd"), purse("cht")],
        needed: Layer? = PolicyFixture.needed
    ) -> [PolicyFault] {
        let layers = [needed, Layer(name: "plan", settings: settings)].compactMap { $0 }
        do {
            _ = try scenario(layers, purses: purses).resolved()
            return []
        } catch {
            return error.faults
        }
    }
}
