import Coverage
import Policy
import Quantities
import Testing

@testable import Costing

/// The law under the changes of a scenario, as prices of person-months.
struct LawPricingTests {
    private static let jkm = "bpu.jkm.amount"

    private func subject(_ payer: Payer = .apbd) -> ContributionSubject {
        ContributionSubject(
            programmes: [.jkk, .jkm], route: .bpu, base: .earnings(Rupiah(1_000_000)),
            payer: payer)
    }

    private func fixture(_ settings: [Setting]) -> BudgetFixture {
        var fixture = BudgetFixture.still([("petani", 100)])
        fixture.horizon = Month(2026, 1)...Month(2027, 12)
        fixture.settings += settings
        return fixture
    }

    private func prices(
        _ settings: [Setting], overlays: [LawOverlay] = [], payer: Payer = .apbd
    ) throws -> [Int64] {
        let law = try ContributionTestLaw.tree(overlays)
        let pricing = try LawPricing(fixture(settings).policy(), law: law).pricing
        return try (Month(2026, 1)...Month(2027, 12)).map { month in
            try pricing(subject(payer), month).reduce(0) { $0 + $1.amount }
        }
    }

    private func law(
        _ verb: Setting.Verb, _ points: [(Month?, Double)], until: Month? = nil
    ) -> Setting {
        let made = BudgetFixture.setting(
            Self.jkm, nil, nil, points.map { .init(from: $0.0, value: .number($0.1)) }, verb: verb)
        return Setting(
            address: made.address, verb: verb, points: made.points, until: until,
            provenance: made.provenance)
    }

    @Test("the law as it is: JKK 10,000 and JKM 6,800 in every month")
    func unchanged() throws {
        let found = try prices([])
        #expect(found == Array(repeating: 16_800, count: 24))
        let pricing = try LawPricing(fixture([]).policy(), law: ContributionTestLaw.tree()).pricing
        let parts = try pricing(subject(), Month(2026, 5)).map(\.amount)
        #expect(parts == [10_000, 6_800])
    }

    @Test("a tariff rise holds from its month on")
    func rise() throws {
        let expected = (0..<24).map { $0 < 12 ? 16_800 : 19_000 as Int64 }
        #expect(try prices([law(.replace, [(Month(2027, 1), 9_000)])]) == expected)
        #expect(try prices([law(.add, [(Month(2027, 1), 2_200)])]) == expected)
        let half = (0..<24).map { $0 < 12 ? 16_800 : 20_200 as Int64 }
        #expect(try prices([law(.scale, [(Month(2027, 1), 1.5)])]) == half)
    }

    @Test("after `until` the law returns")
    func until() throws {
        let change = law(.replace, [(Month(2026, 4), 0)], until: Month(2026, 9))
        let expected = (0..<24).map { (3...8).contains($0) ? 10_000 : 16_800 as Int64 }
        #expect(try prices([change]) == expected)
    }

    @Test("dated values of one change follow each other; later layers change what they find")
    func steps() throws {
        let steps = law(.replace, [(nil, 7_000), (Month(2026, 7), 8_000), (Month(2027, 7), 9_000)])
        var expected = (0..<24).map { $0 < 6 ? 17_000 : $0 < 18 ? 18_000 : 19_000 as Int64 }
        #expect(try prices([steps]) == expected)
        expected = expected.enumerated().map { $0.offset < 12 ? $0.element : $0.element + 500 }
        #expect(try prices([steps, law(.add, [(Month(2027, 1), 500)])]) == expected)
    }

    @Test("dated steps of one shift follow each other, no month has two of them")
    func datedShifts() throws {
        let steps = law(.add, [(nil, 100), (Month(2026, 7), 200)], until: Month(2027, 6))
        let expected = (0..<24).map { $0 < 6 ? 16_900 : $0 < 18 ? 17_000 : 16_800 as Int64 }
        #expect(try prices([steps]) == expected)
    }

    @Test("a temporary cut is for those it does not leave out (PP 50/2025)")
    func payers() throws {
        let halving = try ContributionTestLaw.halving(exclusions: [
            .init(payer: .apbd, excluded: true, mark: .secondary)
        ])
        let cut = (0..<24).map { (3...11).contains($0) ? 8_400 : 16_800 as Int64 }
        #expect(try prices([], overlays: [halving], payer: .`self`) == cut)
        #expect(try prices([], overlays: [halving], payer: .csr) == cut)
        let full = Array(repeating: 16_800 as Int64, count: 24)
        #expect(try prices([], overlays: [halving], payer: .apbd) == full)
    }

    @Test("a rise costs heads where the ceiling stays")
    func riseInABudget() throws {
        var fixture = fixture([law(.replace, [(Month(2027, 1), 11_000)])])
        fixture.set("budget.policy", .word("cap-heads"))
        fixture.set("purse.ceiling", .number(100 * 16_800 * 12))
        let policy = try fixture.policy()
        let pricing = try LawPricing(policy, law: ContributionTestLaw.tree()).pricing
        let run = try BudgetRun(policy, pricing: pricing)
        // 20,160,000 / (21,000 x 12) = 80.
        #expect(isNear(run.funded(), (0..<24).map { $0 < 12 ? 100 : 80 }))
        #expect(CostTable(run).cost(.gap) == 0)
    }

    @Test("a change that the law refuses names the setting and the reason")
    func refused() throws {
        let unknown = BudgetFixture.setting(
            "bpu.jkm.amounts", nil, nil, [.init(from: nil, value: .number(1))])
        #expect {
            try LawPricing(fixture([unknown]).policy(), law: ContributionTestLaw.tree())
        } throws: { error in
            let fault = error as? LawSettingFault
            return fault?.setting == unknown && fault?.fault == .unknownPath("bpu.jkm.amounts")
        }
        let word = BudgetFixture.setting(
            Self.jkm, nil, nil, [.init(from: nil, value: .word("x"))])
        #expect(throws: LawSettingFault.self) {
            try LawPricing(fixture([word]).policy(), law: ContributionTestLaw.tree())
        }
        let negative = law(.add, [(nil, -7_000)])
        #expect(throws: LawSettingFault.self) {
            try LawPricing(fixture([negative]).policy(), law: ContributionTestLaw.tree())
        }
    }
}
