import Quantities
import Testing

@testable import Policy

@Suite struct MarginalScaleTests {
    /// G20, the scale of the OpenFisca country template: its thresholds and rates by year.
    @Test(
        "G20 a dated marginal scale",
        arguments: [(2013, 60, 660), (2015, 80, 824), (2017, 40, 816)])
    func datedScale(year: Int, low: Int64, high: Int64) throws {
        let parameter = try TestLaw.parameter(
            "tax.scale",
            [
                TestLaw.period(
                    Month(2013, 1), .scale(try TestLaw.scale([(0, "0.03"), (12_000, "0.10")]))),
                TestLaw.period(
                    Month(2015, 1), .scale(try TestLaw.scale([(0, "0.04"), (12_200, "0.12")]))),
                TestLaw.period(
                    Month(2017, 1),
                    .scale(
                        try TestLaw.scale([(0, "0.02"), (6_000, "0.06"), (12_400, "0.12")]))),
            ])
        let tree = try LawTree(parameters: [parameter])
        let scale = try tree.value("tax.scale", at: Month(year, 6)).scale
        #expect(try scale.amount(on: Rupiah(2_000)).rounded() == Rupiah(low))
        #expect(try scale.amount(on: Rupiah(15_000)).rounded() == Rupiah(high))
    }

    @Test func amountRisesByTheRateOfItsBracket() throws {
        let scale = try TestLaw.scale([(0, "0.21"), (100, "0.17"), (500, "0.13")])
        for (base, rate) in [(99, "0.21"), (100, "0.17"), (499, "0.17"), (500, "0.13")] {
            let step = try scale.amount(on: Rupiah(Int64(base) + 1))
                .subtracting(TestLaw.number(rate), of: Rupiah(1))
            let here = try scale.amount(on: Rupiah(Int64(base)))
            #expect(
                try step.times(ExactDecimal(100)).rounded()
                    == here.times(ExactDecimal(100)).rounded())
        }
    }

    @Test func nothingBelowTheFirstThreshold() throws {
        let scale = try TestLaw.scale([(50, "0.5")])
        #expect(try scale.amount(on: Rupiah(50)).rounded() == .zero)
        #expect(try scale.amount(on: Rupiah(52)).rounded() == Rupiah(1))
    }

    @Test func thresholdsMustRise() {
        #expect(throws: MarginalScale.Fault.empty) { try MarginalScale([]) }
        #expect(throws: MarginalScale.Fault.outOfOrder(position: 1)) {
            try TestLaw.scale([(100, "0.1"), (100, "0.2")])
        }
        #expect(throws: MarginalScale.Fault.outOfOrder(position: 0)) {
            try TestLaw.scale([(-1, "0.1")])
        }
    }
}
