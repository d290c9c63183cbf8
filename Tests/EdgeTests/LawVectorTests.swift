import Costing
import Policy
import Quantities
import Testing

/// Published amounts that the shipped law reproduces to the rupiah.
@Suite struct LawVectorTests {
    private let law: LawTree

    init() throws {
        law = try ShippedLaw.tree()
    }

    private func bpu(
        _ month: Month, _ programmes: Set<Programme> = [.jkk, .jkm], payer: Payer = .self,
        group: WorkerGroup = .general, income: Int64 = 1_000_000
    ) throws -> ContributionSchedule {
        try ContributionTariff(law: law, month: month).schedule(
            for: .init(
                programmes: programmes, route: .bpu, base: .earnings(Rupiah(income)), group: group,
                payer: payer))
    }

    @Test func aMonthWithoutAWage() throws {
        #expect(try bpu(Month(2024, 6)).total == Rupiah(16_800))
        #expect(try bpu(Month(2020, 9)).total == Rupiah(168))
        #expect(try bpu(Month(2026, 5)).total == Rupiah(8_400))
        #expect(try bpu(Month(2026, 5), payer: .apbd).total == Rupiah(16_800))
        #expect(try bpu(Month(2024, 6), [.jkk, .jkm, .jht]).total == Rupiah(36_800))
        #expect(try bpu(Month(2024, 6), [.jkk], income: 90_000_000).total == Rupiah(207_000))
    }

    @Test func aYearWithoutAWage() throws {
        func year(_ programmes: Set<Programme>) throws -> Rupiah {
            try (Month(2024, 1)...Month(2024, 12)).reduce(.zero) {
                $0 + (try bpu($1, programmes, payer: .apbd).total)
            }
        }
        #expect(try year([.jkk, .jkm]) == Rupiah(201_600))
        #expect(try year([.jkk, .jkm, .jht]) == Rupiah(441_600))
    }

    /// A village officer: 5,400 as a wage earner, three times that without a wage.
    @Test func theRouteIsALever() throws {
        func pu(_ programmes: Set<Programme>) throws -> Rupiah {
            try ContributionTariff(law: law, month: Month(2024, 6)).schedule(
                for: .init(
                    programmes: programmes, route: .pu, base: .earnings(Rupiah(1_000_000)),
                    riskClass: 1, payer: .apbdes)
            ).total
        }
        #expect(try pu([.jkk, .jkm]) == Rupiah(5_400))
        #expect(try pu([.jkk, .jkm, .jht]) == Rupiah(62_400))
        #expect(try bpu(Month(2024, 6), payer: .apbdes).total == Rupiah(16_800))
    }

    @Test func aProjectWithoutKnownWages() throws {
        let schedule = try ContributionTariff(law: law, month: Month(2024, 6)).schedule(
            for: .init(
                programmes: [.jkk, .jkm], route: .jakon, base: .contract(Rupiah(1_000_000_000)),
                payer: .apbd))
        #expect(schedule.rows.map(\.amount) == [Rupiah(1_540_000), Rupiah(210_000)])
        #expect(schedule.total == Rupiah(1_750_000))
    }

    @Test(
        arguments: [
            (100_000_000, 210_000), (5_000_000_000, 5_940_000), (6_000_000_000, 6_840_000),
        ] as [(Int64, Int64)])
    func everyTierOfAContract(value: Int64, accident: Int64) throws {
        let row = try contribution(
            .jkk, route: .jakon, base: .contract(Rupiah(value)), month: Month(2024, 6),
            payer: .apbd, law: law)
        #expect(row.amount == Rupiah(accident))
    }

    @Test(arguments: [(6, 108_000), (12, 189_000), (24, 370_000)] as [(Int, Int64)])
    func aPlacement(months: Int, price: Int64) throws {
        for month in [Month(2022, 6), Month(2024, 6)] {
            let schedule = try ContributionTariff(law: law, month: month).schedule(
                for: .init(
                    programmes: [.jkk, .jkm], route: .pmi, base: .placement(months: months),
                    payer: .self))
            #expect(schedule.total == Rupiah(price))
        }
        #expect(try law.rupiah("pmi.before.amount", at: Month(2024, 6)) == Rupiah(37_500))
    }

    /// The tree has every parameter that contributions are computed from, and nobody's contribution
    /// lacks a legal reference.
    @Test func everyProgrammeOfEveryRouteHasItsLaw() throws {
        let tariff = try ContributionTariff(law: law, month: Month(2026, 5))
        let wage = ContributionBase.earnings(Rupiah(12_000_000))
        // PU: 106,800 - 7,000 + 36,000 + 684,000 + 332,589 + 18,000. BPU: half of 117,000 + 6,800,
        // and 234,000.
        let cases: [(RegistrationRoute, Set<Programme>, ContributionBase, Int64)] = [
            (.pu, Set(Programme.allCases), wage, 1_170_389),
            (.bpu, [.jkk, .jkm, .jht], wage, 295_900),
            (.jakon, [.jkk, .jkm], wage, 244_800),
            (.jakon, [.jkk, .jkm], .contract(Rupiah(2_000_000_000)), 2_950_000),
            (.pmi, [.jkk, .jkm], .extended(months: 2), 27_000),
            (.pmi, [.jht], .savings(Rupiah(50_000)), 50_000),
        ]
        for (route, programmes, base, total) in cases {
            let schedule = try tariff.schedule(
                for: .init(
                    programmes: programmes, route: route, base: base, riskClass: 3,
                    payer: .employer))
            #expect(schedule.total == Rupiah(total), "\(route)")
            #expect(schedule.rows.allSatisfy { $0.basis.allSatisfy { $0.legal != nil } })
        }
    }

    /// Budgets as published, at Rp 16,800 a month: person-months in tenths, and what the text says
    /// where that differs.
    @Test(
        "published budgets and their person-months",
        arguments: [
            ("Penajam 2025", 1_008_000_000, 5_000, 120, nil),
            ("Penajam 2025, larger", 3_000_000_000, 15_000, 119, nil),
            ("Ketapang 2024", 4_300_000_000, 34_400, 74, nil),
            // The article says April to December, which is 9.
            ("Kotim", 739_122_000, 4_400, 100, 90),
            ("Kutim", 20_000_000_000, 98_000, 121, nil),
            ("Malang regency 2024", 177_878_000, 2_647, 40, nil),
        ] as [(String, Int64, Int64, Int64, Int64?)])
    func budgets(place: String, budget: Int64, people: Int64, tenths: Int64, stated: Int64?) throws
    {
        let price = try bpu(Month(2024, 6), payer: .apbd).total.amount
        let computed = (budget * 10 + people * price / 2) / (people * price)
        #expect(computed == tenths, "\(place)")
        if let stated { #expect(computed != stated, "\(place) disagrees with itself") }
    }

    /// Batu 2026: the text says that the money covers 13,100 people; it pays 14,052 full years.
    @Test func aBudgetThatDisagreesWithItself() throws {
        let schedule = try bpu(Month(2026, 6), payer: .apbd)
        let years = try #require(schedule.personMonths(for: Rupiah(2_833_000_000))) / 12
        #expect(years == 14_052)
        #expect(years != 13_100)
    }
}
