import Quantities
import Testing
import _TestSupport

struct NumberFormatTests {
    private let indonesian = NumberLocale.indonesian
    private let english = NumberLocale.english

    @Test("money and whole numbers have thousands marks")
    func whole() {
        #expect(indonesian.format(Rupiah(16_800)) == "Rp 16.800")
        #expect(indonesian.format(Rupiah(-1_008_000_000)) == "-Rp 1.008.000.000")
        #expect(english.format(Rupiah(16_800)) == "Rp 16,800")
        let cases: [(Int64, String)] = [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1.000"), (-12_345, "-12.345"),
            (100_000, "100.000"), (1_234_567, "1.234.567"), (.min, "-9.223.372.036.854.775.808"),
        ]
        for (number, text) in cases { #expect(indonesian.format(number) == text) }
    }

    @Test("decimals are fixed, halves away from zero")
    func decimals() {
        let cases: [(Double, Int, String)] = [
            (12.5, 1, "12,5"), (12.5, 0, "13"), (0.04, 1, "0,0"), (0.05, 1, "0,1"),
            (-0.04, 1, "0,0"), (-0.06, 1, "-0,1"), (1_234.5, 2, "1.234,50"), (999.96, 1, "1.000,0"),
            (0, 3, "0,000"), (0.007, 2, "0,01"), (1e12, 0, "1.000.000.000.000"),
        ]
        for (number, places, text) in cases {
            #expect(indonesian.format(number, decimals: places) == text, "\(number)")
        }
        #expect(english.format(1_234.5, decimals: 2) == "1,234.50")
    }

    @Test("shares are percentages")
    func percent() {
        #expect(indonesian.percent(0.125) == "12,5 %")
        #expect(indonesian.percent(1) == "100,0 %")
        #expect(indonesian.percent(-0.0312, decimals: 2) == "-3,12 %")
        #expect(english.percent(0.3215, decimals: 2) == "32.15 %")
        #expect(indonesian.percent(12.345, decimals: 0) == "1.235 %")
    }

    @Test("what is not finite says so")
    func notFinite() {
        #expect(indonesian.format(Double.nan) == "–")
        #expect(indonesian.format(Double.infinity, decimals: 2) == "∞")
        #expect(indonesian.format(-Double.infinity) == "-∞")
        #expect(indonesian.percent(.nan) == "– %")
    }

    @Test("what is written is read back")
    func roundTrip() throws {
        for seed in UInt64(1)...200 {
            var draws = SeededDraws(seed)
            let whole = Int64(draws.whole(-999_999_999_999...999_999_999_999))
            for locale in NumberLocale.allCases {
                let text = locale.format(whole)
                let read = try parseNumber(text, locale: locale)
                #expect(read == ExactDecimal(whole), "seed \(seed) \(text)")
                let number = Double(whole) / 1_000
                let decimal = try parseNumber(
                    locale.format(number, decimals: 3), locale: locale)
                #expect(decimal == ExactDecimal(coefficient: whole, scale: 3), "seed \(seed)")
            }
        }
    }
}
