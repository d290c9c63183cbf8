import Policy
import Quantities
import Testing

@testable import Costing

@Suite struct ContributionTests {
    private let month = Month(2024, 6)

    private func wage(
        _ amount: Int64, _ programmes: Set<Programme>, riskClass: Int? = 1
    ) -> ContributionSubject {
        ContributionSubject(
            programmes: programmes, route: .pu, base: .earnings(Rupiah(amount)),
            riskClass: riskClass, payer: .apbd)
    }

    private func amounts(_ schedule: ContributionSchedule) -> [Int64] {
        schedule.rows.map(\.amount.amount)
    }

    @Test(arguments: [(1, 2_400), (2, 5_400), (3, 8_900), (4, 12_700), (5, 17_400)])
    func theRiskClassSetsTheAccidentRate(riskClass: Int, expected: Int64) throws {
        let tariff = try ContributionTestLaw.tariff(month)
        let row = try tariff.contribution(
            .jkk, for: wage(1_000_000, [.jkk], riskClass: riskClass))
        #expect(row.amount == Rupiah(expected))
        #expect(row.basis.map(\.path) == ["pu.jkk.rate.\(riskClass)"])
    }

    @Test func employerAndWorkerShareSavingsAndPension() throws {
        let schedule = try ContributionTestLaw.tariff(month).schedule(
            for: wage(20_000_000, [.jht, .jp]))
        #expect(amounts(schedule) == [1_140_000, 332_589])
        #expect(schedule[.jht]?.workerShare == Rupiah(400_000))
        #expect(schedule[.jht]?.payerShare == Rupiah(740_000))
        // The wage is above the ceiling of 11,086,300.
        #expect(schedule[.jp]?.workerShare == Rupiah(110_863))
        #expect(schedule.total == Rupiah(1_472_589))
    }

    @Test func eachRowIsRoundedOnce() throws {
        // 0.24 % of 1,000,208 is 2,400.4992 and 0.30 % of it 3,000.624.
        let schedule = try ContributionTestLaw.tariff(month).schedule(
            for: wage(1_000_208, [.jkk, .jkm]))
        #expect(amounts(schedule) == [2_400, 3_001])
    }

    /// Rows add to what is paid without JKP plus what the state adds: nothing is paid twice.
    @Test(
        arguments: [
            (1, 3_000_000, [3_000, 6_000, 13_800]), (2, 3_000_000, [3_000, 9_000, 10_800]),
            (1, 8_000_000, [12_200, 19_000, 23_000]), (2, 8_000_000, [12_200, 24_000, 18_000]),
        ] as [(Int, Int64, [Int64])])
    func jobLossIsRecomposed(monthOf2025: Int, earnings: Int64, expected: [Int64]) throws {
        let month = Month(2025, monthOf2025)
        let tariff = try ContributionTestLaw.tariff(month)
        let with = try tariff.schedule(for: wage(earnings, [.jkk, .jkm, .jkp]))
        #expect(amounts(with) == expected)
        let without = try tariff.schedule(for: wage(earnings, [.jkk, .jkm]))
        let state = with.rows.reduce(Rupiah.zero) { $0 + $1.stateShare }
        #expect(state == Rupiah(min(earnings, 5_000_000) * 22 / 10_000))
        #expect(with.total == without.total + state)
    }

    @Test func jobLossStandsOnTheProgrammesItIsTakenFrom() throws {
        let early = try ContributionTestLaw.tariff(Month(2025, 1))
        let late = try ContributionTestLaw.tariff(Month(2025, 2))
        #expect(throws: LawFault.recomposedWithout(.jkp, needs: .jkm)) {
            try early.schedule(for: wage(3_000_000, [.jkk, .jkp]))
        }
        #expect(throws: LawFault.recomposedWithout(.jkp, needs: .jkk)) {
            try late.schedule(for: wage(3_000_000, [.jkm, .jkp]))
        }
        #expect(amounts(try late.schedule(for: wage(3_000_000, [.jkk, .jkp]))) == [3_000, 10_800])
    }

    @Test func theBandSetsTheBase() throws {
        let tariff = try ContributionTestLaw.tariff(month)
        func rows(_ income: Int64) throws -> ContributionSchedule {
            try tariff.schedule(
                for: .init(
                    programmes: [.jkk, .jkm, .jht], route: .bpu, base: .earnings(Rupiah(income)),
                    payer: .self))
        }
        #expect(amounts(try rows(0)) == [10_000, 6_800, 20_000])
        #expect(amounts(try rows(1_099_000)) == [10_000, 6_800, 20_000])
        #expect(amounts(try rows(1_100_000)) == [12_000, 6_800, 24_000])
        #expect(amounts(try rows(1_300_000)) == [207_000, 6_800, 414_000])
        #expect(try rows(0).mark == .secondary, "the row is known better than the table")
        #expect(try rows(1_100_000).mark == .memory)
    }

    @Test func projectsPayByContractOrByWage() throws {
        let tariff = try ContributionTestLaw.tariff(month)
        func rows(_ base: ContributionBase) throws -> ContributionSchedule {
            try tariff.schedule(
                for: .init(programmes: [.jkk, .jkm], route: .jakon, base: base, payer: .apbd))
        }
        let contract = try rows(.contract(Rupiah(1_000_000_000)))
        #expect(amounts(contract) == [1_540_000, 210_000])
        #expect(contract.rows.allSatisfy { $0.period == .contract })
        #expect(amounts(try rows(.earnings(Rupiah(5_000_000)))) == [87_000, 15_000])
    }

    @Test func placementsAreOnePackage() throws {
        let tariff = try ContributionTestLaw.tariff(month)
        func subject(
            _ programmes: Set<Programme>, _ base: ContributionBase
        ) -> ContributionSubject {
            .init(programmes: programmes, route: .pmi, base: base, payer: .self)
        }
        let package = try tariff.schedule(for: subject([.jkk, .jkm], .placement(months: 24)))
        #expect(package.total == Rupiah(370_000))
        #expect(package.rows.map(\.programmes) == [[.jkk, .jkm]])
        let longer = try tariff.schedule(for: subject([.jkk, .jkm], .extended(months: 3)))
        #expect(longer.total == Rupiah(40_500))
        #expect(throws: LawFault.packageIndivisible(.pmi, missing: .jkm)) {
            try tariff.schedule(for: subject([.jkk], .placement(months: 24)))
        }
        #expect(throws: LawFault.packageIndivisible(.pmi, missing: .jkk)) {
            try tariff.contribution(.jkm, for: subject([.jkk, .jkm], .placement(months: 24)))
        }
        #expect(throws: LawFault.packageUnknown(months: 7, offered: [6, 24])) {
            try tariff.schedule(for: subject([.jkk, .jkm], .placement(months: 7)))
        }
        let savings = try tariff.schedule(for: subject([.jht], .savings(Rupiah(600_000))))
        #expect(savings.total == Rupiah(600_000))
        let allowed = Rupiah(50_000)...Rupiah(600_000)
        #expect(throws: LawFault.savingsOutOfRange(Rupiah(49_999), allowed: allowed)) {
            try tariff.schedule(for: subject([.jht], .savings(Rupiah(49_999))))
        }
    }

    @Test(arguments: [
        (RegistrationRoute.bpu, Programme.jp), (.bpu, .jkp), (.jakon, .jht), (.jakon, .jp),
        (.jakon, .jkp), (.pmi, .jp), (.pmi, .jkp),
    ])
    func programmesThatTheRouteLacksAreRefused(route: RegistrationRoute, programme: Programme)
        throws
    {
        let tariff = try ContributionTestLaw.tariff(month)
        #expect(throws: LawFault.notAvailable(programme, route)) {
            try tariff.contribution(
                programme,
                for: .init(
                    programmes: [programme], route: route, base: .earnings(Rupiah(1_000_000)),
                    payer: .apbd))
        }
    }

    @Test func whatIsMissingIsNamed() throws {
        let tariff = try ContributionTestLaw.tariff(month)
        #expect(throws: LawFault.riskClassMissing(.pu)) {
            try tariff.schedule(for: wage(1, [.jkk], riskClass: nil))
        }
        #expect(throws: LawFault.riskClassUnknown(6)) {
            try tariff.schedule(for: wage(1, [.jkk], riskClass: 6))
        }
        #expect(throws: LawFault.baseNegative(Rupiah(-1))) {
            try tariff.schedule(for: wage(-1, [.jkk]))
        }
        #expect(throws: LawFault.baseDoesNotFit(.jkk, .pu)) {
            var subject = wage(1, [.jkk])
            subject.base = .contract(Rupiah(1))
            _ = try tariff.schedule(for: subject)
        }
        let early = try ContributionTestLaw.tariff(Month(2015, 6))
        let gap = LawFault.noValue(
            path: "pu.jkk.rate.1", month: Month(2015, 6), first: Month(2015, 7))
        #expect(throws: gap) { try early.schedule(for: wage(1, [.jkk])) }
        #expect(throws: LawFault.tooLarge) {
            _ = try LawAmount(Rupiah(.max)).times(ExactDecimal(3)).rounded()
        }
    }

    @Test func oneCallAnswersOneQuestion() throws {
        let row = try contribution(
            .jkm, among: [.jkk, .jkp], route: .pu, base: .earnings(Rupiah(3_000_000)), riskClass: 2,
            month: Month(2025, 1), payer: .employer, law: ContributionTestLaw.tree())
        #expect(row.amount == Rupiah(6_000))
        #expect(
            row.basis.map(\.path) == ["pu.jkm.rate", "pu.jkp.ceiling", "pu.jkp.rate.from_jkm"])
        #expect(
            row.basis.allSatisfy { $0.legal == Phrase(same: "PP") && $0.effect == .tariff })
    }

    @Test func aScenarioRaisesTheTariff() throws {
        let rise = Provenance(file: "rise.yaml", line: 4, column: 3, layer: "rise")
        let law = try ContributionTestLaw.tree().overriding(
            "bpu.jkm.amount", from: Month(2027, 1), change: .replaced(ExactDecimal(10_000)),
            provenance: rise)
        func row(_ month: Month) throws -> Contribution {
            try contribution(
                .jkm, route: .bpu, base: .earnings(.zero), month: month, payer: .apbd, law: law)
        }
        #expect(try row(Month(2026, 12)).amount == Rupiah(6_800))
        let raised = try row(Month(2027, 1))
        #expect(raised.amount == Rupiah(10_000))
        #expect(raised.mark == .assumed)
        #expect(raised.basis.first?.law.provenance == rise)
    }
}
