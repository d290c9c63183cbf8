import LinearAlgebra
import Testing
import _TestSupport

@Suite struct MatrixNormTests {
    let a = Matrix(rows: [[1, -2, 3], [-4, 5, -6]])

    @Test func `norms of a matrix with known sums`() {
        #expect(a.oneNorm == 9)
        #expect(a.infinityNorm == 15)
        #expect(abs(a.frobeniusNorm - 91.0.squareRoot()) <= 2e-15)
        #expect(a.maximumAbsolute == 6)
        #expect(a.trace == 6)
    }

    @Test func `the Frobenius norm does not overflow`() {
        #expect(Matrix(rows: [[3e200, 4e200]]).frobeniusNorm.isFinite)
    }

    @Test func `an empty matrix has norm zero`() {
        #expect(Matrix(rows: 0, columns: 0).oneNorm == 0)
        #expect(Matrix(rows: 0, columns: 0).infinityNorm == 0)
    }

    @Test func `a norm of what is not a number is not a number`() {
        let b = Matrix(rows: [[1, .nan], [2, 3]])
        #expect(b.oneNorm.isNaN && b.infinityNorm.isNaN && b.maximumAbsolute.isNaN)
    }

    @Test(arguments: 1...5)
    func `products do not exceed the product of norms`(seed: UInt64) {
        var random = SeededDraws(seed)
        let (a, b) = (random.matrix(6, 7), random.matrix(7, 5))
        let slack = 1 + 1e-14
        #expect((a * b).oneNorm <= a.oneNorm * b.oneNorm * slack, "seed \(seed)")
        #expect((a * b).infinityNorm <= a.infinityNorm * b.infinityNorm * slack, "seed \(seed)")
        #expect((a * b).frobeniusNorm <= a.frobeniusNorm * b.frobeniusNorm * slack, "\(seed)")
    }

    @Test func `the first bad entry by columns is named`() throws {
        var b = a
        b[1, 1] = .infinity
        b[0, 2] = .nan
        let place = try #require(b.firstNonFinite)
        #expect(place == (row: 1, column: 1))
        #expect(a.firstNonFinite == nil)
    }
}
