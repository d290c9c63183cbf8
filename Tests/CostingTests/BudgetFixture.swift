import Coverage
import Policy
import Quantities

@testable import Costing

/// A small scenario made in memory: segments paid by purses, JKK 10,000 and JKM 6,800.
struct BudgetFixture {
    struct PlainPurse {
        var name: String
        var payer = Payer.apbd
        var segments: [String]?
        var programmes: Set<Programme> = [.jkk, .jkm]
        var matches: String?
    }

    var regions = ["35.74"]
    var horizon = Month(2026, 1)...Month(2026, 12)
    var segments = ["petani"]
    var purses = [PlainPurse(name: "apbd")]
    var settings: [Setting] = []

    /// A segment of many workers for each name, with a quota in heads and no transitions.
    static func still(_ quotas: [(String, Double)]) -> BudgetFixture {
        var fixture = BudgetFixture()
        fixture.segments = quotas.map(\.0)
        fixture.set("workers", .number(1e6))
        fixture.set("route", .word("bpu"))
        fixture.set("base", .number(1_000_000))
        for (segment, heads) in quotas { fixture.set("quota", segment, .heads(heads)) }
        return fixture
    }

    /// Adds a setting for all; later ones win.
    mutating func set(_ path: String, _ value: SettingValue, from: Month? = nil) {
        set(path, nil, nil, value, from: from)
    }

    /// Adds a setting for a segment or purse.
    mutating func set(_ path: String, _ member: String, _ value: SettingValue) {
        set(path, member, nil, value)
    }

    /// Adds a setting for a segment or purse in a region.
    mutating func set(
        _ path: String, _ member: String?, _ region: String?, _ value: SettingValue,
        from: Month? = nil
    ) {
        settings.append(
            Self.setting(path, member, region, [.init(from: from, value: value)]))
    }

    static func setting(
        _ path: String, _ member: String?, _ region: String?, _ points: [Setting.Point],
        verb: Setting.Verb = .replace
    ) -> Setting {
        let subject: Address.Subject =
            Parameters.definition(path).map(Address.Subject.parameter) ?? .law(path)
        return Setting(
            address: Address(
                subject: subject, member: member, region: region.flatMap { RegionCode($0) }),
            verb: verb, points: points, provenance: .test)
    }

    func policy() throws -> ResolvedPolicy {
        let name = Phrase(id: "uji", en: "test")
        // One layer for each setting, so that the order alone decides.
        return try Scenario(
            name: "budget", title: name, file: "budget.yaml",
            regions: regions.compactMap { RegionCode($0) }, horizon: horizon,
            segments: segments.map {
                Segment(id: SegmentID($0), name: name, provenance: .test)
            },
            purses: purses.map { purse in
                Purse(
                    id: PurseID(purse.name), name: name, payer: purse.payer,
                    segments: purse.segments.map { Set($0.map { SegmentID($0) }) },
                    programmes: purse.programmes,
                    matches: purse.matches.map { PurseID($0) }, budgetLines: [],
                    provenance: .test)
            }, cohorts: [], layers: settings.map { Layer(name: "test", settings: [$0]) }
        ).resolved()
    }

    func run() throws -> BudgetRun { try BudgetRun(policy(), pricing: Self.pricing) }

    func table() throws -> CostTable { CostTable(try run()) }

    /// JKK 10,000, JKM 6,800, JHT 20,000; half of it where a company pays; wage earners 2,400,
    /// 3,000 and 57,000.
    static let pricing: ContributionPricing = { subject, _ in
        subject.programmes.sorted().map { price($0, subject.payer, subject.route) }
    }

    static func price(
        _ programme: Programme, _ payer: Payer, _ route: RegistrationRoute
    ) -> Rupiah {
        let amount: Int64 =
            switch programme {
            case .jkk: route == .pu ? 2_400 : 10_000
            case .jkm: route == .pu ? 3_000 : 6_800
            default: route == .pu ? 57_000 : 20_000
            }
        return Rupiah(payer == .csr ? amount / 2 : amount)
    }
}

extension Provenance {
    static let test = Provenance(file: "budget.yaml", line: 1, column: 1, layer: "test")
}

extension CostTable {
    /// The cost of the entries that a condition picks.
    func cost(_ condition: (Entry) -> Bool) -> Int64 {
        entries.filter(condition).reduce(0) { $0 + $1.cost.amount }
    }

    /// What a bearer pays in all.
    func cost(_ bearer: Bearer) -> Int64 { cost { $0.bearer == bearer } }
}

extension BudgetRun {
    /// Funded persons of a segment, month by month.
    func funded(_ segment: Int = 0, region: Int = 0) -> [Double] {
        projection.segments[segment].months.map {
            $0.exposure(Status.publiclyFunded, region: region)
        }
    }
}

/// Whether two series differ by at most `tolerance` everywhere.
func isNear(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-6) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance }
}
