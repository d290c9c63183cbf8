import RealModule
import Testing

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
