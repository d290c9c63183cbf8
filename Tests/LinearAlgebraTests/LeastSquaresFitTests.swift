import LinearAlgebra
import Testing

/// The Longley regression of the NIST Statistical Reference Datasets (higher difficulty):
/// employment on the price deflator, gross national product, unemployment, armed forces,
/// population and year, 1947-1962, with certified results.
/// J. W. Longley, J. Am. Stat. Assoc. 62 (1967), doi:10.1080/01621459.1967.10500896.
private enum Longley {
    static let observations: [[Double]] = [
        [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
        [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
        [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
        [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
        [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
        [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
        [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
        [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
        [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
        [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
        [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
        [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
        [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
        [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
        [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
        [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ]
    static let coefficients: Vector = [
        -3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683,
        -1.03322686717359, -0.0511041056535807, 1829.15146461355,
    ]
    static let standardErrors: Vector = [
        890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699,
        0.214274163161675, 0.226073200069370, 455.478499142212,
    ]
    static let residualStandardDeviation = 304.854073561965
    static let residualSumOfSquares = 836424.055505915

    static func fit() throws -> LeastSquaresFit {
        let design = Matrix(rows: observations.map { [1] + $0.dropFirst() })
        return try LeastSquaresFit(Vector(observations.map { $0[0] }), on: design)
    }
}

@Suite struct LeastSquaresFitTests {
    /// The tolerance is 30 times the conditioning of the scaled problem (4e4) times rounding.
    private let tolerance = 1e-10

    @Test func `G28 Longley coefficients are the certified ones`() throws {
        let fit = try Longley.fit()
        for (value, certified) in zip(fit.coefficients, Longley.coefficients) {
            #expect(abs(value / certified - 1) <= tolerance, "\(value) for \(certified)")
        }
    }

    @Test func `G28 Longley deviations are the certified ones`() throws {
        let fit = try Longley.fit()
        let deviation = try #require(fit.residualStandardDeviation)
        #expect(abs(deviation / Longley.residualStandardDeviation - 1) <= tolerance)
        #expect(abs(fit.residualSumOfSquares / Longley.residualSumOfSquares - 1) <= tolerance)
        #expect(fit.degreesOfFreedom == 9)
        for (value, certified) in zip(try #require(fit.standardErrors), Longley.standardErrors) {
            #expect(abs(value / certified - 1) <= tolerance, "\(value) for \(certified)")
        }
    }

    @Test func `an exact relation leaves nothing`() throws {
        let design = Matrix(rows: [[1, 0], [1, 1], [1, 2]])
        let fit = try LeastSquaresFit([1, 3, 5], on: design)
        #expect(isClose(fit.coefficients, [1, 2], 1e-14))
        #expect(fit.residuals.maximumAbsolute <= 1e-14)
    }

    @Test func `without degrees of freedom there is no deviation`() throws {
        let fit = try LeastSquaresFit([1, 2], on: .identity(2))
        #expect(fit.degreesOfFreedom == 0)
        #expect(fit.residualStandardDeviation == nil && fit.standardErrors == nil)
    }

    @Test func `a response that is not a number is named after the design`() {
        #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 2)) {
            try LeastSquaresFit([1, .nan], on: .identity(2))
        }
    }
}
