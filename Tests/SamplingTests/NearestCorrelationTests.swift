import Testing

@testable import LinearAlgebra
@testable import Sampling

@Suite struct NearestCorrelationTests {
    @Test func `Higham's tridiagonal example`() {
        // N. J. Higham, IMA J. Numer. Anal. 22 (2002), section 4; to the digits in print.
        let matrix = Matrix(rows: [
            [2, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 2],
        ])
        let published = Matrix(rows: [
            [1, -0.8084, 0.1916, 0.1068], [-0.8084, 1, -0.6562, 0.1916],
            [0.1916, -0.6562, 1, -0.8084], [0.1068, 0.1916, -0.8084, 1],
        ])
        let nearest = NearestCorrelation.matrix(to: matrix)
        #expect((nearest - published).maximumAbsolute < 5e-5)
        #expect(abs((nearest - matrix).frobeniusNorm - 2.1337) < 1e-3)
    }

    @Test func `a correlation matrix is its own nearest`() {
        let matrix = Matrix(rows: [[1, 0.5, 0.2], [0.5, 1, -0.3], [0.2, -0.3, 1]])
        #expect((NearestCorrelation.matrix(to: matrix) - matrix).maximumAbsolute < 1e-14)
    }

    @Test func `no correlation matrix nearby is nearer`() throws {
        let matrix = Matrix(rows: [[1, -0.9, -0.7], [-0.9, 1, -0.8], [-0.7, -0.8, 1]])
        let nearest = NearestCorrelation.matrix(to: matrix)
        #expect(try SymmetricEigen(nearest).values[0] > -1e-10)
        let distance = (nearest - matrix).frobeniusNorm
        for step in stride(from: 0.05, through: 1, by: 0.05) {
            // Convex combinations with correlation matrices are correlation matrices.
            for other in [Matrix.identity(3), Matrix(rows: 3, columns: 3, repeating: 1)] {
                let mixed = (1 - step) * nearest + step * other
                #expect((mixed - matrix).frobeniusNorm > distance)
            }
        }
    }
}
