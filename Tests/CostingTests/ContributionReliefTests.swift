import Policy
import Quantities
import Testing

@testable import Costing

@Suite struct ContributionReliefTests {
    private func schedule(
        _ month: Month, _ overlays: [LawOverlay], group: WorkerGroup = .general,
        payer: Payer = .self, route: RegistrationRoute = .bpu
    ) throws -> ContributionSchedule {
        try ContributionTestLaw.tariff(month, overlays).schedule(
            for: .init(
                programmes: [.jkk, .jkm], route: route, base: .earnings(Rupiah(1_000_000)),
                riskClass: 1, group: group, payer: payer))
    }

    @Test(
        arguments: [
            (Month(2026, 3), 16_800), (Month(2026, 4), 8_400), (Month(2026, 12), 8_400),
            (Month(2027, 1), 16_800),
        ] as [(Month, Int64)])
    func aCutHoldsInItsMonths(month: Month, expected: Int64) throws {
        let schedule = try schedule(month, [ContributionTestLaw.halving()])
        #expect(schedule.total == Rupiah(expected))
        #expect(schedule.due == Rupiah(expected))
    }

    @Test func aCutIsForItsRouteAndGroup() throws {
        let overlays = [try ContributionTestLaw.halving()]
        let month = Month(2026, 6)
        #expect(try schedule(month, overlays, group: .transport).total == Rupiah(16_800))
        #expect(try schedule(month, overlays, route: .pu).total == Rupiah(5_400))
        #expect(try schedule(month, overlays, group: .labourIntensive).total == Rupiah(8_400))
    }

    @Test func aPayerThatIsLeftOutPaysInFullAndIsToldWhy() throws {
        let exclusions: [LawOverlay.Exclusion] = [
            .init(payer: .apbd, excluded: true, mark: .secondary),
            .init(payer: .csr, excluded: false, mark: .gap),
        ]
        let overlays = [try ContributionTestLaw.halving(exclusions: exclusions)]
        let month = Month(2026, 6)
        let apbd = try schedule(month, overlays, payer: .apbd)
        #expect(apbd.total == Rupiah(16_800))
        #expect(apbd.rows[0].basis.map(\.path).contains("overlay.half.excludes.apbd"))
        #expect(apbd.rows[0].overlays == [])
        let csr = try schedule(month, overlays, payer: .csr)
        #expect(csr.total == Rupiah(8_400))
        #expect(csr.mark == .gap)
        let own = try schedule(month, overlays, payer: .self)
        #expect(own.mark == .secondary)
        #expect(own.rows.map(\.overlays) == [["half"], ["half"]])
    }

    @Test func aScenarioMayAnswerAnOpenPoint() throws {
        let exclusions = [LawOverlay.Exclusion(payer: .apbdes, excluded: false, mark: .gap)]
        let overlay = try ContributionTestLaw.halving(exclusions: exclusions)
        let law = try ContributionTestLaw.tree([overlay]).overriding(
            "overlay.half.excludes.apbdes", from: Month(2026, 4),
            change: .replaced(ExactDecimal(1)),
            provenance: ContributionTestLaw.place)
        let row = try contribution(
            .jkm, route: .bpu, base: .earnings(.zero), month: Month(2026, 4), payer: .apbdes,
            law: law)
        #expect(row.amount == Rupiah(6_800))
        #expect(row.mark == .assumed)
    }

    @Test func theFactorAndTheMonthsCanBeOverridden() throws {
        let tree = try ContributionTestLaw.tree([ContributionTestLaw.halving()])
        let quarter = try tree.overriding(
            "overlay.half.factor", from: Month(2026, 6),
            change: .replaced(ContributionTestLaw.number("0.25")),
            provenance: ContributionTestLaw.place
        ).overriding(
            "overlay.half.others.active", from: Month(2027, 1), until: Month(2027, 3),
            change: .replaced(ExactDecimal(1)), provenance: ContributionTestLaw.place)
        let expected = [
            (Month(2026, 5), 3_400), (Month(2026, 6), 1_700), (Month(2027, 3), 1_700),
            (Month(2027, 4), 6_800),
        ]
        for (month, amount) in expected {
            let row = try contribution(
                .jkm, route: .bpu, base: .earnings(.zero), month: month, payer: .self,
                law: quarter)
            #expect(row.amount == Rupiah(Int64(amount)), "\(month)")
        }
    }

    @Test func aDeferralLeavesTheAmount() throws {
        let overlay = try ContributionTestLaw.halving(kind: .deferral, factor: "0.01")
        let schedule = try schedule(Month(2026, 6), [overlay])
        #expect(schedule.total == Rupiah(16_800))
        #expect(schedule.due == Rupiah(168))
        #expect(schedule.rows.map(\.deferred) == [Rupiah(9_900), Rupiah(6_732)])
    }

    @Test func cutsOfSeveralRulesMultiply() throws {
        let other = try LawOverlay(
            id: "tenth", doc: Phrase(id: "", en: ""),
            entry: ContributionTestLaw.halving(factor: "0.1").parameters[0].values[0].entry,
            clauses: ContributionTestLaw.halving().clauses, provenance: ContributionTestLaw.place)
        let schedule = try schedule(Month(2026, 6), [ContributionTestLaw.halving(), other])
        #expect(schedule.total == Rupiah(840))
        #expect(schedule.rows[0].overlays == ["half", "tenth"])
    }
}
