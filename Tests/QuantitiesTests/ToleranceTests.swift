import Quantities
import Testing

/// The one tolerance: last bits are nothing, a rupiah, a person and a part in a thousand million
/// are something.
@Suite struct ToleranceTests {
    @Test(arguments: [0.1, 0.35, 16_800, 3000, 36_000, 604_800_000, 5e12])
    func lastBitsAreNothing(_ figure: Double) {
        for other in [figure.nextUp, figure.nextDown, figure * (1 + 4e-15)] where other != figure {
            #expect(figure.isAbout(other) && other.isAbout(figure))
            #expect(figure.reaches(other) && other.reaches(figure))
            #expect(!figure.exceeds(other) && !other.exceeds(figure))
            #expect((-figure).isAbout(-other) && !figure.isAbout(-other))
        }
    }

    @Test(arguments: [1, 3000, 36_000, 604_800_000, 5e12])
    func aUnitIsSomething(_ figure: Double) {
        #expect(!figure.isAbout(figure + 1))
        #expect((figure + 1).exceeds(figure) && !figure.reaches(figure + 1))
        #expect(!(figure * (1 + 1e-9)).isAbout(figure) || figure > 4e9)
    }

    @Test func smallFiguresArePartsOfOne() {
        #expect(1e-12.isAbout(0) && !1e-9.isAbout(0) && !1e-9.isAbout(2e-9))
        #expect(!1e-12.exceeds(0) && 1e-6.exceeds(0))
    }

    @Test func wholeNumbersAreWhole() {
        #expect(3000.000000000001.settled == 3000 && 3999.999999999999.settled == 4000)
        #expect((-2.0).nextUp.settled == -2 && 2999.5.settled == 2999.5)
        #expect(2999.99999.settled == 2999.99999)
    }

    @Test func whatIsNoNumberIsNearNothing() {
        #expect(!Double.nan.isAbout(.nan) && !Double.nan.reaches(0) && !Double.nan.exceeds(0))
        #expect(Double.infinity.isAbout(.infinity) && !Double.infinity.isAbout(1e300))
    }

    @Test func constantOutcomes() {
        #expect([16_800, 16_800.000000000004, .nan, 16_800].isConstant)
        #expect([Double]().isConstant && [Double.nan].isConstant && [0, 1e-13].isConstant)
        #expect(![16_800, 16_800.001].isConstant && ![0.35, 0.350_001].isConstant)
    }
}
