import Quantities
import Testing

struct RupiahTests {
    @Test("whole rupiah add, subtract and multiply exactly")
    func arithmetic() {
        let price = Rupiah(16_800)
        #expect(price * 12 == Rupiah(201_600) && price + price - price == price)
        #expect(Rupiah.zero < price && Rupiah(-1) < .zero)
        let large = Rupiah(9_007_199_254_740_993)
        #expect((large + Rupiah(1)).amount == 9_007_199_254_740_994)
        #expect(price.expected.amount == 16_800)
    }

    @Test("an expected amount rounds to the nearest rupiah, halves away from zero")
    func rounding() {
        let cases: [(Double, Int64)] = [
            (0.49, 0), (0.5, 1), (1.5, 2), (2.5, 3), (-0.5, -1), (-2.5, -3), (16_800.4, 16_800),
        ]
        for (amount, whole) in cases {
            #expect(ExpectedRupiah(amount).rounded() == Rupiah(whole))
        }
        let sum = ExpectedRupiah(0.25) + ExpectedRupiah(0.5) - ExpectedRupiah(0.125)
        #expect(sum.amount == 0.625 && (sum * 2).amount == 1.25)
        #expect(ExpectedRupiah.zero < sum)
    }
}
