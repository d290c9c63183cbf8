import Quantities
import Testing

@testable import Policy

/// In which order layers and addresses decide.
struct ResolutionTests {
    private let quota = PolicyFixture.address("quota")

    private func heads(
        _ policy: ResolvedPolicy, _ segment: String = "petani",
        _ region: RegionCode = PolicyFixture.malang, _ month: Month = Month(2026, 1)
    ) -> Double {
        guard
            case .heads(let heads) = policy.timeline(
                Parameters.quota, SegmentID(segment), region)[month]
        else { return -1 }
        return heads
    }

    private func layers(_ settings: [[Setting]]) throws -> ResolvedPolicy {
        let made = settings.enumerated().map { Layer(name: "l\($0)", settings: $1) }
        return try PolicyFixture.scenario([PolicyFixture.needed] + made).resolved()
    }

    private func set(
        _ heads: Double, _ member: String? = nil, _ region: String? = nil,
        _ verb: Setting.Verb = .replace, from: Month? = nil, until: Month? = nil, line: Int = 1
    ) -> Setting {
        PolicyFixture.setting(
            PolicyFixture.address("quota", member, region),
            verb == .replace ? .heads(heads) : .number(heads), from: from, until: until, verb: verb,
            line: line)
    }

    private func asked(
        _ policy: ResolvedPolicy, _ segment: String = "petani",
        _ region: RegionCode = PolicyFixture.malang
    ) -> Quota? {
        policy.timeline(Parameters.quota, SegmentID(segment), region)[Month(2026, 1)]
    }

    private func share(
        _ share: Double, _ member: String? = nil, _ region: String? = nil
    ) -> Setting {
        PolicyFixture.setting(PolicyFixture.address("quota", member, region), .share(share))
    }

    @Test("a later layer wins, however narrow the earlier one")
    func laterLayerWins() throws {
        let policy = try layers([[set(1, "petani", "35.74")], [set(2)]])
        #expect(heads(policy) == 2)
        let three = try layers([[set(1)], [set(2)], [set(3)]])
        #expect(heads(three) == 3)
    }

    @Test("within a layer the narrower address wins, in whatever order they are written")
    func narrowerWins() throws {
        let rows = [
            share(0.6, "petani", "35.74"), share(0.5, nil, "35.74"), share(0.4, "petani", "35"),
            share(0.3, nil, "35"), share(0.2, "petani"), share(0.1),
        ]
        for settings in [rows, rows.reversed()] {
            let policy = try layers([settings])
            #expect(asked(policy) == .shareOfEligible(0.6))
            #expect(asked(policy, "ojek") == .shareOfEligible(0.5))
            #expect(asked(policy, "petani", PolicyFixture.blitar) == .shareOfEligible(0.4))
            #expect(asked(policy, "ojek", PolicyFixture.blitar) == .shareOfEligible(0.3))
            #expect(asked(policy, "petani", PolicyFixture.palangka) == .shareOfEligible(0.2))
            #expect(asked(policy, "ojek", PolicyFixture.palangka) == .shareOfEligible(0.1))
        }
    }

    @Test("a province beats the nation within a layer, in whatever order they are written")
    func provinceBeatsNation() throws {
        let rows = [share(0.3, nil, "35"), share(0.1, nil, "00")]
        for settings in [rows, rows.reversed()] {
            let policy = try layers([settings])
            #expect(asked(policy) == .shareOfEligible(0.3))
            #expect(asked(policy, "ojek", PolicyFixture.palangka) == .shareOfEligible(0.1))
        }
    }

    @Test("of the rows of one table the narrower region wins, in whatever order they stand")
    func narrowerRowWins() throws {
        let key = Address(subject: .parameter(Parameters.quota.definition))
        let rows = [("35.74", 0.6), ("35", 0.3), ("00", 0.1)].map { region, value in
            Setting(
                address: share(value, nil, region).address, entry: key,
                points: [.init(from: nil, value: .share(value))],
                provenance: PolicyFixture.place(1))
        }
        for settings in [rows, rows.reversed(), [rows[1], rows[0], rows[2]]] {
            let policy = try layers([settings])
            #expect(asked(policy) == .shareOfEligible(0.6))
            #expect(asked(policy, "petani", PolicyFixture.blitar) == .shareOfEligible(0.3))
            #expect(asked(policy, "ojek", PolicyFixture.palangka) == .shareOfEligible(0.1))
        }
    }

    @Test(
        "persons of a province or the nation hold for no kabupaten, unless they are replaced or 0")
    func totals() throws {
        for area in ["35", "00"] {
            for settings in [[set(9, "petani", area)], [set(1), set(9, "petani", area, .add)]] {
                let error = #expect(throws: PolicyFaults.self) { try layers([settings]) }
                guard
                    case .totalOfWiderRegion(let address, let wide, _)? = error?.faults.first
                else {
                    Issue.record("\(area) was taken")
                    continue
                }
                #expect(address.region?.level == .kabkota)
                #expect(wide.code == area)
            }
            #expect(heads(try layers([[set(1), set(0, nil, area, line: 2)]])) == 0)
            #expect(heads(try layers([[set(9, nil, area)], [set(4, line: 2)]])) == 4)
            #expect(heads(try layers([[set(4)], [set(2, nil, area, .scale, line: 2)]])) == 8)
        }
    }

    @Test("equal addresses within a layer: the one written later wins")
    func laterLineWins() throws {
        #expect(heads(try layers([[set(1), set(2)]])) == 2)
    }

    @Test("scale and add change what lower layers left and keep their steps")
    func shifts() throws {
        let base = [set(100), set(200, from: Month(2027, 1))]
        let policy = try layers([base, [set(1.5, nil, nil, .scale)], [set(7, nil, nil, .add)]])
        #expect(heads(policy) == 157)
        #expect(heads(policy, "petani", PolicyFixture.malang, Month(2027, 1)) == 307)
        let dated = try layers([
            base, [set(10, nil, nil, .add, from: Month(2026, 6), until: Month(2027, 3))],
        ])
        let months = [Month(2026, 5), Month(2026, 6), Month(2027, 3), Month(2027, 4)]
        let found = months.map { heads(dated, "petani", PolicyFixture.malang, $0) }
        #expect(found == [100, 110, 210, 200])
    }

    @Test("dated factors of one setting follow each other, they do not multiply")
    func datedFactors() throws {
        let factors = Setting(
            address: quota, verb: .scale,
            points: [
                .init(from: Month(2026, 1), value: .number(2)),
                .init(from: Month(2027, 1), value: .number(3)),
            ], until: Month(2027, 12), provenance: PolicyFixture.place(4))
        let policy = try layers([[set(100)], [factors]])
        let months = [Month(2026, 1), Month(2026, 12), Month(2027, 1), Month(2028, 1)]
        let found = months.map { heads(policy, "petani", PolicyFixture.malang, $0) }
        #expect(found == [200, 200, 300, 100])
    }

    @Test("every value says who set it and what that replaced")
    func provenance() throws {
        let policy = try layers([[set(1, line: 11)], [set(2, nil, nil, .add, line: 12)]])
        let step = policy.timeline(
            Parameters.quota, SegmentID("ojek"), PolicyFixture.blitar
        ).steps[0]
        #expect(step.provenance.line == 12)
        #expect(step.replaced.map(\.line) == [11, 0])
        #expect(step.replaced.last?.layer == "standard")
    }

    @Test("what no layer sets has its standard value, from the start of the horizon")
    func standards() throws {
        let policy = try PolicyFixture.resolved()
        let (segment, region) = (SegmentID("petani"), PolicyFixture.malang)
        #expect(policy.timeline(Parameters.fundedMonths, segment, region)[Month(2026, 1)] == 12)
        #expect(policy.timeline(Parameters.refill, segment, region)[Month(2027, 1)])
        #expect(
            policy.timeline(Parameters.programmes, segment, region).steps[0].value == [.jkk, .jkm])
        #expect(policy.timeline(Parameters.revisionMonth, region)[Month(2026, 1)] == 10)
        #expect(policy.timeline(Parameters.quota, segment, region).steps.count == 1)
        #expect(policy.monthCount == 36 && policy.years == 2026...2028)
    }

    @Test("settings of the law pass by, lowest layer first")
    func lawSettings() throws {
        let path = PolicyFixture.address("bpu.jkm.amount")
        let settings = [7_000.0, 8_000].enumerated().map {
            PolicyFixture.setting(path, .number($0.element), line: $0.offset)
        }
        let policy = try layers([[settings[0]], [settings[1]]])
        #expect(policy.lawSettings == settings)
    }

    @Test("untyped timelines are found for tracing, and only cells that exist")
    func tracing() throws {
        let policy = try PolicyFixture.resolved(set(5, "petani"))
        let (quota, ceiling) = (Parameters.quota.definition, Parameters.ceiling.definition)
        let malang = PolicyFixture.malang
        #expect(
            policy.settings(quota, member: "petani", region: malang)?.steps[0].value == .heads(5))
        #expect(policy.settings(quota, member: "guru", region: malang) == nil)
        #expect(policy.settings(quota, member: nil, region: malang) == nil)
        #expect(policy.settings(ceiling, member: "cht", region: malang) != nil)
        #expect(policy.settings(ceiling, member: "petani", region: malang) == nil)
        #expect(
            policy.settings(quota, member: "petani", region: PolicyFixture.region("35.01")) == nil)
    }
}
