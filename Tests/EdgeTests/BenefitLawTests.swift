import Policy
import Quantities
import Testing
import Welfare

/// Benefits that the shipped law gives, against published figures.
@Suite struct BenefitLawTests {
    private let law: LawTree

    init() throws {
        law = try ShippedLaw.tree()
    }

    @Test("JKM pays 42 million, 10 million before the third month; 24 million until 2019-11")
    func death() {
        let now = BenefitSchedule(law, at: Month(2026, 1))
        #expect(now.deathCash == 42_000_000)
        #expect(now.waitingCash == 10_000_000)
        #expect(BenefitSchedule(law, at: Month(2019, 12)).deathCash == 42_000_000)
        #expect(BenefitSchedule(law, at: Month(2019, 11)).deathCash == 24_000_000)
    }

    @Test("A death at work at the base of Rp 1 million pays 70 million; two children 174 million")
    func work() {
        let now = BenefitSchedule(law, at: Month(2026, 1))
        #expect(now.workDeath(wage: 1_000_000) == 70_000_000)
        #expect(2 * now.childScholarship == 174_000_000)
        #expect(BenefitSchedule(law, at: Month(2019, 11)).childScholarship == 0)
    }

    @Test("Rp 6,800 a month breaks even at 1.94 deaths per 1,000 a year")
    func breakEven() throws {
        let now = BenefitSchedule(law, at: Month(2026, 1))
        let premium = try law.rupiah("bpu.jkm.amount", at: Month(2026, 1)).expected.amount * 12
        let rate = premium / now.deathCash * 1000
        #expect(abs(rate - 1.94) < 0.005)
    }

    /// JKM claim ratios of BPU and the death rates that they imply, scholarships left aside.
    @Test(
        "Published claim ratios imply published death rates",
        arguments: [
            (2019, 55.6, 1.9), (2020, 120.2, 2.3), (2021, 185.7, 3.6), (2022, 168.1, 3.3),
            (2023, 198.1, 3.8),
        ])
    func implied(year: Int, ratio: Double, deaths: Double) throws {
        let schedule = BenefitSchedule(law, at: Month(year, 6))
        let premium = try law.rupiah("bpu.jkm.amount", at: Month(year, 6)).expected.amount * 12
        #expect(abs(ratio / 100 * premium / schedule.deathCash * 1000 - deaths) <= 0.06)
    }
}
