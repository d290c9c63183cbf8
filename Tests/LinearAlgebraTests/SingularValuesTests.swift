import LinearAlgebra
import Testing
import _TestSupport

@Suite struct SingularValuesTests {
    @Test func `singular values of a known matrix`() throws {
        // A'A = [[25, 20], [20, 25]] has eigenvalues 45 and 5.
        let svd = try SingularValues(Matrix(rows: [[3, 0], [4, 5]]))
        let root = Double(5).squareRoot()
        #expect(isClose(svd.values, [3 * root, root], 4e-15))
        #expect(abs(svd.condition - 3) <= 1e-14)
        #expect(svd.rank() == 2)
    }

    @Test(arguments: 1...12)
    func `factors rebuild matrices of any shape`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let (m, n) = (Int(1 + random.next() % 14), Int(1 + random.next() % 14))
        let a = random.matrix(m, n)
        let svd = try SingularValues(a)
        let (u, vt, k) = (svd.u, svd.vTransposed, min(m, n))
        #expect(isClose(u * .diagonal(svd.values) * vt, a, 2e-14), "seed \(seed)")
        #expect(isClose(u.transpose * u, .identity(k), 1e-14), "seed \(seed)")
        #expect(isClose(vt * vt.transpose, .identity(k), 1e-14), "seed \(seed)")
        #expect(svd.values.elements == svd.values.sorted(by: >), "seed \(seed)")
    }

    @Test func `a product of thin matrices has their rank`() throws {
        var random = SeededDraws(8)
        let a = random.matrix(9, 3) * random.matrix(3, 7)
        let svd = try SingularValues(a)
        #expect(svd.rank() == 3)
        #expect(svd.rank(tolerance: 2) == 0)
        #expect(svd.condition > 1e14)
        #expect(try SingularValues(Matrix(rows: 2, columns: 2)).condition == .infinity)
    }

    @Test func `bad numbers are refused`() {
        #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 1)) {
            try SingularValues(Matrix(rows: [[1, .nan]]))
        }
    }
}
