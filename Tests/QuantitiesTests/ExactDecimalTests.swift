import Quantities
import Testing
import _TestSupport

struct ExactDecimalTests {
    private func decimal(_ text: String) -> ExactDecimal {
        guard let made = ExactDecimal(text) else { preconditionFailure("\(text) is no decimal") }
        return made
    }

    @Test("reads and writes plain decimals, without idle zeros")
    func texts() {
        let cases = [
            ("0", "0"), ("-0.0024", "-0.0024"), ("1.50", "1.5"), ("0.0174", "0.0174"),
            ("007", "7"), ("-12.000", "-12"), ("123456789012345678", "123456789012345678"),
            ("0.000000000000000001", "0.000000000000000001"), ("-0", "0"),
        ]
        for (text, written) in cases {
            #expect(decimal(text).description == written)
            #expect(decimal(written) == decimal(text))
        }
        #expect(decimal("1.50").scale == 1 && decimal("1.50").coefficient == 15)
    }

    @Test(
        "other texts are not decimals",
        arguments: [
            "", "-", ".", "1.", ".5", "1.2.3", "1,5", "1e3", " 1", "+1", "--1", "-.5", "٣",
            "99999999999999999999", "0.0000000000000000001", "nan",
        ])
    func refused(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test("equal numbers are equal and hash alike, whatever their digits")
    func equality() {
        #expect(decimal("0.30") == ExactDecimal(coefficient: 3_000, scale: 4))
        #expect(Set([decimal("2.0"), decimal("2"), ExactDecimal(2)]).count == 1)
    }

    @Test("sums, differences and products are exact in 128 bits")
    func arithmetic() {
        for seed in UInt64(1)...400 {
            var draws = SeededDraws(seed)
            let (p, q) = (draws.whole(0...6), draws.whole(0...6))
            let a = Int64(draws.whole(-99_999_999...99_999_999))
            let b = Int64(draws.whole(-99_999_999...99_999_999))
            let (x, y) = (
                ExactDecimal(coefficient: a, scale: p), ExactDecimal(coefficient: b, scale: q)
            )
            let (left, right) = (Int128(a) * power(12 - p), Int128(b) * power(12 - q))
            #expect(scaled(x + y, 12) == left + right, "seed \(seed)")
            #expect(scaled(x - y, 12) == left - right, "seed \(seed)")
            #expect(scaled(x * y, 12) == Int128(a) * Int128(b) * power(12 - p - q), "seed \(seed)")
            #expect((x < y) == (left < right), "seed \(seed)")
        }
    }

    @Test("a rate of an amount is rounded once: to the nearest, halves away from zero")
    func times() {
        let cases: [(String, Int64, Int64)] = [
            ("0.0024", 1_000_000, 2_400), ("0.0024", 2_315_000, 5_556), ("0.5", 1, 1),
            ("0.5", 3, 2), ("-0.5", 1, -1), ("-0.5", 3, -2), ("0.499999", 1, 0),
            ("0.0174", 12_345_678, 214_815), ("1", 9_223_372_036_854_775_807, .max),
        ]
        for (rate, amount, expected) in cases {
            #expect(decimal(rate).times(Rupiah(amount)) == Rupiah(expected), "\(rate) x \(amount)")
        }
        for seed in UInt64(1)...200 {
            var draws = SeededDraws(seed)
            let rate = Int64(draws.whole(0...99_999))
            let amount = Int64(draws.whole(0...999_999_999_999))
            // Five decimals: add half of 10^5 and drop the rest.
            let expected = (Int128(rate) * Int128(amount) + 50_000) / 100_000
            let found = ExactDecimal(coefficient: rate, scale: 5).times(Rupiah(amount))
            #expect(Int128(found.amount) == expected, "seed \(seed)")
        }
    }

    @Test("the decimal that a binary fraction prints as")
    func shortest() {
        let cases: [(Double, String?)] = [
            (0.1, "0.1"), (16_800, "16800"), (1e-7, "0.0000001"), (2.5e-5, "0.000025"),
            (1e17, "100000000000000000"), (-0.0127, "-0.0127"), (1e21, nil), (1e-20, nil),
            (.nan, nil), (.infinity, nil), (0, "0"), (1.5e16, "15000000000000000"),
        ]
        for (value, text) in cases {
            #expect(ExactDecimal(shortest: value)?.description == text, "\(value)")
        }
        for seed in UInt64(1)...300 {
            var draws = SeededDraws(seed)
            let digits = Int64(draws.whole(-999_999_999_999_999...999_999_999_999_999))
            let made = ExactDecimal(coefficient: digits, scale: draws.whole(0...15))
            #expect(ExactDecimal(shortest: made.value) == made, "seed \(seed)")
        }
    }

    private func power(_ exponent: Int) -> Int128 {
        (0..<exponent).reduce(Int128(1)) { result, _ in result * 10 }
    }

    /// The number times `10^places`.
    private func scaled(_ number: ExactDecimal, _ places: Int) -> Int128 {
        Int128(number.coefficient) * power(places - number.scale)
    }
}
