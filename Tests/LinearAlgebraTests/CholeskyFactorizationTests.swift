import LinearAlgebra
import Testing
import _TestSupport

@Suite struct CholeskyFactorizationTests {
    @Test func `a factor known in whole numbers`() throws {
        let a = Matrix(rows: [[4, 12, -16], [12, 37, -43], [-16, -43, 98]])
        let factor = Matrix(rows: [[2, 0, 0], [6, 1, 0], [-8, 5, 3]])
        let cholesky = try CholeskyFactorization(a)
        #expect(isClose(cholesky.lower, factor, 1e-14))
        #expect(abs(cholesky.determinant - 36) <= 1e-12)
    }

    @Test(arguments: 1...10)
    func `the factor rebuilds the matrix and solves`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let order = Int(1 + random.next() % 25)
        let tall = random.matrix(order + 5, order)
        let a = tall.transpose * tall
        let cholesky = try CholeskyFactorization(a)
        #expect(isClose(cholesky.lower * cholesky.lower.transpose, a, 1e-13), "seed \(seed)")
        let b = random.matrix(order, 2)
        #expect(isClose(a * cholesky.solve(b), b, 1e-12), "seed \(seed)")
        #expect(isClose(a * cholesky.solve(b.column(0)), b.column(0), 1e-12), "seed \(seed)")
    }

    @Test func `the condition agrees with that of the LU factorization`() throws {
        let a = Matrix(rows: 4, columns: 4) { 1 / Double($0 + $1 + 1) }
        let (one, other) = (
            try CholeskyFactorization(a).reciprocalCondition,
            try LUFactorization(a).reciprocalCondition
        )
        #expect(abs(one / other - 1) <= 1e-9)
    }

    @Test func `an indefinite matrix names the minor`() {
        let a = Matrix(rows: [[1, 0, 0], [0, 2, 3], [0, 3, 4]])
        #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 2)) {
            try CholeskyFactorization(a)
        }
        #expect(throws: LinearAlgebraError.notPositiveDefinite(pivot: 0)) {
            try CholeskyFactorization(-Matrix.identity(2))
        }
    }

    @Test func `what is not square or not finite is refused`() {
        #expect(throws: LinearAlgebraError.notSquare(.init(rows: 1, columns: 2))) {
            try CholeskyFactorization(Matrix(rows: [[1, 2]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
            try CholeskyFactorization(Matrix(rows: [[1, .nan], [0, 1]]))
        }
    }
}
