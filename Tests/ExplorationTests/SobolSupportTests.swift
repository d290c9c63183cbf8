import Foundation
import Testing

@testable import Exploration

/// Intervals of shares by the rows that carry them, against those of counts.
@Suite struct SobolSupportTests {
    /// A share of `count` in `all` equal rows, with the error of independent ones.
    private func estimate(_ count: Int, of all: Int, level: Double = 0.95) -> SensitivityEstimate {
        let share = Double(count) / Double(all)
        var support = SobolSupport(value: share)
        for row in 0..<all { support.add(term: row < count ? 0.25 : 0, scale: 0.25) }
        return support.estimate(
            standardError: (share * (1 - share) / Double(all)).squareRoot(), level: level,
            freedom: 100_000, base: all)
    }

    /// scipy 1.17.1: binomtest(x, n).proportion_ci(method='wilson').
    @Test("Of counts the interval is Wilson's, but for the square of the distance")
    func wilson() {
        let cases = [
            (20, 400, 0.032597, 0.075964), (3, 200, 0.005114, 0.043166),
            (5, 50, 0.043476, 0.213602),
        ]
        for (count, all, low, high) in cases {
            let found = estimate(count, of: all)
            let width = high - low
            #expect(abs(found.low - low) < 0.02 * width, "\(count) of \(all): \(found)")
            #expect(abs(found.high - high) < 0.04 * width, "\(count) of \(all): \(found)")
            #expect(found.low > 0 && found.rows == count)
            let rest = estimate(all - count, of: all)
            #expect(abs(rest.low + found.high - 1) < 1e-9 && abs(rest.high + found.low - 1) < 1e-9)
        }
    }

    /// Clopper and Pearson's ends where nothing, or everything, was seen: 1 - (alpha / 2)^(1 / n).
    @Test("Nothing seen in n rows bounds a share as the exact interval does", arguments: [20, 100])
    func nothingSeen(_ rows: Int) {
        for level in [0.8, 0.9, 0.95] {
            let exact = 1 - pow((1 - level) / 2, 1 / Double(rows))
            let (none, all) = (
                estimate(0, of: rows, level: level), estimate(rows, of: rows, level: level)
            )
            #expect(none.low == 0 && none.high >= exact && none.high < 1.1 * exact)
            #expect(none.verdict == .undecided(tellsAt: nil))
            #expect(all.high == 1 && abs(all.low + none.high - 1) < 1e-12)
            #expect(all.verdict == .distinct)
        }
    }

    @Test("One row that makes the variance leaves two degrees of freedom")
    func outlier() {
        var support = SobolSupport(value: 0.5)
        for row in 0..<1000 {
            support.add(term: row == 0 ? 1000 : 0.4 + 0.2 * Double(row % 2), scale: 1)
        }
        let found = support.estimate(standardError: 0.1, level: 0.95, freedom: 15, base: 1000)
        // Student's quantile of 2 degrees of freedom is 4.303.
        #expect(abs((found.high - found.low) / 0.8606 - 1) < 0.01, "\(found)")
    }

    @Test("Where terms cancel within each replicate the rows tell how far the index is known")
    func cancelled() {
        var support = SobolSupport(value: 0)
        for row in 0..<64 {
            support.add(term: row == 3 ? 0.25 : row == 19 ? -0.25 : 0, scale: 0.25)
        }
        for standardError in [0, 1e-18] {
            let found = support.estimate(
                standardError: standardError, level: 0.95, freedom: 15, base: 64)
            // Of 64 rows two have a term: the variance of independent ones is 2 / 64^2.
            #expect(abs(found.standardError - 2.0.squareRoot() / 64) < 1e-12, "\(found)")
            #expect(found.low < -0.03 && found.high > 0.03, "\(found)")
        }
    }
}
