import LinearAlgebra
import Testing
import _TestSupport

@Suite struct SymmetryTests {
    @Test func `a matrix that is not symmetric names the entry`() {
        let a = Matrix(rows: [[4, 1, 0], [1, 4, 2], [0, 2.5, 4]])
        #expect(throws: LinearAlgebraError.notSymmetric(row: 2, column: 1, difference: 0.5)) {
            try a.requireSymmetric()
        }
    }

    @Test(arguments: 1...5)
    func `rounding in a product is no asymmetry`(seed: UInt64) throws {
        var random = SeededDraws(seed)
        let a = random.matrix(40, 30)
        try (a.transpose * a).requireSymmetric()
    }

    @Test func `a difference of a few roundings passes and a larger one does not`() throws {
        try Matrix(rows: [[1, 1], [1 + 4e-16, 1]]).requireSymmetric()
        #expect(throws: LinearAlgebraError.self) {
            try Matrix(rows: [[1, 1], [1 + 4e-14, 1]]).requireSymmetric()
        }
    }
}
