import LinearAlgebra
import Testing
import _TestSupport

@Suite struct VectorTests {
    let x: Vector = [1, 2, 3]
    let y: Vector = [10, -20, 30]

    @Test func `inner product and length`() {
        #expect(x.dot(y) == 60)
        #expect(Vector([3, 4]).norm == 5)
        #expect(y.maximumAbsolute == 30)
    }

    @Test func `sums add entries and do not join`() {
        #expect(x + y == [11, -18, 33])
        #expect(y - x == [9, -22, 27])
        #expect(2 * x == [2, 4, 6])
        var z = x
        z.add(y, times: 0.1)
        #expect(isClose(z, [2, 0, 6], 1e-15))
    }

    @Test func `a matrix acts on columns from the left and on rows from the right`() {
        let a = Matrix(rows: [[1, 0, 2], [0, 3, 0]])
        #expect(a * x == [7, 6])
        #expect(Vector([1, 2]) * a == [1, 6, 2])
    }

    @Test(arguments: 1...6)
    func `products equal those of one-column matrices`(seed: UInt64) {
        var random = SeededDraws(seed)
        let a = random.matrix(Int(2 + seed), 17)
        let v = random.vector(17)
        #expect(isClose(Matrix(a * v), a * Matrix(v), 1e-14), "seed \(seed)")
        #expect(isClose(v * a.transpose, a * v, 1e-14), "seed \(seed)")
    }

    @Test func `entries can be read, set and iterated`() {
        var z = x
        z[1] = 5
        #expect(z.map { $0 * 2 } == [2, 10, 6])
        #expect(z.count == 3 && z.reduce(0, +) == 9)
    }

    @Test func `an empty product is zero`() {
        #expect(Matrix(rows: 2, columns: 0) * Vector([]) == [0, 0])
        #expect(Vector([]).norm == 0)
    }

    @Test func `lengths that do not fit trap`() async {
        await #expect(processExitsWith: .failure) { _ = Vector([1, 2]).dot([1]) }
        await #expect(processExitsWith: .failure) { _ = Matrix.identity(2) * Vector([1]) }
    }
}
