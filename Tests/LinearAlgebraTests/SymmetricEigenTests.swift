import LinearAlgebra
import Testing
import _TestSupport

@Suite struct SymmetricEigenTests {
    @Test func `eigenvalues in ascending order`() throws {
        let eigen = try SymmetricEigen(Matrix(rows: [[2, 1], [1, 2]]))
        #expect(isClose(eigen.values, [1, 3], 1e-15))
        let half = 0.5.squareRoot()
        #expect(
            isClose(
                Matrix(rows: 2, columns: 2) { abs(eigen.vectors[$0, $1]) },
                Matrix(rows: 2, columns: 2, repeating: half), 1e-15))
    }

    @Test(arguments: 1...10)
    func `values and vectors rebuild the matrix`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let order = Int(1 + random.next() % 20)
        let half = random.matrix(order, order)
        let a = half + half.transpose
        let eigen = try SymmetricEigen(a)
        let v = eigen.vectors
        #expect(isClose(v * .diagonal(eigen.values) * v.transpose, a, 5e-14), "seed \(seed)")
        #expect(isClose(v.transpose * v, .identity(order), 1e-14), "seed \(seed)")
        #expect(abs(eigen.values.reduce(0, +) - a.trace) <= 1e-13, "seed \(seed)")
    }

    @Test func `what is not symmetric or not finite is refused`() {
        #expect(throws: LinearAlgebraError.notSymmetric(row: 1, column: 0, difference: 1)) {
            try SymmetricEigen(Matrix(rows: [[1, 2], [3, 1]]))
        }
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
            try SymmetricEigen(Matrix(rows: [[.nan]]))
        }
    }
}
