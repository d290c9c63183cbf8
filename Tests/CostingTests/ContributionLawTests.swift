import Policy
import Quantities
import Testing
import _TestSupport

@testable import Costing

/// Laws that hold for any wage, against a second calculation in plain integers.
@Suite struct ContributionLawTests {
    /// Millionths of a rupiah to the nearest rupiah.
    private func nearest(_ millionths: Int64) -> Int64 { (millionths + 500_000) / 1_000_000 }

    @Test(arguments: [UInt64(1), 2, 3])
    func wagesAgreeWithPlainIntegers(seed: UInt64) throws {
        var generator = SeededDraws(seed)
        let tariff = try ContributionTestLaw.tariff(Month(2024, 6))
        let accident: [Int64] = [2_400, 5_400, 8_900, 12_700, 17_400]
        for _ in 0..<200 {
            let wage = Int64.random(in: 0...40_000_000, using: &generator)
            let riskClass = Int.random(in: 1...5, using: &generator)
            let capped = min(wage, 5_000_000)
            let schedule = try tariff.schedule(
                for: .init(
                    programmes: Set(Programme.allCases), route: .pu, base: .earnings(Rupiah(wage)),
                    riskClass: riskClass, payer: .employer))
            let expected = [
                nearest(accident[riskClass - 1] * wage - 1_400 * capped),
                nearest(3_000 * wage - 1_000 * capped), nearest(57_000 * wage),
                nearest(30_000 * min(wage, 11_086_300)), nearest(4_600 * capped),
            ]
            #expect(schedule.rows.map(\.amount.amount) == expected, "seed \(seed), wage \(wage)")
            for row in schedule.rows {
                #expect(row.workerShare + row.stateShare + row.payerShare == row.amount)
                #expect(row.payerShare >= .zero, "seed \(seed), wage \(wage)")
            }
        }
    }

    @Test func neverLessForMoreIncome() throws {
        let tariff = try ContributionTestLaw.tariff(Month(2024, 6))
        var last = Rupiah.zero
        for income in stride(from: Int64(0), through: 2_000_000, by: 10_000) {
            let total = try tariff.schedule(
                for: .init(
                    programmes: [.jkk, .jkm, .jht], route: .bpu, base: .earnings(Rupiah(income)),
                    payer: .self)
            ).total
            #expect(total >= last, "income \(income)")
            last = total
        }
    }

    @Test func aBudgetPaysWholePersonMonths() throws {
        let schedule = try ContributionTestLaw.tariff(Month(2024, 6)).schedule(
            for: .init(
                programmes: [.jkk, .jkm], route: .bpu, base: .earnings(.zero), payer: .apbd))
        #expect(schedule.personMonths(for: Rupiah(16_800 * 7 + 16_799)) == 7)
        let nothing = ContributionSchedule(month: Month(2024, 6), rows: [])
        #expect(nothing.personMonths(for: Rupiah(1)) == nil)
    }
}
