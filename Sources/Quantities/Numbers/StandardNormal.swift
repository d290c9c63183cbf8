import RealModule

/// The normal distribution of mean 0 and standard deviation 1.
package enum StandardNormal {
    /// The density `exp(-z^2 / 2) / sqrt(2 pi)`; 0 at both infinities.
    package static func density(_ z: Double) -> Double {
        0.398_942_280_401_432_677_94 * .exp(-0.5 * z * z)
    }

    /// The probability of a value below z: `erfc(-z / sqrt(2)) / 2`.
    ///
    /// To about 1e-15 of itself times `1 + z^2`, in the lower tail too. The upper tail is
    /// `cdf(-z)`, which keeps digits that `1 - cdf(z)` loses.
    package static func cdf(_ z: Double) -> Double {
        0.5 * .erfc(-z * 0.707_106_781_186_547_524_4)
    }

    /// The number below which the probability is u.
    ///
    /// Rational approximations in three ranges, to about 1e-15 of the result. Infinite at 0 and
    /// at 1, not a number elsewhere outside (0, 1).
    ///
    /// Reference: M. J. Wichura, Algorithm AS 241: the percentage points of the normal
    /// distribution, Applied Statistics 37 (1988), doi:10.2307/2347330 (PPND16).
    ///
    ///     StandardNormal.quantile(0.95)  // 1.644853626951...
    package static func quantile(_ u: Double) -> Double {
        let q = u - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * ratio(r, central)
        }
        let tail = q < 0 ? u : 1 - u
        guard tail > 0 else { return tail == 0 ? (q < 0 ? -.infinity : .infinity) : .nan }
        let r = (-Double.log(tail)).squareRoot()
        let value = r <= 5 ? ratio(r - 1.6, middle) : ratio(r - 5, far)
        return q < 0 ? -value : value
    }

    /// Coefficients of a numerator and a denominator of degree 7, from power 0 on.
    private typealias Fraction = (over: SIMD8<Double>, under: SIMD8<Double>)

    /// The fraction at r, by the rule of Horner.
    ///
    ///     (a0 + a1 r + ... + a7 r^7) / (b0 + b1 r + ... + b7 r^7)
    private static func ratio(_ r: Double, _ fraction: Fraction) -> Double {
        let (a, b) = fraction
        let over =
            ((((((a[7] * r + a[6]) * r + a[5]) * r + a[4]) * r + a[3]) * r + a[2]) * r + a[1]) * r
            + a[0]
        let under =
            ((((((b[7] * r + b[6]) * r + b[5]) * r + b[4]) * r + b[3]) * r + b[2]) * r + b[1]) * r
            + b[0]
        return over / under
    }

    /// Of `0.425^2 - (u - 1/2)^2`, where u lies in 0.075...0.925.
    private static let central: Fraction = (
        [
            3.387_132_872_796_366_608_0, 1.331_416_678_917_843_774_5e2,
            1.971_590_950_306_551_442_7e3, 1.373_169_376_550_946_112_5e4,
            4.592_195_393_154_987_145_7e4, 6.726_577_092_700_870_085_3e4,
            3.343_057_558_358_812_810_5e4, 2.509_080_928_730_122_672_7e3,
        ],
        [
            1, 4.231_333_070_160_091_125_2e1, 6.871_870_074_920_579_083_0e2,
            5.394_196_021_424_751_107_7e3, 2.121_379_430_158_659_586_7e4,
            3.930_789_580_009_271_061_0e4, 2.872_908_573_572_194_267_4e4,
            5.226_495_278_852_854_561_0e3,
        ]
    )

    /// Of `r - 1.6`, `r = sqrt(-log u)`, for tails down to `e^-25`, 1.4e-11.
    private static let middle: Fraction = (
        [
            1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90,
            5.769_497_221_460_691_405_50, 3.647_848_324_763_204_605_04,
            1.270_458_252_452_368_382_58, 2.417_807_251_774_506_117_70e-1,
            2.272_384_498_926_918_458_33e-2, 7.745_450_142_783_414_076_40e-4,
        ],
        [
            1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40,
            6.897_673_349_851_000_045_50e-1, 1.481_039_764_274_800_745_90e-1,
            1.519_866_656_361_645_719_66e-2, 5.475_938_084_995_344_946_00e-4,
            1.050_750_071_644_416_843_24e-9,
        ]
    )

    /// Of `r - 5`, for all tails below.
    private static let far: Fraction = (
        [
            6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90,
            1.784_826_539_917_291_335_80, 2.965_605_718_285_048_912_30e-1,
            2.653_218_952_657_612_309_30e-2, 1.242_660_947_388_078_438_60e-3,
            2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7,
        ],
        [
            1, 5.998_322_065_558_879_376_90e-1, 1.369_298_809_227_358_053_10e-1,
            1.487_536_129_085_061_485_25e-2, 7.868_691_311_456_132_591_00e-4,
            1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
            2.044_263_103_389_939_785_64e-15,
        ]
    )
}
