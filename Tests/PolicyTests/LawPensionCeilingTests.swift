import Quantities
import Testing

@testable import Policy

@Suite struct LawPensionCeilingTests {
    @Test func theRuleMakesAllTwelveCeilings() throws {
        let growth = [
            "0.0479", "0.0502", "0.0507", "0.0517", "0.0502", "-0.0207", "0.0369", "0.0531",
            "0.0505", "0.0503", "0.0511",
        ]
        let published: [Int64] = [
            7_335_300, 7_703_500, 8_094_000, 8_512_400, 8_939_700, 8_754_600, 9_077_600, 9_559_600,
            10_042_300, 10_547_400, 11_086_300,
        ]
        var ceiling = Rupiah(7_000_000)
        for (rate, expected) in zip(growth, published) {
            ceiling = try pensionCeiling(previous: ceiling, growth: TestLaw.number(rate))
            #expect(ceiling == Rupiah(expected))
        }
    }

    @Test func theCeilingCanBeCarriedOn() throws {
        let last = LawValue.decimal(ExactDecimal(11_086_300))
        let law = try LawTree(parameters: [
            TestLaw.parameter(
                "pu.jp.ceiling", unit: .rupiahPerMonth,
                range: ExactDecimal(0)...ExactDecimal(100_000_000),
                [TestLaw.period(Month(2026, 3), last)])
        ]).extendingPensionCeiling(
            growth: TestLaw.number("0.05"), through: 2028, provenance: TestLaw.scenario)
        #expect(try law.rupiah("pu.jp.ceiling", at: Month(2027, 2)) == Rupiah(11_086_300))
        #expect(try law.rupiah("pu.jp.ceiling", at: Month(2027, 3)) == Rupiah(11_640_600))
        #expect(try law.rupiah("pu.jp.ceiling", at: Month(2030, 1)) == Rupiah(12_222_600))
        #expect(try law.value("pu.jp.ceiling", at: Month(2030, 1)).entry.mark == .assumed)
    }
}
