import Analysis
import Policy
import Quantities

/// A small scenario in memory: two regencies, two segments, two purses, two years.
struct AnalysisFixture {
    static let regions = ["35.01", "35.02"].compactMap { RegionCode($0) }
    static let farmers = SegmentID("petani")
    static let drivers = SegmentID("ojek")
    static let place = Provenance(file: "fixture.yaml", line: 1, column: 1, layer: "fixture")

    var name = "dasar"
    var settings: [Setting] = AnalysisFixture.standard
    var regions: [RegionCode] = AnalysisFixture.regions

    static let standard: [Setting] = [
        set("workers", .number(1000)), set("workers", .number(400), member: "ojek"),
        set("base", .number(1_000_000)), set("route", .word("bpu")),
        set("opening.funded", .number(0.1)), set("opening.self", .number(0.05)),
        set("entrants", .perYear(0.03)), set("rate.lapse", .number(0.4)),
        set("rate.death", .number(0.004)), set("rate.moved_away", .number(0.01)),
        set("retention", .number(0.2)), set("eligible_share", .number(0.9)),
        set("quota", .heads(150)), set("denominator.employed", .number(5000)),
        set("purse.ceiling", .number(25_000_000)),
    ]

    /// A setting of a parameter from a month on.
    static func set(
        _ path: String, _ value: SettingValue, member: String? = nil, from: Month? = nil
    ) -> Setting {
        guard let definition = Parameters.definition(path) else {
            preconditionFailure("no parameter \(path)")
        }
        return Setting(
            address: Address(subject: .parameter(definition), member: member),
            points: [.init(from: from, value: value)], provenance: place)
    }

    private static func segment(_ id: SegmentID) -> Segment {
        Segment(
            id: id, name: Phrase(id: id.name, en: id.name), provenance: place)
    }

    static func purse(_ name: String, _ payer: Payer) -> Purse {
        Purse(
            id: PurseID(name), name: Phrase(id: name, en: name),
            payer: payer, segments: nil, programmes: [.jkk, .jkm], budgetLines: [],
            provenance: place)
    }

    var scenario: Scenario {
        Scenario(
            name: name, title: Phrase(id: name, en: name),
            file: "fixture.yaml", regions: regions,
            horizon: Month(2025, 1)...Month(2026, 12),
            segments: [Self.segment(Self.farmers), Self.segment(Self.drivers)],
            purses: [Self.purse("apbd", .apbd), Self.purse("csr", .csr)], cohorts: [],
            layers: [Layer(name: "fixture", settings: settings)])
    }

    /// The same scenario under a name with more settings on top.
    func with(_ name: String, _ more: [Setting]) -> AnalysisFixture {
        AnalysisFixture(name: name, settings: settings + more)
    }

    /// A law of fixed prices: JKK 1 % of the lowest band and JKM 6,800, as BPU pays them.
    ///
    /// - Parameter benefits: whether it has the benefits of JKM and JKK too.
    static func law(benefits: Bool = false) throws -> LawTree {
        let entry = { (coefficient: Int64, scale: Int) in
            LawEntry(
                value: .decimal(ExactDecimal(coefficient: coefficient, scale: scale)),
                mark: .derived, legal: Phrase(same: "PP 44/2015"), source: "fixture",
                checked: Month(2026, 4))
        }
        let parameter = { (path: String, unit: Unit, value: LawEntry) throws in
            try LawParameter(
                path: path, unit: unit, range: nil,
                doc: Phrase(id: path, en: path),
                periods: [.init(from: Month(2015, 7), entry: value, provenance: place)])
        }
        let bands = LawEntry(
            value: .brackets(try LawBrackets([.init(upTo: nil, base: Rupiah(1_000_000))])),
            mark: .derived, legal: Phrase(same: "PP 44/2015"), source: "fixture",
            checked: Month(2026, 4))
        let amounts: [(String, Unit, Int64)] = [
            ("jkm.cash", .rupiah, 42_000_000), ("jkm.waiting.cash", .rupiah, 10_000_000),
            ("jkk.death.wages", .factor, 48), ("jkk.funeral", .rupiah, 10_000_000),
            ("jkm.scholarship.children", .factor, 2),
            ("jkm.scholarship.maximum", .rupiah, 174_000_000),
        ]
        let paid = try amounts.map { try parameter($0.0, $0.1, entry($0.2, 0)) }
        return try LawTree(
            parameters: (benefits ? paid : []) + [
                try parameter("bpu.jkk.rate", .share, entry(1, 2)),
                try parameter("bpu.jkm.amount", .rupiahPerPersonMonth, entry(6800, 0)),
                try parameter("bpu.bands", .rupiah, bands),
                try parameter("pu.jkk.rate.1", .share, entry(24, 4)),
                try parameter("pu.jkm.rate", .share, entry(3, 3)),
            ])
    }

    func result() throws -> ScenarioResult {
        try ScenarioResult(try scenario.resolved(), law: try Self.law())
    }
}

extension AnalysisFixture {
    /// A setting with a spread.
    static func uncertain(
        _ path: String, _ value: SettingValue, _ spread: Spread, member: String? = nil,
        from: Month? = nil
    ) -> Setting {
        uncertain(set(path, value, member: member, from: from), spread)
    }

    /// The same setting with a spread.
    static func uncertain(_ setting: Setting, _ spread: Spread) -> Setting {
        Setting(
            address: setting.address, verb: setting.verb, points: setting.points,
            until: setting.until, provenance: setting.provenance, spread: spread)
    }
}
