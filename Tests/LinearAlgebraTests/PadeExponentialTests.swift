import RealModule
import Testing
import _TestSupport

@testable import LinearAlgebra

@Suite struct PadeExponentialTests {
    /// Sizes on both sides of each bound, so that every degree and the scaling are used.
    @Test(arguments: [0.01, 0.02, 0.2, 0.3, 0.9, 1.0, 2.0, 2.2, 4.2, 4.4, 17, 100])
    func `every degree is accurate up to its bound`(size: Double) throws {
        // A rotation by `size`: all norms of its powers are powers of `size`.
        let value = try PadeExponential.exponential(of: Matrix(rows: [[0, -size], [size, 0]]))
        let (c, s) = (Double.cos(size), Double.sin(size))
        #expect(isClose(value, Matrix(rows: [[c, -s], [s, c]]), 1e-16 * max(4, 2 * size)))
    }

    @Test(arguments: ReferenceExponential.all.filter { $0.kind != "ill" })
    func `generators and others agree with the reference in norm`(
        _ reference: ReferenceExponential
    ) throws {
        // Backward stable: the error is rounding times the norm, which bounds the condition.
        let value = try PadeExponential.exponential(of: reference.matrix)
        let error = (value - reference.exponential).oneNorm / reference.exponential.oneNorm
        #expect(error <= 1e-14 * max(1, reference.matrix.oneNorm))
    }

    @Test func `powers that overflow are refused`() {
        #expect(throws: LinearAlgebraError.exponentialOverflow(oneNorm: 1e100)) {
            try PadeExponential.exponential(of: Matrix(rows: [[0, 1e100], [-1e100, 0]]))
        }
    }
}

@Suite struct EvenPowersTests {
    @Test func `coefficients are the published whole numbers`() {
        // Higham 2005, section 2 and table 2.3.
        #expect(EvenPowers.coefficients(3) == [120, 60, 12, 1])
        #expect(EvenPowers.coefficients(5) == [30240, 15120, 3360, 420, 30, 1])
        #expect(
            EvenPowers.coefficients(13) == [
                64_764_752_532_480_000, 32_382_376_266_240_000, 7_771_770_303_897_600,
                1_187_353_796_428_800, 129_060_195_264_000, 10_559_470_521_600,
                670_442_572_800, 33_522_128_640, 1_323_241_920, 40_840_800, 960_960, 16_380, 182,
                1,
            ])
    }

    @Test(arguments: [3, 5, 7, 9])
    func `polynomials of a number are sums over its powers`(degree: Int) {
        let x = 0.5
        let (odd, even) = EvenPowers(of: Matrix(rows: [[x]])).polynomials(degree)
        let sum = EvenPowers.coefficients(degree).reversed().reduce(0) { $0 * x + $1 }
        #expect(abs((even[0, 0] + x * odd[0, 0]) / sum - 1) <= 1e-15)
    }

    @Test func `degree 13 is the same sum`() {
        let x = 1.5
        let (odd, even) = EvenPowers(of: Matrix(rows: [[x]])).polynomials13()
        let sum = EvenPowers.coefficients(13).reversed().reduce(0) { $0 * x + $1 }
        #expect(abs((even[0, 0] + x * odd[0, 0]) / sum - 1) <= 1e-15)
    }

    @Test func `growth is less than the norm where powers are small`() {
        let powers = EvenPowers(of: Matrix(rows: [[1, 1e6], [0, -1]]))
        #expect(powers.growth(forDegree: 13) == 1)
        #expect(powers.growth(forDegree: 3) == 1)
    }

    @Test func `scaling by powers of two is exact`() {
        var random = SeededDraws(4)
        let a = random.matrix(5, 5)
        let scaled = EvenPowers(of: a).scaled(by: 3)
        let direct = EvenPowers(of: 0.125 * a)
        #expect(scaled.base == direct.base)
        #expect(scaled.polynomials(9) == direct.polynomials(9))
    }
}
