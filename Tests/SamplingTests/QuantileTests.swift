import Quantities
import Testing

@testable import Sampling

/// Quantiles against numbers of 20 digits.
@Suite struct QuantileTests {
    struct Reference: Sendable, CustomTestStringConvertible {
        let family: Substring
        let first: Double
        let second: Double
        let u: Double
        /// The number itself (normal), its logarithm (gamma), its logit (beta).
        let transformed: Double
        let quantile: Double

        var testDescription: String { "\(family) \(first) \(second) at \(u)" }

        init?(_ row: [Substring]) {
            let numbers = row.dropFirst().compactMap { Double($0) }
            guard numbers.count == 5 else { return nil }
            (family, first, second) = (row[0], numbers[0], numbers[1])
            (u, transformed, quantile) = (numbers[2], numbers[3], numbers[4])
        }
    }

    static let all = ReferenceTable.rows("quantiles.csv").compactMap(Reference.init)
    static func of(_ family: String) -> [Reference] { all.filter { $0.family == family } }

    @Test func `the reference table is there`() {
        #expect(Self.of("normal").count == 20)
        #expect(Self.of("gamma").count == 143)
        #expect(Self.of("beta").count == 176)
    }

    @Test func `normal`() {
        for reference in Self.of("normal") {
            let value = StandardNormal.quantile(reference.u)
            // The table's root at 0.5 is 0 to its own digits only.
            let size = max(abs(reference.quantile), 1e-9)
            #expect(abs(value - reference.quantile) < 2e-15 * size, "\(reference)")
        }
        #expect(StandardNormal.quantile(0) == -.infinity)
        #expect(StandardNormal.quantile(1) == .infinity)
        #expect(StandardNormal.quantile(-0.1).isNaN && StandardNormal.quantile(1.1).isNaN)
    }

    @Test func `the normal distribution function undoes its quantile`() {
        for reference in Self.of("normal") where reference.u < 0.5 {
            let u = StandardNormal.cdf(reference.quantile)
            // A relative error of z is one of z^2 in the tail.
            let size = 1 + reference.quantile * reference.quantile
            #expect(relativeError(u, reference.u) < 4e-16 * size, "\(reference)")
        }
    }

    /// What the program promises: at small shapes the tail hardly changes with the number, so
    /// that the rounding of the one is a large change of the other.
    private func tolerance(_ shape: Double) -> Double { 1e-12 + 1e-14 / shape }

    @Test func `gamma`() throws {
        for reference in Self.of("gamma") {
            let logarithm = Gamma(shape: reference.first, scale: 1).logQuantile(reference.u)
            let size = max(1, abs(reference.transformed))
            let tolerance = tolerance(reference.first)
            #expect(abs(logarithm - reference.transformed) < tolerance * size, "\(reference)")
            let value = try Distribution.gamma(shape: reference.first, scale: 1)
                .quantile(reference.u)
            if reference.quantile > 1e-290 {
                #expect(relativeError(value, reference.quantile) < size * tolerance, "\(reference)")
            }
        }
    }

    @Test func `beta`() throws {
        for reference in Self.of("beta") {
            let logit = ScaledBeta(alpha: reference.first, beta: reference.second)
                .logitQuantile(reference.u)
            let size = max(1, abs(reference.transformed))
            let tolerance = tolerance(min(reference.first, reference.second))
            #expect(abs(logit - reference.transformed) < tolerance * size, "\(reference)")
            let value = try Distribution.beta(alpha: reference.first, beta: reference.second)
                .quantile(reference.u)
            if reference.quantile > 1e-290 {
                #expect(relativeError(value, reference.quantile) < size * tolerance, "\(reference)")
            }
        }
    }

    @Test func `beta and gamma at shapes with a closed form, at the ends of u`() throws {
        let exponential = try Distribution.gamma(shape: 1, scale: 2)
        let power = try Distribution.beta(alpha: 4, beta: 1)
        for u in [0x1p-53, 1e-9, 0.25, 0.75, 1 - 1e-9, 1 - 0x1p-53] {
            let expected = -2 * logOfComplement(u)
            #expect(relativeError(exponential.quantile(u), expected) < 1e-13)
            let root = u.squareRoot().squareRoot()
            #expect(relativeError(power.quantile(u), root) < 1e-13)
        }
        #expect(exponential.quantile(0) == 0 && exponential.quantile(1) == .infinity)
        #expect(power.quantile(0) == 0 && power.quantile(1) == 1)
    }

    @Test func `a gamma of an immense shape is normal`() throws {
        let value = try Distribution.gamma(shape: 1e12, scale: 1e-12)
        #expect(abs(value.quantile(0.975) - (1 + 1.959963984540054e-6)) < 1e-12)
        // Where the method changes, the standardized quantile does not jump.
        let standardized = try [0.99999e10, 1.00001e10].map { shape in
            let quantile = try Distribution.gamma(shape: shape, scale: 1).quantile(0.01)
            return (quantile - shape) / shape.squareRoot()
        }
        #expect(abs(standardized[0] - standardized[1]) < 1e-8)
    }

    /// `log(1 - u)`, from the quantile that the tests above have checked at shape 1.
    private func logOfComplement(_ u: Double) -> Double {
        let x = 1 - u
        // 1 - u is exact for these u but the smallest, where the series is.
        return u < 1e-8 ? -u - u * u / 2 : naturalLogarithm(x)
    }
}
