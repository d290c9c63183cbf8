import Testing

@testable import Exploration

/// Intervals and verdicts of single estimates.
@Suite struct SensitivityEstimateTests {
    @Test("Student quantiles are those of the tables")
    func student() {
        // Two-sided 80, 90, 95, 99 %.
        let tables: [Int: [Double]] = [
            1: [3.077684, 6.313752, 12.706205, 63.656741],
            2: [1.885618, 2.919986, 4.302653, 9.924843],
            3: [1.637744, 2.353363, 3.182446, 5.840909],
            10: [1.372184, 1.812461, 2.228139, 3.169273],
            15: [1.340606, 1.753050, 2.131450, 2.946713],
            100: [1.290075, 1.660234, 1.983972, 2.625891],
        ]
        for (freedom, row) in tables {
            for (level, expected) in zip([0.8, 0.9, 0.95, 0.99], row) {
                let found = StudentQuantile.twoSided(level: level, freedom: freedom)
                #expect(abs(found / expected - 1) < 4e-7, "\(freedom) \(level): \(found)")
            }
        }
    }

    private func verdict(_ value: Double, _ error: Double, base: Int = 1024) -> SensitivityVerdict {
        SensitivityEstimate(
            value: value, standardError: error, multiplier: 2, base: base, rows: base
        ).verdict
    }

    @Test("An interval that includes zero names the base that would exclude it")
    func verdicts() {
        #expect(verdict(0.5, 0.1) == .distinct)
        #expect(verdict(-0.5, 0.1) == .distinct)
        #expect(verdict(0, 0) == .zero)
        #expect(verdict(0.19, 0.1) == .undecided(tellsAt: 2048))
        // Half a width of 0.2 is to fall below 0.08: 6.25 times the base, so 8 times.
        #expect(verdict(0.08, 0.1) == .undecided(tellsAt: 8192))
        #expect(verdict(-0.08, 0.1) == .undecided(tellsAt: 8192))
        #expect(verdict(0.08, 0.1, base: 1000) == .undecided(tellsAt: 8000))
        #expect(verdict(0.2, 0.1) == .undecided(tellsAt: 2048))
        #expect(verdict(0, 0.1) == .undecided(tellsAt: nil))
        #expect(verdict(1e-5, 0.1) == .undecided(tellsAt: nil))
    }

    @Test("An interval reaches as far as its multiplier says")
    func interval() {
        let estimate = SensitivityEstimate(
            value: 0.25, standardError: 0.125, multiplier: 3, base: 64, rows: 64)
        #expect(estimate.low == -0.125 && estimate.high == 0.625)
    }
}
