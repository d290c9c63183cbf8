import Costing
import Policy
import Quantities
import Testing

/// The shipped temporary rules at the edges of their months, for each group and payer.
@Suite struct LawOverlayDataTests {
    private let law: LawTree

    init() throws {
        law = try ShippedLaw.tree()
    }

    private func total(
        _ month: Month, _ route: RegistrationRoute, _ programmes: Set<Programme>,
        group: WorkerGroup = .general, payer: Payer = .self, base: Int64 = 1_000_000
    ) throws -> ContributionSchedule {
        try ContributionTariff(law: law, month: month).schedule(
            for: .init(
                programmes: programmes, route: route, base: .earnings(Rupiah(base)), riskClass: 2,
                group: group, payer: payer))
    }

    @Test(
        arguments: [
            (Month(2020, 7), 16_800, 8_400), (Month(2020, 8), 168, 84), (Month(2021, 1), 168, 84),
            (Month(2021, 2), 16_800, 8_400),
        ] as [(Month, Int64, Int64)])
    func pandemicCut(month: Month, bpu: Int64, pu: Int64) throws {
        #expect(try total(month, .bpu, [.jkk, .jkm], payer: .apbd).total == Rupiah(bpu))
        #expect(try total(month, .pu, [.jkk, .jkm], payer: .employer).total == Rupiah(pu))
        #expect(try total(month, .bpu, [.jht]).total == Rupiah(20_000), "savings are not cut")
        #expect(
            try total(month, .jakon, [.jkk, .jkm], payer: .employer).total
                == Rupiah(bpu == 168 ? 204 : 20_400))
    }

    /// The pension contribution is owed in full; 1 % of it is due.
    @Test(
        arguments: [
            (Month(2020, 7), 30_000), (Month(2020, 8), 300), (Month(2021, 1), 300),
            (Month(2021, 2), 30_000),
        ] as [(Month, Int64)])
    func pandemicDeferral(month: Month, due: Int64) throws {
        let schedule = try total(month, .pu, [.jp], payer: .employer)
        #expect(schedule.total == Rupiah(30_000))
        #expect(schedule.due == Rupiah(due))
    }

    @Test(
        arguments: [
            (Month(2025, 1), false, []), (Month(2025, 2), true, ["pp-7-2025"]),
            (Month(2025, 7), true, ["pp-7-2025"]), (Month(2025, 8), true, ["pp-7-2025-extension"]),
            (Month(2026, 1), true, ["pp-7-2025-extension"]), (Month(2026, 2), false, []),
        ] as [(Month, Bool, [String])])
    func labourIntensiveCut(month: Month, isCut: Bool, overlays: [String]) throws {
        let cut = try total(month, .pu, [.jkk, .jkm], group: .labourIntensive, payer: .employer)
        #expect(cut.rows.map(\.amount) == [Rupiah(isCut ? 2_700 : 5_400), Rupiah(3_000)])
        #expect(cut.rows[0].overlays == overlays)
        #expect(try total(month, .pu, [.jkk], payer: .employer).total == Rupiah(5_400))
    }

    @Test(
        arguments: [
            (Month(2025, 12), 16_800, 16_800), (Month(2026, 1), 8_400, 16_800),
            (Month(2026, 3), 8_400, 16_800), (Month(2026, 4), 8_400, 8_400),
            (Month(2026, 12), 8_400, 8_400), (Month(2027, 1), 8_400, 16_800),
            (Month(2027, 3), 8_400, 16_800), (Month(2027, 4), 16_800, 16_800),
        ] as [(Month, Int64, Int64)])
    func cutWithoutAWage(month: Month, transport: Int64, others: Int64) throws {
        let programmes: Set<Programme> = [.jkk, .jkm]
        for payer in Payer.allCases {
            let isExcluded = payer == .apbd || payer == .apbn
            let driver = try total(month, .bpu, programmes, group: .transport, payer: payer)
            let farmer = try total(month, .bpu, programmes, payer: payer)
            #expect(driver.total == Rupiah(isExcluded ? 16_800 : transport), "\(payer)")
            #expect(farmer.total == Rupiah(isExcluded ? 16_800 : others), "\(payer)")
            let isOpen = payer == .apbdes || payer == .csr
            #expect(farmer.mark == (isOpen && others == 8_400 ? .gap : .secondary), "\(payer)")
        }
        #expect(try total(month, .bpu, [.jht]).total == Rupiah(20_000))
        #expect(try total(month, .pu, programmes).total == Rupiah(8_400))
    }

    @Test func aDecreeThatEndsEarlier() throws {
        let ended = try law.overriding(
            "overlay.pp-50-2025.factor", from: Month(2026, 7), change: .replaced(ExactDecimal(1)),
            provenance: Provenance(file: "end.yaml", line: 2, column: 3, layer: "end"))
        for (month, amount) in [(Month(2026, 6), 8_400), (Month(2026, 7), 16_800)] {
            let schedule = try ContributionTariff(law: ended, month: month).schedule(
                for: .init(
                    programmes: [.jkk, .jkm], route: .bpu, base: .earnings(.zero), payer: .self))
            #expect(schedule.total == Rupiah(Int64(amount)))
        }
    }
}
