import Quantities
import Testing

@testable import Policy

@Suite struct LawAmountTests {
    @Test(arguments: [
        ("0.5", 1), ("0.4999", 0), ("1.5", 2), ("-0.5", -1), ("-0.4999", 0), ("-1.5", -2), ("7", 7),
    ])
    func halvesRoundAwayFromZero(text: String, rounded: Int64) throws {
        let amount = try LawAmount.zero.adding(TestLaw.number(text), of: Rupiah(1))
        #expect(try amount.rounded() == Rupiah(rounded))
    }

    @Test func sumsAreExactAcrossScales() throws {
        let base = Rupiah(333)
        let sum = try LawAmount.zero.adding(TestLaw.number("0.0054"), of: base)
            .subtracting(TestLaw.number("0.00000014"), of: base)
            .adding(TestLaw.number("2"), of: base)
        // 1.7982 - 0.00004662 + 666
        let scaled = try sum.times(ExactDecimal(100_000_000)).rounded()
        #expect(scaled == Rupiah(66_779_815_338))
    }

    @Test func whatDoesNotFitIsAFault() throws {
        let huge = Rupiah(.max)
        let wide = LawAmount(huge)
        #expect(throws: LawFault.tooLarge) {
            try wide.times(ExactDecimal(.max)).times(ExactDecimal(.max))
        }
        #expect(throws: LawFault.tooLarge) { try wide.times(ExactDecimal(2)).rounded() }
        let tiny = ExactDecimal(coefficient: 1, scale: 18)
        #expect(throws: LawFault.tooLarge) { try wide.times(tiny).times(tiny).times(tiny) }
        #expect(throws: LawFault.tooLarge) {
            try LawAmount.zero.subtracting(ExactDecimal(1), of: Rupiah(.min))
        }
        #expect(try wide.rounded() == huge)
    }
}
